import type { Finding } from '../../diagnostics/course-diagnostic';
import { notebookCells } from '../../notebook/notebook-cells';
import type { FeatureContext } from '../feature-context';

/** A notebook that cannot be read says where its text breaks; nothing else is known of it. */
export function notebookFindings({ document }: FeatureContext): readonly Finding[] {
  const { language, text } = document;
  // What Git LFS keeps elsewhere is no fault of the text.
  if (language !== 'notebook' || text.trim() === '' || text.startsWith('version https://git-lfs')) return [];
  const read = notebookCells(text);
  return 'fault' in read ? [{ code: 'notebook.syntax', ...read.fault, fixes: [] }] : [];
}
