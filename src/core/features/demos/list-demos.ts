import type { Range } from 'vscode-languageserver-types';
import type { CourseDocument } from '../../course/course-document';
import type { Expectation } from '../../demos/claims/check-claims';
import { costWords } from '../../demos/cost-words';
import { demoFences } from '../../demos/demo-fence';
import type { DemoKind } from '../../demos/demo-kind';
import type { DemoResults } from '../../demos/result';
import type { CheckDemo } from './demo-findings';

/** A demo as `coursewright demo --format json` prints it, but for the path. */
export interface ListedDemo {
  readonly uri: string;
  /** The fence, its opening and closing line included. */
  readonly range: Range;
  readonly kind: DemoKind;
  /** Null when the demo cannot be run. */
  readonly results: DemoResults | null;
  /** Why there are none. */
  readonly error?: string;
  readonly expectations: readonly Expectation[];
  /** What it costs in words, where that is more than a second; not printed as JSON. */
  readonly cost?: string;
}

/** Every demo of a document with its results and what became of its claims, in text order. */
export async function listDemos(document: CourseDocument, check: CheckDemo): Promise<ListedDemo[]> {
  const listed: ListedDemo[] = [];
  for (const { fence, demo } of demoFences(document)) {
    const checked = await check(demo);
    if (!checked) return listed;
    const { results, error, expectations } = checked;
    const [cost] = costWords(checked);
    listed.push({
      ...{ uri: document.uri, range: document.lines.rangeOf(fence.span), kind: demo.kind, results },
      ...(error !== undefined && { error }),
      ...(cost !== undefined && { cost }),
      expectations: expectations.map(({ key, expected, actual, holds }) => ({ key, expected, actual, holds })),
    });
  }
  return listed;
}
