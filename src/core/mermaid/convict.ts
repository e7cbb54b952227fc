import type { Cancellation } from '../cancellation';
import { say } from '../l10n/say';
import { LineIndex } from '../text/line-index';
import { MappedText } from '../text/mapped-text';
import { brokenLine, type Line, lineBefore, spokenLines, stopsAtLineStart } from './breaks/line';
import type { Break, Suspect } from './breaks/suspect';
import { type BrokenVerdict, JudgementCancelled, type MermaidJudge, type Verdict } from './judge';
import { suspects } from './suspects';
import { expectation, signsExpected, unexpected } from './unexpected';

export interface Conviction {
  readonly suspects: readonly Suspect[];
  /** The verdict on the mended text; undefined when no mend was found. */
  readonly verdict?: Verdict;
}

/** How many mends of one break are tried, and how many lines are left out to see whether one of them is the culprit. */
const mostTrials = 60;
const mostLines = 40;

/** How many signs are tried in the place of one that Mermaid would not take. */
const mostSigns = 4;

/** Tokens that a parser waits for inside of brackets, quotes and braces. */
const insideName = /^(?:SQE|STR|STRUCT_STOP|BLOCK_STOP|NODE_DEND)$/;

/**
 * Finds the culprit of a break by trying the suspects' mends in turn: the first that makes the diagram good, else the
 * one that gets Mermaid furthest, else the line without which the diagram is good, else the token Mermaid names.
 */
export async function convict(
  text: string,
  verdict: BrokenVerdict,
  judge: MermaidJudge,
  cancellation: Cancellation | undefined,
): Promise<Conviction> {
  const broken: Break = { text, lines: new LineIndex(text), verdict, at: placeOf(verdict, text) };
  // What is never closed swallows the lines behind it, other breaks among them: closing it brings those to light.
  const swallows =
    text.slice(broken.at).trim() === '' || (verdict.expected?.some((name) => insideName.test(name)) ?? false);
  let best: (Conviction & { reach: number }) | undefined;
  let uncovering: Conviction | undefined;
  let unmended: Suspect | undefined;
  let sure: Suspect | undefined;
  let trials = 0;
  for (const suspicion of suspects(broken)) {
    const together = Array.isArray(suspicion) ? (suspicion as readonly Suspect[]) : [suspicion as Suspect];
    const changes = together.flatMap(({ fix }) => fix?.changes ?? []);
    sure ??= together.find((suspect) => suspect.sure);
    if (changes.length === 0) {
      unmended ??= together[0];
      if (sure) break;
      continue;
    }
    if (cancellation?.aborted) throw new JudgementCancelled();
    if (trials++ === mostTrials) break;
    const mended = MappedText.of(text).change(changes);
    const next = await judge.judge(mended.text, cancellation);
    if (next.kind === 'good') return { suspects: together, verdict: next };
    if (next.kind !== 'broken' || together[0]!.guess) {
      if (sure) break;
      continue;
    }
    // Getting further counts only beyond the mend itself: a quote in the wrong place moves the stop by its own length.
    const reach = reached(next, verdict, mended);
    // What a mend also changes further down, a closing brace, is not there to be reached.
    const here = changes.filter(({ span }) => span.start <= broken.at);
    const mendEnd = Math.max(...(here.length > 0 ? here : changes).map(({ span }) => span.end));
    if (reach > Math.max(broken.at, mendEnd, best?.reach ?? -1)) best = { suspects: together, verdict: next, reach };
    else if (swallows && together[0]!.code === 'mermaid.unclosed' && reach > mendEnd) {
      uncovering ??= { suspects: together, verdict: next };
    }
    if (sure) break;
  }
  if (best || uncovering) return (best ?? uncovering)!;
  const left = sure ?? unmended ?? (await byRemoval(broken, judge, cancellation));
  return left
    ? { suspects: [left] }
    : bySign(broken, await unexpected(broken, judge, cancellation), judge, cancellation);
}

