import type { CourseDocument } from '../course/course-document';
import { demoFences } from '../demos/demo-fence';
import { glossaryEntries } from '../glossary/glossary-entries';
import type { GlossaryEntry } from '../glossary/glossary-entry';
import { termKey } from '../glossary/term';
import type { Span } from '../text/span';
import type { CourseChange, FileStates } from './course-change';
import { diffDiagrams } from './diff-diagrams';
import { pairUp } from './pair-up';

interface PlacedEntry {
  readonly document: CourseDocument;
  readonly entry: GlossaryEntry;
}

interface PlacedClaim {
  readonly document: CourseDocument;
  readonly key: string;
  readonly value: string;
  readonly span: Span;
  readonly demo: string;
}

/** What changed in the given files of a course: its diagrams and claims file by file, its terms wherever they moved. */
export function diffCourses(files: readonly FileStates<CourseDocument>[]): CourseChange[] {
  return [...files.flatMap(diffDiagrams), ...diffTerms(files), ...files.flatMap(diffClaims)];
}

function diffTerms(files: readonly FileStates<CourseDocument>[]): CourseChange[] {
  const entriesIn = (document: CourseDocument | null): PlacedEntry[] =>
    document ? glossaryEntries(document).map((entry) => ({ document, entry })) : [];
  const { pairs, removed, added } = pairUp(
    files.flatMap(({ before }) => entriesIn(before)),
    files.flatMap(({ after }) => entriesIn(after)),
    [
      ({ document, entry }) => `${document.uri} ${termKey(entry.term)}`,
      ({ entry }) => termKey(entry.term),
      ({ entry }) => entry.acronym ?? '',
      ({ entry }) => entry.definition ?? '',
    ],
  );
  const change = (how: CourseChange['change'], { document, entry }: PlacedEntry, before: string | null) => ({
    ...{ kind: 'term' as const, change: how, name: entry.term, before },
    after: how === 'removed' ? null : how === 'renamed' ? entry.term : entry.definition,
    uri: document.uri,
    range: document.lines.rangeOf(entry.nameSpan),
  });
  return [
    ...pairs.flatMap(([{ entry: was }, now]) => [
      ...(termKey(was.term) === termKey(now.entry.term) ? [] : [change('renamed', now, was.term)]),
      ...(was.definition === now.entry.definition ? [] : [change('changed', now, was.definition)]),
    ]),
    ...removed.map((one) => change('removed', one, one.entry.definition)),
    ...added.map((one) => change('added', one, null)),
  ];
}

function diffClaims({ before, after }: FileStates<CourseDocument>): CourseChange[] {
  const { pairs, removed, added } = pairUp(claimsIn(before), claimsIn(after), [
    ({ demo, key, value }) => `${demo} ${key} ${value}`,
    ({ demo, key }) => `${demo} ${key}`,
  ]);
  const change = (how: CourseChange['change'], claim: PlacedClaim, was: string | null): CourseChange => ({
    ...{ kind: 'claim', change: how, name: claim.key, before: how === 'removed' ? claim.value : was },
    after: how === 'removed' ? null : claim.value,
    uri: claim.document.uri,
    range: claim.document.lines.rangeOf(claim.span),
  });
  return [
    ...pairs.filter(([was, now]) => was.value !== now.value).map(([was, now]) => change('changed', now, was.value)),
    ...removed.map((one) => change('removed', one, null)),
    ...added.map((one) => change('added', one, null)),
  ];
}

/** The claims of a file's demos, each known by its demo's kind and its key, among equal ones by their order. */
const claimsIn = (document: CourseDocument | null): PlacedClaim[] =>
  document
    ? demoFences(document).flatMap(({ fence: { content }, demo }) =>
        demo.claims.map(({ key, keySpan, valueSpan }) => ({
          ...{ document, key, value: demo.text.slice(valueSpan.start, valueSpan.end).trim() },
          span: content.spanToOuter(keySpan),
          demo: demo.kind,
        })),
      )
    : [];
