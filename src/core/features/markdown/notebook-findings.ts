import type { Finding } from '../../diagnostics/course-diagnostic';
import { say } from '../../l10n/say';
import { notebookCells } from '../../notebook/notebook-cells';
import type { FeatureContext } from '../feature-context';

/** A notebook that cannot be read says where its text breaks; nothing else is known of it. */
export function notebookFindings({ document }: FeatureContext): readonly Finding[] {
  const { language, text } = document;
  // What Git LFS keeps elsewhere is no fault of the text.
  if (language !== 'notebook' || text.startsWith('version https://git-lfs')) return [];
  if (text.trim() === '') {
    const message = say`This notebook is an empty file, which Jupyter does not open: add a cell in VS Code and save it, or delete it.`;
    return [{ code: 'notebook.syntax', span: { start: 0, end: 0 }, message, fixes: [] }];
  }
  const read = notebookCells(text);
  return 'fault' in read ? [{ code: 'notebook.syntax', ...read.fault, fixes: [] }] : [];
}
