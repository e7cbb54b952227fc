import type { Marked } from './markers';

/** Takes out the markers `«…»`, for texts that write `<|` and `|>` themselves; `«»` is an empty range. */
export function guillemets(source: string): Marked {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  let done = 0;
  for (const match of source.matchAll(/«([^»]*)»/g)) {
    text += source.slice(done, match.index);
    spans.push({ start: text.length, end: text.length + match[1]!.length });
    text += match[1]!;
    done = match.index + match[0].length;
  }
  return { text: text + source.slice(done), spans };
}
