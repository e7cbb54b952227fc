import type { Span } from '../text/span';
import type { Fence } from './course-document';

/** Whether a line of a fence ends in the very marker that would close it on a line of its own: "print(x)```". */
export const endsInCloser = (line: string, sign: string, length: number): boolean =>
  gluedAt(line, sign.repeat(length)) !== undefined;

/** Where the marker stands in a fence's content that was meant to close it and stands behind text, in offsets of the content. */
export function gluedCloser({ fault, markerSpan, content: { text } }: Fence, source: string): Span | undefined {
  if (fault !== 'never-closed') return undefined;
  const marker = source.slice(markerSpan.start, markerSpan.end);
  const end = text.trimEnd().length;
  const start = text.lastIndexOf('\n', end - 1) + 1;
  const at = gluedAt(text.slice(start, end), marker);
  return at === undefined ? undefined : { start: start + at, end: start + at + marker.length };
}

/** A line that holds another such marker shows one: "write ```py and ```". */
function gluedAt(line: string, marker: string): number | undefined {
  const written = line.trimEnd();
  const at = written.indexOf(marker);
  const glued =
    at === written.length - marker.length && /[^\s>]/.test(written.slice(0, at)) && written[at - 1] !== marker[0];
  return at >= 0 && glued ? at : undefined;
}
