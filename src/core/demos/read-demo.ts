import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import { say } from '../l10n/say';
import type { Span } from '../text/span';
import { isDemoId } from './bindings/binding-address';
import type { Claim } from './claims/claim';
import { numberPattern } from './claims/number-text';
import { claimReader } from './claims/read-claimed';
import type { Formula } from './compute/expression';
import { readFormulas, type WrittenFormula } from './compute/read-formulas';
import type { Demo, DemoFix, DemoProblem } from './demo';
import { demoDefinitions } from './demo-definitions';
import type { DemoKind } from './demo-kind';
import { fits, meantNumbers } from './meant-numbers';
import { nearestKey } from './nearest-key';
import type { Key, Keys, Shape } from './schema/key';
import { readYaml } from './yaml-body';

/** Reads the body of a demo fence. Never throws; what is wrong comes back as problems. */
export function readDemo<K extends DemoKind>(kind: K, text: string): Demo<K> {
  const { keys, results } = demoDefinitions[kind];
  const reader = new Reader(text, results);
  const values = reader.read(keys);
  const { claims, problems, places } = reader;
  return { kind, text, values, claims, problems, places } as unknown as Demo<K>;
}

/** Numbers that one value may hold, however often an alias repeats them. */
const mostNumbers = 65536;
const mostFormulas = 200;

class Reader {
  readonly claims: Claim[] = [];
  readonly problems: DemoProblem[] = [];
  readonly places = new Map<string, { key: Span; value: Span }>();
  readonly #text: string;
  readonly #results: object;
  #resolve: (node: Node) => Node | undefined = (node) => node;

  /** @param results what the demo gives, by name */
  constructor(text: string, results: object) {
    this.#text = text;
    this.#results = results;
  }

  read(keys: Keys): Record<string, unknown> {
    const body = readYaml(this.#text);
    this.problems.push(...body.problems);
    if (body.document) this.#readAliases(body.document);
    return body.map ? this.#record(body.map, keys, '') : {};
  }

  /**
   * What each `*name` stands for, by one walk: YAML's own way walks the text once for each alias. Where no `&name` stands
   * before one, what it was to bring would be missing without a word.
   */
  #readAliases(document: Document): void {
    const anchors = new Map<string, Node>();
    const named = new Map<Node, Node>();
    this.#resolve = (node) => (isAlias(node) ? named.get(node) : node);
    visit(document, {
      Node: (_, node) => {
        if (!isAlias(node) && node.anchor) anchors.set(node.anchor, node);
      },
      Alias: (_, alias) => {
        const node = anchors.get(alias.source);
        if (node) {
          named.set(alias, node);
          return;
        }
        const message = say`Nothing above is named &${alias.source}, so *${alias.source} stands for nothing.`;
        this.problems.push({ code: 'demo.value', span: spanOf(alias), message, fixes: [] });
      },
    });
  }

