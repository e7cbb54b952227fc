import { isMap, isScalar, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { Span, TextChange } from '../text/span';
import { quoted } from './claims/claim';
import type { DemoKind } from './demo-kind';
import { spanOf } from './read-demo';
import { keyAt } from './schema/find-key';
import type { KnobValue } from './values-by-path';
import { readYaml } from './yaml-body';

/**
 * The change that sets one key of a demo's text, `groups.count`, or takes it out where the value is undefined. Comments,
 * the order of keys and everything else stay as they are. Undefined where nothing is to be changed, or the text is not
 * YAML and nobody can tell where the key belongs.
 */
export function setDemoKey(
  kind: DemoKind,
  text: string,
  path: string,
  value: KnobValue | undefined,
): TextChange | undefined {
  const body = readYaml(text);
  if (body.problems.length > 0) return undefined;
  const parts = path.split('.');
  if (value === undefined) return body.map && removal(text, body.map, parts);
  if (body.map) return setting({ kind, text }, body.map, parts, [], value);
  const lead = text === '' || text.endsWith('\n') ? '' : '\n';
  return { span: { start: text.length, end: text.length }, newText: `${lead}${line(parts, value, false)}\n` };
}

interface Ground {
  readonly kind: DemoKind;
  readonly text: string;
}

type KeyPair = Pair<Node, Node | null>;

function setting(
  ground: Ground,
  map: YAMLMap,
  parts: readonly string[],
  above: readonly string[],
  value: KnobValue,
): TextChange | undefined {
  const [name, ...rest] = parts as [string, ...string[]];
  const pair = pairOf(map, name);
  if (!pair) return insertion(ground.text, map, parts, value, above.length === 0);
  const node = pair.value;
  if (!node || (isScalar(node) && node.value === null && !node.source))
    return filling(ground.text, pair, rest, value, map);
  if (rest.length > 0 && isMap(node)) return setting(ground, node, rest, [...above, name], value);
  const newText = rest.length > 0 ? widened(ground, node, [...above, name], rest, value) : written(value, isJson(map));
  const span = trimmed(ground.text, spanOf(node));
  return ground.text.slice(span.start, span.end) === newText ? undefined : { span, newText };
}

/** `balance: bias` made room for another key: `{method: bias, rate: 0.01}`. */
function widened(
  { kind, text }: Ground,
  node: Node,
  above: readonly string[],
  rest: readonly string[],
  value: KnobValue,
): string {
  const shape = keyAt(kind, above.join('.'))?.shape;
  const shorthand = shape?.kind === 'record' ? shape.shorthand : undefined;
  if (shorthand === rest[0]) return written(value, false);
  const span = spanOf(node);
  const before = shorthand === undefined ? '' : `${shorthand}: ${text.slice(span.start, span.end)}, `;
  return `{${before}${line(rest, value, false)}}`;
}

/** A value for a key that has none yet. */
function filling(text: string, pair: KeyPair, rest: readonly string[], value: KnobValue, map: YAMLMap): TextChange {
  const colon = text.indexOf(':', spanOf(pair.key).end) + 1;
  const newText = rest.length > 0 ? `{${line(rest, value, isJson(map))}}` : written(value, isJson(map));
  return { span: { start: colon, end: colon }, newText: ` ${newText}` };
}

function insertion(
  text: string,
  map: YAMLMap,
  parts: readonly string[],
  value: KnobValue,
  outermost: boolean,
): TextChange {
  const newLine = line(parts, value, isJson(map));
  const pairs = map.items as KeyPair[];
  if (map.flow) {
    const last = pairs.at(-1);
    const at = last ? trimmed(text, spanOf(last.value ?? last.key)).end : spanOf(map).start + 1;
    return { span: { start: at, end: at }, newText: last ? `, ${newLine}` : newLine };
  }
  const claims = outermost ? pairs.findIndex(({ key }) => isScalar(key) && key.value === 'expect') : -1;
  const before = claims < 0 ? pairs.at(-1) : pairs[claims - 1];
  const indent = indentOf(text, spanOf(pairs[0]!.key).start);
  if (!before) {
    const at = spanOf(pairs[0]!.key).start - indent.length;
    return { span: { start: at, end: at }, newText: `${indent}${newLine}\n` };
  }
  const at = lineEnd(text, trimmed(text, spanOf(before.value ?? before.key)).end);
  return { span: { start: at, end: at }, newText: `\n${indent}${newLine}` };
}

function removal(text: string, map: YAMLMap, parts: readonly string[]): TextChange | undefined {
  const [name, ...rest] = parts as [string, ...string[]];
  const pair = pairOf(map, name);
  if (!pair) return undefined;
  if (rest.length > 0 && isMap(pair.value) && pair.value.items.length > 1) return removal(text, pair.value, rest);
  if (rest.length > 0 && isMap(pair.value) && !pairOf(pair.value, rest[0]!)) return undefined;
  const pairs = map.items as KeyPair[];
  const start = spanOf(pair.key).start;
  const end = trimmed(text, spanOf(pair.value ?? pair.key)).end;
  if (!map.flow) {
    const from = start - indentOf(text, start).length;
    const to = Math.min(text.length, lineEnd(text, end) + 1);
    return { span: { start: from, end: to }, newText: '' };
  }
  const index = pairs.indexOf(pair);
  const next = pairs[index + 1];
  if (next) return { span: { start, end: spanOf(next.key).start }, newText: '' };
  const previous = pairs[index - 1];
  const from = previous ? trimmed(text, spanOf(previous.value ?? previous.key)).end : start;
  return { span: { start: from, end }, newText: '' };
}

const pairOf = (map: YAMLMap, name: string): KeyPair | undefined =>
  (map.items as KeyPair[]).find(({ key }) => isScalar(key) && String(key.value) === name);

/** Whether a map is written as JSON, its keys in quotes. */
const isJson = (map: YAMLMap): boolean =>
  map.flow === true && (map.items as KeyPair[])[0]?.key !== undefined && keyType(map) === 'QUOTE_DOUBLE';

const keyType = (map: YAMLMap): string | undefined => ((map.items as KeyPair[])[0]!.key as Scalar).type ?? undefined;

function line(parts: readonly string[], value: KnobValue, json: boolean): string {
  const [name, ...rest] = parts as [string, ...string[]];
  const key = json ? JSON.stringify(name) : name;
  return `${key}: ${rest.length > 0 ? `{${line(rest, value, json)}}` : written(value, json)}`;
}

/** A value in one line of YAML. */
function written(value: KnobValue, json: boolean): string {
  if (typeof value === 'number') return String(value).replace('e+', 'e');
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return json ? JSON.stringify(value) : plainText(value);
  return `[${value.map((item) => written(item, json)).join(', ')}]`;
}

/** Words without quotes where YAML reads them as they stand. */
const plainText = (value: string): string => (/^[A-Za-z_]\w*(?: \w+)+$/.test(value) ? value : quoted(value));

/** A span without the blank end that a block has. */
function trimmed(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && /\s/.test(text[last - 1]!)) last--;
  return { start, end: last };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  const stop = end < 0 ? text.length : end;
  return text[stop - 1] === '\r' && stop > from ? stop - 1 : stop;
}

function indentOf(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return text.slice(start, at);
}
