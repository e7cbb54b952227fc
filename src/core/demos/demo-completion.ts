import { say } from '../l10n/say';
import type { Span } from '../text/span';
import { quoted } from './claims/claim';
import { tidy } from './claims/number-text';
import { formulaCompletion } from './compute/formula-completion';
import { describeKey, describeResult, describeShape } from './demo-hover';
import type { DemoKind } from './demo-kind';
import { numberInForce } from './number-in-force';
import { readDemo } from './read-demo';
import type { ResultValue } from './result';
import { keyAt, keysUnder, resultKeysOf } from './schema/find-key';
import type { Key } from './schema/key';

const longestList = 16;
const longestClaim = 120;

export interface DemoCompletion {
  /** What an item replaces, in the demo's text: the word begun. */
  readonly span: Span;
  readonly items: readonly DemoCompletionItem[];
}

export interface DemoCompletionItem {
  readonly kind: 'key' | 'value' | 'result' | 'claim';
  readonly label: string;
  readonly insertText: string;
  readonly detail?: string;
  /** Markdown. */
  readonly documentation: string;
}

/** Keys where a key may stand, values where one is expected, result keys under `expect`. Works on unfinished text. */
export function demoCompletion(kind: DemoKind, text: string, offset: number): DemoCompletion {
  const ofFormula = kind === 'compute' && !isInComment(text, offset) ? formulaCompletion(text, offset) : undefined;
  if (ofFormula) return ofFormula;
  const place = placeAt(text, offset);
  if (isInComment(text, offset)) return { span: { start: offset, end: offset }, items: [] };
  const span = { start: offset - place.word.length, end: offset };
  if (place.key !== undefined) {
    const path = [...place.path, place.key].join('.');
    const inForce = numberInForce(kind, text, offset, path);
    if (inForce !== undefined) return { span, items: [numberItem(place.key, inForce, keyAt(kind, path)!)] };
    return { span, items: valuesOf(kind, place.path, place.key, text) };
  }
  const before = new Set(place.siblings);
  const colon = /^[ \t]*:/.test(text.slice(offset)) ? '' : ': ';
  if (place.path[0] === 'expect' && place.path.length === 1) {
    const results = Object.entries(resultKeysOf(readDemo(kind, text))).map(([label, result]) => ({
      ...{ kind: 'result' as const, label, insertText: label + colon, documentation: describeResult(label, result) },
      ...(result.axes && { detail: result.axes }),
    }));
    // Lessons claim single numbers far more often than lists.
    const ordered = [...results.filter(({ detail }) => !detail), ...results.filter(({ detail }) => detail)];
    return { span, items: ordered.filter(({ label }) => !before.has(label)) };
  }
  const items = Object.entries(keysUnder(kind, place.path) ?? {}).map(([label, key]) => ({
    ...{ kind: 'key' as const, label, detail: describeShape(key.shape) },
    insertText: key.shape.kind === 'claims' && colon ? `${label}:\n  ` : label + colon,
    documentation: describeKey(label, key),
  }));
  const missing = items.filter(({ label }) => !before.has(label));
  // Nothing can be claimed of a demo that has no key yet.
  const isClaims = ({ label }: { label: string }) => keysUnder(kind, place.path)?.[label]?.shape.kind === 'claims';
  if (before.size > 0) return { span, items: missing };
  return { span, items: [...missing.filter((item) => !isClaims(item)), ...missing.filter(isClaims)] };
}

const isInComment = (text: string, offset: number): boolean =>
  /(?:^|\s)#/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset));

/** The claim whose value the cursor is at, and what of the value is written. */
export function claimUnderWay(text: string, offset: number): { readonly key: string; readonly span: Span } | undefined {
  const { path, key } = placeAt(text, offset);
  if (path[0] !== 'expect' || path.length !== 1 || key === undefined) return undefined;
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const written = /:\s+([^\s:][^:]*)?$/.exec(line)?.[1] ?? '';
  return { key, span: { start: offset - written.length, end: offset } };
}

