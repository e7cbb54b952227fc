import { fontLetter, lowered, raised, texAccents, texSign, texSpacing } from './tex-signs';

/**
 * A formula as signs that every reader shows, `softmax(QKᵀ/√dₖ)V` of `\text{softmax}(\frac{QK^T}{\sqrt{d_k}})V`: for where none
 * is drawn. Undefined where the signs would not say all that the TeX says (matrices, lines, unknown commands).
 */
export function readableTex(tex: string): string | undefined {
  const reader = new TexReader(tex);
  const pieces = reader.upTo(undefined);
  const text = pieces && reader.isAtEnd ? written(pieces) : '';
  return text === '' ? undefined : text;
}

type Role = 'atom' | 'name' | 'between' | 'slash' | 'comma' | 'open' | 'close' | 'space' | 'fraction';

interface Piece {
  readonly text: string;
  readonly role: Role;
  /** Whether a letter right behind it would be read as a part of it. */
  readonly runsOn?: boolean;
}

const atom = (text: string): Piece => ({ text, role: 'atom' });

/** Groups in groups that are still read: no formula of a person nests deeper. */
const deepest = 40;

/** Reads pieces; undefined is what cannot be said in signs. */
class TexReader {
  readonly #tex: string;
  #at = 0;
  #depth = 0;

  constructor(tex: string) {
    this.#tex = tex.replace(/(?<!\\)%.*/g, '');
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#tex.length;
  }

