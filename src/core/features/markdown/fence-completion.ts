import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import type { CourseDocument, Fence } from '../../course/course-document';
import { regionAt } from '../../course/region-at';
import { tweetLanguage } from '../../course/tweet-language';
import { demoDefinitions } from '../../demos/demo-definitions';
import { demoKinds } from '../../demos/demo-kind';
import { demoSketches } from '../../demos/demo-sketches';
import { said, say } from '../../l10n/say';
import { diagramSketches } from '../../mermaid/diagram-sketches';
import { languageNamed } from '../../mermaid/languages/languages';
import { filledIn, protocolSnippet } from '../../text/placeholders';
import type { CompletionAbilities } from '../completion-abilities';
import type { FeatureContext } from '../feature-context';

const opener = /^(?<margin>[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(?<marker>`{3,}|~{3,})[ \t]*(?<word>\{?[\w-]*)$/;

interface FenceKind {
  /** The info string. */
  readonly info: string;
  readonly label: string;
  readonly detail: string;
  readonly body: string;
}

const kinds: readonly FenceKind[] = [
  {
    info: 'mermaid',
    label: 'mermaid',
    detail: say`A diagram`,
    body: diagramSketches[0]!.text,
  },
  ...demoKinds.map((kind) => ({
    info: kind,
    label: kind,
    detail: demoDefinitions[kind].summary,
    body: demoSketches[kind],
  })),
  {
    info: tweetLanguage,
    label: tweetLanguage,
    detail: say`A post, counted while you type`,
    body: '‹what the course teaches›',
  },
  ...diagramSketches.map(({ type, word, text }) => ({
    info: 'mermaid',
    label: `mermaid ${word}`,
    detail: said(languageNamed(type)!.name),
    body: text,
  })),
];

/**
 * Behind the marks that open a fence: each kind of diagram and demo, as a small whole one to begin with. Of a fence that
 * has its closing line, or its content, only what is missing is written.
 */
export function fenceCompletion(
  { document }: FeatureContext,
  offset: number,
  { snippets, typed }: CompletionAbilities,
): CompletionItem[] {
  if (typed !== undefined && typed !== '`') return [];
  const { lines, text } = document;
  const line = lines.lineOf(offset);
  const start = lines.lineStart(line);
  const match = opener.exec(text.slice(start, offset));
  if (!match) return [];
  // Editors close a brace as it is typed.
  const behind = /^\}?(?=[ \t]*$)/.exec(text.slice(offset, lines.lineEnd(line)))?.[0];
  if (behind === undefined || (behind === '}' && !match.groups!.word!.startsWith('{'))) return [];
  const region = regionAt(document, { start: offset, end: offset });
  const end = region?.source.toInner(offset);
  const { margin = '', marker = '', word = '' } = match.groups!;
  // In a directive a marker as long as its own closes it; a shorter one opens a fence in its text.
  const closable = document.directives.filter(({ markerSpan }) => markerSpan.end - markerSpan.start <= marker.length);
  const fence = [...document.fences, ...closable].find(({ span }) => span.start < offset && offset <= span.end);
  if (!region || end === undefined || (fence && lines.lineOf(fence.markerSpan.start) !== line)) return [];
  const missing = fence ? missingIn(fence, document) : 'all';
  // What follows stands behind the marks of quotes, and under a list item's text.
  const indentation = margin.replace(/[^\s>]/g, ' ');
  const isBrace = word.startsWith('{');
  // Quarto runs a cell by its braces.
  const braced = (info: string): string => {
    const takesBraces =
      info === 'mermaid' ? isBrace || /\.[qR]md$/i.test(document.uri) : isBrace && info !== tweetLanguage;
    return takesBraces ? `{${info}}` : info;
  };
  return kinds.flatMap((one, index): CompletionItem[] => {
    const { detail, body } = one;
    const info = braced(one.info);
    const label = one.label.replace(one.info, info);
    if (missing === 'name' && label !== info) return [];
    const rest = missing === 'name' ? '' : `\n${body}${missing === 'all' ? `\n${marker}` : ''}`;
    const whole = (info + rest).replaceAll('\n', `\n${indentation}`);
    const change = region.source.change(
      { start: end - word.length, end: end + behind.length },
      snippets ? whole : filledIn(whole),
    );
    if (!change) return [];
    const newText = snippets && rest !== '' ? protocolSnippet(change.newText) : change.newText;
    return [
      {
        label,
        kind: CompletionItemKind.Snippet,
        detail,
        documentation: {
          kind: 'markdown',
          value: `\`\`\`\`markdown\n\`\`\`${info}\n${filledIn(body)}\n\`\`\`\n\`\`\`\``,
        },
        ...(snippets && rest !== '' && { insertTextFormat: InsertTextFormat.Snippet }),
        sortText: `1${String(index).padStart(4, '0')}`,
        textEdit: { range: lines.rangeOf(change.span), newText },
      },
    ];
  });
}

function missingIn(fence: Fence, { text }: CourseDocument): 'all' | 'content' | 'name' {
  const body = text.slice(fence.contentSpan.start, fence.contentSpan.end);
  if (!fence.closed || fence.fault !== undefined || holdsOpener(body)) return isBegun(body) ? 'name' : 'all';
  return body.trim() === '' ? 'content' : 'name';
}

/** An unclosed fence ends in the text that happens to follow; only a line right below it is its own. */
const isBegun = (body: string): boolean => /^[ \t>]*\S/.test(body.split('\n', 1)[0]!) && !holdsOpener(body);

const holdsOpener = (body: string): boolean => /^[\s>]*(?:`{3,}|~{3,})[ \t]*[\w{]/m.test(body);
