import type { CourseEdit } from '../course/course-edit';
import { say } from '../l10n/say';
import { applyChanges } from '../text/span';
import type { FeatureContext } from './feature-context';
import { RenameRefused } from './rename-refused';
import type { Renamer, RenameSubject } from './renamer';

/** Whether a text holds control characters or marks that nobody sees and no field for names keeps. */
export const holdsHidden = (text: string): boolean => /[^\P{Cc}\n\r\t]|[\u2028\u2029\ufeff\ufffd]/u.test(text);

/** Refuses to write over what cannot be written again, and a name that would be read as another one, or as none, in the place of the old: there would be no way back. */
export async function proveReversible(
  context: FeatureContext,
  renamer: Renamer,
  { range }: RenameSubject,
  edits: readonly CourseEdit[],
  name: string,
): Promise<void> {
  const { course, document } = context;
  const texts = new Map<string, string>();
  const before = document.lines.offsetAt(range.start);
  let place = before;
  for (const uri of new Set(edits.map((edit) => edit.uri))) {
    const file = uri === document.uri ? document : await course.document(uri);
    if (!file) continue;
    const own = edits.filter((edit) => edit.uri === uri);
    const changes = own.map(({ range, newText }) => ({ span: file.lines.spanOf(range), newText }));
    if (changes.some(({ span }) => holdsHidden(file.text.slice(span.start, span.end))))
      throw new RenameRefused(
        say`A place of the old name holds a character that nobody can see: remove it there first.`,
      );
    texts.set(uri, applyChanges(file.text, changes));
    if (file !== document) continue;
    for (const { span, newText } of changes) {
      if (span.end <= before && span.start < before) place += newText.length - (span.end - span.start);
    }
  }
  const trial = course.withTexts(texts);
  const then = trial.openDocument(document.uri);
  const subject = then && (await renamer.prepare({ ...context, course: trial, document: then }, place));
  if (subject?.placeholder !== name)
    throw new RenameRefused(say`‘${name}’ would not be read as one name in this place.`);
}
