import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import schema from '../../schemas/coursewright.schema.json';
import type { CourseDiagnostic, Finding, Fix } from '../core/diagnostics/course-diagnostic';
import { say } from '../core/l10n/say';
import type { CourseSettings } from '../core/settings';
import { nearest } from '../core/text/nearest';
import type { Span } from '../core/text/span';
import { type Expected, objection } from './settings-values';

/** What each setting may be, by its key. */
const definitions: Readonly<Record<string, Expected>> = schema.definitions;
const keys = Object.keys(definitions);
const codes = Object.keys(schema.definitions.severity.properties);
/** Keys that only hold others: `links` of `links.routes`. */
const groups: ReadonlySet<string> = new Set(keys.filter((key) => key.includes('.')).map((key) => key.split('.')[0]!));

/** The names of the settings in a group. */
const namesIn = (group: string): string[] =>
  keys.filter((key) => key.startsWith(`${group}.`)).map((key) => key.slice(group.length + 1));

/** What is wrong with a text of `coursewright.json`, as loudly as the course's settings will have it. */
export function checkSettingsFile(text: string, { severity }: Pick<CourseSettings, 'severity'>): CourseDiagnostic[] {
  return findings(text)
    .flatMap((found) => {
      const chosen = severity[found.code];
      return chosen === 'off' ? [] : [{ ...found, severity: chosen }];
    })
    .sort((a, b) => a.span.start - b.span.start);
}

function findings(text: string): readonly Finding[] {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  // An empty file marks a course's root, and says nothing more.
  if (!root && errors.every(({ error }) => printParseErrorCode(error) === 'ValueExpected')) return [];
  const [first] = errors;
  const broken = first ? [syntax(text, first)] : [];
  if (!root) return broken;
  if (root.type !== 'object') return [...broken, wrong(root, say`A settings file is an object: { "key": value }.`)];
  return [...broken, ...inGroup(root, '')];
}

/** The keys of an object, whose own key and a point stand before theirs. */
function inGroup(object: Node, prefix: string): Finding[] {
  return (object.children ?? []).flatMap((property) => {
    const [keyNode, value] = property.children ?? [];
    if (!keyNode) return [];
    const path = prefix + String(keyNode.value);
    if (path === '$schema') return [];
    const [, code] = /^severity\.(.+)$/s.exec(path) ?? [];
    if (code !== undefined)
      return codes.includes(code) ? checked(`severity.${code}`, value) : [noSuchCheck(keyNode, code)];
    if (path === 'severity' && value?.type === 'object') return inGroup(value, 'severity.');
    if (Object.hasOwn(definitions, path)) return checked(path, value);
    if (groups.has(path)) {
      if (value?.type === 'object') return inGroup(value, `${path}.`);
      return value ? [wrong(value, say`${path} is an object that holds ${listed(namesIn(path), 'and')}.`)] : [];
    }
    return [noSuchKey(keyNode, path, prefix)];
  });
}

function checked(path: string, value: Node | undefined): Finding[] {
  // A key whose value is still to be written is told by the parser; null stands for the default.
  if (!value || value.type === 'null') return [];
  const code = /^severity\.(.+)$/s.exec(path)?.[1];
  const expected: Expected | undefined = code
    ? (schema.definitions.severity.properties as Readonly<Record<string, Expected>>)[code]
    : definitions[path];
  const found = expected && objection(path, getNodeValue(value), expected);
  if (!found) return [];
  const fixes = found.near === undefined ? [] : [change(value, JSON.stringify(found.near))];
  return [{ ...wrong(value, found.message), fixes }];
}

/** A third of the letters, two at least, may be others; two that changed places count as one. */
const nearTo = (word: string, candidates: readonly string[]): string | undefined =>
  nearest(
    word,
    candidates,
    {
      plain: (name) => name.toLowerCase().replaceAll(/[-_\s]/g, ''),
      most: (_, name) => Math.max(2, Math.floor(name.length / 3)),
      swaps: true,
    },
    (name) => name,
  )[0];

function noSuchKey(node: Node, path: string, prefix: string): Finding {
  const bare = path.replace(/^coursewright\./, '');
  const there = keys.includes(bare);
  const near = there ? bare : nearTo(bare, keys);
  const message = there
    ? say`Keys stand here without coursewright.: write ${bare}.`
    : say`There is no setting ${path} of a course. ${near ? say`Did you mean ${near}?` : say`There are ${listed(keys, 'and')}.`}`;
  return unknown(node, message, near?.startsWith(prefix) ? near.slice(prefix.length) : undefined);
}

function noSuchCheck(node: Node, code: string): Finding {
  const near = nearTo(code, codes);
  const asWritten = String(node.value).startsWith('severity.') && near ? `severity.${near}` : near;
  return unknown(
    node,
    near ? say`There is no check ${code}. Did you mean ${near}?` : say`There is no check ${code}.`,
    asWritten,
  );
}

function unknown(node: Node, message: string, near: string | undefined): Finding {
  const fixes = near === undefined ? [] : [change(node, JSON.stringify(near))];
  return { code: 'settings.unknown-key', span: spanOf(node), message, fixes };
}

const change = (node: Node, newText: string): Fix => ({
  title: say`Change to ${newText}`,
  safe: false,
  changes: [{ span: spanOf(node), newText }],
});

const wrong = (node: Node, message: string): Finding => ({
  code: 'settings.value',
  span: spanOf(node),
  message,
  fixes: [],
});

const spanOf = ({ offset, length }: Node): Span => ({ start: offset, end: offset + length });

/** What is missing where the parser stumbles, or what it cannot read there. */
const missing: Readonly<Record<string, string>> = {
  PropertyNameExpected: say`a key in double quotes is missing before this`,
  ValueExpected: say`a value is missing before this`,
  ColonExpected: say`a colon is missing before this`,
  CommaExpected: say`a comma is missing before this`,
  CloseBraceExpected: say`a closing } is missing before this`,
  CloseBracketExpected: say`a closing ] is missing before this`,
  EndOfFileExpected: say`nothing may follow the closing }`,
  UnexpectedEndOfComment: say`the comment is never closed`,
  UnexpectedEndOfString: say`the closing quote is missing`,
  UnexpectedEndOfNumber: say`the number is not complete`,
  InvalidNumberFormat: say`this is no number`,
  InvalidEscapeCharacter: say`a backslash stands before a sign that it does not go with; write \\\\ for one`,
  InvalidUnicode: say`four hexadecimal digits are missing behind \\u`,
};

function syntax(text: string, { error, offset, length }: ParseError): Finding {
  const start = Math.min(offset, Math.max(0, text.length - 1));
  const span = { start, end: Math.max(start, Math.min(text.length, offset + Math.max(1, length))) };
  const what = missing[printParseErrorCode(error)] ?? say`this sign cannot stand here; texts stand in double quotes`;
  return { code: 'settings.syntax', span, message: say`This is not JSON: ${what}.`, fixes: [] };
}

const listed = (words: readonly string[], last: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
