import type { Cancellation } from '../cancellation';
import { say } from '../l10n/say';
import type { LineIndex } from '../text/line-index';
import type { Break, Suspect } from './breaks/suspect';
import type { BrokenVerdict, MermaidJudge } from './judge';
import { commonTokens } from './languages/common-tokens';
import type { DiagramLanguage, TokenWords } from './languages/language';
import { languageJudged } from './languages/languages';
import { keywordsOf } from './vocabulary';

/** How many things that may stand at a place are named, and how much of what was read. */
const mostChoices = 5;
const mostRead = 40;

/** Of choices this short twice as many are named. */
const shortChoice = 14;

/** The token that Mermaid would not take, where nothing better is known: what was read, and what may stand behind it. */
export async function unexpected(
  broken: Break,
  judge: MermaidJudge,
  cancellation: Cancellation | undefined,
): Promise<Suspect> {
  const { text, lines, verdict, at } = broken;
  const token = verdict.token;
  const read = token ? text.slice(token.start, token.end) : '';
  const word = read.trim().split('\n', 1)[0]!.trimEnd();
  const start = token && word ? token.start + read.indexOf(word[0]!) : lineEnd(text, lines, at);
  // Some lexers part a text from its quotes.
  const isText = /STR$/.test(token?.name ?? '') && text[start - 1] === '"' && word[0] !== '"';
  const span = { start: start - Number(isText), end: start + (token ? word.length : 0) };
  return { code: 'mermaid.syntax', span, message: await expectation(broken, span, judge, cancellation) };
}

/** The end of what is visible on the line, or on the nearest one above that says something. */
const lineEnd = (text: string, lines: LineIndex, at: number): number =>
  text.slice(0, lines.lineEnd(lines.lineOf(at))).trimEnd().length;

/** `After ‘Note over A,B’ Mermaid expects a colon and the text, but finds ‘,’.` An empty span is the end of its line. */
export async function expectation(
  { text, lines, verdict }: Break,
  { start, end }: { readonly start: number; readonly end: number },
  judge: MermaidJudge,
  cancellation: Cancellation | undefined,
): Promise<string> {
  const language = verdict.type === undefined ? undefined : languageJudged(verdict.type);
  const before = text.slice(lines.lineStart(lines.lineOf(start)), start).trim();
  if (before === '' && language) {
    const opening = openings(language);
    if (opening)
      return say`A line here ${opening}; ${quoted(text.slice(start, end).trim() || 'nothing')} does not fit.`;
  }
  const choices = choicesOf(await expectedAt(text, start, verdict, judge, cancellation), language);
  if (end > start && before !== '' && choices.length === 1 && choices[0] === say`the end of the line`)
    return say`${quoted(text.slice(start, end))} does not belong here: the line is complete before it, and what is new needs a line of its own.`;
  const found = quoted(text.slice(start, Math.max(end, wordEnd(text, start))));
  const read = quoted(shortened(before));
  if (before === '')
    return choices.length > 0
      ? say`A line here begins with ${either(choices)}, not with ${found}.`
      : say`A line here cannot begin with ${found}.`;
  if (end === start)
    return choices.length > 0
      ? say`The line is not finished: after ${read} is still missing ${either(choices)}.`
      : say`The line is not finished: something is missing after ${read}.`;
  return choices.length > 0
    ? say`${found} cannot stand after ${read}: what belongs there is ${either(choices)}.`
    : say`${found} cannot stand after ${read}.`;
}

/** The names of what may stand at a place: of Mermaid's complaint, or, where that names none, of the text cut off there. */
async function expectedAt(
  text: string,
  at: number,
  verdict: BrokenVerdict,
  judge: MermaidJudge,
  cancellation: Cancellation | undefined,
): Promise<readonly string[]> {
  if (
    verdict.expected &&
    verdict.token &&
    (verdict.token.start === at || text.slice(at, verdict.token.start).replace('"', '').trim() === '')
  )
    return verdict.expected;
  const cut = await judge.judge(text.slice(0, at), cancellation);
  if (cut.kind === 'good') return ['NEWLINE'];
  return (cut.kind === 'broken' && cut.type === verdict.type && cut.expected) || [];
}

/** What a line may be or begin with. */
function openings({ line, words }: DiagramLanguage): string | undefined {
  const keywords = keywordsOf({ ...words, rare: [] }).filter((word) => !/^acc/.test(word));
  const some = keywords.slice(0, mostChoices + 1).map(quoted);
  const begins = keywords.length > some.length ? [...some.slice(0, -1), say`another of its words`] : some;
  const parts = [line && say`is ${line}`, begins.length > 0 && say`begins with ${either(begins)}`];
  return parts.filter(Boolean).join(', or ') || undefined;
}

/** The names as an author would say them; those that nobody outside the parser knows are left out. */
function choicesOf(names: readonly string[], language: DiagramLanguage | undefined): string[] {
  const words = { ...language?.tokens, ...commonTokens, ...language?.tokens };
  const order = [...Object.keys(words)];
  const known = [...names].sort((a, b) => place(order, a) - place(order, b));
  const said = known.map((name) => words[name] ?? (isLiteral(name) ? quoted(name) : '')).filter((one) => one !== '');
  const all = [...new Set(said)];
  const most = all.every((one) => one.length < shortChoice) ? mostChoices * 2 : mostChoices;
  return all.length > most ? [...all.slice(0, mostChoices - 1), say`something else`] : all;
}

/** The signs, as they are written, that Mermaid would have taken. */
export function signsExpected({ expected = [], type }: BrokenVerdict): readonly string[] {
  const words: TokenWords = { ...commonTokens, ...(type === undefined ? undefined : languageJudged(type)?.tokens) };
  const written = expected.map((name) => (words[name] ?? name).replace(/^‘(.*)’$/, '$1'));
  return [...new Set(written)].filter((one) => /^[^\p{L}\p{N}\s"'`]{1,4}$/u.test(one));
}

const place = (order: readonly string[], name: string): number =>
  order.includes(name) ? order.indexOf(name) : order.length;

/** Signs and small words are called as they are written. */
const isLiteral = (name: string): boolean => /^(?:[^\p{L}\s_]+|[a-z][a-z-]*)$/u.test(name);

const quoted = (text: string): string => `‘${shortened(text, 30, true)}’`;

/** The end, or the beginning, of a longer text, cut between words. */
function shortened(text: string, most = mostRead, fromStart = false): string {
  if (text.length <= most) return text;
  return fromStart ? `${text.slice(0, most).replace(/\s+\S*$/, '')}…` : `…${text.slice(-most).replace(/^\S*\s+/, '')}`;
}

const either = (choices: readonly string[]): string =>
  choices.length < 2 ? choices.join('') : say`${choices.slice(0, -1).join(', ')} or ${choices.at(-1)!}`;

/** The end of the word that begins at a place: of a word that Mermaid gave up in, the author sees the whole. */
const wordEnd = (text: string, start: number): number =>
  start + /^[\p{L}\p{N}_]*/u.exec(text.slice(start, start + mostRead))![0].length;
