import type { Range } from 'vscode-languageserver-types';
import { plainText } from '../../course/inline/plain-text';
import { glossaryOf } from '../../glossary/glossary';
import { nearestEntries } from '../../glossary/nearest-entries';
import { withReadableFormulas } from '../../math/formulas-as-code';
import type { FeatureContext } from '../feature-context';

/** A term as a label on a picture can be explained by it. */
export interface ExplainedTerm {
  readonly name: string;
  /** The nearest definition, without marks; at most so long as one reads at a glance. */
  readonly definition: string;
}

const mostTerms = 3;
const longest = 300;

/** The terms that stand in ranges of a document, the first places first, each once; those without a definition explain nothing. */
export function explainWords({ document, course }: FeatureContext, ranges: readonly Range[]): readonly ExplainedTerm[] {
  const glossary = glossaryOf(course);
  const explained = new Map<string, ExplainedTerm>();
  for (const range of ranges) {
    const { start, end } = document.lines.spanOf(range);
    for (let at = start; at < end && explained.size < mostTerms; ) {
      const found = glossary.at(document.uri, at);
      for (const term of found?.terms.slice(0, 1) ?? []) {
        const definition = nearestEntries(term, document.uri, at).find(({ entry }) => entry.definition !== null);
        if (definition) explained.set(term.name, { name: term.name, definition: shown(definition.entry.definition!) });
      }
      at = Math.max(found?.span.end ?? 0, wordAfter(document.text, at));
    }
  }
  return [...explained.values()].slice(0, mostTerms);
}

/** Where the next word begins behind the one at an offset. */
function wordAfter(text: string, offset: number): number {
  const gap = /[^\p{L}\p{N}]/u;
  let at = offset;
  while (at < text.length && !gap.test(text[at]!)) at++;
  while (at < text.length && gap.test(text[at]!)) at++;
  return at;
}

function shown(definition: string): string {
  const text = plainText(withReadableFormulas(definition)).replace(/\s+/g, ' ').trim();
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/, '')} …`;
}