  #record(map: YAMLMap, keys: Keys, prefix: string): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const pair of map.items as Pair<Node, Node | null>[]) {
      const name = isScalar(pair.key) ? String(pair.key.value) : this.#slice(spanOf(pair.key));
      const keySpan = spanOf(pair.key);
      const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
      if (!key) {
        this.#unknownKey(name, keySpan, keys, prefix);
        continue;
      }
      this.places.set(prefix + name, { key: keySpan, value: pair.value ? spanOf(pair.value) : keySpan });
      const node = pair.value && this.#resolve(pair.value);
      if (!node || isBlank(node)) continue;
      const value = this.#value(node, key, prefix + name);
      if (value !== undefined) values[name] = value;
    }
    return values;
  }

  #value(node: Node, { shape }: Key, path: string): unknown {
    switch (shape.kind) {
      case 'whole':
      case 'number':
        return this.#number(node, shape, path);
      case 'choice':
        return this.#choice(node, shape, path);
      case 'truth':
        if (isScalar(node) && typeof node.value === 'boolean') return node.value;
        return this.#wrong(path, node, say`must be true or false`, truthMeant(node));
      case 'text':
        return isScalar(node) ? wordOf(node) : this.#wrong(path, node, say`must be a text`);
      case 'name':
        if (isScalar(node) && isDemoId(wordOf(node))) return wordOf(node);
        return this.#wrong(path, node, say`must be one word: a letter, then letters, digits, - and _`);
      case 'tokens':
        return this.#tokens(node, shape.max, path);
      case 'numbers':
        if (isSeq(node) && node.items.length === 0) return this.#wrong(path, node, say`must hold a number`);
        return this.#numbers(node, path, shape.whole);
      case 'rows':
        return this.#rows(node, shape.width, path);
      case 'record':
        if (isMap(node)) return this.#record(node, shape.keys, `${path}.`);
        if (isScalar(node) && shape.shorthand)
          return this.#short(node, shape.keys[shape.shorthand]!, shape.shorthand, path);
        return this.#wrong(path, node, say`must hold keys: {${Object.keys(shape.keys).join(', ')}}`);
      case 'list':
        return this.#list(node, shape, path);
      case 'formulas':
        return this.#formulas(node, path);
      case 'claims':
        if (isMap(node)) this.#claims(node);
        else this.#wrong(path, node, say`must hold claims, a result key and its value on each line`);
        return undefined;
    }
  }

  /** Places of an item and of its keys are kept by its number, `limits.0.source`. */
  #list(
    node: Node,
    { keys, max }: Extract<Shape, { kind: 'list' }>,
    path: string,
  ): Record<string, unknown>[] | undefined {
    const wanted = say`must be a list, each with keys: {${Object.keys(keys).join(', ')}}`;
    if (!isSeq(node)) return this.#wrong(path, node, wanted);
    if (node.items.length > max) return this.#wrong(path, node, say`may have ${max} entries at most`);
    const items: Record<string, unknown>[] = [];
    for (const [index, item] of node.items.entries()) {
      const at = `${path}.${index}`;
      const map = this.#resolve(item as Node);
      if (!map || !isMap(map)) return this.#wrong(path, map ?? node, wanted);
      const span = spanOf(item);
      this.places.set(at, { key: span, value: span });
      items.push(this.#record(map, keys, `${at}.`));
    }
    return items;
  }

  /** A bare value in place of a record: `balance: bias`. */
  #short(node: Node, key: Key, name: string, path: string): Record<string, unknown> | undefined {
    this.places.set(`${path}.${name}`, this.places.get(path)!);
    const value = this.#value(node, key, path);
    return value === undefined ? undefined : { [name]: value };
  }

  #number(node: Node, shape: Extract<Shape, { kind: 'whole' | 'number' }>, path: string): number | undefined {
    const value = isScalar(node) ? node.value : undefined;
    const wanted = shape.kind === 'whole' ? say`a whole number` : say`a number`;
    if (fits(value, shape)) return value;
    const range = say`must be ${wanted} from ${shape.min} to ${shape.max}`;
    if (isScalar(node) && typeof value === 'string' && new RegExp(`^${numberPattern}$`).test(value))
      return this.#wrong(path, node, range, value);
    const meant = isScalar(node) ? meantNumbers(wordOf(node), shape, path).map(String) : [];
    if (meant.length > 0) return this.#wrong(path, node, say`${range}: write ${listOf(meant)}`, ...meant);
    const nearest =
      typeof value === 'number' ? Math.min(shape.max, Math.max(shape.min, Math.round(value))) : Number.NaN;
    return this.#wrong(path, node, range, ...(Number.isNaN(nearest) ? [] : [String(nearest)]));
  }

  #choice(node: Node, shape: Extract<Shape, { kind: 'choice' }>, path: string): string | undefined {
    const word = isScalar(node) ? wordOf(node) : '';
    const names = shape.choices.map(({ name }) => name);
    if (names.includes(word)) return word;
    return this.#wrong(path, node, say`must be ${listOf(names)}`, nearestKey(word, names));
  }

  #tokens(node: Node, max: number, path: string): number | string[] | undefined {
    if (isSeq(node)) {
      const items = node.items.map((item) => this.#resolve(item as Node));
      if (items.length > 0 && items.length <= max && items.every((item) => isScalar(item)))
        return items.map((item) => wordOf(item as Scalar));
      return this.#wrong(path, node, say`must be a list of 1 to ${max} words`);
    }
    return this.#number(node, { kind: 'whole', min: 1, max }, path);
  }

  #numbers(node: Node, path: string, whole = false): number[] | undefined {
    const items = isSeq(node) ? node.items.map((item) => this.#resolve(item as Node)) : undefined;
    if (!items) return this.#wrong(path, node, say`must be a list of numbers`);
    // An alias of nothing was said where it stands.
    if (items.includes(undefined)) return undefined;
    const isNumber = whole
      ? (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0
      : (value: unknown) => Number.isFinite(value);
    if (items.length > mostNumbers) return this.#wrong(path, node, say`may hold ${mostNumbers} numbers at most`);
    const bad = items.find((item) => !isScalar(item) || !isNumber(item.value));
    if (bad) return this.#wrong(path, bad, say`must hold ${whole ? say`whole numbers from 0` : say`numbers`} alone`);
    return items.map((item) => (item as Scalar).value as number);
  }

  #rows(node: Node, width: number | undefined, path: string): number[][] | undefined {
    if (!isSeq(node) || node.items.length === 0) return this.#wrong(path, node, say`must be a list of rows of numbers`);
    const rows: number[][] = [];
    for (const item of node.items) {
      const row = this.#resolve(item as Node);
      const numbers = row && this.#numbers(row, path);
      if (!row || !numbers) return undefined;
      const expected = width ?? rows[0]?.length ?? Math.max(1, numbers.length);
      if (numbers.length !== expected)
        return this.#wrong(path, row, say`must have rows of ${expected} numbers; this one has ${numbers.length}`);
      rows.push(numbers);
      if (rows.length * expected > mostNumbers)
        return this.#wrong(path, node, say`may hold ${mostNumbers} numbers at most`);
    }
    return rows;
  }

  /** A list of `name = expression`, each read where it stands. */
  #formulas(node: Node, path: string): readonly Formula[] | undefined {
    if (!isSeq(node)) return this.#wrong(path, node, say`must be a list, each item a name = expression`);
    if (node.items.length > mostFormulas)
      return this.#wrong(path, node, say`may hold ${mostFormulas} formulas at most`);
    const written: WrittenFormula[] = [];
    for (const [index, item] of node.items.entries()) {
      const span = spanOf(item);
      this.places.set(`${path}.${index}`, { key: span, value: span });
      if (!isScalar(item) || /^BLOCK/.test(item.type ?? ''))
        this.#wrong(`${path}.${index}`, item as Node, say`must be written as name = expression`);
      else {
        const quotes = /^QUOTE/.test(item.type ?? '') ? 1 : 0;
        const text = this.#slice({ start: span.start + quotes, end: span.end - quotes });
        if (text.trim() !== '') written.push({ text, start: span.start + quotes });
      }
    }
    const { formulas, problems } = readFormulas(written);
    this.problems.push(...problems);
    return formulas;
  }

  #claims(map: YAMLMap): void {
    const claimed = claimReader((node) => this.#resolve(node), mostNumbers);
    for (const pair of map.items as Pair<Node, Node | null>[]) {
      const key = isScalar(pair.key) ? String(pair.key.value) : this.#slice(spanOf(pair.key));
      const place = { key: spanOf(pair.key), value: spanOf(pair.value ?? pair.key) };
      this.places.set(`expect.${key}`, place);
      const node = pair.value && this.#resolve(pair.value);
      if (/^\d{3}$/.test(key) && (!node || isBlank(node))) this.#strayGroup(pair.key);
      if (!node || isBlank(node)) continue;
      const said = claimed(node);
      if (said) this.claims.push({ key, keySpan: place.key, valueSpan: place.value, claimed: said });
      else
        this.#wrong(
          `expect.${key}`,
          node,
          say`must be a number, a word, a list of them, or one of "v ± t", "< v", a..b`,
        );
    }
  }

  /** `{ a: 34,560 }` is to YAML a claim of 34 and another about a result called 560. */
  #strayGroup(key: Node): void {
    this.#wrong('expect', key, say`is read in two at this comma. Write the number without it, or with _ in its place`);
  }

  #unknownKey(name: string, span: Span, keys: Keys, prefix: string): void {
    const names = Object.keys(keys);
    if (prefix === '' && Object.hasOwn(this.#results, name)) {
      const message = say`${name} is what this demo gives: what the lesson says of it stands under expect, indented.`;
      this.problems.push({ code: 'demo.unknown-key', span, message, fixes: [], atLeast: 'error' });
      return;
    }
    const near = names.find((own) => keys[own]!.also?.includes(name)) ?? nearestKey(name, names);
    const where = prefix === '' ? say`This demo` : prefix.slice(0, -1);
    const message = near
      ? say`${where} has no key ${name}. Did you mean ${near}?`
      : say`${where} has no key ${name}; it has ${listOf(names, 'and')}.`;
    const fixes = near ? [{ title: say`Change to ${near}`, safe: false, span, newText: near }] : [];
    this.problems.push({ code: 'demo.unknown-key', span, message, fixes, ...(near && { meant: prefix + near }) });
  }

  #wrong(path: string, node: Node, wanted: string, ...replacements: readonly (string | undefined)[]): undefined {
    const span = spanOf(node);
    const fixes = replacements.flatMap((newText): DemoFix[] =>
      newText === undefined ? [] : [{ title: say`Change to ${newText}`, safe: false, span, newText }],
    );
    this.problems.push({ code: 'demo.value', span, message: `${path} ${wanted}.`, fixes });
  }

  #slice(span: Span): string {
    return this.#text.slice(span.start, span.end);
  }
}

/** A key whose value is still to be written. */
const isBlank = (node: Node): boolean => isScalar(node) && node.value === null && !node.source;

/** Where a node stands, without the comment and the blanks behind it. */
export function spanOf(node: unknown): Span {
  const range = (node as { range?: readonly [number, number, number] | null } | null)?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}

/** What older YAML takes for true and false. */
function truthMeant(node: Node): 'true' | 'false' | undefined {
  const word = isScalar(node) ? wordOf(node).toLowerCase() : '';
  if (/^(?:yes|y|on|1|true)$/.test(word)) return 'true';
  return /^(?:no|n|off|0|false)$/.test(word) ? 'false' : undefined;
}

/** A scalar as the author wrote it, quotes resolved. */
const wordOf = (scalar: Scalar): string =>
  typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? String(scalar.value));

const listOf = (names: readonly string[], word = 'or'): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
