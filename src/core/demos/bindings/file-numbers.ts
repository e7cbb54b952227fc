import type { CourseDocument } from '../../course/course-document';
import type { Fact } from '../../course/fact';
import { getOrSet } from '../../get-or-set';
import { detached } from '../../text/detached';
import { LinePlaces, type PackedPlaces } from '../../text/line-index';
import type { Span } from '../../text/span';
import type { Demo } from '../demo';
import { demoFences } from '../demo-fence';
import type { DemoKind } from '../demo-kind';
import { readDemo } from '../read-demo';
import { bindingsOf } from './binding';
import type { BindingAddress } from './binding-address';
import type { BoundText } from './prose-claims';

/** A demo that numbers can be bound to. */
export interface NamedDemo {
  readonly id: string;
  readonly kind: DemoKind;
  /** The body of its fence. */
  readonly text: string;
  /** Where its name stands in the file. */
  readonly span: Span;
}

/** The demo of a file whose text may be let go. */
export const demoAsRead = ({ kind, text }: NamedDemo): Demo => readDemo<DemoKind>(kind, text);

/** A number that is bound, wherever its demo is. */
export interface BoundNumber {
  readonly address: BindingAddress;
  /** Where the demo is named in the file. */
  readonly idSpan: Span;
  /** The link or the comment in the file. */
  readonly span: Span;
  readonly bound: BoundText;
}

/** What other files need to know of the demos and the bound numbers of a file. */
export interface FileNumbers {
  readonly demos: readonly NamedDemo[];
  readonly bound: readonly BoundNumber[];
  readonly places: LinePlaces;
}

type PackedNumbers = Omit<FileNumbers, 'places'> & { readonly places: PackedPlaces };

/** Kept of every file, so that a number of one lesson can be bound to a demo of another. */
export const fileNumbers: Fact<FileNumbers> = {
  name: 'numbers',
  of: (document) => numbersOf(document),
  pack: ({ places, ...rest }): PackedNumbers => ({ ...rest, places: places.pack() }),
  unpack(packed) {
    const { places, ...rest } = packed as PackedNumbers;
    return { ...rest, places: LinePlaces.unpack(places) };
  },
};

const known = new WeakMap<CourseDocument, FileNumbers>();

/** The demos and the bound numbers of a document, worked out once for all features. */
export const numbersOf = (document: CourseDocument): FileNumbers =>
  getOrSet(known, document, () => ({
    demos: namedDemos(document),
    bound: boundNumbers(document),
    places: document.lines.places,
  }));

const namedDemos = (document: CourseDocument): NamedDemo[] =>
  demoFences(document).flatMap(({ fence, demo }) => {
    const place = demo.places.get('id');
    const { id } = demo.values;
    if (!place || id === undefined) return [];
    const span = fence.content.spanToOuter(place.value);
    return [{ id: detached(id), kind: demo.kind, text: detached(demo.text), span }];
  });

/** So much around a number is kept of a file whose text is let go. */
const mostKept = 300;

const boundNumbers = (document: CourseDocument): BoundNumber[] =>
  bindingsOf(document).flatMap(({ address, source, span, writtenIn, writtenSpan, bound }) => {
    if (!address) return [];
    const idSpan = { start: writtenSpan.start, end: writtenSpan.start + address.id.length };
    const from = Math.max(0, bound.span.start - mostKept);
    const kept = {
      ...bound,
      source: detached(bound.source.slice(from, bound.span.end)),
      span: { start: bound.span.start - from, end: bound.span.end - from },
    };
    return [{ address, idSpan: writtenIn.spanToOuter(idSpan), span: source.spanToOuter(span), bound: kept }];
  });
