import { inWords } from './in-words';

/** The largest unit of which there is at least one; the smallest where there is none. */
function inUnits(value: number, units: readonly (readonly [size: number, name: string])[]): string {
  const [size, name] = units.find(([one]) => value >= one) ?? units.at(-1)!;
  return `${inWords(value / size, 3)} ${name}`;
}

const bytes = ['EB', 'PB', 'TB', 'GB', 'MB', 'kB', 'B'].map((name, i) => [1000 ** (6 - i), name] as const);

/** Bytes as networks and data sheets count them, in thousands. */
export const inBytes = (value: number): string => inUnits(value, bytes);

const counts = ['T', 'B', 'M', 'k', ''].map((name, i) => [1000 ** (4 - i), name] as const);

/** Parameters or tokens: `46.7B`. */
export const inCount = (value: number): string => inUnits(value, counts).replace(' ', '');

const flops = ['Y', 'Z', 'E', 'P', 'T', 'G', 'M', 'k', ''].map((name, i) => [1000 ** (8 - i), `${name}FLOP`] as const);

export const inFlops = (value: number): string => inUnits(value, flops);

const times = [
  [1, 's'],
  [1e-3, 'ms'],
  [1e-6, 'µs'],
  [1e-9, 'ns'],
] as const;

export const inSeconds = (value: number): string => (value === 0 ? '0 s' : inUnits(value, times));
