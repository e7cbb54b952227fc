import { anyOf, type Cancellation } from '../cancellation';
import { type Course, mostReadHere } from '../course/course';
import type { CourseDocument } from '../course/course-document';
import { nearDemoFindings } from '../demos/near-demo';
import type { CourseDiagnostic, Finding } from '../diagnostics/course-diagnostic';
import { diagnosticCodes, type Severity } from '../diagnostics/diagnostic-code';
import { spareMistakes } from '../diagnostics/meant-as-wrong';
import { sayOnce } from '../diagnostics/say-once';
import { suppress } from '../diagnostics/suppress';
import { getOrSet } from '../get-or-set';
import { JudgementCancelled } from '../mermaid/judge';
import type { CourseSettings } from '../settings';
import { bindingFindings } from './demos/binding-findings';
import { checkDemoFence } from './demos/check-demo-fence';
import { dataCaseFindings } from './demos/data-case-findings';
import { demoFindings } from './demos/demo-findings';
import { disagreementFindings } from './demos/disagreement-findings';
import { unboundFindings } from './demos/unbound-findings';
import type { FeatureContext } from './feature-context';
import { mathFindings } from './formulas/math-findings';
import { texFindings } from './formulas/tex-findings';
import { linkFindings } from './links/link-findings';
import { depthFindings } from './markdown/depth-findings';
import { fenceFindings } from './markdown/fence-findings';
import { notebookFindings } from './markdown/notebook-findings';
import { labelConflictFindings } from './mermaid/label-conflict-findings';
import { mermaidFindings } from './mermaid/mermaid-findings';
import { noTitleFindings } from './mermaid/no-title-findings';
import { unfencedFindings } from './mermaid/unfenced-findings';
import { circleFindings } from './order/circle-findings';
import { unknownLessonFindings } from './order/unknown-lesson-findings';
import { usedBeforeDefinedFindings } from './order/used-before-defined-findings';
import { outlineFindings } from './outline/outline-findings';
import { overviewFindings } from './overview/overview-findings';
import { tweetFindings } from './overview/tweet-fence';
import { inPatience } from './patience';
import { termFindings } from './terms/term-findings';
import { untranslatedFindings } from './terms/untranslated-findings';

/** One kind of check. Findings are in document offsets; their order does not matter. */
export type Check = (
  context: FeatureContext,
  cancellation?: Cancellation,
) => readonly Finding[] | Promise<readonly Finding[]>;

const checks: readonly Check[] = [
  notebookFindings,
  fenceFindings,
  depthFindings,
  mermaidFindings,
  noTitleFindings,
  unfencedFindings,
  outlineFindings,
  circleFindings,
  unknownLessonFindings,
  usedBeforeDefinedFindings,
  termFindings,
  untranslatedFindings,
  labelConflictFindings,
  mathFindings,
  texFindings,
  async (context, cancellation) => {
    const spelled = await dataCaseFindings(context);
    const found = await demoFindings(context.document, (demo) =>
      checkDemoFence(context, demo, cancellation, { only: [] }),
    );
    // That a file is spelled otherwise says why it is not there.
    return [...spelled, ...found.filter(({ span }) => !spelled.some((one) => one.span.start === span.start))];
  },
  ({ document }) => nearDemoFindings(document),
  bindingFindings,
  disagreementFindings,
  unboundFindings,
  linkFindings,
  overviewFindings,
  tweetFindings,
];

/** The last answer about a document, and what beside the document it depended on. */
interface Answer {
  readonly course: Course;
  readonly revision: number;
  readonly settings: CourseSettings;
  /** Undefined where the work was given up. */
  readonly found: Promise<readonly CourseDiagnostic[] | undefined>;
  /** The whole of an answer that was given before all was known; whoever asks next is given it. */
  readonly owed?: Promise<readonly CourseDiagnostic[]>;
}

const answers = new WeakMap<CourseDocument, Answer>();

/** What each check last found in a document: it stands while the check is not done again. */
const lastFound = new WeakMap<CourseDocument, Map<Check, readonly Finding[]>>();

/**
 * Everything wrong with a document, in text order, as the settings and the author's own suppressions will have it.
 * Worked out anew, since a picture may have come or a demo's data file may have changed on the disk. Where that takes
 * longer than whoever asks waits, the checks that are not done say what they last said.
 */
export async function diagnostics(
  context: FeatureContext,
  cancellation?: Cancellation,
): Promise<readonly CourseDiagnostic[]> {
  const { document, course, settings } = context;
  const { revision } = course;
  const whole = standing(context)?.owed ?? workOut(context, anyOf(cancellation, context.outdated));
  const answer = inPatience(context, whole);
  const found = answer.then(
    (all) => (cancellation?.aborted ? undefined : (all ?? foundSoFar(context))),
    () => undefined,
  );
  answers.set(document, { course, revision, settings, found });
  const all = await answer;
  if (all) return all;
  // What nobody waits for was given up somewhere on the way.
  if (!cancellation?.aborted) answers.set(document, { course, revision, settings, found, owed: whole });
  return foundSoFar(context);
}

/** The diagnostics as last worked out, while the text, its course and the settings stand; else worked out now. */
export async function knownDiagnostics(
  context: FeatureContext,
  cancellation?: Cancellation,
): Promise<readonly CourseDiagnostic[]> {
  const known = standing(context);
  return (known ? await known.found : undefined) ?? diagnostics(context, cancellation);
}

function standing({ document, course, settings }: FeatureContext): Answer | undefined {
  const known = answers.get(document);
  const stands = known?.course === course && known.revision === course.revision && known.settings === settings;
  return stands ? known : undefined;
}

const gravestFirst: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

const milder = (severity: Severity, atMost: Severity = 'error'): Severity =>
  gravestFirst[Math.max(gravestFirst.indexOf(severity), gravestFirst.indexOf(atMost))]!;

async function workOut(context: FeatureContext, cancellation: Cancellation): Promise<readonly CourseDiagnostic[]> {
  const known = getOrSet(lastFound, context.document, () => new Map());
  const run = async (check: Check) => {
    const found = await check(context, cancellation);
    if (!cancellation.aborted) known.set(check, found);
    return found;
  };
  const work: Promise<readonly Finding[]>[] = [];
  for (const check of checks) {
    work.push(run(check));
    if (!context.letOthers || context.document.text.length <= mostReadHere) continue;
    // A failure is met with all others below.
    work.at(-1)!.catch(() => {});
    await context.letOthers();
    if (cancellation.aborted) throw new JudgementCancelled();
  }
  return shown(context, (await Promise.all(work)).flat());
}

const foundSoFar = (context: FeatureContext): readonly CourseDiagnostic[] =>
  shown(context, [...(lastFound.get(context.document)?.values() ?? [])].flat());

function shown({ document, settings }: FeatureContext, found: readonly Finding[]): readonly CourseDiagnostic[] {
  const all: CourseDiagnostic[] = [];
  for (const finding of suppress(document, found)) {
    const severity = settings.severity[finding.code];
    if (severity === 'off') continue;
    const raised = severity === diagnosticCodes[finding.code] ? finding.atLeast : undefined;
    all.push({ ...finding, severity: milder(raised ?? severity, finding.atMost) });
  }
  return sayOnce(spareMistakes(document, all)).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
