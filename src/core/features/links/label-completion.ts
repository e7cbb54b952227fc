import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { readReferenceDefinition } from '../../course/inline/reference-definition';
import { regionAt } from '../../course/region-at';
import type { CompletionAbilities } from '../completion-abilities';
import type { FeatureContext } from '../feature-context';

const footnote = /\[\^([^\]\s]*)$/;
const reference = /\[[^\][\n]+\]\[([^\]\n]*)$/;
const wiki = /\[\[([^\][|#\n]*)$/;
const triggers = new Set(['[', '^']);

/** In the second brackets of a link, behind `[^` and behind `[[`: the labels, footnotes and files that there are. */
export function labelCompletion(
  { document, course, builtInMarkdown }: FeatureContext,
  offset: number,
  { typed }: CompletionAbilities,
): CompletionItem[] {
  if (typed !== undefined && !triggers.has(typed)) return [];
  const { lines, text } = document;
  const start = lines.lineStart(lines.lineOf(offset));
  const before = text.slice(Math.max(start, offset - 200), offset);
  if (!before.includes('[') || !regionAt(document, { start: offset, end: offset })) return [];
  if (document.fences.some(({ contentSpan }) => contentSpan.start <= offset && offset <= contentSpan.end)) return [];
  const behind = text.slice(offset, offset + 2);
  const items = (written: string, close: string, names: Iterable<readonly [name: string, detail: string]>) =>
    [...names].map(([name, detail], index): CompletionItem => {
      const missing = behind.startsWith(close) ? '' : close.slice(behind.startsWith(']') ? 1 : 0);
      return {
        label: name,
        kind: CompletionItemKind.Reference,
        detail,
        sortText: `1${String(index).padStart(4, '0')}`,
        textEdit: { range: lines.rangeOf({ start: offset - written.length, end: offset }), newText: name + missing },
      };
    });

  const note = footnote.exec(before);
  if (note) {
    const { defined, used } = footnotes(text);
    const opensLine = /^[\s>]*$/.test(text.slice(start, offset - note[0].length));
    const open = [...used]
      .filter((label) => !defined.has(label))
      .map((label) => [label, 'a footnote without text'] as const);
    return items(note[1]!, opensLine ? ']: ' : ']', opensLine && open.length > 0 ? open : defined);
  }
  const inWiki = wiki.exec(before);
  if (inWiki) {
    const names = [...course.uris]
      .filter((uri) => uri !== document.uri)
      .map((uri) => [nameOf(uri), 'a file of the course'] as const);
    return items(inWiki[1]!, ']]', names);
  }
  const label = builtInMarkdown ? null : reference.exec(before);
  if (!label) return [];
  const labels = document.references.flatMap(({ source }) => {
    const read = readReferenceDefinition(source.text);
    if (!read) return [];
    const { labelSpan, targetSpan } = read;
    return [
      [source.text.slice(labelSpan.start, labelSpan.end), source.text.slice(targetSpan.start, targetSpan.end)] as const,
    ];
  });
  // What the text does not point to yet was written to be pointed to.
  const isUsed = ([name]: readonly [string, string]) => text.includes(`][${name}]`);
  return items(label[1]!, ']', [...labels.filter((one) => !isUsed(one)), ...labels.filter(isUsed)]);
}

/** The labels of a text's footnotes: those with a text, and what that begins with; and all that are pointed to. */
function footnotes(text: string): { defined: ReadonlyMap<string, string>; used: ReadonlySet<string> } {
  const defined = new Map<string, string>();
  const used = new Set<string>();
  for (const { 1: label = '', index, 0: found } of text.matchAll(/\[\^([^\]\s]{1,100})\]/g)) {
    const end = index + found.length;
    const opensLine = /(?:^|\n)[\s>]*$/.test(text.slice(Math.max(0, index - 20), index));
    if (opensLine && text[end] === ':')
      defined.set(
        label,
        text
          .slice(end + 1, end + 80)
          .split('\n', 1)[0]!
          .trim(),
      );
    else used.add(label);
  }
  return { defined, used };
}

const nameOf = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)).replace(/\.[^.]+$/, '');
