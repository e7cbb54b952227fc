import type { Span } from '../text/span';
import { type ItemNumber, readHeadingNumber } from './item-number';

/** What an outline entry is: a section, a numbered step or skill of a list, an area with a mnemonic, a diagram, a demo. */
export type OutlineKind = 'heading' | 'skill' | 'mnemonic' | 'diagram' | 'demo';

/** One entry of a document's outline, in document offsets. */
export interface OutlineItem {
  readonly kind: OutlineKind;
  /** As a reader sees it, emoji included, number and markup left out; `Step 1: Load` stays whole. */
  readonly title: string;
  /** As written, `1`, `1.2`, `2b` or `3-4`; a list inside a list counts on from its parent: `1.2` for the second item below the first. */
  readonly number: string | null;
  /** More than the title says: a mnemonic, a diagram's type. */
  readonly detail?: string;
  /** All that belongs to the entry: a section to its end, an item with the items below it. */
  readonly span: Span;
  /** What names it: the heading's text, the item's first line, the fence's info. */
  readonly selectionSpan: Span;
  /** The number where it stands. */
  readonly written?: ItemNumber;
  /** Depth of a heading, 1 to 6; undefined for any other kind. */
  readonly level?: number;
  /** Which stretch of course text it stands in: no entry of one Python string is a sibling of another's. */
  readonly region: number;
  /** Of a skill: where the list item begins that its list belongs to, -1 for none, and how far its marker is indented. */
  readonly within?: number;
  readonly indentation?: number;
  readonly children: readonly OutlineItem[];
}

/** An entry as a list shows it: its number before its title, where the title does not say it. */
export const itemName = ({ number, title }: Pick<OutlineItem, 'number' | 'title'>): string =>
  number === null || readHeadingNumber(title)?.number.word !== undefined ? title : `${number} ${title}`.trim();
