import type { Course } from '../../course/course';
import type { GlossaryEntry } from '../../glossary/glossary-entry';
import type { PlacedEntry } from '../../glossary/term';
import { safeMarkdown } from '../../links/safe-markdown';
import type { FormulaCode } from '../../math/formulas-as-code';
import { escapedMarkdown } from '../../text/escaped-markdown';

/** Characters of a definition that are shown: a definition is a sentence, or a page of them, but no chapter. */
const most = 6000;

const known = new WeakMap<GlossaryEntry, string>();

/** An entry's definition as markdown that is safe to show anywhere; undefined where it has none. */
export function shownDefinition(
  { uri, entry }: PlacedEntry,
  { root }: Course,
  formulas: FormulaCode = 'signs',
): string | undefined {
  if (entry.definition === null) return undefined;
  if (formulas === 'tex') return safeMarkdown(entry.definition, uri, root, most, formulas);
  let shown = known.get(entry);
  if (shown === undefined) {
    shown = safeMarkdown(entry.definition, uri, root, most);
    known.set(entry, shown);
  }
  return shown;
}

/** What an entry says besides its definition, each part under its label, as markdown that is safe to show anywhere. */
export const shownFields = ({ uri, entry }: PlacedEntry, { root }: Course): string[] =>
  entry.fields.map(({ label, text }) => `**${escapedMarkdown(label)}:** ${safeMarkdown(text, uri, root, most)}`);
