/** A text with its markers taken out: `«` opens and `»` closes a range, `«»` is an empty one. */
export interface Marked {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** Guillemets, since Mermaid itself writes `<|` and `|>`. */
export function marked(source: string): Marked {
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
