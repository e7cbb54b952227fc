import type { Span } from './span';

/** Characters that are compared in one go: the engine does that much faster than one by one. */
const stride = 4096;

/** What of a text became another: the span in the earlier text that all the difference lies in. */
export function editBetween(earlier: string, later: string): Span {
  const most = Math.min(earlier.length, later.length);
  let start = 0;
  while (start + stride <= most && earlier.slice(start, start + stride) === later.slice(start, start + stride)) {
    start += stride;
  }
  while (start < most && earlier.charCodeAt(start) === later.charCodeAt(start)) start++;
  const left = most - start;
  let behind = 0;
  const part = (text: string, from: number) => text.slice(text.length - from - stride, text.length - from);
  while (behind + stride <= left && part(earlier, behind) === part(later, behind)) behind += stride;
  const isAlike = () => earlier.charCodeAt(earlier.length - 1 - behind) === later.charCodeAt(later.length - 1 - behind);
  while (behind < left && isAlike()) behind++;
  return { start, end: earlier.length - behind };
}