  /** Up to a closing sign, which is read too, or to the end of the text. */
  upTo(end: string | undefined): Piece[] | undefined {
    if (++this.#depth > deepest) return undefined;
    const pieces: Piece[] = [];
    for (; !this.isAtEnd; ) {
      if (this.#tex[this.#at] === end) {
        this.#at++;
        this.#depth--;
        return pieces;
      }
      const piece = this.#scripted();
      if (!piece) return undefined;
      pieces.push(...piece);
    }
    this.#depth--;
    return end === undefined ? pieces : undefined;
  }

  /** One piece with what stands below and above it. */
  #scripted(): Piece[] | undefined {
    const char = this.#tex[this.#at]!;
    if (/\s/.test(char)) {
      this.#at++;
      return [];
    }
    const base = /[_^']/.test(char) ? [atom('')] : this.#piece();
    if (!base) return undefined;
    let below: Piece[] | undefined;
    let above: Piece[] | undefined;
    for (;;) {
      const sign = /^\s*(?:\\limits\s*)?([_^']|\\limits(?![a-zA-Z]))/.exec(this.#tex.slice(this.#at, this.#at + 40));
      if (!sign) break;
      this.#at += sign[0].length;
      if (sign[1] === "'") {
        above = [...(above ?? []), atom('′')];
        continue;
      }
      if (sign[1]!.startsWith('\\')) continue;
      const script = this.#argument();
      if (!script || (sign[1] === '_' && below)) return undefined;
      if (sign[1] === '_') below = script;
      else above = [...(above ?? []), ...script];
    }
    if (!below && !above) return base;
    const last = base.length === 1 ? base[0]! : { text: `(${written(base)})`, role: 'atom' as const };
    if (last.role === 'space') return undefined;
    const whole = last.role === 'fraction' ? `(${last.text})` : last.text;
    const low = below ? script(below, '_', lowered) : '';
    const high = above ? script(above, '^', raised) : '';
    const role = last.role === 'name' || last.role === 'close' || last.role === 'between' ? last.role : 'atom';
    return [{ text: whole + low + high, role, runsOn: /[_^][\p{L}\p{N}]+$/u.test(low + high) || last.runsOn === true }];
  }

  /** What a command or a script takes: a group, or the next piece alone. */
  #argument(): Piece[] | undefined {
    while (/\s/.test(this.#tex[this.#at] ?? '')) this.#at++;
    const char = this.#tex[this.#at];
    if (char === undefined || /[}_^&]/.test(char)) return undefined;
    if (char === '{') {
      this.#at++;
      return this.upTo('}');
    }
    if (/\d/.test(char)) {
      this.#at++;
      return [atom(char)];
    }
    return this.#piece();
  }

  #piece(): Piece[] | undefined {
    const char = String.fromCodePoint(this.#tex.codePointAt(this.#at)!);
    if (char === '\\') return this.#command();
    this.#at += char.length;
    if (char === '{') {
      const inside = this.upTo('}');
      return inside && (inside.length === 1 ? [{ ...inside[0]!, role: apart(inside[0]!.role) }] : inside);
    }
    if (char === '~') return [{ text: ' ', role: 'space' }];
    if (char === '/') return [{ text: '/', role: 'slash' }];
    if (char === '-') return [{ text: '−', role: 'between' }];
    if (char === ':' && this.#tex[this.#at] === '=') {
      this.#at++;
      return [{ text: ':=', role: 'between' }];
    }
    if (/[+=<>:≤≥≈≠∈→×·⋅−∼]/.test(char)) return [{ text: char, role: 'between' }];
    if (/[,;]/.test(char)) return [{ text: char, role: 'comma' }];
    if (/[([]/.test(char)) return [{ text: char, role: 'open' }];
    if (/[)\]]/.test(char)) return [{ text: char, role: 'close' }];
    return /[&}#$`]/.test(char) ? undefined : [atom(char)];
  }

  #command(): Piece[] | undefined {
    const name = /^\\([a-zA-Z]+\*?)/.exec(this.#tex.slice(this.#at, this.#at + 40))?.[1];
    if (name === undefined) {
      const sign = this.#tex[this.#at + 1] ?? '';
      this.#at += 2;
      if (sign === '{') return [{ text: sign, role: 'open' }];
      if (sign === '}') return [{ text: sign, role: 'close' }];
      if (sign === '|') return [atom('‖')];
      if (sign === '!') return [];
      if (/[,:; >]/.test(sign)) return [{ text: ' ', role: 'space' }];
      return sign !== '' && '%$#&_'.includes(sign) ? [atom(sign)] : undefined;
    }
    this.#at += name.length + 1;
    if (/^(?:quad|qquad)$/.test(name)) return [{ text: ' ', role: 'space' }];
    if (texSpacing.has(name)) {
      if (/^(?:left|right|middle)$/.test(name) && /^\s*\./.test(this.#tex.slice(this.#at, this.#at + 20)))
        this.#at = this.#tex.indexOf('.', this.#at) + 1;
      return [];
    }
    if (/^[dtc]?frac$/.test(name)) return this.#fraction();
    if (name === 'sqrt') return this.#root();
    if (/^(?:text|textrm|textbf|textit|textsf|texttt|mbox)$/.test(name)) return this.#words();
    if (/^(?:operatorname\*?|math(?:rm|it|sf|tt|bf)|boldsymbol|bm)$/.test(name)) return this.#letters();
    if (/^math(?:bb|cal)$/.test(name)) return this.#fontLetters(name);
    const accent = texAccents.get(name);
    if (accent !== undefined) return this.#accented(accent);
    const sign = texSign(name);
    return sign && [{ text: sign.text, role: sign.role === 'letter' ? 'atom' : sign.role }];
  }

  #fraction(): Piece[] | undefined {
    const above = this.#argument();
    const below = above && this.#argument();
    if (!below) return undefined;
    const over = isProduct(above) ? written(above) : bracketed(above);
    return [{ text: `${over}/${bracketed(below)}`, role: 'fraction' }];
  }

  #root(): Piece[] | undefined {
    if (/^\s*\[/.test(this.#tex.slice(this.#at, this.#at + 10))) return undefined;
    const of = this.#argument();
    return of && [{ text: `√${bracketed(of)}`, role: 'atom', runsOn: true }];
  }

  /** Words that stand in a formula as words, spaces and all. */
  #words(): Piece[] | undefined {
    const text = /^\s*\{([^{}\\$]*)\}/.exec(this.#tex.slice(this.#at));
    if (!text) return undefined;
    this.#at += text[0].length;
    const shown = text[1]!.replace(/\s+/g, ' ');
    return shown === '' ? [] : [{ text: shown, role: 'atom', runsOn: true }];
  }

  /** Letters in a font that makes no other letters of them; a word is the name of something. */
  #letters(): Piece[] | undefined {
    const of = this.#argument();
    if (!of) return undefined;
    const text = written(of);
    return /^[\p{L}\p{N} ]{2,}$/u.test(text) ? [{ text, role: 'name' }] : of;
  }

  #fontLetters(font: string): Piece[] | undefined {
    const of = this.#argument();
    const shown = of && [...written(of)].map((char) => fontLetter(font, char));
    return shown?.every((char) => char !== undefined) ? [atom(shown.join(''))] : undefined;
  }

  #accented(accent: string): Piece[] | undefined {
    const of = this.#argument();
    const text = of && written(of);
    return text && /^\p{L}$/u.test(text) ? [atom((text + accent).normalize('NFC'))] : undefined;
  }
}

/** In braces a sign stands for itself: the comma of `1{,}000`. */
const apart = (role: Role): Role => (role === 'comma' || role === 'between' || role === 'slash' ? 'atom' : role);

/** What stands below or above, in Unicode's own signs where it has them all. */
function script(pieces: readonly Piece[], mark: string, signs: ReadonlyMap<string, string>): string {
  const text = written(pieces);
  const chars = [...text.replaceAll(' ', '')];
  const isWord = /\p{L}{3}/u.test(text);
  if (!isWord && chars.every((char) => signs.has(char))) return chars.map((char) => signs.get(char)!).join('');
  return /^(?:[\p{Lu}\p{Ll}\p{Lo}\p{Nd}]+|\S|\([^()]*\))$/u.test(text) ? mark + text : `${mark}(${text})`;
}

/** Whether nothing but letters, numbers and brackets follow each other. */
function isProduct(pieces: readonly Piece[]): boolean {
  let depth = 0;
  return pieces.every(({ role }) => {
    if (role === 'open') depth++;
    if (role === 'close') depth--;
    return depth > 0 || role === 'atom' || role === 'close';
  });
}

/** In brackets, unless it is one sign, or what one differentiates by. */
const bracketed = (pieces: readonly Piece[]): string => {
  const text = written(pieces);
  if (pieces.length === 2 && pieces[0]!.text === '∂' && pieces[1]!.role === 'atom') return text;
  return pieces.length <= 1 && pieces[0]?.role !== 'fraction' && !text.includes(' ')
    ? text
    : /^[\d.]+$/.test(text)
      ? text
      : `(${text})`;
};

/** What a name would run together with. */
const endsInWord = /[\p{L}\p{N})\]]$/u;

function written(pieces: readonly Piece[]): string {
  let text = '';
  let before: Piece | undefined;
  for (const [i, piece] of pieces.entries()) {
    const isUnary = !before || /^(?:between|open|comma|slash)$/.test(before.role);
    const next = pieces[i + 1];
    const touches =
      /^(?:atom|name|close|slash|fraction)$/.test(before?.role ?? '') ||
      /^(?:atom|name|open|slash|fraction)$/.test(next?.role ?? '');
    const shown = piece.role === 'fraction' && touches ? `(${piece.text})` : piece.text;
    const isLetter = /^(?:atom|name|fraction)$/.test(piece.role) && /^[\p{L}\p{N}√∑∏∫(]/u.test(shown);
    if (piece.role === 'between') text += isUnary ? shown : ` ${shown} `;
    else if (piece.role === 'comma') text += `${shown} `;
    else {
      const parted =
        isLetter &&
        ((before?.runsOn && endsInWord.test(before.text)) ||
          before?.role === 'name' ||
          (piece.role === 'name' && endsInWord.test(before?.text ?? '')));
      text += `${parted ? ' ' : ''}${shown}`;
    }
    before = piece;
  }
  return text.replace(/\s+/g, ' ').trim();
}
