/** A word or none, a number of some script, and what stands between it and the title. */
const begun =
  /^(?<word>(?:\p{L}+ |\p{Lu}(?=\d))?)(?<number>\d{1,3}|[IVXLC]{1,7}|[A-Z])(?<sign>[.):]?)(?<gap>\s*[–—-]\s+|\s+|$)/u;

interface Member {
  readonly word: string;
  readonly style: 'digits' | 'roman' | 'letter';
  readonly value: number;
  /** What follows the number, up to the title. */
  readonly rest: string;
}

/**
 * What the next title begins with, where two titles in a row count on: `2 ` behind `0 Setup` and `1 Start`, `Part III`
 * behind `Part I` and `Part II`, `C. ` behind `A.` and `B.`. One alone is enough where a word announces it and a sign
 * ends it: `Exercise 4:`.
 * @param last the title right above at the same level
 */
export function nextInSeries(before: string | undefined, last: string): string | undefined {
  for (const own of readings(last)) {
    const announced = own.style === 'digits' && own.word !== '' && /^:/.test(own.rest);
    const follows = before !== undefined && readings(before).some((other) => isBefore(other, own));
    if (announced || follows) return own.word + written(own.value + 1, own.style) + own.rest;
  }
  return undefined;
}

const isBefore = (a: Member, b: Member): boolean =>
  a.word === b.word && a.style === b.style && a.rest.trim() === b.rest.trim() && a.value + 1 === b.value;

/** `C` and `I` are letters and numbers alike; what stands before them decides. */
function readings(title: string): Member[] {
  const groups = begun.exec(title)?.groups;
  if (!groups) return [];
  const { word = '', number = '', sign = '', gap = '' } = groups;
  const member = (style: Member['style'], value: number): Member => ({ word, style, value, rest: sign + gap });
  if (/\d/.test(number)) return [member('digits', Number(number))];
  const roman = fromRoman(number);
  return [
    ...(roman === undefined ? [] : [member('roman', roman)]),
    ...(number.length === 1 && (sign !== '' || word !== '') ? [member('letter', number.charCodeAt(0) - 64)] : []),
  ];
}

function written(value: number, style: Member['style']): string {
  if (style === 'digits') return String(value);
  return style === 'roman' ? toRoman(value) : String.fromCharCode(64 + value);
}

const romans: readonly (readonly [value: number, signs: string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function toRoman(value: number): string {
  let left = value;
  let text = '';
  for (const [step, signs] of romans) {
    for (; left >= step; left -= step) text += signs;
  }
  return text;
}

/** Undefined for letters that are no number, such as `IIX`. */
function fromRoman(text: string): number | undefined {
  let value = 0;
  let rest = text;
  for (const [step, signs] of romans) {
    for (; rest.startsWith(signs); rest = rest.slice(signs.length)) value += step;
  }
  return rest === '' && toRoman(value) === text ? value : undefined;
}
