import type { Cancellation } from '../cancellation';
import type { Fix } from '../diagnostics/course-diagnostic';
import type { DiagnosticCode } from '../diagnostics/diagnostic-code';
import type { Span } from '../text/span';
import type { MermaidJudge } from './judge';

/** Something wrong with a diagram, in offsets of the diagram's own text. */
export interface DiagramProblem {
  readonly code: DiagnosticCode;
  readonly span: Span;
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** What Mermaid refuses in a diagram. */
export async function checkDiagram(
  text: string,
  judge: MermaidJudge,
  cancellation?: Cancellation,
): Promise<DiagramProblem[]> {
  const verdict = await judge.judge(text, cancellation);
  if (verdict.kind !== 'broken') return [];
  const span = verdict.token ?? { start: 0, end: text.length };
  return [{ code: 'mermaid.syntax', span: { start: span.start, end: span.end }, message: verdict.message, fixes: [] }];
}
