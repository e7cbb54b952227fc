import type { Cancellation } from '../../cancellation';
import { mostReadHere } from '../../course/course';
import type { Diagram } from '../../course/course-document';
import { gluedCloser } from '../../course/glued-closer';
import type { Finding, Fix } from '../../diagnostics/course-diagnostic';
import { checkDiagram, type DiagramProblem } from '../../mermaid/check-diagram';
import { JudgementCancelled } from '../../mermaid/judge';
import { newerThan } from '../../mermaid/newer';
import { scanIn } from '../../mermaid/symbols-in';
import { LineIndex } from '../../text/line-index';
import type { FeatureContext } from '../feature-context';
import { targetOf } from './target-of';

/** So many diagrams are looked at in one go, in a text so large that others may be waiting for their turn. */
const inOneGo = 8;

/** What Mermaid refuses, and what it should not have taken, in each diagram of the document. */
export async function mermaidFindings(context: FeatureContext, cancellation?: Cancellation): Promise<Finding[]> {
  const { document, letOthers } = context;
  const looks: Promise<Finding[]>[] = [];
  for (const diagram of document.diagrams) {
    const look = findingsIn(diagram, context, cancellation);
    looks.push(look);
    if (!letOthers || document.text.length <= mostReadHere) continue;
    // A failure is met with all others below.
    look.catch(() => {});
    if (looks.length % inOneGo > 0) continue;
    // Verdicts that are known already come at once: without this the whole text would be one piece of work.
    await letOthers();
    if (cancellation?.aborted) throw new JudgementCancelled();
  }
  return (await Promise.all(looks)).flat();
}

async function findingsIn(
  diagram: Diagram,
  context: FeatureContext,
  cancellation: Cancellation | undefined,
): Promise<Finding[]> {
  const problems = await checkDiagram(diagram.content.text, context.judge, cancellation);
  problems.push(...(await newerFindings(diagram, context)));
  const end = ownEnd(diagram, context.document.text);
  const own = problems.filter(({ span }) => span.start <= end);
  return own.flatMap((problem) => inDocument(mendedWithin(problem, end), diagram) ?? []);
}

/** Where a diagram ends that nothing closes: what stands behind a blank line may be the lesson's text, and a line that ends in its marker is not what was meant. */
function ownEnd({ fence, content: { text } }: Diagram, source: string): number {
  const glued = fence && gluedCloser(fence, source);
  if (glued) return text.slice(0, glued.start).lastIndexOf('\n');
  const blank = fence?.fault === 'never-closed' ? /\S[^\n]*\n[ \t]*\n/.exec(text) : null;
  return blank ? blank.index + blank[0].trimEnd().length : text.length;
}

/** A problem with those of its fixes alone that write nothing behind the diagram's end, where they would be read as something else. */
const mendedWithin = (problem: DiagramProblem, end: number): DiagramProblem => ({
  ...problem,
  fixes: problem.fixes.filter(({ changes }) => changes.every(({ span }) => span.end <= end)),
});

/** What is newer than the Mermaid that the author publishes to. */
async function newerFindings(diagram: Diagram, context: FeatureContext): Promise<DiagramProblem[]> {
  if (context.settings.severity['mermaid.newer'] === 'off') return [];
  const { text } = diagram.content;
  const { type, symbols } = scanIn(diagram);
  const taken = { text, lines: new LineIndex(text), type, symbols };
  // Most diagrams would do with any Mermaid, so that nobody need know which it is.
  if (newerThan({ ...taken, target: '0' }).length === 0) return [];
  const target = await targetOf(context);
  return target ? newerThan({ ...taken, target: target.version, source: target.source }) : [];
}

/** A diagram's problem in document offsets; undefined where it lies on text that is not the author's own. */
function inDocument(problem: DiagramProblem, diagram: Diagram): Finding | undefined {
  const { content } = diagram;
  if (content.isOpaque(problem.span)) return undefined;
  const fixes = problem.fixes.flatMap((fix): Fix[] => {
    const changes = fix.changes.map((change) => content.change(change.span, change.newText));
    return changes.every((change) => change !== undefined) ? [{ ...fix, changes }] : [];
  });
  return {
    code: problem.code,
    span: content.spanToOuter(problem.span),
    message: problem.message,
    fixes,
    ...(problem.atMost && { atMost: problem.atMost }),
  };
}