/** The key whose text is being written, by its whole path, and what of the text is written. */
export function textUnderWay(
  kind: DemoKind,
  text: string,
  offset: number,
): { readonly key: string; readonly span: Span } | undefined {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const written = /:\s+["']?(?<written>[^\s"'#{}[\],][^"'#{}[\],]*)?$/.exec(line)?.groups?.written ?? '';
  const { path, key } = placeAt(text, offset - written.length);
  const whole = [...path, key].join('.');
  if (key === undefined || keyAt(kind, whole)?.shape.kind !== 'text') return undefined;
  return { key: whole, span: { start: offset - written.length, end: offset } };
}

/** What may be claimed of a result that was found: the value itself, then looser forms around it. */
export function claimCompletion(key: string, found: ResultValue): DemoCompletionItem[] {
  const item = (label: string, documentation: string): DemoCompletionItem => ({
    ...{ kind: 'claim', label, insertText: label, documentation },
  });
  const value = claimText(found);
  if (value === undefined) return [];
  const exact = { ...item(value, say`**${key}** is what this demo gives now.`), detail: say`what the demo gives` };
  if (typeof found !== 'number') return [exact];
  const near = tidy(Math.abs(found) / 20);
  return [
    exact,
    item(`${value} ± ${near}`, say`Holds within this distance of the value.`),
    item(
      `"< ${tidy(found + Number(near))}"`,
      say`Holds below this bound; \`<=\`, \`>\` and \`>=\` are written alike, in quotes.`,
    ),
    item(
      `${tidy(found - Number(near))}..${tidy(found + Number(near))}`,
      say`Holds between these bounds, both ends included.`,
    ),
  ];
}

/** A found value as a claim is written; undefined where it is too long for a line. */
function claimText(found: ResultValue): string | undefined {
  if (found === null) return undefined;
  if (typeof found === 'number') return tidy(found);
  if (typeof found === 'string') return quoted(found);
  const parts = found.length > longestList ? [undefined] : found.map(claimText);
  const text = parts.includes(undefined) ? undefined : `[${parts.join(', ')}]`;
  return text !== undefined && text.length <= longestClaim ? text : undefined;
}

/** The text without its claims: what its results hang on. */
export function withoutClaims(text: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => /^["']?expect["']?\s*:/.test(line));
  if (at < 0) return text;
  let end = at + 1;
  while (end < lines.length && !/^[^\s#]/.test(lines[end]!)) end++;
  return [...lines.slice(0, at), ...lines.slice(end)].join('\n');
}

interface Place {
  /** Keys around the cursor, outermost first. */
  readonly path: readonly string[];
  /** The key whose value the cursor is at. */
  readonly key?: string;
  /** The word begun. */
  readonly word: string;
  /** Keys that already stand beside the one to come. */
  readonly siblings: readonly string[];
}

function placeAt(text: string, offset: number): Place {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const { path, segment, siblings, isOpen } = flowAround(text.slice(lineStart, offset));
  const indent = blanks.exec(text.slice(lineStart))![0].length;
  const outer = blockParents(text.slice(0, lineStart), indent);
  const whole = [...outer, ...path];
  const value = /^\s*(?:-\s+)?["']?([\w.-]+)["']?\s*:\s+["']?([\w.-]*)$/.exec(segment);
  if (value) return { path: whole, key: value[1]!, word: value[2]!, siblings };
  const word = /[\w.-]*$/.exec(segment)![0];
  return { path: whole, word, siblings: isOpen ? siblings : blockSiblings(text, lineStart, indent) };
}

/** The flow maps `{…` that are open at the end of a line, the segment after the last comma, and keys before it. */
function flowAround(line: string): { path: string[]; segment: string; siblings: string[]; isOpen: boolean } {
  const open: { key: string; segments: string[] }[] = [];
  let segment = '';
  for (const character of line) {
    if (character === '{') {
      open.push({ key: /["']?([\w.-]+)["']?\s*:\s*$/.exec(segment)?.[1] ?? '', segments: [] });
      segment = '';
    } else if (character === '}') {
      open.pop();
      segment = '';
    } else if (character === ',' && open.length > 0) {
      open.at(-1)!.segments.push(segment);
      segment = '';
    } else segment += character;
  }
  const siblings = (open.at(-1)?.segments ?? []).map((one) => /^\s*["']?([\w.-]+)/.exec(one)?.[1] ?? '');
  return { path: open.map(({ key }) => key).filter((key) => key !== ''), segment, siblings, isOpen: open.length > 0 };
}

/** Keys of the lines above that are less and less indented: `expect:`, `balance:`. */
function blockParents(above: string, indent: number): string[] {
  const parents: string[] = [];
  let inside = indent;
  for (const line of above.split('\n').reverse()) {
    const key = /^([ \t]*)["']?([\w.-]+)["']?\s*:\s*(?:#.*)?$/.exec(line);
    if (!key || key[1]!.length >= inside) continue;
    inside = key[1]!.length;
    parents.unshift(key[2]!);
  }
  return parents;
}

/** Keys of the other lines of the same block. */
function blockSiblings(text: string, lineStart: number, indent: number): string[] {
  const lines = text.split('\n');
  const own = text.slice(0, lineStart).split('\n').length - 1;
  const keyOf = (line: string) => {
    const match = /^([ \t]*(?:-[ \t]+)?)["']?([\w.-]+)["']?\s*:/.exec(line);
    return match && { indent: match[1]!.length, name: match[2]!, begins: match[1]!.includes('-') };
  };
  const found: string[] = [];
  for (const step of [-1, 1])
    for (let i = own + step; i >= 0 && i < lines.length; i += step) {
      // An item of a list begins with a dash: what stands above that line, or below the next one, is of another item.
      if (step < 0 && /^[ \t]*-[ \t]/.test(lines[i + 1]!)) break;
      const key = keyOf(lines[i]!);
      if (key && (key.indent < indent || (step > 0 && key.begins && key.indent === indent))) break;
      if (key && key.indent === indent) found.push(key.name);
    }
  return found;
}

/** What stands before a key of a block: blanks, and the dash of an item. */
const blanks = /^[ \t]*(?:-[ \t]+)?/;

/** What a number's key has where nothing is written for it: a place to start from. */
function numberItem(name: string, value: number, key: Key): DemoCompletionItem {
  const label = String(value).replace('e+', 'e');
  return {
    ...{ kind: 'value', label, insertText: label },
    detail: say`as it is now`,
    documentation: describeKey(name, key),
  };
}

function valuesOf(kind: DemoKind, path: readonly string[], name: string, text: string): DemoCompletionItem[] {
  const keys = keysUnder(kind, path);
  const key = keys && Object.hasOwn(keys, name) ? keys[name] : undefined;
  if (key?.shape.kind === 'text' && key.shape.namesOf !== undefined) {
    const documentation = describeKey(name, key);
    return namesIn(text, key.shape.namesOf).map((label) => ({
      ...{
        kind: 'value',
        label,
        insertText: /^\p{L}[\p{L}\p{N}_-]*(?: [\p{L}\p{N}_-]+)+$/u.test(label) ? label : quoted(label),
        documentation,
      },
    }));
  }
  return key ? valuesOfKey(key) : [];
}

/** The names of a list's elements, in text that need not be whole. */
function namesIn(text: string, list: string): string[] {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.startsWith(`${list}:`)) + 1;
  if (first === 0) return [];
  const end = lines.findIndex((line, at) => at >= first && /^[\w"']/.test(line));
  return lines
    .slice(first, end < 0 ? undefined : end)
    .flatMap((line) => /^\s*(?:-\s+)?name\s*:\s*(["']?)([^#"']*[^#"'\s])\1\s*(?:#.*)?$/.exec(line)?.[2] ?? []);
}

function valuesOfKey({ shape }: Key): DemoCompletionItem[] {
  const item = (label: string, documentation: string): DemoCompletionItem => ({
    ...{ kind: 'value', label, insertText: label, documentation },
  });
  if (shape.kind === 'choice')
    return shape.choices.map(({ name, meaning }) => ({ ...item(name, `**${name}**: ${meaning}.`), detail: meaning }));
  if (shape.kind === 'truth') return [item('true', ''), item('false', '')];
  if (shape.kind !== 'record') return [];
  const short = shape.shorthand === undefined ? [] : valuesOfKey(shape.keys[shape.shorthand]!);
  const empty = `{${Object.keys(shape.keys)[0]}: }`;
  return [...short, { ...item(empty, describeShape(shape)), insertText: `{${Object.keys(shape.keys)[0]}: ` }];
}
