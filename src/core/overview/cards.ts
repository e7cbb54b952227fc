import { plainText } from '../course/inline/plain-text';
import { withReadableFormulas } from '../math/formulas-as-code';
import { emojiOf } from '../text/emoji';
import { areasOf } from './areas';
import { otherNames } from './other-names';
import type { OverviewSource } from './overview-source';

/** Something to learn by heart: its picture, acronym or name on the front, what it stands for on the back. */
export interface Card {
  /** The same as long as the name is: what a learner knows of it hangs on this. */
  readonly id: string;
  /** The picture and what the thing is called for short; its name where it has neither. */
  readonly front: string;
  /** The name; empty where the front says it. */
  readonly back: string;
  /** What the course says it is, as its author's markdown on one line; empty where it says nothing. */
  readonly meaning: string;
  /** The same as a reader sees it. */
  readonly shown: string;
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
}

/**
 * The cards of a course: areas and terms that have a picture, an acronym or a definition, each name once. Nothing that is
 * only proposed is on a card.
 */
export function cardsOf(source: OverviewSource): Card[] {
  const cards = new Map<string, Card>();
  const add = (
    name: string,
    short: readonly (string | null)[],
    meaning: string | null,
    uri: string,
    line: number,
  ): void => {
    const id = name.toLowerCase();
    const front = short.filter(Boolean).join(' ');
    const said = meaning?.replace(/\s+/g, ' ').trim() ?? '';
    if ((front === '' && said === '') || cards.has(id)) return;
    cards.set(id, {
      id,
      front: front || name,
      back: front === '' ? '' : name,
      meaning: said,
      shown: plainText(withReadableFormulas(said)),
      uri,
      line,
    });
  };
  for (const term of source.terms)
    add(plainText(term.term), [term.emoji, otherNames(term).join(', ')], term.definition, term.uri, term.line);
  for (const { name, emoji, acronym, file, line } of areasOf(source).areas)
    if (emojiOf(name) === null) add(name, [emoji, acronym], null, file.uri, line);
  return [...cards.values()];
}
