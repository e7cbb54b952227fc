import type { Fence } from '../../course/course-document';
import type { Finding, Fix } from '../../diagnostics/course-diagnostic';
import type { FeatureContext } from '../feature-context';

/** `fence.unclosed`: a fence that runs to the end of its container because nothing closes it. */
export function fenceFindings({ document }: FeatureContext): Finding[] {
  return document.fences
    .filter((fence) => !fence.closed)
    .map((fence) => {
      const marker = document.text.slice(fence.markerSpan.start, fence.markerSpan.end);
      return {
        code: 'fence.unclosed',
        span: fence.markerSpan,
        message: `This fence is never closed, so everything below belongs to it. End it with a line that holds ${marker} alone.`,
        fixes: closingFix(document.text, fence, marker),
      };
    });
}

/** Closes the fence after its last line of content, in the column where it was opened. */
function closingFix(text: string, fence: Fence, marker: string): Fix[] {
  const lineStart = text.lastIndexOf('\n', fence.markerSpan.start - 1) + 1;
  const prefix = text.slice(lineStart, fence.markerSpan.start);
  if (!/^[ \t>]*$/.test(prefix)) return [];
  let last = fence.span.end;
  while (last > fence.markerSpan.end && /\s/.test(text[last - 1]!)) last--;
  const newText = `${text.includes('\r\n') ? '\r\n' : '\n'}${prefix}${marker}`;
  const changes = [{ span: { start: last, end: last }, newText }];
  return [{ title: `Close the fence with ${marker}`, safe: false, changes }];
}
