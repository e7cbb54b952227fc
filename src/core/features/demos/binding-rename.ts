import type { CourseEdit } from '../../course/course-edit';
import { isDemoId } from '../../demos/bindings/binding-address';
import { courseNumbers, numbersBoundTo } from '../../demos/bindings/find-named-demo';
import { say } from '../../l10n/say';
import { contains } from '../../text/span';
import type { FeatureContext } from '../feature-context';
import { RenameRefused } from '../rename-refused';
import type { RenameSubject } from '../renamer';
import { type NamedPlace, namedAt } from './named-at';

/** The id of a demo, in its fence or where a number is bound to it. */
export function prepareDemoRename(context: FeatureContext, offset: number): RenameSubject | undefined {
  const place = placeAt(context, offset);
  return place && { range: context.document.lines.rangeOf(place.idSpan), placeholder: place.found.demo.id };
}

/** Gives a demo another id, and all numbers of the course that are bound to it. */
export async function renameDemo(
  context: FeatureContext,
  offset: number,
  newName: string,
): Promise<readonly CourseEdit[] | undefined> {
  const place = placeAt(context, offset);
  if (!place) return undefined;
  const { found } = place;
  const { demo, uri } = found;
  if (!isDemoId(newName)) throw new RenameRefused(say`A demo’s id is a letter, then letters, digits, - and _.`);
  const files = courseNumbers(context.course, context.document);
  const isTaken = newName !== demo.id && files.get(uri)!.demos.some(({ id }) => id === newName);
  if (isTaken) throw new RenameRefused(say`Another demo of the file has the id ${newName}.`);
  const bound = numbersBoundTo(files, found).map(({ uri, number }) => ({ uri, span: number.idSpan }));
  const edits = [{ uri, span: demo.span }, ...bound].map(({ uri, span }) => ({
    uri,
    range: files.get(uri)!.places.rangeOf(span),
    newText: newName,
  }));
  // Several numbers may refer to one definition.
  const byPlace = edits.map(
    (edit) => [`${edit.uri} ${edit.range.start.line}:${edit.range.start.character}`, edit] as const,
  );
  return [...new Map(byPlace).values()];
}

function placeAt({ document, course }: FeatureContext, offset: number): NamedPlace | undefined {
  const place = namedAt(courseNumbers(course, document), document, offset);
  return place && contains(place.idSpan, offset) ? place : undefined;
}
