import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { CourseDocument } from '../../course/course-document';
import { inlineAt } from '../../course/inline-at';
import { checkBinding } from '../../demos/bindings/check-binding';
import { demoAsRead } from '../../demos/bindings/file-numbers';
import { courseNumbers, type FoundDemo, namedDemos } from '../../demos/bindings/find-named-demo';
import type { BoundText } from '../../demos/bindings/prose-claims';
import { quantityText } from '../../demos/claims/quantity-text';
import { describeResult } from '../../demos/demo-hover';
import { resultAt } from '../../demos/result';
import { resultNotes } from '../../demos/schema/find-key';
import { contains } from '../../text/span';
import type { CompletionAbilities } from '../completion-abilities';
import type { FeatureContext } from '../feature-context';
import { glanceAtDemo } from './bound-demo';

const inLink = /\[([^\][\n]*)\]\(\s*<?(d|de|dem|demo|demo:[\p{L}\p{N}_.-]*)?$/u;
const inComment = /(<!--|\{\/\*)\s*=\s*([\p{L}\p{N}_.-]*)$/u;

/** How many demos are asked for their values. */
const mostAsked = 12;

/** A place where a binding is being written. */
interface Place {
  /** What an item replaces. */
  readonly typed: string;
  readonly before: string;
  readonly after: string;
  readonly bound: BoundText;
}

/** Behind `demo:` and behind `<!-- =`: the results of the demos of the file and of its course, those that agree first. */
export async function bindingCompletion(
  context: FeatureContext,
  offset: number,
  { asking = 'asked' }: CompletionAbilities,
): Promise<CompletionItem[]> {
  const { document, course } = context;
  const place = placeAt(document, offset);
  if (!place) return [];
  const range = document.lines.rangeOf({ start: offset - place.typed.length, end: offset });
  const items: CompletionItem[] = [];
  for (const [index, found] of namedDemos(courseNumbers(course, document), document.uri).entries()) {
    const results = await resultsOf(context, found, place.bound, index < mostAsked ? asking === 'asked' : undefined);
    for (const { name, detail, documentation, agrees } of results) {
      const label = place.before + name;
      items.push({
        ...{ label, kind: CompletionItemKind.Reference, sortText: agrees ? '0' : '1' },
        ...(detail !== undefined && { detail }),
        documentation: { kind: 'markdown', value: documentation },
        textEdit: { range, newText: label + place.after },
      });
    }
  }
  return items;
}

function placeAt(document: CourseDocument, offset: number): Place | undefined {
  // Blanks at the end of a line belong to no text.
  let shownEnd = offset;
  while (/[ \t]/.test(document.text.charAt(shownEnd - 1))) shownEnd--;
  const source = inlineAt(document, shownEnd)?.source;
  const end = source?.toInner(shownEnd);
  if (!source || end === undefined) return inDefinition(document, offset);
  const start = Math.max(0, end - 300);
  const before = source.text.slice(start, end) + document.text.slice(shownEnd, offset);
  const link = inLink.exec(before);
  if (link) {
    const [, words = '', typed = ''] = link;
    const textStart = start + link.index + 1;
    const span = { start: textStart, end: textStart + words.length };
    // Without a number in it, a link leads to a page until its author says otherwise.
    if (typed === '' && !/\d/.test(words)) return undefined;
    return { typed, before: 'demo:', after: '', bound: { source: source.text, span, stands: 'anywhere' } };
  }
  const comment = inComment.exec(before);
  if (!comment) return undefined;
  const opened = start + comment.index;
  const closer = comment[1] === '<!--' ? '-->' : '*/}';
  const isClosed = document.text
    .slice(offset, offset + 20)
    .split('\n')[0]!
    .includes(closer);
  const span = { start: Math.max(0, opened - 120), end: opened };
  return {
    ...{ typed: comment[2]!, before: '', after: isClosed ? '' : ` ${closer}` },
    bound: { source: source.text, span, stands: 'at-end' },
  };
}

/** Behind `[label]: demo:`, which no number stands beside. */
function inDefinition(document: CourseDocument, offset: number): Place | undefined {
  const line = document.lines.lineOf(offset);
  const typed = /^[ >]*\[[^\][\n]+\]:\s*<?(d|de|dem|demo|demo:[\p{L}\p{N}_.-]*)$/u.exec(
    document.text.slice(document.lines.lineStart(line), offset),
  )?.[1];
  if (typed === undefined || !document.references.some(({ span }) => contains(span, offset))) return undefined;
  return { typed, before: 'demo:', after: '', bound: { source: '', span: { start: 0, end: 0 }, stands: 'anywhere' } };
}

/** @param asked whether a person asked for them; undefined where there are too many demos to ask for values. */
async function resultsOf(context: FeatureContext, found: FoundDemo, bound: BoundText, asked: boolean | undefined) {
  const { id } = found.demo;
  const demo = demoAsRead(found.demo);
  const notes = resultNotes(demo);
  const single = notes.names.filter((name) => notes.of(name)?.axes === undefined);
  const checked = asked === undefined ? undefined : await glanceAtDemo(context, found, single, asked);
  return single.flatMap((name) => {
    const result = notes.of(name)!;
    const value = checked?.results ? resultAt(checked.results, name) : undefined;
    if (value === null || (checked?.results && value === undefined)) return [];
    const span = { start: 0, end: 0 };
    return [
      {
        name: `${id}.${name}`,
        detail: value === undefined ? undefined : quantityText(value, result.unit),
        documentation: describeResult(name, result),
        agrees: !!checked?.results && checkBinding(bound, name, span, demo, checked.results).holds,
      },
    ];
  });
}
