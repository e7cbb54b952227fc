import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type LocationLink,
} from 'vscode-languageserver-types';
import { type Glossary, glossaryOf } from '../../glossary/glossary';
import { byNearness } from '../../glossary/nearest-entries';
import type { Term } from '../../glossary/term';
import type { Span } from '../../text/span';
import type { FeatureContext } from '../feature-context';

/** The entries of the term at an offset. */
export function termDefinition({ document, course }: FeatureContext, offset: number): LocationLink[] {
  const glossary = glossaryOf(course);
  const found = glossary.at(document.uri, offset);
  if (!found) return [];
  const originSelectionRange = document.lines.rangeOf(found.span);
  return found.terms.flatMap((term) =>
    byNearness(term, document.uri, offset).map(({ uri, entry }) => ({
      originSelectionRange,
      targetUri: uri,
      targetRange: rangeIn(glossary, uri, entry.span),
      targetSelectionRange: rangeIn(glossary, uri, entry.nameSpan),
    })),
  );
}

/** Uses of the term at an offset in the whole course; with its declarations, its entries first. */
export function termReferences(
  { document, course }: FeatureContext,
  offset: number,
  includeDeclaration: boolean,
): Location[] | undefined {
  const glossary = glossaryOf(course);
  const found = glossary.at(document.uri, offset);
  if (!found) return undefined;
  return found.terms.flatMap((term) => [
    ...(includeDeclaration ? entryLocations(term, glossary) : []),
    ...useLocations(term, glossary),
  ]);
}

/** Where a term is used, file after file. */
export const useLocations = (term: Term, glossary: Glossary): Location[] =>
  [...glossary.usesOf(term)].map(({ uri, span }) => ({ uri, range: rangeIn(glossary, uri, span) }));

/** Every place in the document of the term at an offset: its definition written, its uses read. */
export function termHighlights({ document, course }: FeatureContext, offset: number): DocumentHighlight[] | undefined {
  const glossary = glossaryOf(course);
  const found = glossary.at(document.uri, offset);
  return found?.terms.flatMap((term) => {
    const names = term.entries.filter(({ uri }) => uri === document.uri).map(({ entry }) => entry.nameSpan);
    const uses = [...glossary.placesIn(document.uri, term)]
      .map(({ span }) => span)
      .filter((span) => !names.some((name) => name.start <= span.start && span.end <= name.end));
    const highlight = (kind: DocumentHighlightKind) => (span: Span) => ({ range: document.lines.rangeOf(span), kind });
    return [...names.map(highlight(DocumentHighlightKind.Write)), ...uses.map(highlight(DocumentHighlightKind.Read))];
  });
}

const entryLocations = (term: Term, glossary: Glossary): Location[] =>
  term.entries.map(({ uri, entry }) => ({ uri, range: rangeIn(glossary, uri, entry.nameSpan) }));

const rangeIn = (glossary: Glossary, uri: string, span: Span) => glossary.file(uri)!.places.rangeOf(span);
