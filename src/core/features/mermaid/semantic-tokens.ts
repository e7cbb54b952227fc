import type { SemanticTokens } from 'vscode-languageserver-types';
import type { Diagram } from '../../course/course-document';
import type { Token, TokenKind } from '../../mermaid/scan/token';
import { scanIn } from '../../mermaid/symbols-in';
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

/** The tokens of all diagrams of a file, in the protocol's relative numbers, none longer than its line. */
export function diagramTokens({ document }: FeatureContext): SemanticTokens {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  let reached = 0;
  for (const diagram of document.diagrams) {
    for (const { kind, start, end } of pieces(diagram, document.lines)) {
      const type = typeOf[kind];
      // What a program puts into a string stands for several tokens in one place.
      if (type === undefined || start < reached) continue;
      reached = end;
      const place = document.lines.positionAt(start);
      const sameLine = place.line === line;
      data.push(place.line - line, sameLine ? place.character - character : place.character, end - start);
      data.push(semanticTokenTypes.indexOf(type), 0);
      line = place.line;
      character = place.character;
    }
  }
  return { data };
}

/** The tokens as they stand in the file: cut at line ends, quote markers and indentation between them left out. */
function* pieces(diagram: Diagram, lines: LineIndex): Iterable<Token> {
  const { content } = diagram;
  for (const { kind, start, end } of scanIn(diagram).tokens) {
    if (typeOf[kind] === undefined) continue;
    for (let at = start; at < end; ) {
      const lineBreak = content.text.indexOf('\n', at);
      const stop = lineBreak < 0 || lineBreak >= end ? end : lineBreak;
      const outer = content.spanToOuter({ start: at, end: trimmed(content.text, at, stop) });
      const lineEnd = lines.lineEnd(lines.lineOf(outer.start));
      const outerEnd = Math.min(outer.end, lineEnd);
      if (outerEnd > outer.start) yield { kind, start: outer.start, end: outerEnd };
      at = stop + 1;
    }
  }
}

function trimmed(text: string, start: number, end: number): number {
  return end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}
