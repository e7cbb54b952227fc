import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { readReferenceDefinition } from '../../course/inline/reference-definition';
import { regionAt } from '../../course/region-at';
import { say } from '../../l10n/say';
import { fileLinks } from '../../links/file-links';
import { goalOf } from '../../links/find-link';
import { labelsOf } from '../../links/labels';
import { nameOfNote } from '../../links/notes';
import { escapedMarkdown } from '../../text/escaped-markdown';
import type { CompletionAbilities } from '../completion-abilities';
import type { FeatureContext } from '../feature-context';

const footnote = /\[\^([^\]\s]*)$/;
const inReference = /\[[^\][\n]+\]\[([^\]\n]*)$/;
const wiki = /(!?)\[\[([^\][|\n]*)$/;
const role = /\{(?:ref|numref|eq|prf:ref)\}`(?:[^`\n<]*<)?([^`\n<>]*)$/;
const crossReference =
  /(?<![\p{L}\p{N}_@.\\/-])-?@((?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|def|exm|exr|alg)-[\w:.-]*|[a-z]{1,4})$/u;
const triggers = new Set(['[', '^', '#', '`']);

/** In the second brackets of a link, behind `[^` and behind `[[`: the labels, footnotes and files that there are. */
export async function labelCompletion(
  { document, course, builtInMarkdown }: FeatureContext,
  offset: number,
  { typed }: CompletionAbilities,
): Promise<CompletionItem[]> {
  if (typed !== undefined && !triggers.has(typed)) return [];
  const { lines, text } = document;
  const start = lines.lineStart(lines.lineOf(offset));
  const before = text.slice(Math.max(start, offset - 200), offset);
  if (!/[[`@]/.test(before) || !regionAt(document, { start: offset, end: offset })) return [];
  if (document.fences.some(({ contentSpan }) => contentSpan.start <= offset && offset <= contentSpan.end)) return [];
  const behind = text.slice(offset, offset + 2);
  const items = (written: string, close: string, names: Iterable<readonly [name: string, detail: string]>) =>
    [...names].map(([name, detail], index): CompletionItem => {
      const missing = behind.startsWith(close) ? '' : close.slice(behind.startsWith(']') ? 1 : 0);
      return {
        label: name,
        kind: CompletionItemKind.Reference,
        detail,
        documentation: {
          kind: 'markdown',
          value: say`Leads to \`${name.replaceAll('`', '')}\`: ${escapedMarkdown(detail)}.`,
        },
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
      .map((label) => [label, say`a footnote without text`] as const);
    if (opensLine && open.length > 0) return items(note[1]!, ']: ', open);
    return items(note[1]!, opensLine ? ']: ' : ']', [
      ...[...defined].filter(([label]) => !used.has(label)),
      ...[...defined].filter(([label]) => used.has(label)),
    ]);
  }
  const inWiki = wiki.exec(before);
  if (inWiki) {
    const [, mark, written = ''] = inWiki;
    const hash = written.lastIndexOf('#');
    if (hash >= 0) return items(written.slice(hash + 1), ']]', await sections(written));
    const pictures = mark ? await course.images() : [];
    const names = [...new Set([...course.uris.filter((uri) => uri !== document.uri), ...pictures])].map(
      async (uri) => [await nameOfNote(course, uri), say`a file of the course`] as const,
    );
    return items(written, ']]', await Promise.all(names));
  }
  if (typed === '#') return [];
  const label = role.exec(before)?.[1] ?? crossReference.exec(before)?.[1];
  if (label !== undefined) {
    const known = [...labelsOf(course).values()].map(({ uri, anchor }) => [anchor.slug, nameOf(uri)] as const);
    const isCross = !role.test(before);
    return items(
      label,
      isCross ? '' : '`',
      isCross ? known.filter(([name]) => name.startsWith(label.slice(0, 3))) : known,
    );
  }
  const reference = builtInMarkdown ? null : inReference.exec(before);
  if (!reference) return [];
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
  return items(reference[1]!, ']', [...labels.filter((one) => !isUsed(one)), ...labels.filter(isUsed)]);

  /** The headings of the note that a vault's link names before `#`. */
  async function sections(written: string): Promise<readonly (readonly [string, string])[]> {
    const goal = await goalOf(course, { kind: 'wiki', target: written.replace(/#.*$/, '') || '#' }, document.uri, {});
    const anchors = goal ? (course.fact(fileLinks, goal.uri)?.anchors ?? []) : [];
    return anchors.flatMap(({ title }) => (title && !/[[\]|#^]/.test(title) ? [[title, 'a section'] as const] : []));
  }
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
