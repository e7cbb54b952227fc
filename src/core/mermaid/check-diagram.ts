import type { Cancellation } from '../cancellation';
import { LineIndex } from '../text/line-index';
import { MappedText } from '../text/mapped-text';
import type { TextChange } from '../text/span';
import type { Break, Suspect } from './breaks/suspect';
import { suspects } from './breaks/suspects';
import type { DiagramFix, DiagramProblem } from './diagram-problem';
import { type BrokenVerdict, JudgementCancelled, type MermaidJudge, type Verdict } from './judge';

export type { DiagramFix, DiagramProblem };

/** Beyond these, more mends are not worth an author's wait. */
const mostBreaks = 20;
const mostTrials = 60;

/**
 * Everything wrong with one diagram: Mermaid's verdict, and where it refuses, each independent break at its culprit.
 * A break is mended on a draft and the draft judged again, until Mermaid is content or nothing helps any more, so what
 * only follows from an earlier break is never seen.
 */
export async function checkDiagram(
  text: string,
  judge: MermaidJudge,
  cancellation?: Cancellation,
): Promise<DiagramProblem[]> {
  const problems: DiagramProblem[] = [];
  let draft = MappedText.of(text);
  let verdict = await judge.judge(text, cancellation);
  for (let found = 0; verdict.kind === 'broken' && found < mostBreaks; found++) {
    const culprit = await convict(draft.text, verdict, judge, cancellation);
    problems.push(...culprit.suspects.map((suspect) => authored(text, draft, suspect, culprit.verdict !== undefined)));
    if (!culprit.verdict) break;
    draft = draft.change(culprit.suspects.flatMap(({ fix }) => fix?.changes ?? []));
    verdict = culprit.verdict;
  }
  if (verdict.kind === 'too-slow') problems.push(tooSlow(text, verdict.milliseconds));
  return problems.sort((a, b) => a.span.start - b.span.start);
}

/** Tokens that a parser waits for inside of brackets, quotes and braces. */
const insideName = /^(?:SQE|STR|STRUCT_STOP|BLOCK_STOP|NODE_DEND)$/;

interface Conviction {
  readonly suspects: readonly Suspect[];
  /** The verdict on the mended text; undefined when no mend was found. */
  readonly verdict?: Verdict;
}

/** Tries the suspects' mends in turn: the first that makes the diagram good, else the one that gets Mermaid furthest. */
async function convict(
  text: string,
  verdict: BrokenVerdict,
  judge: MermaidJudge,
  cancellation: Cancellation | undefined,
): Promise<Conviction> {
  const lines = new LineIndex(text);
  const broken: Break = { text, lines, verdict, at: placeOf(verdict, text) };
  let best: (Conviction & { reach: number }) | undefined;
  // What is never closed swallows the lines behind it, other breaks among them: closing it brings those to light.
  const swallows =
    text.slice(broken.at).trim() === '' || (verdict.expected?.some((name) => insideName.test(name)) ?? false);
  let uncovering: Conviction | undefined;
  let unmended: Suspect | undefined;
  let trials = 0;
  for (const suspicion of suspects(broken)) {
    const together = Array.isArray(suspicion) ? (suspicion as readonly Suspect[]) : [suspicion as Suspect];
    const changes = together.flatMap(({ fix }) => fix?.changes ?? []);
    if (changes.length === 0) {
      unmended ??= together[0];
      continue;
    }
    if (cancellation?.aborted) throw new JudgementCancelled();
    if (trials++ === mostTrials) break;
    const mended = MappedText.of(text).change(changes);
    const next = await judge.judge(mended.text, cancellation);
    if (next.kind === 'good') return { suspects: together, verdict: next };
    // Getting further counts only beyond the mend itself: a quote in the wrong place moves the stop by its own length.
    const reach = next.kind === 'broken' ? reached(next, mended) : -1;
    const mendEnd = Math.max(...changes.map(({ span }) => span.end));
    const hurdle = Math.max(broken.at, mendEnd);
    if (reach > hurdle && reach > (best?.reach ?? -1)) best = { suspects: together, verdict: next, reach };
    else if (swallows && together[0]!.code === 'mermaid.unclosed' && reach > mendEnd) {
      uncovering ??= { suspects: together, verdict: next };
    }
  }
  return best ?? uncovering ?? { suspects: [unmended!] };
}

/** How far into the unmended text Mermaid came with the mend. */
function reached(verdict: BrokenVerdict, mended: MappedText): number {
  return verdict.type === undefined ? -1 : mended.origin(placeOf(verdict, mended.text));
}

const placeOf = (verdict: BrokenVerdict, text: string): number =>
  verdict.token?.start ?? verdict.reached ?? (verdict.type === undefined ? 0 : text.length);

function authored(text: string, draft: MappedText, suspect: Suspect, proven: boolean): DiagramProblem {
  const fix = proven && suspect.fix && authoredFix(text, draft, suspect.fix);
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
    message: `Mermaid came to no end with this diagram within ${(milliseconds / 1000).toFixed(1)} s.`,
    fixes: [],
  };
}
