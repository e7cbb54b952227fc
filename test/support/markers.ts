/** A text with its markers taken out: `<|` opens and `|>` closes a range; `<|>` is an empty one. */
export interface Marked {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** Reads markers, which may stand several times but not inside each other. */
export function marked(source: string): Marked {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  let open: number | undefined;
  let done = 0;
  for (const { 0: marker, index } of source.matchAll(/<\|>|<\|(?!\|)|\|>/g)) {
    text += source.slice(done, index);
    done = index + marker.length;
    if (marker === '<|>') spans.push({ start: text.length, end: text.length });
    else if (marker === '<|') open = text.length;
    else if (open !== undefined) {
      spans.push({ start: open, end: text.length });
      open = undefined;
    } else text += marker;
  }
  if (open !== undefined) throw new Error(`a marker is not closed in ${JSON.stringify(source)}`);
  return { text: text + source.slice(done), spans };
}
