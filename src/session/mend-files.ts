import { realpathSync } from 'node:fs';
import type { CourseDiagnostic } from '../core/diagnostics/course-diagnostic';
import { safeChanges } from '../core/features/code-actions';
import { getOrSet } from '../core/get-or-set';
import type { CourseService } from '../core/service';
import { applyChanges } from '../core/text/span';
import { aFewAtOnce } from './a-few-at-once';
import { type CheckedFile, checkedFile } from './checked-file';
import { type Examined, examine } from './examine';
import type { NamedFile, Session } from './session';

const filesAtOnce = 16;
/** Fixes may uncover others, never for ever. */
const mostRounds = 10;

/**
 * Applies safe fixes to the files that have some and writes them; gives all files as they are then. A file that cannot
 * be written is said, and stays as it was checked. One that was found under several names is written once.
 */
export async function mendFiles(
  session: Session,
  checked: readonly CheckedFile[],
  signal: AbortSignal,
): Promise<CheckedFile[]> {
  const { service } = session;
  const folders = session.folders.map((folder) => realpathSync(folder));
  const mended = new Map<NamedFile, CheckedFile>();
  await aFewAtOnce(sharingOne(checked), filesAtOnce, async ([first, ...links]) => {
    signal.throwIfAborted();
    if (safeChanges(first!.diagnostics).length === 0) return;
    const { file } = first!;
    const after = await mendText(service, file);
    if (after.fixed === 0) return;
    const write = () => session.replace(file, after.document.text, folders);
    if (!(await session.orComplain(write))) {
      take(service, file, file.text);
      return;
    }
    mended.set(file, checkedFile(file, after, after.fixed));
    for (const link of links) {
      take(service, link.file, after.document.text);
      mended.set(link.file, checkedFile(link.file, await examine(service, link.file)));
    }
    for (const { file: done } of [first!, ...links]) session.letGo(done);
  });
  return checked.map((one) => mended.get(one.file) ?? one);
}

/** The files on disk, each with the names under which it was found: its own first, then links to it. */
function sharingOne(checked: readonly CheckedFile[]): CheckedFile[][] {
  const groups = new Map<string, CheckedFile[]>();
  for (const one of checked) {
    if (one.file.file === undefined) continue;
    const real = realPath(one.file.file);
    const group = getOrSet(groups, real, () => []);
    if (real === one.file.file) group.unshift(one);
    else group.push(one);
  }
  return [...groups.values()];
}

/** A path that leads nowhere by now is its own: writing will say so. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Applies safe fixes to a text as long as it checks better with them; the service then holds the result. */
async function mendText(service: CourseService, file: NamedFile): Promise<Examined & { readonly fixed: number }> {
  let best = { ...(await examine(service, file)), fixed: 0 };
  for (let round = 0; round < mostRounds; round++) {
    const changes = safeChanges(best.diagnostics);
    if (changes.length === 0) break;
    take(service, file, applyChanges(best.document.text, changes));
    const next = { ...(await examine(service, file)), fixed: best.fixed + changes.length };
    if (weight(next.diagnostics) >= weight(best.diagnostics)) {
      take(service, file, best.document.text);
      break;
    }
    best = next;
  }
  return best;
}

const take = (service: CourseService, { uri, language }: NamedFile, text: string): void =>
  service.open({ uri, text, version: 0 }, language);

/** How bad a file is: an error outweighs any warning, a warning any remark. */
const weight = (diagnostics: readonly CourseDiagnostic[]): number =>
  diagnostics.reduce((sum, { severity }) => sum + (severity === 'error' ? 1e6 : severity === 'warning' ? 1e3 : 1), 0);
