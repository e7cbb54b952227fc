import { say } from '../../l10n/say';
import type { Span } from '../../text/span';
import { insideQuotes, quotedLabel } from '../label-source';
import type { Suspect } from './suspect';

/** The span without white space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  const inner = text.slice(start, end);
  const from = start + inner.length - inner.trimStart().length;
  return { start: from, end: Math.max(from, start + inner.trimEnd().length) };
}

/** `inner` is what stands between the delimiters; the white space there goes with the quotes. */
export function unquotedLabel(text: string, inner: Span): Suspect {
  const span = trimmed(text, inner);
  const label = text.slice(span.start, span.end);
  const culprits = [...new Set(label.match(/[()[\]{}"|<>$;#]/g) ?? [])].join(' ');
  return {
    code: 'mermaid.unquoted-label',
    span,
    message: culprits
      ? say`A label that holds ${culprits} must stand in quotes.`
      : say`This label must stand in quotes, since Mermaid reads a part of it as something else.`,
    fix: {
      title: say`Put the label in quotes`,
      safe: true,
      changes: [{ span: inner, newText: quotedLabel(label.replace(/^[“„‟]([^“”„‟]*)[“”„‟]$/, '$1')) }],
    },
  };
}

/** Quotes inside a quoted label; `inner` is what stands between its own quotes. */
export function quoteInside(text: string, inner: Span): Suspect {
  const first = text.indexOf('"', inner.start);
  const label = text.slice(inner.start, inner.end);
  // `"Yes" or "Late"`: the first and the last quote belong to the words too.
  const whole = /^[^\s"][^"]*(?<=\S)"\s[^"]*\s"(?=\S)[^"]*[^\s"]$/.test(label) ? `"${label}"` : label;
  return {
    code: 'mermaid.syntax',
    span: { start: first, end: first + 1 },
    message: say`A quote inside a quoted label must be written #quot;.`,
    fix: {
      title: say`Write #quot; for the quotes inside`,
      safe: true,
      changes: [{ span: inner, newText: insideQuotes(whole) }],
    },
  };
}
