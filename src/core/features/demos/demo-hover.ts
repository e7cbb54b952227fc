import type { Hover } from 'vscode-languageserver-types';
import type { Fence } from '../../course/course-document';
import { demoHover } from '../../demos/demo-hover';
import { type DemoKind, demoKindOf } from '../../demos/demo-kind';
import { contains } from '../../text/span';
import type { FeatureContext } from '../feature-context';

/** The demo around an offset, and the offset in its own text. */
export function demoAt(
  { document }: Pick<FeatureContext, 'document'>,
  offset: number,
): { fence: Fence; kind: DemoKind; inner: number } | undefined {
  const fence = document.fences.find((one) => contains(one.contentSpan, offset));
  const kind = fence && demoKindOf(fence);
  const inner = fence?.content.toInner(offset) ?? (fence?.content.text === '' ? 0 : undefined);
  return fence && kind && inner !== undefined ? { fence, kind, inner } : undefined;
}

/** What a key of a demo, a chosen value or a claimed result means. */
export function keyHover(context: FeatureContext, offset: number): Hover | undefined {
  const place = demoAt(context, offset);
  const found = place && demoHover(place.kind, place.fence.content.text, place.inner);
  if (!found) return undefined;
  const range = context.document.lines.rangeOf(place.fence.content.spanToOuter(found.span));
  return { contents: { kind: 'markdown', value: found.markdown }, range };
}
