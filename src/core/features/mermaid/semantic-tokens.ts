import type { SemanticTokens } from 'vscode-languageserver-types';
import type { Diagram } from '../../course/course-document';
import { demoFences } from '../../demos/demo-fence';
import { type DemoToken, demoTokens } from '../../demos/demo-tokens';
import type { TokenKind } from '../../mermaid/scan/token';
import { scanIn } from '../../mermaid/symbols-in';
import type { EmbeddedText } from '../../text/embedded-text';
import type { LineIndex } from '../../text/line-index';
import type { FeatureContext } from '../feature-context';

/** Token types of the protocol, so that every colour theme knows them. */
export const semanticTokenTypes = [
  'keyword',
  'variable',
  'string',
  'operator',
  'class',
  'comment',
  'number',
  'property',
  'macro',
  'enumMember',
  'type',
] as const;

/** `declaration` tells a demo's key from a style's property, which is no more than a word in a line. */
export const semanticTokenModifiers = ['declaration'] as const;

type SemanticType = (typeof semanticTokenTypes)[number];

/** What is not listed is left to the editor's own colours. */
const typeOf: Partial<Record<TokenKind, SemanticType>> = {
  header: 'type',
  keyword: 'keyword',
  value: 'enumMember',
  id: 'variable',
  arrow: 'operator',
  operator: 'operator',
  label: 'string',
  string: 'string',
  quote: 'string',
  class: 'class',
  style: 'property',
  number: 'number',
  comment: 'comment',
  directive: 'macro',
  frontMatter: 'macro',
};

const typeOfDemo: Readonly<Record<DemoToken['kind'], SemanticType>> = {
  key: 'property',
  comment: 'comment',
  string: 'string',
  number: 'number',
  constant: 'keyword',
  operator: 'operator',
  word: 'string',
};

/** A stretch of an embedded text, or of the file, that is coloured. */
interface Coloured {
  readonly type: SemanticType;
  readonly declares?: boolean;
  readonly start: number;
  readonly end: number;
}

/**
 * The tokens of all diagrams of a file, in the protocol's relative numbers, none longer than its line. Those of demos too,
 * but for markdown in VS Code and for Python, whose grammars we bring.
 */
export function diagramTokens({ document, builtInMarkdown }: FeatureContext): SemanticTokens {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  let reached = 0;
  const diagrams = document.diagrams.map((diagram) => ({ content: diagram.content, words: wordsOf(diagram) }));
  const demos = builtInMarkdown || document.language === 'python' ? [] : demoFences(document);
  const all = [
    ...diagrams,
    ...demos.map(({ fence: { content } }) => ({
      content,
      words: [...demoTokens(content.text)].map(
        ({ kind, ...place }): Coloured => ({ type: typeOfDemo[kind], declares: kind === 'key', ...place }),
      ),
    })),
  ].map(({ content, words }) => [...pieces(content, words, document.lines)]);
  for (const { type, declares, start, end } of all.sort(([a], [b]) => (a?.start ?? 0) - (b?.start ?? 0)).flat()) {
    // What a program puts into a string stands for several tokens in one place.
    if (start < reached) continue;
    reached = end;
    const place = document.lines.positionAt(start);
    const sameLine = place.line === line;
    data.push(place.line - line, sameLine ? place.character - character : place.character, end - start);
    data.push(semanticTokenTypes.indexOf(type), declares ? 1 : 0);
    line = place.line;
    character = place.character;
  }
  return { data };
}

const wordsOf = (diagram: Diagram): Coloured[] =>
  [...scanIn(diagram).tokens].flatMap(({ kind, start, end }) => {
    const type = typeOf[kind];
    return type === undefined ? [] : [{ type, start, end }];
  });

/** The words as they stand in the file: cut at line ends, quote markers and indentation between them left out. */
function* pieces(content: EmbeddedText, words: readonly Coloured[], lines: LineIndex): Iterable<Coloured> {
  for (const { start, end, ...colour } of words) {
    for (let at = start; at < end; ) {
      const lineBreak = content.text.indexOf('\n', at);
      const stop = lineBreak < 0 || lineBreak >= end ? end : lineBreak;
      const outer = content.spanToOuter({ start: at, end: trimmed(content.text, at, stop) });
      const lineEnd = lines.lineEnd(lines.lineOf(outer.start));
      const outerEnd = Math.min(outer.end, lineEnd);
      if (outerEnd > outer.start) yield { ...colour, start: outer.start, end: outerEnd };
      at = stop + 1;
    }
  }
}

function trimmed(text: string, start: number, end: number): number {
  return end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}
