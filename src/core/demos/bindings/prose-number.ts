/** Digits as running text writes them, thousands parted or not, with a power of ten behind. */
const parted = String.raw`[1-9]\d{0,2}(?:(?:(?:,|\{,\})\d{3})+|(?:\.\d{3}){2,}|(?:\.\d{3})+(?=,\d)|(?:_\d{3})+|(?:[ \u00a0\u2009\u202f]\d{3})+|(?:['’]\d{3})+)(?!\d)`;
const power = String.raw`[eE][-+]?\d+|\s?(?:×|·|x|\*|\\times|\\cdot)\s?10(?:\^\{?[-−+]?\d+\}?|[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)`;

/** A number in running text, no part of a word, a version or a path. */
export const proseNumberPattern = String.raw`(?<![\p{L}\p{N}_.,/]|[\p{L}_][-–])[-+−]?(?:(?:${parted}|\d+)(?:[.,]\d+)?|\.\d+)(?:${power})?`;

/** A number of running text as claims write one, and the way back. */
export interface ProseNumber {
  /** `34_560`, `5.76e23`. */
  readonly claimed: string;
  /** A claim's number as the author writes numbers. */
  inProse(claimed: string): string;
}

/** What a written number may say, the likeliest first: `35,136` is thousands here and a fraction there. */
export function proseNumbers(written: string): readonly ProseNumber[] {
  const [, sign = '', mantissa = '', tail = ''] = /^([-+−]?)([\d.,_'’{}\s]*\d)(.*)$/su.exec(written) ?? [];
  const exponent = exponentOf(tail);
  const asWritten = (claimed: string): string => {
    const [digits = '', power] = claimed.split('e');
    const minus = sign === '−' ? digits.replace('-', '−') : digits;
    return power === undefined ? minus : minus + powerLike(tail, power);
  };
  const meant = (separator: string | undefined, point: '.' | ','): ProseNumber => {
    const plain = separator === undefined ? mantissa : mantissa.replaceAll(separator, '_');
    return {
      claimed: `${sign.replace('−', '-')}${plain.replace(',', '.')}${exponent}`,
      inProse: (claimed) =>
        asWritten(claimed.replace('.', point === ',' ? '\0' : '.').replaceAll('_', separator ?? '')).replace(
          '\0',
          point,
        ),
    };
  };
  const thousands = /^\d{1,3}(\{,\}|[,._'’ \u00a0\u2009\u202f])\d{3}(?:\1\d{3})*(?:[.,]\d+)?$/.exec(mantissa)?.[1];
  const point = thousands === '.' ? ',' : '.';
  // A point alone before three digits parts nothing in English, unless a comma parts the decimals.
  const inThousands = thousands !== undefined && (thousands !== '.' || /\.\d{3}[.,]/.test(mantissa));
  const isFraction = /^\d*,\d+$/.test(mantissa);
  return [
    ...(inThousands ? [meant(thousands, point)] : []),
    ...(isFraction ? [meant(undefined, ',')] : []),
    ...(inThousands || isFraction ? [] : [meant(undefined, '.')]),
  ];
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `e23` of `e23`, ` × 10^23`, `·10²³`, `\times 10^{23}`. */
function exponentOf(tail: string): string {
  if (tail === '') return '';
  if (/^e/i.test(tail)) return tail.toLowerCase();
  const written = /10\^?\{?(.*?)\}?$/su.exec(tail)?.[1] ?? '0';
  const digits = [...written].map((sign) => (raised.includes(sign) ? String(raised.indexOf(sign)) : sign)).join('');
  return `e${digits.replace(/[⁻−]/, '-').replace(/[⁺+]/, '')}`;
}

/** A power of ten, written as another one is. */
function powerLike(tail: string, power: string): string {
  if (tail === '' || /^e/i.test(tail)) return `e${power}`;
  const before = /^.*?10/su.exec(tail)?.[0] ?? '';
  if (tail.includes('{')) return `${before}^{${power}}`;
  if (tail.includes('^')) return `${before}^${power}`;
  return before + [...power].map((sign) => (sign === '-' ? '⁻' : (raised[Number(sign)] ?? ''))).join('');
}
