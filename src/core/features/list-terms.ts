import type { Range } from 'vscode-languageserver-types';
import type { Glossary, TermUse } from '../glossary/glossary';

/** A place in a course. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
}

/** A definition as `coursewright terms --format json` prints it. */
export interface ListedTerm extends Place {
  readonly term: string;
  readonly acronym: string | null;
  readonly emoji: string | null;
  readonly aliases: readonly string[];
  readonly definition: string | null;
  /** In prose, headings and tables. */
  readonly uses: readonly Place[];
  /** In diagrams: ids, labels, edge labels. */
  readonly nodes: readonly Place[];
}

/** Every definition in the given files, in their order, with its uses in the whole course. */
export function listTerms(glossary: Glossary, uris: readonly string[]): ListedTerm[] {
  return uris.flatMap((uri) => {
    const file = glossary.file(uri);
    return (file?.entries ?? []).map((entry): ListedTerm => {
      const { term, acronym, emoji, aliases, definition } = entry;
      const named = glossary.named(term);
      const uses = named
        ? [...glossary.usesOf(named)].sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0))
        : [];
      const places = (kind: TermUse['kind']) =>
        uses.filter((use) => use.kind === kind).map((use) => placeOf(use, glossary));
      const range = file!.places.rangeOf(entry.span);
      return { term, acronym, emoji, aliases, definition, uri, range, uses: places('prose'), nodes: places('node') };
    });
  });
}

const placeOf = ({ uri, span }: TermUse, glossary: Glossary): Place => ({
  uri,
  range: glossary.file(uri)!.places.rangeOf(span),
});
