import type { CourseDocument, Heading } from '../course/course-document';

/**
 * Whether a heading is really front matter that was pasted in further down: YAML lines between `---` lines, which
 * markdown takes for a rule and an underlined heading.
 */
export function isPastedFrontMatter(heading: Heading, { text, lines }: CourseDocument): boolean {
  if (heading.level !== 2) return false;
  const first = lines.lineOf(heading.span.start);
  if (first === 0 || !/^\s*-{3,}\s*$/.test(text.slice(lines.lineStart(first - 1), lines.lineEnd(first - 1))))
    return false;
  return heading.title.split('\n').every((line) => /^\s*(?:[\w-]+\s*:(?:\s|$)|- |#)/.test(line));
}
