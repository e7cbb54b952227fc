import type { EmbeddedText } from '../text/embedded-text';
import type { Span } from '../text/span';

/**
 * Links of markdown; `[[note]]` and `![[note]]` of a vault; labels and documents that MyST and Quarto refer to, and files
 * that MyST’s directives show or take in.
 */
export type LinkKind = 'link' | 'image' | 'definition' | 'autolink' | 'wiki' | 'embed' | 'label' | 'doc' | 'file';

/** A link or image with a destination. */
export interface Link {
  readonly kind: LinkKind;
  /** The text that the destination stands in, and where it stands there. */
  readonly source: EmbeddedText;
  readonly inner: Span;
  /** The destination in the document. */
  readonly span: Span;
  readonly target: string;
  /** An editor’s own markdown does not follow it: in a directive, which it takes for code, and in the cell of a notebook. */
  readonly unseen?: true;
}

/** A link as it is written, without its place. */
export type WrittenLink = Pick<Link, 'kind' | 'target' | 'unseen'>;

/** Links that markdown itself does not know: an editor's own markdown follows none of them. */
export const isNamed = (kind: LinkKind): boolean =>
  kind === 'wiki' || kind === 'embed' || kind === 'label' || kind === 'doc' || kind === 'file';

/** Links that an editor’s own markdown does not follow: it knows none of their kind, or does not see them. */
export const isUnseen = ({ kind, unseen }: WrittenLink): boolean => isNamed(kind) || unseen === true;

/** A link whose destination stands at a place of a text. */
export const linkAt = (kind: LinkKind, source: EmbeddedText, inner: Span): Link => ({
  kind,
  source,
  inner,
  span: source.spanToOuter(inner),
  target: source.text.slice(inner.start, inner.end),
});
