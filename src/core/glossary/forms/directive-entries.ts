import type { CourseDocument, Fence, Inline } from '../../course/course-document';
import type { GlossaryEntry } from '../glossary-entry';
import { ownScopeAt } from '../glossary-sections';
import { passagesOf } from '../passages';
import { readTermName } from '../term-name';
import { entryOf } from './entry-draft';
import { linesOf, type TextLine } from './text-lines';

const option = /^:[\w-]+:/;
const mark = /^[ \t]{0,3}:[ \t]+(?=\S)/;
const definitionInfo = /^(\{(?:prf:)?definition\}[ \t]+)(\S.*)$/i;

/** MyST's ```` ```{glossary} ```` with indented or `:`-marked definitions, and `{prf:definition} Name`. */
export function* directiveEntries(document: CourseDocument): Iterable<GlossaryEntry> {
  for (const fence of definingDirectives(document)) {
    yield* fence.language === 'glossary' ? glossaryFence(document, fence) : definitionFence(document, fence);
  }
  const passages = passagesOf(document);
  for (const [i, { inline }] of passages.entries()) {
    if (inline.source.text.startsWith(':::')) yield* definitionDiv(document, inline, passages[i + 1]?.inline);
  }
}

/** The directives that say of themselves that they define terms; nothing else in them is an entry. */
export const definingDirectives = ({ directives }: CourseDocument): readonly Fence[] =>
  directives.filter(({ language, info }) => language === 'glossary' || definitionInfo.test(info));

/** Lines that are not indented name terms, several for one definition; what is indented or marked below defines them. */
function* glossaryFence(document: CourseDocument, fence: Fence): Iterable<GlossaryEntry> {
  const source = fence.content;
  const scope = ownScopeAt(document, fence.span.start);
  const lines = linesOf(source.text).filter(({ text }) => !option.test(text));
  let names: TextLine[] = [];
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!;
    if (line.text.trim() === '') i++;
    else if (!isBody(line)) {
      names.push(line);
      i++;
    } else {
      let last = i;
      for (let next = i; next < lines.length && (isBody(lines[next]!) || lines[next]!.text.trim() === ''); next++) {
        if (lines[next]!.text.trim() !== '') last = next;
      }
      // A line under a marked one goes on with it, as markdown has it, unless a marked one follows.
      while (mark.test(line.text) && goesOn(lines, last + 1)) last++;
      const start = line.start + (mark.exec(line.text)?.[0].length ?? 0);
      const definition = { start, end: lines[last]!.start + lines[last]!.text.length };
      for (const { start, text } of names) {
        const name = readTermName(text, true);
        if (name)
          yield entryOf({
            source,
            form: 'directive',
            name,
            nameStart: start,
            start,
            definition,
            scope,
            announced: true,
          });
      }
      names = [];
      i = last + 1;
    }
  }
}

const isBody = ({ text }: TextLine): boolean => /^[ \t]{2,}\S/.test(text) || mark.test(text);

function goesOn(lines: readonly TextLine[], at: number): boolean {
  const [line, after] = [lines[at], lines[at + 1]];
  return line !== undefined && line.text.trim() !== '' && !isBody(line) && !(after && mark.test(after.text));
}

function* definitionFence(document: CourseDocument, fence: Fence): Iterable<GlossaryEntry> {
  const { source } = document.regions[fence.region]!;
  const match = definitionInfo.exec(fence.info)!;
  const name = readTermName(match[2]!, true);
  const start = source.toInner(fence.infoSpan.start);
  if (!name || start === undefined) return;
  const lines = linesOf(fence.content.text);
  const first = lines.findIndex(({ text }) => !option.test(text) && text.trim() !== '');
  const inner = (offset: number, side: 'start' | 'end') => source.toInner(fence.content.toOuter(offset, side)) ?? start;
  const end = inner(fence.content.text.trimEnd().length, 'end');
  yield entryOf({
    source,
    form: 'directive',
    name,
    nameStart: start + match[1]!.length,
    start: start + match[1]!.length,
    definition: first < 0 ? { start: end, end } : { start: inner(lines[first]!.start, 'start'), end },
    scope: ownScopeAt(document, fence.span.start),
    announced: true,
  });
}

const divInfo = /^(:{3,}[ \t]*\{(?:prf:)?definition\}[ \t]+)(\S.*)$/i;

/** `:::{prf:definition} Name` with its definition on the lines below, or in the paragraph after it. */
function* definitionDiv(document: CourseDocument, inline: Inline, after: Inline | undefined): Iterable<GlossaryEntry> {
  const { source } = document.regions[inline.region]!;
  const [head, ...below] = linesOf(inline.source.text);
  const match = divInfo.exec(head!.text);
  const name = match && readTermName(match[2]!, true);
  if (!match || !name) return;
  const body = below.filter(
    ({ text }) => text.trim() !== '' && !option.test(text.trim()) && !/^:{3,}$/.test(text.trim()),
  );
  const inner = (offset: number, side: 'start' | 'end') => source.toInner(inline.source.toOuter(offset, side)) ?? 0;
  const [first, last] = [body[0], body.at(-1)];
  const start = inner(match[1]!.length, 'start');
  const next = after && after.region === inline.region ? after : undefined;
  yield entryOf({
    source,
    form: 'directive',
    name,
    nameStart: start,
    start,
    definition:
      first && last
        ? { start: inner(first.start, 'start'), end: inner(last.start + last.text.length, 'end') }
        : { start: source.toInner(next?.span.start ?? 0) ?? start, end: source.toInner(next?.span.end ?? 0) ?? start },
    scope: ownScopeAt(document, inline.span.start),
    announced: true,
  });
}
