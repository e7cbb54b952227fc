import type { GlossaryEntry } from './glossary-entry';
import { isDerived } from './term-name';

/** Whether an entry's acronym is one beyond doubt: made of the name's letters, or put into a column of its own. */
export const hasSureAcronym = ({ acronym, term, form, scope }: GlossaryEntry): boolean =>
  scope !== null && acronym !== null && (form === 'table' || form === 'titled' || isDerived(acronym, term));
