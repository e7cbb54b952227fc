import type { Range } from 'vscode-languageserver-types';
import { getOrSet } from '../../get-or-set';
import type { Glossary } from '../../glossary/glossary';
import type { Term } from '../../glossary/term';
import type { TermUse } from '../../glossary/term-use';

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
  const usesOf = new Map<Term, Pick<ListedTerm, 'uses' | 'nodes'>>();
  return uris.flatMap((uri) => {
    const file = glossary.file(uri);
    return (file?.entries ?? []).map((entry): ListedTerm => {
      const { term, acronym, emoji, aliases, definition } = entry;
      const named = glossary.named(term, uri);
      const used = named ? getOrSet(usesOf, named, () => placesOf(named, glossary)) : { uses: [], nodes: [] };
      return { term, acronym, emoji, aliases, definition, uri, range: file!.places.rangeOf(entry.span), ...used };
    });
  });
}

function placesOf(term: Term, glossary: Glossary): Pick<ListedTerm, 'uses' | 'nodes'> {
  const uses = [...glossary.usesOf(term)].sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
  const places = (kind: TermUse['kind']) =>
    uses.filter((use) => use.kind === kind).map((use) => placeOf(use, glossary));
  return { uses: places('prose'), nodes: places('node') };
}

const placeOf = ({ uri, span }: TermUse, glossary: Glossary): Place => ({
  uri,
  range: glossary.file(uri)!.places.rangeOf(span),
});
