import { codeBlock, escapedMarkdown } from '../text/escaped-markdown';
import { filledIn } from '../text/placeholders';
import type { Phrase } from './vocabulary';

/**
 * What is said of a phrase: what it does, and a line that shows its use. Markdown, in which an author's words (an id, the
 * label of a node) are text: a picture in a label is asked for from nowhere.
 */
export function phraseNotes({ text, detail, snippet, example }: Phrase): string | undefined {
  const shown = example ?? (snippet && filledIn(snippet));
  const says = detail && `**${escapedMarkdown(text)}**: ${escapedMarkdown(detail)}.`;
  return [says, shown && codeBlock(shown)].filter(Boolean).join('\n\n') || undefined;
}