/** A sign that Mermaid would not take, where nothing better is known: another that it waits for heals, or none. */
async function bySign(
  broken: Break,
  seen: Suspect,
  judge: MermaidJudge,
  cancellation: Cancellation | undefined,
): Promise<Conviction> {
  const { text, verdict } = broken;
  const { start, end } = seen.span;
  const sign = text.slice(start, end);
  if (!/^[^\p{L}\p{N}\s"'`]{1,4}$/u.test(sign)) return { suspects: [seen] };
  const line = broken.lines.lineOf(start);
  const isAtEnd =
    text.slice(broken.lines.lineStart(line), start).trim() === '' ||
    text.slice(end, broken.lines.lineEnd(line)).trim() === '';
  const signs = signsExpected(verdict).filter((one) => one !== sign && !/[{}[\]()]/.test(one));
  for (const other of [...signs.slice(0, mostSigns), ...(isAtEnd ? [''] : [])]) {
    if (cancellation?.aborted) throw new JudgementCancelled();
    const changes = [{ span: seen.span, newText: other }];
    const next = await judge.judge(MappedText.of(text).change(changes).text, cancellation);
    if (next.kind !== 'good') continue;
    const title = other === '' ? say`Remove ${sign}` : say`Write ${other}`;
    return { suspects: [{ ...seen, fix: { title, safe: false, changes } }], verdict: next };
  }
  return { suspects: [seen] };
}

/** How far into the unmended text Mermaid came with the mend. */
function reached(next: BrokenVerdict, before: BrokenVerdict, mended: MappedText): number {
  if (next.type === undefined || next.type !== before.type)
    return before.type === undefined && next.type ? placeIn(next, mended) : -1;
  return placeIn(next, mended);
}

const placeIn = (verdict: BrokenVerdict, mended: MappedText): number => mended.origin(placeOf(verdict, mended.text));

const placeOf = (verdict: BrokenVerdict, text: string): number =>
  verdict.token?.start ?? verdict.reached ?? (verdict.type === undefined ? 0 : text.length);

/** The culprit by its absence: the line without which the diagram is good. */
async function byRemoval(
  broken: Break,
  judge: MermaidJudge,
  cancellation: Cancellation | undefined,
): Promise<Suspect | undefined> {
  const { text, verdict } = broken;
  if (verdict.type === undefined) return undefined;
  const healsWithout = async ({ start, end }: Line) =>
    (await judge.judge(text.slice(0, start) + text.slice(end), cancellation)).kind === 'good';
  const line = brokenLine(broken);
  const above = lineBefore(broken, line);
  const isPlain = verdict.token !== undefined && text.slice(broken.at).trim() !== '';
  if (isPlain) {
    // The token itself is to blame, unless it opens its line and it is the line above that ends too early.
    if (!above || !stopsAtLineStart(broken, line) || !(await healsWithout(above)) || (await healsWithout(line)))
      return undefined;
    const span = { start: above.end, end: above.end };
    return { code: 'mermaid.syntax', span, message: await expectation(broken, span, judge, cancellation) };
  }
  const lines = [...spokenLines(broken)].slice(1).reverse().slice(0, mostLines);
  for (const one of lines) {
    if (cancellation?.aborted) throw new JudgementCancelled();
    if (!(await healsWithout(one))) continue;
    const span = { start: one.start + one.text.length - one.text.trimStart().length, end: one.end };
    const ending = { start: one.end, end: one.end };
    const message = sayingOf(verdict) ?? (await expectation(broken, ending, judge, cancellation));
    return { code: 'mermaid.syntax', span, message };
  }
  return undefined;
}

/** Mermaid's own words where they are words, not the complaint of its insides. */
function sayingOf({ message }: BrokenVerdict): string | undefined {
  const mostEdges = /^Edge limit exceeded\b.*\blimit is (\d+)/.exec(message)?.[1];
  if (mostEdges)
    return say`Mermaid draws at most ${mostEdges} arrows in one diagram, and with this line there are more: A & B --> C & D counts as four. Make it two diagrams, or lead the arrows through one node.`;
  return engineWords.test(message) ? undefined : message.split('\n', 1)[0]!;
}

const engineWords =
  /^(?:Cannot \w+|Parse error|Lexical error|undefined|Invalid (?:array|count)|\w*Error\b)| (?:is|are) not (?:a function|iterable|defined|an object)\b|\b(?:of|participant) (?:undefined|null)\b/;
