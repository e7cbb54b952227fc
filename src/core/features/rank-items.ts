import { type CompletionItem, type CompletionList, InsertTextMode, type TextEdit } from 'vscode-languageserver-types';
import type { CourseDocument } from '../course/course-document';
import { matchOf } from '../text/match';

/** More than anyone reads; the next letter asks anew. */
const most = 150;

/**
 * The items that fit what is typed of them, the best first: what begins so before what merely holds its letters, then by
 * the items' own `sortText`, then in the order given. Of two with one label the first stays. Editors match and sort
 * anew by `filterText`; all of ours begin with what is typed, so that they match alike and keep this order.
 */
export function rankItems(document: CourseDocument, offset: number, items: readonly CompletionItem[]): CompletionList {
  const fitting: { item: CompletionItem; edit: TextEdit; typed: string; match: number }[] = [];
  for (const item of items) {
    const edit = item.textEdit as TextEdit;
    const typed = document.text.slice(document.lines.offsetAt(edit.range.start), offset);
    const byLabel = matchOf(typed, item.label);
    const other = item.filterText;
    const match = Math.min(
      byLabel,
      other === undefined || byLabel === 0 ? Number.POSITIVE_INFINITY : matchOf(typed, other),
    );
    if (match < Number.POSITIVE_INFINITY) fitting.push({ item, edit, typed, match });
  }
  fitting.sort((a, b) => a.match - b.match || compare(a.item.sortText ?? '', b.item.sortText ?? ''));
  const known = new Set<string>();
  const kept = fitting.filter(({ item }) => !known.has(item.label) && known.add(item.label)).slice(0, most);
  const lead = leadOf(document, offset);
  return {
    // What fits hangs on each letter, so each letter asks anew.
    isIncomplete: true,
    items: kept.map(({ item, edit, typed }, index) => {
      const multiline = edit.newText.includes('\n');
      const begins = item.label.toLowerCase().startsWith(typed.toLowerCase());
      return {
        ...item,
        sortText: String(index).padStart(4, '0'),
        // A word that is whole already would be put before longer ones.
        filterText: begins ? typed + (item.label.slice(typed.length) || ' ') : `${typed} ${item.label}`,
        ...(multiline && {
          insertTextMode: InsertTextMode.adjustIndentation,
          textEdit: { ...edit, newText: withoutLead(edit.newText, lead) },
        }),
      };
    }),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The blanks that the cursor's line begins with; an editor gives them to each line of an item by itself. */
function leadOf({ lines, text }: CourseDocument, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lines.lineStart(lines.lineOf(offset)), offset))![0];
}

const withoutLead = (text: string, lead: string): string => (lead === '' ? text : text.replaceAll(`\n${lead}`, '\n'));
