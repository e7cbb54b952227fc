import type { CourseDocument, Inline } from '../../course/course-document';
import { inlineSpans } from '../../course/inline/inline-spans';
import { getOrSet } from '../../get-or-set';
import type { EmbeddedText } from '../../text/embedded-text';
import type { Span } from '../../text/span';
import { type BindingAddress, bindingAddress } from './binding-address';
import type { BoundText } from './prose-claims';

/** A number of running text that a demo computes: `[10.4 GB](demo:cache.cache_bytes)`, `10.4 GB <!-- = cache.cache_bytes -->`. */
export interface Binding {
  readonly form: 'link' | 'comment';
  /** The text that it stands in; the spans are of that text. */
  readonly source: EmbeddedText;
  /** The link, or the comment. */
  readonly span: Span;
  /** `cache.cache_bytes` as written. */
  readonly written: string;
  readonly writtenSpan: Span;
  /** Undefined where no demo can be called so. */
  readonly address: BindingAddress | undefined;
  /** Where the number stands. */
  readonly bound: BoundText;
}

const known = new WeakMap<CourseDocument, readonly Binding[]>();

/** Every binding of a document, in text order. */
export const bindingsOf = (document: CourseDocument): readonly Binding[] =>
  getOrSet(known, document, () =>
    document.inlines.flatMap((inline) => (mayBind.test(inline.source.text) ? bindingsIn(inline, document) : [])),
  );

const mayBind = /\bdemo:|<!--\s*=|\{\/\*\s*=/i;

function bindingsIn({ source }: Inline, { uri }: CourseDocument): Binding[] {
  const { links, comments } = inlineSpans(source.text);
  const inComments = comments.flatMap((span) => commentBinding(source, span, /^<!--\s*=\s*([^\s<>]+)\s*-->$/) ?? []);
  // In MDX a comment is an expression.
  const ofMdx = /\.mdx$/i.test(uri) ? [...source.text.matchAll(/(?<!`)\{\/\*\s*=[^*\n]{0,200}\*\/\}/g)] : [];
  const inExpressions = ofMdx.flatMap(({ index, 0: { length } }) => {
    const span = { start: index, end: index + length };
    return commentBinding(source, span, /^\{\/\*\s*=\s*([^\s*]+)\s*\*\/\}$/) ?? [];
  });
  const inLinks = links.flatMap(({ kind, span, textSpan, targetSpan }): Binding[] => {
    const target = targetSpan && source.text.slice(targetSpan.start, targetSpan.end);
    if (kind !== 'link' || !target || !/^demo:/i.test(target)) return [];
    const written = target.slice('demo:'.length);
    const writtenSpan = { start: targetSpan.start + 'demo:'.length, end: targetSpan.end };
    const bound: BoundText = { source: source.text, span: textSpan, stands: 'anywhere' };
    return [{ form: 'link', source, span, written, writtenSpan, address: bindingAddress(written), bound }];
  });
  return [...inLinks, ...inComments, ...inExpressions].sort((a, b) => a.span.start - b.span.start);
}

/** So much before a comment may hold its number. */
const mostBefore = 120;

function commentBinding(source: EmbeddedText, span: Span, pattern: RegExp): Binding | undefined {
  const comment = source.text.slice(span.start, span.end);
  const written = pattern.exec(comment)?.[1];
  const address = written === undefined ? undefined : bindingAddress(written);
  if (written === undefined || !address) return undefined;
  const at = span.start + comment.lastIndexOf(written);
  const before = source.text.slice(Math.max(0, span.start - mostBefore), span.start);
  const otherEnd = Math.max(before.lastIndexOf('-->'), before.lastIndexOf('*/}'));
  const start = span.start - before.length + (otherEnd < 0 ? 0 : otherEnd + 3);
  const bound: BoundText = { source: source.text, span: { start, end: span.start }, stands: 'at-end' };
  const writtenSpan = { start: at, end: at + written.length };
  return { form: 'comment', source, span, written, writtenSpan, address, bound };
}
