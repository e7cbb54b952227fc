import type { Span } from '../text/span';
import type { CourseAction } from './course-action';
import type { FeatureContext } from './feature-context';
import { glossaryActions } from './glossary-actions';
import { pinAppearanceAction } from './pin-appearance-action';
import { skillTreeActions } from './skill-tree-actions';

/** Knows what may be done with a selection, nothing being wrong. */
export type RefactoringSource = (
  context: FeatureContext,
  selection: Span,
) => readonly CourseAction[] | Promise<readonly CourseAction[]>;

const sources: readonly RefactoringSource[] = [glossaryActions, skillTreeActions, pinAppearanceAction];

/** What may be done with a selection. */
export async function refactorings(context: FeatureContext, selection: Span): Promise<CourseAction[]> {
  return (await Promise.all(sources.map((source) => source(context, selection)))).flat();
}
