import { silentCommands, spokenAccents, spokenCommands, spokenSigns, spokenSums } from './tex-speech';

/** Groups in groups that are still read: no formula of a person nests deeper. */
const deepest = 40;

/** A formula in words, as one reads it aloud: `\frac{a}{b}` is `a over b`. Any text gives some words, or none. */
export function spokenFormula(tex: string): string {
  const words = new FormulaReader(tex).all();
  return words
    .join(' ')
    .replace(/ +(?=[,;:])/g, '')
    .replace(/([,;:])(?: *[,;:])+/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[,;: ]+|[,;. ]+$/g, '');
}

class FormulaReader {
  readonly #tex: string;
  #at = 0;
  #depth = 0;

  constructor(tex: string) {
    this.#tex = tex;
  }

  all(): string[] {
    const words: string[] = [];
    while (this.#at < this.#tex.length) {
      // A bracket that closes nothing ends no formula.
      if (this.#tex[this.#at] === '}') this.#at++;
      else words.push(...this.#upTo('}'));
    }
    return words;
  }

  #upTo(end: string): string[] {
    const words: string[] = [];
    while (this.#at < this.#tex.length && this.#tex[this.#at] !== end) words.push(...this.#next());
    return words;
  }

  /** One sign, command, number or group. */
  #next(): string[] {
    if (this.#depth === deepest) {
      this.#at = this.#tex.length;
      return [];
    }
    this.#depth++;
    const words = this.#read();
    this.#depth--;
    return words;
  }

  #read(): string[] {
    const char = this.#tex[this.#at]!;
    if (/\s|~/.test(char)) return this.#skip();
    if (char === '{') return this.#group();
    if (char === '\\') return this.#command();
    if (char === '^') return this.#power();
    if (char === '_') {
      this.#at++;
      return ['sub', ...this.#argument()];
    }
    if (char === '&') return this.#skip(',');
    const number = /^\d+(?:[.,]\d+)*/.exec(this.#tex.slice(this.#at, this.#at + 40))?.[0];
    if (number !== undefined) {
      this.#at += number.length;
      return [number];
    }
    return this.#skip(spokenSigns[char] ?? (/[\p{L}\p{N}.]/u.test(char) ? char : ''));
  }

  #skip(word = ''): string[] {
    this.#at++;
    return word === '' ? [] : [word];
  }

  #group(): string[] {
    this.#at++;
    const words = this.#upTo('}');
    this.#at++;
    return words;
  }

  /** What a command takes: a group, or the next sign alone. */
  #argument(): string[] {
    while (/\s/.test(this.#tex[this.#at] ?? '')) this.#at++;
    if (this.#at >= this.#tex.length || this.#tex[this.#at] === '}') return [];
    if (/\d/.test(this.#tex[this.#at]!)) return this.#skip(this.#tex[this.#at]);
    return this.#next();
  }

  #power(): string[] {
    this.#at++;
    const power = this.#argument();
    const [only] = power.length === 1 ? power : [];
    if (only === '2') return ['squared'];
    if (only === '3') return ['cubed'];
    if (only === 'T' || only === 'transposed') return ['transposed'];
    if (only === 'prime' || only === 'star') return [only];
    return ['to the power of', ...power];
  }

  #command(): string[] {
    const name = /^\\([a-zA-Z]+)\*?/.exec(this.#tex.slice(this.#at, this.#at + 40))?.[1];
    if (name === undefined) {
      const sign = this.#tex[this.#at + 1] ?? '';
      this.#at += 2;
      if (sign === '\\') return [';'];
      if (sign === '|') return ['norm bar'];
      return /[%&#$]/.test(sign) ? [spokenSigns[sign] ?? sign] : [];
    }
    this.#at += name.length + 1;
    if (this.#tex[this.#at] === '*') this.#at++;
    if (/^(?:[dt]?frac|cfrac)$/.test(name)) return this.#fraction();
    if (name === 'sqrt') return this.#root();
    if (name === 'binom') return [...this.#argument(), 'choose', ...this.#argument()];
    if (Object.hasOwn(spokenSums, name)) return this.#sum(spokenSums[name]!);
    if (Object.hasOwn(spokenAccents, name))
      return [...this.#argument(), spokenAccents[name]!].filter((word) => word !== '');
    if (name === 'begin' || name === 'end') return this.#environment(name);
    if (/^(?:text|textbf|textit|textrm|operatorname|mathrm)$/.test(name)) return this.#plainWords();
    if (silentCommands.has(name))
      return /^(?:left|right|middle)$/.test(name) && this.#tex[this.#at] === '.' ? this.#skip() : [];
    return [Object.hasOwn(spokenCommands, name) ? spokenCommands[name]! : name];
  }

  #fraction(): string[] {
    const [above, below] = [this.#argument(), this.#argument()];
    if (above.length <= 1 && below.length <= 1) return [...above, 'over', ...below];
    return ['the fraction', ...above, 'over', ...below, ','];
  }

  #root(): string[] {
    let root = 'the square root of';
    const degree = /^\s*\[([^\]]{0,20})\]/.exec(this.#tex.slice(this.#at, this.#at + 30));
    if (degree) {
      this.#at += degree[0].length;
      root = degree[1] === '3' ? 'the cube root of' : `the root of degree ${degree[1]} of`;
    }
    return [root, ...this.#argument()];
  }

  #sum(name: string): string[] {
    let from: string[] = [];
    let to: string[] = [];
    for (let i = 0; i < 2; i++) {
      while (/\s/.test(this.#tex[this.#at] ?? '') || this.#tex.startsWith('\\limits', this.#at))
        this.#at += this.#tex[this.#at] === '\\' ? '\\limits'.length : 1;
      const sign = this.#tex[this.#at];
      if (sign !== '_' && sign !== '^') break;
      this.#at++;
      if (sign === '_') from = this.#argument();
      else to = this.#argument();
    }
    const range = to.length > 0 ? ['from', ...from, 'to', ...to] : from.length > 0 ? ['over', ...from] : [];
    return [name, ...range, 'of'];
  }

  #environment(name: 'begin' | 'end'): string[] {
    const kind = /^\{([a-zA-Z]+)\*?\}/.exec(this.#tex.slice(this.#at, this.#at + 30));
    this.#at += kind?.[0].length ?? 0;
    if (name === 'end') return [';'];
    if (/matrix$|^array$/.test(kind?.[1] ?? '')) return ['a matrix, row by row:'];
    return kind?.[1] === 'cases' ? ['one of these cases:'] : [];
  }

  /** Words that stand in a formula as words. */
  #plainWords(): string[] {
    const text = /^\s*\{([^{}]*)\}/.exec(this.#tex.slice(this.#at));
    if (!text) return this.#argument();
    this.#at += text[0].length;
    const words = text[1]!.trim();
    return words === '' ? [] : [words];
  }
}
