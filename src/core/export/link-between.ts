/**
 * A relative link from one file to a line of another, by their paths with forward slashes: `../lessons/moe.md#L12`.
 * @param line from zero
 */
export function linkBetween(from: string, to: string, line: number): string {
  const [start, end] = [from.split('/').slice(0, -1), to.split('/')];
  let same = 0;
  while (same < start.length && same < end.length - 1 && start[same] === end[same]) same++;
  const way = [...start.slice(same).map(() => '..'), ...end.slice(same).map(encodeURIComponent)];
  return `${way.join('/')}#L${line + 1}`;
}
