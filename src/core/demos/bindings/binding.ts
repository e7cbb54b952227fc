import type { CourseDocument, Inline } from '../../course/course-document';
import { type InlineLink, inlineSpans } from '../../course/inline/inline-spans';
import { getOrSet } from '../../get-or-set';
import type { EmbeddedText } from '../../text/embedded-text';
import type { Span } from '../../text/span';
import { type BindingAddress, bindingAddress } from './binding-address';
import type { BoundText } from './prose-claims';
import { type DemoDefinition, demoDefinitionsOf, referencedDemo } from './reference-bindings';

/**
 * A number of running text that a demo computes: `[10.4 GB](demo:cache.cache_bytes)`, `10.4 GB <!-- = cache.cache_bytes -->`,
 * or `[10.4 GB][cache]` with `[cache]: demo:cache.cache_bytes` elsewhere.
 */
export interface Binding {
  readonly form: 'link' | 'comment';
  /** The text that it stands in; `span` and `bound` are of that text. */
  readonly source: EmbeddedText;
  /** The link, or the comment. */
  readonly span: Span;
  /** `cache.cache_bytes` as written. */
  readonly written: string;
  /** The text in which that is written: `source`, or the definition of a reference. */
  readonly writtenIn: EmbeddedText;
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
    document.inlines.flatMap((inline) => (mayBind(inline, document) ? bindingsIn(inline, document) : [])),
  );

const mayBind = ({ source: { text } }: Inline, document: CourseDocument): boolean =>
  binds.test(text) || (text.includes('[') && demoDefinitionsOf(document).length > 0);

const binds = /\bdemo:|<!--\s*=|\{\/\*\s*=/i;

function bindingsIn(inline: Inline, document: CourseDocument): Binding[] {
  const { source } = inline;
  const { links, comments } = inlineSpans(source.text);
  const inComments = comments.flatMap((span) => commentBinding(source, span, /^<!--\s*=\s*([^\s<>]+)\s*-->$/) ?? []);
  // In MDX a comment is an expression.
  const ofMdx = /\.mdx$/i.test(document.uri) ? [...source.text.matchAll(/(?<!`)\{\/\*\s*=[^*\n]{0,200}\*\/\}/g)] : [];
  const inExpressions = ofMdx.flatMap(({ index, 0: { length } }) => {
    const span = { start: index, end: index + length };
    return commentBinding(source, span, /^\{\/\*\s*=\s*([^\s*]+)\s*\*\/\}$/) ?? [];
  });
  const inLinks = links.flatMap((link): Binding[] => {
    const { source: writtenIn, writtenSpan } = targetOf(link, inline, document) ?? {};
    if (!writtenIn || !writtenSpan) return [];
    const written = writtenIn.text.slice(writtenSpan.start, writtenSpan.end);
    const bound: BoundText = { source: source.text, span: link.textSpan, stands: 'anywhere' };
    const address = bindingAddress(written);
    return [{ form: 'link', source, span: link.span, written, writtenIn, writtenSpan, address, bound }];
  });
  return [...inLinks, ...inComments, ...inExpressions].sort((a, b) => a.span.start - b.span.start);
}

/** What stands behind the `demo:` of a link, in it or in the definition that it refers to. */
function targetOf(link: InlineLink, inline: Inline, document: CourseDocument): DemoDefinition | undefined {
  const { kind, targetSpan } = link;
  if (kind !== 'link') return undefined;
  if (!targetSpan) return referencedDemo(document, inline, link);
  const { source } = inline;
  if (!/^demo:/i.test(source.text.slice(targetSpan.start, targetSpan.end))) return undefined;
  return { source, writtenSpan: { start: targetSpan.start + 'demo:'.length, end: targetSpan.end } };
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
  return { form: 'comment', source, span, written, writtenIn: source, writtenSpan, address, bound };
}
