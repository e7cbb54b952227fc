import type { TextEdit } from 'vscode-languageserver-types';
import type { CourseDocument } from '../course/course-document';
import { demoKindOf } from '../demos/demo-kind';
import { setDemoKey } from '../demos/set-demo-key';
import type { KnobValue } from '../demos/values-by-path';
import { applyChanges } from '../text/span';
import { panelContents } from './panel-subject';

/** A key of a demo and its new value; without one the key is taken out. */
export interface DemoKeyEdit {
  readonly path: readonly (string | number)[];
  readonly value?: unknown;
}

/**
 * The edits that set keys of a demo's fence and leave everything else as written. `index` counts what the panel shows.
 * None where the text has moved on since `version`, or cannot take the change.
 */
export function demoEdit(
  document: CourseDocument,
  version: number,
  index: number,
  set: readonly DemoKeyEdit[],
): TextEdit[] {
  const range = panelContents(document)[index]?.range;
  const fence = range && document.fences.find(({ span }) => span.start === document.lines.offsetAt(range.start));
  const kind = fence && demoKindOf(fence);
  if (!fence || !kind || document.version !== version) return [];
  const before = fence.content.text;
  let text = before;
  for (const { path, value } of set) {
    const change = setDemoKey(kind, text, path.join('.'), value as KnobValue | undefined);
    if (change) text = applyChanges(text, [change]);
  }
  const changed = difference(before, text);
  const change = changed && fence.content.change(changed.span, changed.newText);
  return change ? [{ range: document.lines.rangeOf(change.span), newText: change.newText }] : [];
}

/** The one stretch in which two texts differ. */
function difference(before: string, after: string) {
  if (before === after) return undefined;
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { span: { start, end: before.length - end }, newText: after.slice(start, after.length - end) };
}
