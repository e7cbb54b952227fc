import { remembering } from '../remembering';

const small = new Set(
  (
    'a an and are as at be been being but by can could for from had has have if in into is it its may more most no nor not of on one or other our ' +
    'over same so some such than that the their them then there these they this those through to under up used uses using via was we were what ' +
    'when where which while who will with within without would you your also each every all any how e.g i.e etc ' +
    'der die das ein eine und oder ist von mit für den dem des zu im le la les un une des et ou est de du dans pour el los las y o es en para por con'
  ).split(' '),
);
const negation = /\b(?:not|never|no|without|cannot|can't|doesn't|isn't|nicht|kein\w*|nie|sans|jamais|sin|nunca)\b/i;
/** How alike two definitions are that differ only in a number or a denial. */
const alike = 0.6;

/** What a definition is made of: stems of words that carry meaning, pairs of letters where words are not parted. */
interface Content {
  readonly stems: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly denies: boolean;
  readonly latin: boolean;
}

const contentOf = remembering(4096, (definition: string): Content => {
  const text = definition.replace(/\]\([^()\s]*\)|<[^<>]*>|https?:\S+/g, ' ').toLowerCase();
  const stems = new Set<string>();
  const numbers = new Set<string>();
  let latin = 0;
  let others = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[.'’][\p{L}\p{M}\p{N}]+)*/gu)) {
    if (/^[\d.,]+$/.test(word)) numbers.add(word);
    else if (/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)) {
      latin += /\p{Script=Latin}/u.test(word) ? 1 : 0;
      if (word.length > 1 && !small.has(word)) stems.add(word.slice(0, 5));
    } else {
      others++;
      for (let i = 0; i + 1 < word.length; i++) stems.add(word.slice(i, i + 2));
    }
  }
  return Object.freeze({ stems, numbers, denies: negation.test(text), latin: latin > others });
});

/**
 * Whether two definitions of a name say different things, and not the same in other words: they have no word of meaning in
 * common, or are alike but for a number or a denial. Those in different scripts are translations.
 */
export const contradicts = (one: string, other: string): boolean => differ(one, other) !== undefined;

/** Whether two definitions are alike but for a number or a denial: whoever wrote them spoke of one thing. */
export const deniesOther = (one: string, other: string): boolean => differ(one, other) === 'denial';

function differ(one: string, other: string): 'words' | 'denial' | undefined {
  const [a, b] = [contentOf(one), contentOf(other)];
  if (a.latin !== b.latin || a.stems.size === 0 || b.stems.size === 0) return undefined;
  if (isLimited(one) || isLimited(other)) return undefined;
  let shared = 0;
  for (const stem of a.stems) if (b.stems.has(stem)) shared++;
  if (shared === 0) return 'words';
  if (shared / Math.max(a.stems.size, b.stems.size) < alike) return undefined;
  const counted = a.numbers.size > 0 && b.numbers.size > 0 && ![...a.numbers].some((number) => b.numbers.has(number));
  return counted || a.denies !== b.denies ? 'denial' : undefined;
}

/** Whether two definitions are in different scripts: one translates the other. */
function isTranslation(one: string, other: string): boolean {
  const [a, b] = [contentOf(one), contentOf(other)];
  return a.stems.size > 0 && b.stems.size > 0 && a.latin !== b.latin;
}

/** Whether two different definitions of one list may both stand: one translates the other, or says where it holds. */
export const mayBoth = (one: string, other: string): boolean =>
  isTranslation(one, other) || isLimited(one) || isLimited(other);

/** Whether a definition only says a name in another script: `guard - ограничитель`, in a list for those who translate. */
export const isWordInOtherScript = (name: string, definition: string): boolean => {
  const said = definition.replace(/\]\([^()\s]*\)|<[^<>]*>|https?:\S+/g, ' ');
  const words = said.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return /\p{Script=Latin}/u.test(name) && !/\p{Script=Latin}/u.test(said) && words.length <= mostWords;
};
const mostWords = 5;

/** Whether a definition says itself where it holds: `in the Kubernetes context, …`, `(in SQL) …`, `… (when applied to sets)`. */
const isLimited = (definition: string): boolean =>
  /[(（](?:when|for|if|in|only|only for)\b[^()（）]*[)）]\s*\.?\s*$/i.test(definition) ||
  /^(?:\p{L}+\s+)?[(*_]*(?:in|within|for|im|in der|bei|en|dans|pour|para) [^.;:]{1,60}[,)]/iu.test(definition.trim());
