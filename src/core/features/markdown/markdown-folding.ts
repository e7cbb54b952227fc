import type { FoldingRange } from 'vscode-languageserver-types';
import { outlineOf } from '../../outline/outline';
import type { OutlineItem } from '../../outline/outline-item';
import type { Span } from '../../text/span';
import type { FeatureContext } from '../feature-context';

/** Sections, fences, formulas, tables, list items and front matter, for an editor that does not fold markdown itself. */
export function markdownFolding({ document, builtInMarkdown }: FeatureContext): FoldingRange[] {
  if (builtInMarkdown) return [];
  const { lines, text, regions, fences, directives, formulas, tables, listItems } = document;
  const fold = ({ start, end }: Span): FoldingRange[] => {
    const startLine = lines.lineOf(start);
    let endLine = lines.lineOf(Math.max(start, end - 1));
    while (endLine > startLine && text.slice(lines.lineStart(endLine), lines.lineEnd(endLine)).trim() === '') endLine--;
    return endLine > startLine ? [{ startLine, endLine, kind: 'region' }] : [];
  };
  const blocks = [...fences, ...directives, ...formulas, ...tables, ...listItems].map(({ span }) => span);
  const frontMatter = regions.flatMap((region) => region.frontMatter ?? []);
  return [...frontMatter, ...sectionsIn(outlineOf(document)), ...blocks].flatMap(fold);
}

/** The sections of an outline, each from its heading to the next of its level. */
function* sectionsIn(items: readonly OutlineItem[]): Iterable<Span> {
  for (const { kind, span, children } of items) {
    if (kind === 'heading') yield span;
    yield* sectionsIn(children);
  }
}
