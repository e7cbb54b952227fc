import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import type { CourseDocument } from '../../course/course-document';
import { isProseAt } from '../../course/prose-at';
import { regionAt } from '../../course/region-at';
import { glossaryEntries } from '../../glossary/glossary-entries';
import type { GlossaryEntry } from '../../glossary/glossary-entry';
import { scopeAt } from '../../glossary/glossary-sections';
import { say } from '../../l10n/say';
import { filledIn, protocolSnippet } from '../../text/placeholders';
import type { CompletionAbilities } from '../completion-abilities';
import type { FeatureContext } from '../feature-context';

/** An entry as it is written where none stands above it. */
export const newEntry = '- **‹Name› (‹NM›):** ‹What it means.›';

/** At the beginning of a line in a glossary: one more entry, written as the one above it. */
export function entryCompletion(
  { document }: FeatureContext,
  offset: number,
  { snippets, typed }: CompletionAbilities,
): CompletionItem[] {
  const { lines, text } = document;
  const line = lines.lineOf(offset);
  const start = lines.lineStart(line);
  const written = /^[\s>]*((?:[-*+]|\d{1,9}[.)]|#{1,6}|\|)?[ \t]*(?:\*\*)?)$/.exec(text.slice(start, offset))?.[1];
  if (typed !== undefined || written === undefined || text.slice(offset, lines.lineEnd(line)).trim() !== '') return [];
  const region = regionAt(document, { start: offset, end: offset });
  if (!region || !isProseAt(document, offset)) return [];
  if (scopeAt(document, offset) === null) return [];
  const form = /^#/.test(written) ? 'heading' : /^\|/.test(written) ? 'table' : 'bold';
  const above = glossaryEntries(document).findLast((entry) => entry.form === form && entry.span.end < start);
  const entry = above ? likeEntry(document, above, written) : undefined;
  const shown = entry ?? (form === 'bold' ? newEntry : undefined);
  if (shown === undefined) return [];
  const label = filledIn(shown).split('\n', 1)[0]!;
  return [
    {
      label,
      kind: CompletionItemKind.Snippet,
      detail: say`a new entry`,
      documentation: { kind: 'markdown', value: say`One more term of the glossary, written as the entry above it.` },
      sortText: '0',
      ...(snippets && { insertTextFormat: InsertTextFormat.Snippet }),
      textEdit: {
        range: lines.rangeOf({ start: offset - written.length, end: offset }),
        newText: snippets ? protocolSnippet(shown) : filledIn(shown),
      },
    },
  ];
}

/**
 * The line of an entry up to its definition, with places to fill in for what it says. Of a heading, the one at the level
 * that is written.
 */
function likeEntry({ lines, text }: CourseDocument, entry: GlossaryEntry, written: string): string | undefined {
  const { span, nameSpan, acronymSpan, definitionSpan, emoji, form } = entry;
  const start = lines.lineStart(lines.lineOf(form === 'heading' ? nameSpan.start : span.start));
  if (form === 'heading') {
    if (!text.slice(start, nameSpan.start).startsWith(written)) return undefined;
    return `${written}‹Name›${acronymSpan ? ' (‹NM›)' : ''}\n\n‹What it means.›`;
  }
  const end = definitionSpan?.start ?? span.end;
  if (text.slice(start, end).includes('\n')) return undefined;
  let line = text.slice(acronymSpan?.end ?? nameSpan.end, end);
  if (acronymSpan) line = `${text.slice(nameSpan.end, acronymSpan.start)}‹NM›${line}`;
  const before = text
    .slice(start, nameSpan.start)
    .replace(/^[\s>]*/, '')
    .replace(/^\d+(?=[.)])/, (number) => String(Number(number) + 1));
  const head = emoji ? before.replace(emoji, '‹🔑›') : before;
  const tail =
    form === 'table' && definitionSpan ? text.slice(definitionSpan.end, lines.lineEnd(lines.lineOf(start))) : '';
  // Further columns would repeat what the row above says.
  if (/[\p{L}\p{N}]/u.test(tail)) return undefined;
  return `${head}‹Name›${line.trimEnd()} ‹What it means.›${tail}`;
}
