import { realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { CourseDiagnostic } from '../core/diagnostics/course-diagnostic';
import { safeChanges } from '../core/features/code-actions';
import { applyChanges } from '../core/text/span';
import { HumanError, systemReason } from '../host/human-error';
import { aFewAtOnce } from './a-few-at-once';
import { oneOf, readArguments, usage } from './arguments';
import { Interrupted, interruptedStatus } from './interrupted';
import { startProgress } from './progress';
import { type CheckedFile, type CheckReport, formatReport, reportFormats } from './report';
import { type NamedFile, openSession, type Session } from './session';

/** `coursewright check`: what the editor would underline, for people, scripts and continuous integration. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: 'string', default: 'text' },
    fix: { type: 'boolean', default: false },
    'max-warnings': { type: 'string' },
    config: { type: 'string' },
    'stdin-path': { type: 'string' },
  });
  const format = oneOf('--format', values.format, reportFormats);
  const maxWarnings = values['max-warnings'] === undefined ? Number.POSITIVE_INFINITY : Number(values['max-warnings']);
  if (!/^\d+$/.test(values['max-warnings'] ?? '0'))
    throw new HumanError(`--max-warnings is a whole number\n\n${usage}`);

  const session = await openSession(positionals, { config: values.config, stdinPath: values['stdin-path'] });
  const stop = new AbortController();
  const onInterrupt = () => {
    // Set at once: threads that are being ended keep no process alive, so it may be over before anything else is said.
    process.exitCode = interruptedStatus;
    stop.abort(new Interrupted());
  };
  process.once('SIGINT', onInterrupt);
  try {
    await session.loadCourses();
    const report = await checkAll(session, values.fix, stop.signal);
    process.stdout.write(formatReport(report, format));
    if (session.unreadable > 0) return 2;
    return report.summary.errors > 0 || report.summary.warnings > maxWarnings ? 1 : 0;
  } finally {
    process.off('SIGINT', onInterrupt);
    await session.dispose();
  }
}

/** So many that every thread has diagrams waiting while the texts of the next files are read. */
const filesAtOnce = 16;

async function checkAll(session: Session, fix: boolean, signal: AbortSignal): Promise<CheckReport> {
  const progress = startProgress('Checking', session.files.length);
  const checked = await aFewAtOnce(session.files, filesAtOnce, async (file) => {
    signal.throwIfAborted();
    const done = await checkOne(session, file, fix);
    progress.step();
    return done;
  }).finally(progress.end);
  const files = checked.filter((file) => file !== undefined);
  const count = (severity: string) =>
    files.reduce((sum, file) => sum + file.diagnostics.filter((found) => found.severity === severity).length, 0);
  return {
    files,
    summary: {
      files: files.length,
      diagrams: files.reduce((sum, file) => sum + file.document.diagrams.length, 0),
      errors: count('error'),
      warnings: count('warning'),
      fixed: files.reduce((sum, file) => sum + file.fixed, 0),
    },
  };
}

async function checkOne(session: Session, file: NamedFile, fix: boolean): Promise<CheckedFile | undefined> {
  const { service } = session;
  let document = (await service.document(file.uri))!;
  if (!file.explicit && file.language === 'python' && document.regions.length + document.diagrams.length === 0) {
    return undefined;
  }
  let diagnostics = (await service.diagnostics(file.uri))!;
  let fixed = 0;
  if (fix && file.file) {
    const before = document;
    for (let round = 0; round < 10; round++) {
      const changes = safeChanges(diagnostics);
      if (changes.length === 0) break;
      const text = applyChanges(document.text, changes);
      service.open({ uri: file.uri, text, version: round + 1 }, file.language);
      const after = (await service.diagnostics(file.uri))!;
      if (weight(after) >= weight(diagnostics)) {
        service.open({ uri: file.uri, text: document.text, version: round + 2 }, file.language);
        break;
      }
      fixed += changes.length;
      diagnostics = after;
      document = (await service.document(file.uri))!;
    }
    if (document.text !== before.text) await replaceFile(file.file, document.text, file.bom);
  }
  return { path: file.path, document, diagnostics, fixed };
}

/** How bad a file is: an error outweighs any warning, a warning any remark. */
const weight = (diagnostics: readonly CourseDiagnostic[]): number =>
  diagnostics.reduce((sum, { severity }) => sum + (severity === 'error' ? 1e6 : severity === 'warning' ? 1e3 : 1), 0);

/**
 * Writes beside the file and renames, so that no reader ever sees half of it and a failure loses nothing. Of a link, the
 * file that it leads to is written, and the link stays one.
 */
async function replaceFile(named: string, text: string, bom: boolean): Promise<void> {
  const path = await realpath(named).catch(() => named);
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const { mode } = await stat(path);
    await writeFile(temporary, `${bom ? '\ufeff' : ''}${text}`, { mode });
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw new HumanError(`${named}: cannot be written: ${systemReason(error)}`);
  }
}
