/** What a result counts; numbers of it may be claimed with the word or its prefixes behind them. */
export type ResultUnit =
  | 'bytes'
  | 'parameters'
  | 'tokens'
  | 'nats'
  | 'elements'
  | 'dollars'
  | 'seconds'
  | 'FLOPs'
  | 'joules'
  | 'watts'
  | 'bytes/s'
  | 'FLOPs/s'
  | 'tokens/s';

type Factors = Readonly<Record<string, number>>;

/** With those of other languages that no other language means otherwise: a German Billion is an English trillion. */
const words: Factors = {
  ...{ thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 },
  ...{ Tsd: 1e3, Tausend: 1e3, tausend: 1e3, Millionen: 1e6, Mio: 1e6, milliard: 1e9, milliards: 1e9 },
  ...{ Milliarde: 1e9, Milliarden: 1e9, Mrd: 1e9, Billionen: 1e12, mn: 1e6, bn: 1e9, tn: 1e12 },
};
const letters: Factors = { k: 1e3, K: 1e3, M: 1e6, B: 1e9, T: 1e12 };

/** Every prefix of a symbol: `kB`, `GB`; `KiB` in 1024s where it is one of bytes. */
const prefixed = (symbol: string, prefixes: string): Factors =>
  Object.fromEntries([...prefixes].map((prefix, i) => [prefix + symbol, 1000 ** (i + 1)]));

const bytes: Factors = {
  ...{ B: 1, KB: 1e3, Kilobyte: 1e3, Megabyte: 1e6, Gigabyte: 1e9, Terabyte: 1e12 },
  ...prefixed('B', 'kMGTPE'),
  ...Object.fromEntries([...'KMGTPE'].map((prefix, i) => [`${prefix}iB`, 1024 ** (i + 1)])),
};
const flops: Factors = { FLOP: 1, ...prefixed('FLOP', 'kMGTPEZY'), ...prefixed('FLOPs', 'kMGTPEZY') };
const time: Factors = {
  ...{ s: 1, ms: 1e-3, us: 1e-6, µs: 1e-6, μs: 1e-6, ns: 1e-9 },
  ...{ min: 60, minute: 60, minutes: 60, h: 3600, hour: 3600, hours: 3600 },
  ...{ day: 86_400, days: 86_400, year: 31_557_600, years: 31_557_600 },
};

/** The symbols of each unit beside its own name; what has none is counted by thousands and millions. */
const symbols: Readonly<Partial<Record<ResultUnit, Factors>>> = {
  bytes,
  seconds: time,
  FLOPs: flops,
  joules: { J: 1, ...prefixed('J', 'kMGT'), Wh: 3600, kWh: 3.6e6, MWh: 3.6e9, GWh: 3.6e12, TWh: 3.6e15 },
  watts: { W: 1, ...prefixed('W', 'kMGT') },
  'bytes/s': perSecond(bytes),
  'FLOPs/s': { ...perSecond(flops), FLOPS: 1, ...prefixed('FLOPS', 'kMGTPEZ') },
};

function perSecond(factors: Factors): Factors {
  return Object.fromEntries(Object.entries(factors).map(([symbol, factor]) => [`${symbol}/s`, factor]));
}

const own = (values: Factors | undefined, name: string): number | undefined =>
  values && Object.hasOwn(values, name) ? values[name] : undefined;

/** Whether a word is the unit’s own name, in the singular too. */
export const isUnitName = (word: string, unit: ResultUnit | undefined): boolean =>
  unit !== undefined && (word === unit || `${word}s` === unit);

/** Whether what stands behind a number says what it counts, and not only how many: `GB` and `million tokens`, not `million`. */
export const isCounted = (suffix: string, unit: ResultUnit): boolean =>
  suffix.split(/\s/).some((word) => isUnitName(word, unit) || own(symbols[unit], word) !== undefined);

/** What one of a word is in the unit: 1e9 for `GB` of bytes, 1e6 for `million`; undefined where it does not count it. */
export const factorOf = (word: string, unit: ResultUnit | undefined): number | undefined =>
  (isUnitName(word, unit) ? 1 : undefined) ??
  own(words, word) ??
  own(unit && symbols[unit] ? symbols[unit] : letters, word);

/** How much a bare prefix is: `70B`, `1.4 trillion`. */
export const prefixFactor = (word: string): number | undefined => own(words, word) ?? own(letters, word);

export const resultUnits: readonly ResultUnit[] = [
  ...(['bytes', 'seconds', 'FLOPs', 'FLOPs/s', 'bytes/s', 'joules', 'watts', 'dollars', 'tokens/s'] as const),
  ...(['parameters', 'tokens', 'elements', 'nats'] as const),
];

/** The unit that a word counts by itself: `GB`, `tokens`, `ms`; undefined for prefixes and other words. */
export function unitOf(word: string): { readonly unit: ResultUnit; readonly factor: number } | undefined {
  if (prefixFactor(word) !== undefined) return undefined;
  for (const unit of resultUnits) {
    const factor = factorOf(word, unit);
    if (factor !== undefined) return { unit, factor };
  }
  return undefined;
}
