import type { SourceTerm } from './overview-source';

/** What else a term is called, its acronym last: `LeCo`, `LC`. */
export const otherNames = ({ term, acronym, aliases }: SourceTerm): string[] =>
  [...new Set([...aliases, acronym ?? ''])].filter((name) => name !== '' && name !== term);
