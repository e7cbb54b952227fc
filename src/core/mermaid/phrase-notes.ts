import { filledIn } from '../text/placeholders';
import type { Phrase } from './vocabulary';

/** What is said of a phrase: what it does, and a line that shows its use. Markdown. */
export function phraseNotes({ text, detail, snippet, example }: Phrase): string | undefined {
  const shown = example ?? (snippet && filledIn(snippet));
  const says = detail && `**${text.trim()}**: ${detail}.`;
  const code = shown && `\`\`\`\n${shown}\n\`\`\``;
  return [says, code].filter(Boolean).join('\n\n') || undefined;
}
