import { readBlocks } from '../course/blocks/read-blocks';
import { FoundBlocks } from '../course/blocks/region-blocks';
import type { CourseDocument } from '../course/course-document';
import { type DocumentBase, documentOf } from '../course/document-of';
import { cellText, notebookText } from './cell-text';
import { notebookCells } from './notebook-cells';

/**
 * The model of a Jupyter notebook: its markdown cells, each read by itself as Jupyter shows it, and together one region,
 * so that headings go on from cell to cell.
 */
export function notebookDocument(base: DocumentBase): CourseDocument {
  const found = new FoundBlocks();
  const read = notebookCells(base.text);
  const cells =
    'cells' in read ? read.cells.filter(({ strings }) => strings.some(({ start, end }) => end > start)) : [];
  const [first] = cells;
  if (!first) return documentOf(base, [], found);
  for (const cell of cells) {
    const span = Object.freeze({ start: cell.strings[0]!.start, end: cell.strings.at(-1)!.end });
    readBlocks(cellText(base.text, cell), span, false, 0, found);
  }
  const span = Object.freeze({ start: first.strings[0]!.start, end: cells.at(-1)!.strings.at(-1)!.end });
  const region = Object.freeze({ source: notebookText(base.text, cells), span });
  return documentOf(base, [region], found);
}
