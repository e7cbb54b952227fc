import type { Cancellation } from '../cancellation';
import { say } from '../l10n/say';
import { LineIndex } from '../text/line-index';
import { MappedText } from '../text/mapped-text';
import { applyChanges, type TextChange } from '../text/span';
import type { Suspect } from './breaks/suspect';
import { convict } from './convict';
import type { DiagramFix, DiagramProblem } from './diagram-problem';
import { doubts } from './doubt-diagram';
import { withFreeIds } from './free-ids';
import { frugal } from './frugal-judge';
import type { MermaidJudge, ShownText, Verdict } from './judge';
import { keepsWords, saysAll } from './keeps-words';
import { lostTexts } from './lost-text';
import { scanDiagram } from './scan-diagram';
import { wordsStay } from './words-stay';

export type { DiagramFix, DiagramProblem };

/** Beyond this many breaks in one diagram, more are not worth an author's wait. */
const mostBreaks = 20;
/** Mends of doubts that are tried one by one, where all of them together are not good. */
const mostTrials = 40;

/**
 * Everything wrong with one diagram: Mermaid's verdict, and where it refuses, each independent break at its culprit.
 * A break is mended on a draft and the draft judged again, until Mermaid is content or nothing helps any more, so what
 * only follows from an earlier break is never seen.
 */
export async function checkDiagram(
  text: string,
  patientJudge: MermaidJudge,
  cancellation?: Cancellation,
): Promise<DiagramProblem[]> {
  const judge = frugal(patientJudge);
  const { problems, draft, verdict } = await breaksOf(text, judge, cancellation);
  // What mends of doubts keep was seen when they were tried: a lost text is not yet in the picture as it is.
  const isDoubted = problems.length === 0 && verdict.kind === 'good';
  if (isDoubted) problems.push(...(await doubtsOf(text, judge, cancellation)));
  else await withdrawUnproven(text, problems, verdict, judge, cancellation);
  if (!isDoubted && problems.some(hasSafeFix)) {
    // What Mermaid would draw with all mends decides; where it still refuses, what the scanner reads with each.
    const shown = verdict.kind === 'good' ? await judge.show(draft.text, cancellation) : undefined;
    for (const [i, problem] of problems.entries()) problems[i] = honest(text, problem, shown);
  }
  if (verdict.kind === 'too-slow') problems.push(tooSlow(text, verdict.milliseconds));
  return withFreeIds(text, problems).sort((a, b) => a.span.start - b.span.start);
}

/** Breaks in the order in which Mermaid stumbles over them, the text with all their mends, and the verdict on that. */
interface Breaks {
  readonly problems: DiagramProblem[];
  readonly draft: MappedText;
  readonly verdict: Verdict;
}

async function breaksOf(
  text: string,
  judge: ReturnType<typeof frugal>,
  cancellation: Cancellation | undefined,
): Promise<Breaks> {
  const lines = new LineIndex(text);
  const problems: DiagramProblem[] = [];
  let draft = MappedText.of(text);
  let verdict = await judge.judge(text, cancellation);
  while (verdict.kind === 'broken' && problems.length < mostBreaks) {
    const culprit = await convict(draft.text, verdict, judge, cancellation);
    const found = culprit.suspects.map((suspect) => authored(text, draft, suspect, culprit.verdict !== undefined));
    const follows = (known: DiagramProblem) => found.some((problem) => mayFollow(lines, problem, known));
    const isRepeated = found.some((problem) => problems.some((known) => isSame(known, problem)));
    // What the budget left unproven is reported where it is the first thing wrong, not where it may be an echo.
    const isEcho = !culprit.verdict && (problems.some(follows) || (judge.isSpent && problems.length > 0));
    if (isRepeated || isEcho) {
      // A mend beside which Mermaid stumbles again, and nobody says of what, is not proven.
      problems.splice(
        0,
        problems.length,
        ...problems.map((known) => (follows(known) ? { ...known, fixes: [] } : known)),
      );
      break;
    }
    problems.push(...found);
    if (!culprit.verdict) break;
    draft = draft.change(culprit.suspects.flatMap(({ fix }) => fix?.changes ?? []));
    verdict = culprit.verdict;
  }
  return { problems, draft, verdict };
}

/**
 * Where not all of a diagram can be mended, no picture proves its mends; and of two on one line the later one may need the
 * other. Such a mend is offered only when fewer breaks are left with it alone.
 */
async function withdrawUnproven(
  text: string,
  problems: DiagramProblem[],
  { kind }: Verdict,
  judge: ReturnType<typeof frugal>,
  cancellation: Cancellation | undefined,
): Promise<void> {
  const lines = new LineIndex(text);
  const found = problems.map(({ span }) => lines.lineOf(span.start));
  for (const [i, problem] of problems.entries()) {
    if (kind === 'good' && !found.slice(0, i).includes(found[i]!)) continue;
    const fixes: DiagramFix[] = [];
    for (const fix of problem.fixes) {
      const left = await breaksOf(applyChanges(text, fix.changes), judge, cancellation);
      if (judge.isSpent || left.problems.length < problems.length) fixes.push(fix);
    }
    problems[i] = { ...problem, fixes };
  }
}

