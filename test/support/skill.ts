import type { Skill } from '../../src/protocol';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

/** A skill of an outline, with those below it. */
export const skill = (number: string | null, title: string, children: Skill[] = []): Skill => ({
  name: number === null ? title : `${number} ${title}`,
  number,
  title,
  kind: 'skill',
  range,
  children,
});
