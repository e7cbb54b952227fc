import { Tensor } from './tensor';

/**
 * A seeded stream of random numbers that is the same on every machine: xoshiro128** 1.1 (Blackman and Vigna,
 * "Scrambled linear pseudorandom number generators", ACM TOMS 47(4), 2021), in 32-bit integers throughout, its state
 * filled by splitmix32 from the seed and the stream's name. Streams of different names are independent of each other,
 * so that drawing more of one quantity leaves the others as they were.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(seed: number, stream = '') {
    const fill = splitMix32(hash(`${Math.trunc(seed)}/${stream}`));
    this.#a = fill();
    this.#b = fill();
    this.#c = fill();
    this.#d = fill() | 1;
  }

  /** A generator in a state given as four 32-bit words, not all zero. */
  static fromState(state: readonly [number, number, number, number]): Random {
    const random = new Random(0);
    [random.#a, random.#b, random.#c, random.#d] = state;
    return random;
  }

  /** The next 32 bits, unsigned. */
  next(): number {
    const result = Math.imul(rotate(Math.imul(this.#b, 5), 7), 9) >>> 0;
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = rotate(this.#d, 11);
    return result;
  }

  /** A number strictly between 0 and 1, in steps of 2^-32, exact. */
  uniform(): number {
    return (this.next() + 0.5) * 2 ** -32;
  }

  /** A whole number from 0 to `count` - 1, each equally likely. */
  below(count: number): number {
    const limit = 2 ** 32 - (2 ** 32 % count);
    for (;;) {
      const bits = this.next();
      if (bits < limit) return bits % count;
    }
  }

  /** A draw from the standard normal distribution, one uniform number each. */
  gaussian(): number {
    return normalQuantile(this.uniform());
  }

  /** Independent normal draws of the given standard deviation. */
  gaussians(shape: readonly number[], deviation = 1): Tensor {
    return Tensor.generate(shape, () => deviation * this.gaussian());
  }
}

/**
 * The inverse of the normal distribution function, 0 < p < 1, to about 1e-16 relative: Wichura, "Algorithm AS 241",
 * Applied Statistics 37 (1988), routine PPND16. Its middle part is arithmetic alone, exact on every machine.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * middle(0.180625 - q * q);
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const tail = r <= 5 ? near(r - 1.6) : far(r - 5);
  return q < 0 ? -tail : tail;
}

// Wichura's ratios of polynomials, written out: every random number of a demo passes here.
const middle = (r: number): number =>
  (((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
    13731.69376550946) *
    r +
    1971.5909503065513) *
    r +
    133.14166789178438) *
    r +
    3.3871328727963665) /
  (((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
    5394.196021424751) *
    r +
    687.1870074920579) *
    r +
    42.31333070160091) *
    r +
    1);

const near = (r: number): number =>
  (((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r + 1.2704582524523684) * r +
    3.6478483247632045) *
    r +
    5.769497221460691) *
    r +
    4.630337846156546) *
    r +
    1.4234371107496835) /
  (((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r + 0.14810397642748008) * r +
    0.6897673349851) *
    r +
    1.6763848301838038) *
    r +
    2.053191626637759) *
    r +
    1);

const far = (r: number): number =>
  (((((((2.0103343992922881e-7 * r + 0.000027115555687434876) * r + 0.0012426609473880784) * r + 0.026532189526576124) *
    r +
    0.29656057182850487) *
    r +
    1.7848265399172913) *
    r +
    5.463784911164114) *
    r +
    6.657904643501103) /
  (((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 0.000018463183175100548) * r +
    0.0007868691311456133) *
    r +
    0.014875361290850615) *
    r +
    0.1369298809227358) *
    r +
    0.599832206555888) *
    r +
    1);

const rotate = (bits: number, by: number): number => (bits << by) | (bits >>> (32 - by));

/** FNV-1a over UTF-16 code units. */
function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193);
  return bits >>> 0;
}

function splitMix32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let bits = state ^ (state >>> 16);
    bits = Math.imul(bits, 0x21f0aaad);
    bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
    return (bits ^ (bits >>> 15)) | 0;
  };
}
