import type { CourseDocument, Inline } from '../../course/course-document';
import type { GlossaryEntry } from '../glossary-entry';
import { isAnnounced, ownScopeAt, scopeAt } from '../glossary-sections';
import { readTermName, spells, type TermName } from '../term-name';
import { entryOf } from './entry-draft';
import { linesOf } from './text-lines';

const definitionMark = /^[ \t]{0,3}:[ \t]+(?=\S)/;
const anyDefinition = /^[ \t]{0,3}:[ \t]/m;
const longestTerm = 100;
/** MyST's `:::{glossary}`, and the line that closes it. */
const opener = /^:{3,}[ \t]*\{glossary\}/m;
const closer = /(?:^|\n)[ \t]*:{3,}[ \t]*$/;

/** Definition lists (`Term`, and `: definition` on the next line) and abbreviations (`*[AC]: …`). */
export function* paragraphEntries(document: CourseDocument): Iterable<GlossaryEntry> {
  let before: Inline | undefined;
  let directive: number | undefined;
  for (const inline of document.inlines) {
    if (inline.kind !== 'paragraph') {
      before = undefined;
      continue;
    }
    if (opener.test(inline.source.text)) directive = inline.span.start;
    if (inline.source.text.includes('*[')) yield* abbreviations(document, inline);
    if (anyDefinition.test(inline.source.text)) yield* definitionList(inline, document, before, directive);
    before = inline;
    if (closer.test(inline.source.text)) directive = undefined;
  }
}

function* abbreviations(document: CourseDocument, inline: Inline): Iterable<GlossaryEntry> {
  const { source } = inline;
  for (const line of linesOf(source.text)) {
    const match = /^\s*\*\[([^\][\n]{1,60})\]:[ \t]*/.exec(line.text);
    if (!match) continue;
    const acronym = match[1]!.trim();
    const stands = line.text.slice(match[0].length).trim();
    const start = line.start + line.text.indexOf('*[');
    const span = { start: 2, end: 2 + match[1]!.length };
    const aliases = spells(acronym, stands) ? [stands] : [];
    const name: TermName = { term: acronym, span, acronym, acronymSpan: span, emoji: null, emojiLast: false, aliases };
    const definition = { start: line.start + match[0].length, end: line.start + line.text.length };
    const scope = ownScopeAt(document, inline.span.start);
    const announced = true;
    yield entryOf({ source, form: 'abbreviation', name, nameStart: start, start, definition, scope, announced });
  }
}

/** The term may stand on the line before its definition, or as a paragraph of its own. */
function* definitionList(
  inline: Inline,
  document: CourseDocument,
  before: Inline | undefined,
  directive: number | undefined,
): Iterable<GlossaryEntry> {
  const lines = linesOf(inline.source.text.replace(closer, ''));
  const scope = directive ?? scopeAt(document, inline.span.start);
  const announced = directive !== undefined || isAnnounced(document, inline.span.start);
  const marked = lines.map((line) => definitionMark.test(line.text));
  if (marked[0] && before && !definitionMark.test(before.source.text) && follows(document, before, inline)) {
    const source = document.regions[inline.region]!.source;
    const start = source.toInner(before.span.start)!;
    const mark = source.toInner(inline.span.start)! + definitionMark.exec(lines[0]!.text)![0].length;
    const name = termOf(before.source.text, scope !== null);
    const last = lines.at(-1)!;
    const end = inline.source.toOuter(last.start + last.text.length, 'end');
    const definition = { start: mark, end: source.toInner(end)! };
    if (name)
      yield entryOf({ source, form: 'definition-list', name, nameStart: start, start, definition, scope, announced });
  }
  for (let i = 0; i + 1 < lines.length; i++) {
    if (marked[i] || !marked[i + 1]) continue;
    let last = i + 1;
    while (last + 1 < lines.length && (marked[last + 1] || !marked[last + 2])) last++;
    const { start, text } = lines[i]!;
    const name = termOf(text, scope !== null);
    const mark = lines[i + 1]!.start + definitionMark.exec(lines[i + 1]!.text)![0].length;
    const definition = { start: mark, end: lines[last]!.start + lines[last]!.text.length };
    if (name)
      yield entryOf({
        source: inline.source,
        form: 'definition-list',
        name,
        nameStart: start,
        start,
        definition,
        scope,
        announced,
      });
    i = last;
  }
}

/** Whether nothing but blank lines stands between two paragraphs. */
function follows(document: CourseDocument, before: Inline, after: Inline): boolean {
  return before.region === after.region && /^\s*$/.test(document.text.slice(before.span.end, after.span.start));
}

/** A line short enough, and not a sentence, names a term; code and what a manual lists so does where it is announced. */
function termOf(written: string, announced: boolean): TermName | undefined {
  const text = written.trimEnd();
  if (!announced && /^\s*[`<$([{'"]|[:=]/.test(text) && !/^\s*\[[^\][]*\]\(/.test(text)) return undefined;
  if (text.length > longestTerm || text.includes('\n') || /:\s/.test(text) || /[.!?;,…]$/.test(text)) return undefined;
  return readTermName(text, announced);
}
