import type { DemoKind } from '../../src/core/demos/demo-kind';
import { setDemoKey } from '../../src/core/demos/set-demo-key';
import type { ValuesByPath } from '../../src/core/demos/values-by-path';

/** The demo's text with keys set the way the fence will be written. */
export function withKnobs(kind: DemoKind, text: string, values: ValuesByPath): string {
  let after = text;
  for (const [path, value] of Object.entries(values)) {
    const change = setDemoKey(kind, after, path, value);
    if (change) after = after.slice(0, change.span.start) + change.newText + after.slice(change.span.end);
  }
  return after;
}
