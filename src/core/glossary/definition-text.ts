/**
 * A definition as markdown of its own: indentation and quote marks of its surroundings gone, each paragraph on one
 * line, lists and fences as they were. Null when nothing is said.
 */
export function definitionText(written: string): string | null {
  const [first = '', ...rest] = written.split(/\r\n?|\n/);
  const lines = [first.trimStart(), ...dedent(rest)].map((line) => line.trimEnd());
  const result: string[] = [];
  let fence = '';
  for (const line of lines) {
    const marker = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    const last = result.at(-1) ?? '';
    const joins = fence === '' && marker === '' && last !== '' && line !== '' && !startsBlock(line) && !endsBlock(last);
    if (joins) result[result.length - 1] = `${last} ${line.trimStart()}`;
    else if (line !== '' || last !== '') result.push(line);
    if (marker !== '') fence = fence === '' ? marker : line.trim().startsWith(fence) ? '' : fence;
  }
  const text = result.join('\n').trim();
  return text === '' ? null : text;
}

const startsBlock = (line: string): boolean => /^\s*(?:[-*+]\s|\d{1,9}[.)]\s|>|\||#{1,6}\s|:::)/.test(line);
const endsBlock = (line: string): boolean => /^\s*(?:`{3,}|~{3,}|\||#{1,6}\s|:::)/.test(line);

function dedent(lines: readonly string[]): readonly string[] {
  const full = lines.filter((line) => line.trim() !== '');
  if (full.length === 0) return lines;
  if (full.every((line) => /^\s*>/.test(line))) return dedent(lines.map((line) => line.replace(/^\s*> ?/, '')));
  const indent = Math.min(...full.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(indent));
}
