import type { CourseEdit } from '../../src/core/course/course-edit';
import { applyChanges } from '../../src/core/text/span';
import { memoryRoot } from '../support/memory-course';
import { refusal } from './ask-everything';
import type { Sample } from './samples';
import { glossary, glossaryName, type Trial, type Workbench } from './trial';

/**
 * Renames what stands at an offset and back; the texts must then be as they were, byte for byte. The new name is in no
 * text, so that nothing else can take part in the way back.
 */
export async function faultsOfRename(
  sample: Sample,
  asked: Trial,
  offset: number,
  newName: string,
  workbench: Workbench,
): Promise<string[]> {
  const position = asked.document.lines.positionAt(offset);
  const subject = await asked.service.prepareRename(asked.uri, position);
  if (!subject) return [];
  const edits = await asked.service.rename(asked.uri, position, newName).catch(refusal);
  if (typeof edits === 'string' || !edits?.length) return [];
  const before: Record<string, string> = { [glossaryName]: glossary, [sample.name]: sample.text };
  const there = await edited(before, asked, edits);
  const what = `renaming ${JSON.stringify(subject.placeholder)} to ${JSON.stringify(newName)}`;
  const next = await workbench.trial({ name: sample.name, text: there[sample.name]! }, there);
  const start = asked.document.lines.offsetAt(subject.range.start);
  const own = edits
    .filter(({ uri }) => uri === asked.uri)
    .map((edit) => ({ ...asked.document.lines.spanOf(edit.range), edit }));
  const shift = own.reduce(
    (sum, { start: from, end, edit }) =>
      end <= start && from < start ? sum + edit.newText.length - (end - from) : sum,
    0,
  );
  const place = next.document.lines.positionAt(start + shift);
  const then = await next.service.prepareRename(next.uri, place);
  if (!then) return [`${what}: afterwards nothing can be renamed there`];
  if (then.placeholder !== newName) return [`${what}: afterwards it reads ${JSON.stringify(then.placeholder)}`];
  const back = await next.service.rename(next.uri, place, subject.placeholder).catch(refusal);
  if (typeof back === 'string' || !back) {
    // Two nodes of one text, of which one was renamed: the other now stands in the way. A word of the language that
    // Mermaid took for a name (`participant end`) is given to nothing. And no name of a broken diagram needs to be one
    // that could be given.
    const found = await asked.diagnostics();
    const isExcused =
      /already taken|is a word of Mermaid’s language/.test(back ?? '') ||
      found.some(({ severity }) => severity === 'error');
    return isExcused ? [] : [`${what}: the way back is refused: ${String(back)}`];
  }
  const again = await edited(there, next, back);
  const changed = Object.keys(before).filter((file) => onOneLine(again[file]!) !== onOneLine(before[file]!));
  return changed.map((file) => `${what}: ${file} is not as it was: ${JSON.stringify(again[file])}`);
}

async function edited(
  files: Readonly<Record<string, string>>,
  { service }: Trial,
  edits: readonly CourseEdit[],
): Promise<Record<string, string>> {
  const result: Record<string, string> = {};
  for (const [name, text] of Object.entries(files)) {
    const uri = `${memoryRoot}/${name}`;
    const document = (await service.document(uri))!;
    const own = edits.filter((edit) => edit.uri === uri);
    result[name] = applyChanges(
      text,
      own.map(({ range, newText }) => ({ span: document.lines.spanOf(range), newText })),
    );
  }
  return result;
}

/** A name of several words may be wrapped where one of fewer words cannot be. */
const onOneLine = (text: string): string => text.replace(/[ \t]*\r?\n[ \t>#]*/g, ' ').replace(/ {2,}/g, ' ');