const hasSafeFix = ({ fixes }: DiagramProblem): boolean => fixes.some(({ safe }) => safe);

/** The problem with only those fixes called safe that leave every word of the author in the picture. */
function honest(text: string, problem: DiagramProblem, shown: readonly ShownText[] | undefined): DiagramProblem {
  const fixes = problem.fixes.map((fix) =>
    fix.safe && !(wordsStay(text, fix.changes) && keepsWords(text, fix.changes, shown)) ? { ...fix, safe: false } : fix,
  );
  return { ...problem, fixes };
}

/** What Mermaid takes although it cannot be meant; a mend is offered when Mermaid takes the mended text too. */
async function doubtsOf(text: string, judge: MermaidJudge, cancellation?: Cancellation): Promise<DiagramProblem[]> {
  const { type } = scanDiagram(text);
  const found = doubtsIn(text);
  const problems = await lostTexts(text, type, judge, cancellation);
  const lostBefore = problems.length;
  /** Whether Mermaid takes the text with some mends, no other doubt takes a mended one's place, and no text is lost. */
  const isProven = async (fixes: readonly DiagramFix[]): Promise<boolean> => {
    const changes = fixes.flatMap((fix) => fix.changes);
    if (overlapping(changes)) return false;
    const mended = applyChanges(text, changes);
    if ((await judge.judge(mended, cancellation)).kind !== 'good') return false;
    return (
      doubtsIn(mended).length <= found.length - fixes.length &&
      (await lostTexts(mended, type, judge, cancellation)).length <= lostBefore
    );
  };
  const mends = found.flatMap(({ fix }) => fix ?? []);
  // Most often all mends are good together, and one trial tells; else each is tried alone.
  const together = mends.length > 0 && (await isProven(mends));
  let trials = 0;
  for (const { code, span, message, fix } of found) {
    const proven = fix && (together || (trials++ < mostTrials && (await isProven([fix]))));
    if (proven && fix.safe) {
      const [before, after] = [
        await judge.show(text, cancellation),
        await judge.show(applyChanges(text, fix.changes), cancellation),
      ];
      const says = before !== undefined && after !== undefined && saysAll(before, after);
      // What would be drawn all the same is not lost.
      if (isLost({ code }) && !says) continue;
      const safe = says && wordsStay(text, fix.changes);
      problems.push({ code, span, message, fixes: [{ ...fix, safe }] });
    } else problems.push({ code, span, message, fixes: proven ? [fix] : [] });
  }
  // Names that a misreading cut are near to others by that alone.
  if (problems.some(isLost)) return problems.filter(({ code }) => code !== 'mermaid.near-name');
  return problems;
}

/** Doubts that the text alone gives rise to. */
function doubtsIn(text: string): Suspect[] {
  const { type, symbols } = scanDiagram(text);
  const found = [...doubts({ text, lines: new LineIndex(text), type, symbols })];
  return found.map(({ fix, ...doubt }) => (fix && !doubt.makesUp ? { ...doubt, fix } : doubt));
}

const isLost = ({ code }: Pick<DiagramProblem, 'code'>): boolean => code === 'mermaid.lost-text';

function overlapping(changes: readonly TextChange[]): boolean {
  const spans = changes.map(({ span }) => span).sort((a, b) => a.start - b.start);
  return spans.some((span, i) => i > 0 && span.start < spans[i - 1]!.end);
}

/** Whether a break that nothing mends may be no more than the echo of one that was mended on its line or beside it. */
const mayFollow = (lines: LineIndex, problem: DiagramProblem, earlier: DiagramProblem): boolean =>
  Math.abs(lines.lineOf(earlier.span.start) - lines.lineOf(problem.span.start)) <= 1;

const isSame = (a: DiagramProblem, b: DiagramProblem): boolean => a.code === b.code && a.span.start === b.span.start;

function authored(text: string, draft: MappedText, suspect: Suspect, proven: boolean): DiagramProblem {
  const fix = proven && !suspect.makesUp && suspect.fix && authoredFix(text, draft, suspect.fix);
  return {
    code: suspect.code,
    span: draft.originSpan(suspect.span),
    message: suspect.message,
    fixes: fix ? [fix] : [],
  };
}

/** The fix on the author's own text, or undefined where it would rewrite what an earlier mend wrote. */
function authoredFix(text: string, draft: MappedText, fix: DiagramFix): DiagramFix | undefined {
  const changes: TextChange[] = [];
  for (const { span, newText } of fix.changes) {
    const origin = draft.originSpan(span);
    if (text.slice(origin.start, origin.end) !== draft.text.slice(span.start, span.end)) return undefined;
    changes.push({ span: origin, newText });
  }
  return { ...fix, changes };
}

function tooSlow(text: string, milliseconds: number): DiagramProblem {
  const start = text.length - text.trimStart().length;
  const lineEnd = text.indexOf('\n', start);
  return {
    code: 'mermaid.too-slow',
    span: { start, end: lineEnd < 0 ? text.trimEnd().length : lineEnd },
    message: say`Mermaid came to no end with this diagram within ${(milliseconds / 1000).toFixed(1)} s.`,
    fixes: [],
  };
}
