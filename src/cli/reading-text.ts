import type { LessonToRead, ReadingList } from '../core/order/reading-list';

/** What to read between two lessons, one line each, with what it is read for. */
export function readingText({ from, read }: ReadingList, pathOf: (uri: string) => string): string {
  const named = ({ uri, title }: LessonToRead): string => (title === null ? pathOf(uri) : `${title} (${pathOf(uri)})`);
  if (read.length === 0) return `Nothing is left to read: ${named(from)} needs it all itself.\n`;
  const lines = [`To read after ${named(from)}:`];
  for (const [i, lesson] of read.entries()) {
    lines.push(`${i + 1}. ${named(lesson)}`);
    if (lesson.terms.length > 0) lines.push(`   for ${lesson.terms.join(', ')}`);
  }
  return `${lines.join('\n')}\n`;
}
