import { CodeActionKind } from 'vscode-languageserver-types';
import type { CourseDocument } from '../../course/course-document';
import { regionAt } from '../../course/region-at';
import { glossaryOf } from '../../glossary/glossary';
import { say } from '../../l10n/say';
import { symbolsIn } from '../../mermaid/symbols-in';
import { outlineOf } from '../../outline/outline';
import type { OutlineItem } from '../../outline/outline-item';
import { isTree, outlineList, skillTree } from '../../outline/skill-tree';
import { contains, type Span } from '../../text/span';
import type { CourseAction } from '../course-action';
import type { FeatureContext } from '../feature-context';

const kind = CodeActionKind.RefactorRewrite;

/** An outline as a Mermaid skill tree, a Mermaid tree as an outline: each written below what it was made of. */
export function skillTreeActions({ document, course }: FeatureContext, selection: Span): CourseAction[] {
  const item = itemAt(outlineOf(document), selection.start, document);
  if (item && isTree(item)) {
    const diagram = skillTree(item, glossaryOf(course));
    const heading = document.headings.find(({ titleSpan }) => titleSpan.start === item.selectionSpan.start);
    const action = inserted(document, heading?.span.end ?? item.selectionSpan.end, `\`\`\`mermaid\n${diagram}\n\`\`\``);
    return action ? [{ title: say`Draw “${item.title}” as a skill tree`, kind, edits: [action] }] : [];
  }
  const diagram = document.diagrams.find(({ span, fence }) => fence?.closed && contains(span, selection.start));
  const list = diagram && outlineList(symbolsIn(diagram));
  const edit = list && inserted(document, diagram.span.end, list);
  return edit ? [{ title: say`Write this diagram as an outline`, kind, edits: [edit] }] : [];
}

/** The entry that is named on the line of an offset. */
function itemAt(items: readonly OutlineItem[], offset: number, document: CourseDocument): OutlineItem | undefined {
  const line = document.lines.lineOf(offset);
  for (const item of items) {
    if (item.kind === 'heading' && document.lines.lineOf(item.selectionSpan.start) === line) return item;
    const below = contains(item.span, offset) ? itemAt(item.children, offset, document) : undefined;
    if (below) return below;
  }
  return undefined;
}

/** A block of its own below the line of an offset. */
function inserted(document: CourseDocument, offset: number, block: string) {
  const end = document.lines.lineEnd(document.lines.lineOf(offset));
  const span = { start: end, end };
  const source = regionAt(document, span)?.source;
  const inner = source?.toInner(end);
  const change = inner === undefined ? undefined : source?.change({ start: inner, end: inner }, `\n\n${block}`);
  return change && { uri: document.uri, range: document.lines.rangeOf(change.span), newText: change.newText };
}
