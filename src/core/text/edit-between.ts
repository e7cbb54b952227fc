import type { Span } from './span';

/** Characters that are compared in one go: the engine does that much faster than one by one. */
const stride = 4096;

/**
 * What of a text became another: the span in the earlier text that all the difference lies in. Where several would do, as
 * for one of two line breaks, the first one: behind it stands the cursor of who typed.
 */
export function editBetween(earlier: string, later: string): Span {
  const most = Math.min(earlier.length, later.length);
  const part = (text: string, behind: number) => text.slice(text.length - behind - stride, text.length - behind);
  const isAlike = (behind: number) =>
    earlier.charCodeAt(earlier.length - 1 - behind) === later.charCodeAt(later.length - 1 - behind);
  let behind = 0;
  while (behind + stride <= most && part(earlier, behind) === part(later, behind)) behind += stride;
  while (behind < most && isAlike(behind)) behind++;
  const left = most - behind;
  let start = 0;
  while (start + stride <= left && earlier.slice(start, start + stride) === later.slice(start, start + stride)) {
    start += stride;
  }
  while (start < left && earlier.charCodeAt(start) === later.charCodeAt(start)) start++;
  return { start, end: earlier.length - behind };
}
