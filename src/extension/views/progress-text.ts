import { say } from '../../core/l10n/say';
import type { SkillState } from '../../protocol';
import type { Progress } from './progress';
import type { SkillNode } from './skill-nodes';

/** How far a learner is, as check boxes of markdown: what is done is ticked, and what is begun says so. */
export function progressText(skills: readonly SkillNode[], progress: Progress): string {
  const lines: string[] = [say`# Progress`, ''];
  const list = (nodes: readonly SkillNode[], depth: number): void => {
    for (const node of nodes) {
      lines.push(`${'  '.repeat(depth)}${box(node.label, progress.stateOf(node))}`);
      list(node.children, depth + 1);
    }
  };
  for (const file of skills) {
    const { done, total } = progress.of(file);
    lines.push(say`## ${file.label} (${done} of ${total})`, '');
    list(file.children, 0);
    lines.push('');
  }
  if (progress.names.length > 0) {
    lines.push(say`## In diagrams`, '', ...progress.names.map(([name, state]) => box(name, state)), '');
  }
  return lines.join('\n');
}

const box = (name: string, state: SkillState): string =>
  `- [${state === 'done' ? 'x' : ' '}] ${state === 'doing' ? say`${name} (doing)` : name}`;
