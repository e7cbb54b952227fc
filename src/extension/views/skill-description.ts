import { say } from '../../core/l10n/say';
import type { Progress } from './progress';
import type { SkillNode } from './skill-nodes';

/**
 * What stands behind a skill's name: its own words, that it is next or that it or something below it is being done, and of
 * what has skills below it how many are done. Without the word an area in which all is begun would read as one untouched.
 */
export function skillDescription(node: SkillNode, progress: Progress, isNext: boolean): string {
  const { done, total } = progress.of(node);
  const word = isNext ? say`next` : progress.isUnderWay(node) ? say`doing` : undefined;
  const count = node.children.length > 0 ? say`${done} of ${total}` : undefined;
  return [node.detail, word, count].filter(Boolean).join(' · ');
}
