import type { CourseDocument } from '../course/course-document';
import { regionAt } from '../course/region-at';
import type { TextChange } from '../text/span';
import type { GlossaryEntry } from './glossary-entry';

/** A term to be defined. */
export interface NewTerm {
  readonly term: string;
  readonly acronym: string | null;
  readonly emoji: string | null;
}

/** The entry's text, with room for its definition. */
export function entryText({ term, acronym, emoji }: NewTerm): string {
  const short = acronym && acronym !== term ? ` (${acronym})` : '';
  return `**${emoji ? `${emoji} ` : ''}${term}${short}:** …`;
}

/** The entry after the last one of its form, marked and spaced as that is; undefined where no list can take it. */
export function entryChange(
  document: CourseDocument,
  entries: readonly GlossaryEntry[],
  term: NewTerm,
): TextChange | undefined {
  const last = entries.filter(({ form }) => form === 'bold').at(-1);
  const source = last && regionAt(document, last.span)?.source;
  if (!last || !source) return undefined;
  const start = source.toInner(last.span.start);
  const end = source.toInner(last.span.end);
  if (start === undefined || end === undefined) return undefined;
  const { text } = source;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const marker = text.slice(lineStart, start);
  if (!/^[\s>]*(?:[-*+]\s+)?$/.test(marker)) return undefined;
  const spaced =
    entries.filter(({ form }) => form === 'bold').length < 2
      ? false
      : /\n[\s>]*\n[\s>]*[-*+]?\s*$/.test(text.slice(0, start));
  return source.change({ start: end, end }, `\n${spaced ? '\n' : ''}${marker}${entryText(term)}`);
}
