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

const markup =
  /(?<code>`[^`\n]+`)|(?<math>\\\([^\n]+?\\\))|\\(?=[!-/:-@[-`{-~])|\[(?=[^\][]*\](?:[([]|\{[#.]))|\]\([^()\s]*\)|\]\[[^\][]*\]|\]\{[#.][^{}\n]*\}|<[^<>]*>|[*`~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const colon = /[:：]\s*$/;
const parenthesis = /[(（]([^()（）]*)[)）]\s*$/;
const acronymShape = /^[\p{L}\p{N}][\p{L}\p{N}.+&/*-]{0,14}$/u;

/** The text with markup and emoji replaced by as many spaces, so that offsets stay. */
const bare = (written: string): string =>
  blankEmoji(written).replace(markup, (found, code: string | undefined, math: string | undefined) =>
    code ? ` ${code.slice(1, -1)} ` : (math ?? ' '.repeat(found.length)),
  );

/** Whether a name written so ends in a colon, emoji and markup aside. */
export const endsInColon = (written: string): boolean => colon.test(bare(written));

/**
 * Takes `🤖 Multimodal (MM):` apart; undefined when no name is left. What stands in brackets is an acronym where its letters
 * come from the name; under a title that announces terms also otherwise, unless it is a size, a version or a country.
 */
export function readTermName(written: string, announced = false): TermName | undefined {
  return announced ? readAnnounced(written) : readDerived(written);
}

const readAnnounced = remembering(4096, (written) => read(written, (acronym) => !qualifier.test(acronym)));
const readDerived = remembering(4096, (written) => read(written, () => false));

/** Sizes, versions and countries. */
const qualifier =
  /^(?:[\d.,]+\s*(?:[kmgt]?i?b?|px|d|x|bit|%)|v\d.*|\d.*|UK|US|USA|U\.S\.|U\.K\.|EU|UN|UAE|GB|DE|FR|JP|CN|IN|ES|IT|BR|CA|AU|KR)$/i;

function read(written: string, isAccepted: (acronym: string) => boolean): TermName | undefined {
  const text = blank(bare(written), colon);
  if (/https?:\/\//.test(text)) return undefined;
  const short = parenthesis.exec(text);
  // `Name(C)` is a function.
  const isCall = short !== null && /[\w`]$/.test(text.slice(0, short.index)) && text[short.index] === '(';
  const inner = (!isCall && short?.[1]) || '';
  const innerStart = short ? short.index + 1 : 0;
  const outer = inner === '' ? text : text.slice(0, short!.index);
  const names = inner.split(/\s*[,;|]\s*|\s+\/\s+|\s+or\s+/).map((name) => name.trim());
  const emoji = emojiOf(written);
  const decorated = <T extends { readonly span: Span }>(name: T) => ({
    ...name,
    emoji,
    emojiLast: emoji !== null && written.indexOf(emoji) >= name.span.end,
  });
  const first = names[0] ?? '';
  const isShort = isAcronym(outer.trim());
  if (isShort && isExpansion(outer.trim(), inner)) {
    const { term: acronym, span: acronymSpan } = named(outer, 0);
    return { ...decorated(named(inner, innerStart)), acronym, acronymSpan, aliases: [] };
  }
  if (isAcronym(first) && outer.trim() !== '' && (isDerived(first, outer) || isAccepted(first))) {
    const start = innerStart + inner.indexOf(first);
    const acronymSpan = { start, end: start + first.length };
    const aliases = names.slice(1).filter((name) => name !== '');
    return { ...decorated(named(outer, 0)), acronym: first, acronymSpan, aliases };
  }
  const whole = named(text, 0);
  const aliases = translates(outer, inner) ? [outer, inner].map((name) => name.trim()) : [];
  return /[\p{L}\p{N}]/u.test(whole.term)
    ? { ...decorated(whole), acronym: null, acronymSpan: null, aliases }
    : undefined;
}

/** Whether what stands in brackets is the name in another script: `Bootstrap（启动）`, `启动 (bootstrap)`. */
function translates(name: string, inner: string): boolean {
  const inLatin = /^[\p{Script=Latin}\p{N}\s\p{P}]*\p{Script=Latin}[\p{Script=Latin}\p{N}\s\p{P}]*$/u;
  const inEastern = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー\s]+$/u;
  const [a, b] = [name.trim(), inner.trim()];
  return (inLatin.test(a) && inEastern.test(b)) || (inEastern.test(a) && inLatin.test(b));
}

/** Whether a phrase in brackets says what an acronym stands for: it is longer, and the letters are its own. */
const isExpansion = (acronym: string, phrase: string): boolean =>
  spells(acronym, phrase) || (/\p{Ll}.*\s\S|\s.*\p{Ll}/u.test(phrase.trim()) && isDerived(acronym, phrase));

/** Whether an acronym's letters occur in a name in their order: `MM` in Multimodal, `AWR` in Aware rounding. */
export function isDerived(acronym: string, name: string): boolean {
  const letters = folded(acronym).replace(/[^\p{L}]/gu, '');
  if (letters === '' || /^[\d.,]+\p{L}{0,2}$/u.test(acronym)) return false;
  const text = folded(name);
  const holds = (wanted: string): boolean => {
    let at = -1;
    for (const letter of wanted) {
      at = text.indexOf(letter, at + 1);
      if (at < 0) return false;
    }
    return true;
  };
  return holds(letters) || (/\p{Lu}s$/u.test(acronym) && holds(letters.slice(0, -1)));
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

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
