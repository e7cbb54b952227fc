import type { Cancellation } from '../cancellation';
import type { CourseDiagnostic, Fix } from '../diagnostics/course-diagnostic';
import { overlaps, type Span, type TextChange } from '../text/span';
import { knownDiagnostics } from './diagnostics';
import type { FeatureContext } from './feature-context';

export interface QuickFix {
  readonly diagnostic: CourseDiagnostic;
  readonly fix: Fix;
}

/** The proven mends of what is wrong at a place. */
export async function quickFixes(
  context: FeatureContext,
  span: Span,
  cancellation?: Cancellation,
): Promise<QuickFix[]> {
  const found = await knownDiagnostics(context, cancellation);
  return found
    .filter((diagnostic) => diagnostic.span.start <= span.end && span.start <= diagnostic.span.end)
    .flatMap((diagnostic) => diagnostic.fixes.map((fix) => ({ diagnostic, fix })));
}

/** The changes of every safe fix in the document that do not get in each other's way, for `Fix all`. */
export async function fixAll(context: FeatureContext, cancellation?: Cancellation): Promise<TextChange[]> {
  return safeChanges(await knownDiagnostics(context, cancellation));
}

/** The changes of all safe fixes, each whole or not at all; one that overlaps an earlier one waits for the next round. */
export function safeChanges(found: readonly CourseDiagnostic[]): TextChange[] {
  const taken: TextChange[] = [];
  for (const { fixes } of found) {
    const fix = fixes.find((candidate) => candidate.safe);
    const free = fix?.changes.every(
      ({ span }) => !taken.some((other) => overlaps(other.span, span) || other.span.start === span.start),
    );
    if (fix && free) taken.push(...fix.changes);
  }
  return taken;
}
