import { fenceLanguage } from '../core/course/blocks/fence-language';
import { demoKindOf } from '../core/demos/demo-kind';

const fence = /^[ \t>*+-]*(`{3,}|~{3,})(.*)$/;

/**
 * The texts of the demo fences in markdown, found at a glance: enough to read ahead what a preview of them will need, which
 * alone knows exactly what is a fence.
 */
export function demosOf(markdown: string): readonly string[] {
  const demos: string[] = [];
  let open: { readonly marks: string; readonly isDemo: boolean; readonly lines: string[] } | undefined;
  for (const line of markdown.split(/\r?\n/)) {
    const [, marks, after = ''] = fence.exec(line) ?? [];
    const info = after.trim();
    if (!open) {
      if (marks) open = { marks, isDemo: demoKindOf({ language: fenceLanguage(info), info }) !== undefined, lines: [] };
    } else if (marks?.startsWith(open.marks) && info === '') {
      if (open.isDemo) demos.push(open.lines.join('\n'));
      open = undefined;
    } else if (open.isDemo) {
      open.lines.push(line);
    }
  }
  return demos;
}
