import { say } from '../l10n/say';
import { readableTex } from '../math/readable-tex';
import { codeSpan } from '../text/escaped-markdown';
import { contains, type Span } from '../text/span';
import type { Demo } from './demo';
import type { DemoKind } from './demo-kind';
import { readDemo } from './read-demo';
import { keyAt, resultNotes } from './schema/find-key';
import { defaultInWords, type Key, type Shape } from './schema/key';
import type { ResultKey } from './schema/result-key';

/** What is known of the place, as markdown, with the span that it is about in the demo's text. */
export interface DemoHover {
  readonly span: Span;
  readonly markdown: string;
}

/** The key, the chosen value or the claimed result at an offset of a demo's text. */
export function demoHover(kind: DemoKind, text: string, offset: number): DemoHover | undefined {
  const demo = readDemo(kind, text);
  const places = [...demo.places].reverse();
  const onKey = places.find(([, place]) => contains(place.key, offset));
  if (onKey) {
    const markdown = describe(demo, onKey[0]);
    return markdown === undefined ? undefined : { span: onKey[1].key, markdown };
  }
  const onValue = places.find(([, place]) => contains(place.value, offset));
  const shape = onValue && keyAt(kind, onValue[0])?.shape;
  if (shape?.kind !== 'choice') return undefined;
  const span = onValue![1].value;
  const word = text.slice(span.start, span.end).replaceAll(/["']/g, '');
  const chosen = shape.choices.find(({ name }) => name === word);
  return chosen && { span, markdown: `**${chosen.name}**: ${chosen.meaning}` };
}

function describe(demo: Demo, path: string): string | undefined {
  if (path.startsWith('expect.')) {
    const name = path.slice('expect.'.length);
    const result = resultNotes(demo).of(name);
    return result && describeResult(name.split('.')[0]!, result);
  }
  const key = keyAt(demo.kind, path);
  return key && describeKey(path.split('.').at(-1)!, key);
}

/** A key's name, kind, default, meaning, formula and source, as markdown. */
export function describeKey(name: string, key: Key): string {
  const otherwise = defaultInWords(key);
  const head = `**${name}**: ${describeShape(key.shape)}${otherwise === undefined ? '' : say`; default ${otherwise}`}`;
  const choices =
    key.shape.kind === 'choice' ? key.shape.choices.map((one) => `- \`${one.name}\`: ${one.meaning}`) : [];
  return paragraphs(head, key.meaning, choices.join('\n'), formula(key.formula), key.source && `*${key.source}*`);
}

export const describeResult = (name: string, result: ResultKey): string =>
  paragraphs(`**${name}**${result.axes ? ` \`${result.axes}\`` : ''}`, result.meaning, formula(result.formula));

/** What a value may be, in a few words. */
export function describeShape(shape: Shape): string {
  switch (shape.kind) {
    case 'whole':
      return say`whole number, ${shape.min} to ${shape.max}`;
    case 'number':
      return say`number, ${shape.min} to ${shape.max}`;
    case 'choice':
      return shape.choices.map(({ name }) => name).join(' | ');
    case 'truth':
      return say`true or false`;
    case 'text':
      return say`text`;
    case 'name':
      return say`one word`;
    case 'tokens':
      return say`number of tokens, 1 to ${shape.max}, or a list of words`;
    case 'numbers':
      return say`list of numbers`;
    case 'rows':
      return say`list of rows of numbers`;
    case 'record':
      return `{${Object.keys(shape.keys).join(', ')}}`;
    case 'list':
      return say`list of {${Object.keys(shape.keys).join(', ')}}`;
    case 'formulas':
      return say`list of name = expression`;
    case 'claims':
      return say`result keys and what they should be`;
  }
}

const paragraphs = (...parts: (string | undefined)[]): string => parts.filter((part) => part).join('\n\n');

const formula = (tex: string | undefined): string | undefined => tex && codeSpan(readableTex(tex) ?? tex);
