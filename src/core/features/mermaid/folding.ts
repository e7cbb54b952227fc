import type { FoldingRange } from 'vscode-languageserver-types';
import { symbolsIn } from '../../mermaid/symbols-in';
import type { FeatureContext } from '../feature-context';

/** Subgraphs, blocks, sections and bodies in braces that go over several lines; the line that closes one stays visible. */
export function diagramFolding({ document }: FeatureContext): FoldingRange[] {
  return document.diagrams.flatMap((diagram) =>
    symbolsIn(diagram).groups.flatMap((group): FoldingRange[] => {
      const { start, end } = diagram.content.spanToOuter(group.span);
      const startLine = document.lines.lineOf(start);
      const lastLine = document.lines.lineOf(end);
      const endLine = group.closed && group.kind !== 'section' ? lastLine - 1 : lastLine;
      return endLine > startLine ? [{ startLine, endLine, kind: 'region' }] : [];
    }),
  );
}
