import { isMarkup } from '../mermaid/markup';
import { detached } from '../text/detached';

/** What is read in a label, on one line: its tags and line breaks (`\\n` too) shape it and say nothing. */
export const shownText = (label: string): string =>
  detached(
    label
      .replace(/<[^<>]*>/g, (tag) => (isMarkup(tag, label) ? ' ' : tag))
      .replace(/\\n|\s+/g, ' ')
      .replace(/ {2,}/g, ' ')
      .trim(),
  );
