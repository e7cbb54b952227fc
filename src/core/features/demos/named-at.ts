import type { CourseDocument } from '../../course/course-document';
import { type Binding, bindingsOf } from '../../demos/bindings/binding';
import { numbersOf } from '../../demos/bindings/file-numbers';
import { type CourseNumbers, demosMeant, type FoundDemo } from '../../demos/bindings/find-named-demo';
import { proseClaims } from '../../demos/bindings/prose-claims';
import { contains, type Span } from '../../text/span';

/** The binding whose number, link, comment or definition stands at an offset; of several numbers of a definition the first. */
export const bindingAt = (document: CourseDocument, offset: number): Binding | undefined =>
  bindingsOf(document).find(
    (binding) => contains(spanOfBinding(binding), offset) || contains(writtenPlace(binding), offset),
  );

/** Where the address of a binding is written, which for a reference is elsewhere. */
const writtenPlace = ({ writtenIn, writtenSpan }: Binding): Span => writtenIn.spanToOuter(writtenSpan);

/** All that belongs to a binding, its number included, in the document. */
export function spanOfBinding({ source, span, bound, form }: Binding): Span {
  const number = form === 'comment' ? proseClaims(bound, undefined)[0]?.span : undefined;
  return source.spanToOuter({ start: number?.start ?? span.start, end: span.end });
}

/** A demo that is named at a place, by its own id or by a number that is bound to it. */
export interface NamedPlace {
  readonly found: FoundDemo;
  /** The name at the place. */
  readonly idSpan: Span;
  readonly binding?: Binding;
}

/** The demo that is named at an offset; undefined where none is, or the name leaves a choice. */
export function namedAt(files: CourseNumbers, document: CourseDocument, offset: number): NamedPlace | undefined {
  const own = numbersOf(document).demos.find(({ span }) => contains(span, offset));
  if (own) return { found: { uri: document.uri, demo: own }, idSpan: own.span };
  const binding = bindingAt(document, offset);
  if (!binding?.address) return undefined;
  const { writtenIn, writtenSpan, address } = binding;
  const [found, ...others] = demosMeant(files, document.uri, address.id);
  const end = writtenSpan.start + address.id.length;
  const idSpan = writtenIn.spanToOuter({ start: writtenSpan.start, end });
  return found && others.length === 0 ? { found, idSpan, binding } : undefined;
}
