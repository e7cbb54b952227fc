import { remembering } from '../remembering';
import { blankEmoji, emojiOf } from '../text/emoji';
import type { Span } from '../text/span';

/** A term's name as its author wrote it, taken apart. Spans are offsets of what was written. */
export interface TermName {
  readonly term: string;
  readonly span: Span;
  readonly acronym: string | null;
  readonly acronymSpan: Span | null;
  readonly emoji: string | null;
  /** Whether the emoji stands after the name: `Boosts Vision 🚀`. */
  readonly emojiLast: boolean;
  readonly aliases: readonly string[];
}

const markup = /\[(?=[^\][]*\]\()|\]\([^()\s]*\)|<[^<>]*>|[*`~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const colon = /[:：]\s*$/;
const parenthesis = /[(（]([^()（）]*)[)）]\s*$/;
const acronymShape = /^[\p{L}\p{N}][\p{L}\p{N}.+&/*-]{0,14}$/u;

/** The text with markup and emoji replaced by as many spaces, so that offsets stay. */
const bare = (written: string): string => blankEmoji(written).replace(markup, (found) => ' '.repeat(found.length));

/** Whether a name written so ends in a colon, emoji and markup aside. */
export const endsInColon = (written: string): boolean => colon.test(bare(written));

/** Takes `🤖 Multimodal (MM):` apart; undefined when no name is left. */
export const readTermName = remembering(4096, (written: string): TermName | undefined => {
  const text = blank(bare(written), colon);
  const short = parenthesis.exec(text);
  const inner = short?.[1] ?? '';
  const innerStart = short ? short.index + 1 : 0;
  const outer = short ? text.slice(0, short.index) : text;
  const names = inner.split(/\s*[,;|]\s*|\s+\/\s+|\s+or\s+/).map((name) => name.trim());
  const emoji = emojiOf(written);
  const decorated = <T extends { readonly span: Span }>(name: T) => ({
    ...name,
    emoji,
    emojiLast: emoji !== null && written.indexOf(emoji) >= name.span.end,
  });
  const first = names[0] ?? '';
  if (isAcronym(first) && outer.trim() !== '') {
    const start = innerStart + inner.indexOf(first);
    const acronymSpan = { start, end: start + first.length };
    const aliases = names.slice(1).filter((name) => name !== '');
    return { ...decorated(named(outer, 0)), acronym: first, acronymSpan, aliases };
  }
  if (isAcronym(outer.trim()) && spells(outer.trim(), inner)) {
    const { term: acronym, span: acronymSpan } = named(outer, 0);
    return { ...decorated(named(inner, innerStart)), acronym, acronymSpan, aliases: [] };
  }
  const whole = named(text, 0);
  return /[\p{L}\p{N}]/u.test(whole.term)
    ? { ...decorated(whole), acronym: null, acronymSpan: null, aliases: [] }
    : undefined;
});

/** Short, one word, and not written like an ordinary one: `MM`, `T3D`, `MoE`, `Q`, but not `Query` or `2017`. */
export function isAcronym(text: string): boolean {
  if (!acronymShape.test(text)) return false;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals > 1 || (capitals === 1 && (/\p{N}/u.test(text) || [...text].length <= 2));
}

/** Whether the words of a phrase begin with an acronym's letters, small words left out or not. */
export function spells(acronym: string, phrase: string): boolean {
  const letters = acronym.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  const words = phrase.match(/[\p{L}\p{N}]+/gu) ?? [];
  const initials = (list: readonly string[]) => list.map((word) => word[0]!.toLowerCase()).join('');
  const capital = words.filter((word) => !/^(?:a|an|and|as|by|for|from|in|of|on|or|the|to|with)$/i.test(word));
  return words.length > 1 && (initials(words) === letters || initials(capital) === letters);
}

function named(text: string, offset: number): { term: string; span: Span } {
  const start = text.length - text.trimStart().length;
  const end = Math.max(start, text.trimEnd().length);
  return { term: text.slice(start, end).replace(/\s+/g, ' '), span: { start: offset + start, end: offset + end } };
}

function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => ' '.repeat(found.length));
}
