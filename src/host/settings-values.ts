import { say } from '../core/l10n/say';
import { nearest } from '../core/text/nearest';

/** What a setting may be: of JSON Schema what the settings of `package.json` use. */
export interface Expected {
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly patternErrorMessage?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly items?: Expected;
  readonly propertyNames?: Expected;
  readonly additionalProperties?: Expected;
}

/** Why a value cannot be, in a sentence, and the word that was meant where one is near. */
export interface Objection {
  readonly message: string;
  readonly near?: string;
}

const kinds: Readonly<Record<string, string>> = {
  string: say`a text in quotes`,
  number: 'a number',
  boolean: say`true or false`,
  array: 'a list, [ … ]',
  object: say`an object, { … }`,
};

/** Holds a value to what its setting may be; undefined where it may. */
export function objection(name: string, value: unknown, expected: Expected): Objection | undefined {
  const { enum: words, pattern, patternErrorMessage, minimum, exclusiveMinimum } = expected;
  if (words) {
    if (typeof value === 'string' && words.includes(value)) return undefined;
    const near = typeof value === 'string' ? nearWord(value, words) : undefined;
    const message = say`${name} is ${words.slice(0, -1).join(', ')} or ${words.at(-1)}.`;
    return near === undefined ? { message } : { message, near };
  }
  const types = [expected.type ?? []].flat();
  if (types.length > 0 && !types.includes(typeOf(value))) {
    return { message: say`${name} is ${types.flatMap((type) => kinds[type] ?? []).join(' or ')}.` };
  }
  if (typeof value === 'number') {
    if (minimum !== undefined && value < minimum) return { message: say`${name} is a number of ${minimum} or more.` };
    if (exclusiveMinimum !== undefined && value <= exclusiveMinimum)
      return { message: say`${name} is a number above ${exclusiveMinimum}.` };
  }
  if (typeof value === 'string' && pattern !== undefined && !new RegExp(pattern).test(value))
    return { message: `${name} cannot be ${value}. ${patternErrorMessage ?? ''}`.trim() };
  return inside(name, value, expected);
}

function inside(name: string, value: unknown, expected: Expected): Objection | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const path = Array.isArray(value) ? say`Each entry of ${name}` : say`${key} of ${name}`;
    const item = Array.isArray(value) ? expected.items : expected.additionalProperties;
    const found =
      (!Array.isArray(value) &&
        expected.propertyNames &&
        objection(say`A key of ${name}`, key, expected.propertyNames)) ||
      (item && objection(path, inner, item));
    if (found) return { message: found.message };
  }
  return undefined;
}

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

const nearWord = (word: string, words: readonly string[]): string | undefined =>
  nearest(
    word,
    words,
    { plain: (name) => name.toLowerCase(), most: (_, name) => Math.max(1, Math.floor(name.length / 3)), swaps: true },
    (name) => name,
  )[0];
