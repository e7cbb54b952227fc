import type { Diagnostic } from 'vscode-languageserver-types';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Cancellation } from '../core/cancellation';
import type { CourseDocument } from '../core/course/course-document';
import type { CourseDiagnostic } from '../core/diagnostics/course-diagnostic';
import type { Severity } from '../core/diagnostics/diagnostic-code';
import { sayableWhileWriting } from '../core/diagnostics/while-writing';
import { say } from '../core/l10n/say';
import { JudgementCancelled } from '../core/mermaid/judge';
import type { CourseService } from '../core/service';
import { notebookOf } from './notebook-cell';
import type { OpenTexts } from './open-texts';
import { toDiagnostic } from './to-protocol';
import type { WritingPlaces } from './writing-places';

/** More of one file than anyone reads; an editor has to carry, draw and sort each of them on every keystroke. */
export const mostShown = 1000;

const graver: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** What a cell alone cannot tell: the rest of its notebook may say otherwise. */
const ofWholeFiles = /^(?:outline|order|suppress)\./;

/** Where the diagnostics of open texts come from. */
export interface ClientDiagnosticsOptions {
  readonly texts: OpenTexts;
  readonly service: Pick<CourseService, 'document' | 'diagnostics'>;
  /** Where people write; undefined where what is held back meanwhile could not be said later. */
  readonly places: WritingPlaces | undefined;
}

/** What a client is told to be wrong with a file, about its text as it is when the answer is given. */
export function clientDiagnostics({ texts, service, places }: ClientDiagnosticsOptions) {
  return async function check(uri: string, cancellation?: Cancellation): Promise<Diagnostic[]> {
    const text = texts.get(uri);
    const isOther = () => texts.get(uri) !== text && !cancellation?.aborted;
    const document = await service.document(uri);
    let found: readonly CourseDiagnostic[];
    try {
      found = (await service.diagnostics(uri, cancellation)) ?? [];
    } catch (error) {
      if (error instanceof JudgementCancelled && isOther()) return check(uri, cancellation);
      throw error;
    }
    // Places in an earlier text are no places in this one.
    if (isOther()) return check(uri, cancellation);
    if (!document) return [];
    if (notebookOf(uri)) found = found.filter(({ code }) => !ofWholeFiles.test(code));
    const writing = places?.of(uri);
    const sayable = writing ? sayableWhileWriting(document, found, writing) : found;
    if (sayable.length < found.length) places?.heldBack(uri);
    return shown(document, sayable);
  };
}

/** The gravest, in text order, and how many are left out. */
function shown(document: CourseDocument, found: readonly CourseDiagnostic[]): Diagnostic[] {
  if (found.length <= mostShown) return found.map((one) => toDiagnostic(document, one));
  const gravest = new Set([...found].sort((a, b) => graver[a.severity] - graver[b.severity]).slice(0, mostShown));
  const count = found.length - mostShown;
  return [
    ...found.filter((one) => gravest.has(one)).map((one) => toDiagnostic(document, one)),
    {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      severity: DiagnosticSeverity.Information,
      source: 'Coursewright',
      message: say`${count === 1 ? say`One more place is` : say`${count} more places are`} not shown of this file: the first ${mostShown} are, errors before warnings. ‘coursewright check’ names them all.`,
    },
  ];
}
