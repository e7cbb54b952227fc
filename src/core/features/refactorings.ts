import type { Span } from '../text/span';
import type { CourseAction } from './course-action';
import { bindNumberActions } from './demos/bind-number-actions';
import type { FeatureContext } from './feature-context';
import { pinAppearanceAction } from './mermaid/pin-appearance-action';
import { skillTreeActions } from './outline/skill-tree-actions';
import { glossaryActions } from './terms/glossary-actions';

/** Knows what may be done with a selection, nothing being wrong. */
export type RefactoringSource = (
  context: FeatureContext,
  selection: Span,
) => readonly CourseAction[] | Promise<readonly CourseAction[]>;

const sources: readonly RefactoringSource[] = [
  glossaryActions,
  skillTreeActions,
  pinAppearanceAction,
  bindNumberActions,
];

/** What may be done with a selection. */
export async function refactorings(context: FeatureContext, selection: Span): Promise<CourseAction[]> {
  return (await Promise.all(sources.map((source) => source(context, selection)))).flat();
}
