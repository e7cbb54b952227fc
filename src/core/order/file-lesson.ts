import { isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { CourseDocument } from '../course/course-document';
import type { Fact } from '../course/fact';
import { detached } from '../text/detached';
import type { Span } from '../text/span';
import { yamlTooDeep } from '../text/yaml-too-deep';

/** Another lesson as `needs` in a front matter names it. */
export interface WrittenNeed {
  readonly name: string;
  readonly span: Span;
}

/** What the order of a course needs to know of one of its files. */
export interface FileLesson {
  /** What the file calls itself: `title` in its front matter, else its first heading; null without either. */
  readonly title: string | null;
  readonly needs: readonly WrittenNeed[];
}

/** Kept of every file, so that lessons can be named by their titles and their needs be followed. */
export const fileLesson: Fact<FileLesson> = {
  name: 'lesson',
  of(document) {
    const head = headOf(document);
    const title = head?.title ?? document.headings[0]?.title;
    return { title: title === undefined ? null : detached(title), needs: head?.needs ?? [] };
  },
};

const largest = 50_000;

function headOf({ text, regions, language }: CourseDocument) {
  const span = language === 'markdown' ? regions[0]?.frontMatter : undefined;
  const head = span && text.slice(span.start, Math.min(span.end, span.start + largest));
  if (!head || !/^["']?(?:needs|title)["']?[ \t]*:/m.test(head)) return undefined;
  if (yamlTooDeep(head) !== undefined) return undefined;
  const start = head.indexOf('\n') + 1;
  const yaml = parseDocument(head.slice(start).replace(/\r?\n(?:---|\.\.\.)[ \t]*\s*$/, ''), { logLevel: 'silent' });
  if (yaml.errors.length > 0 || !yaml.contents || !('items' in yaml.contents)) return undefined;
  const fields = yaml.contents as YAMLMap;
  const title = fields.get('title');
  const needs = fields.get('needs', true);
  const written: readonly unknown[] = isSeq(needs) ? needs.items : [needs];
  return {
    title: typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined,
    needs: written.flatMap((item): WrittenNeed[] => {
      if (!isScalar(item) || typeof item.value !== 'string' || item.value.trim() === '' || !item.range) return [];
      const [from, to] = item.range;
      return [
        { name: detached(item.value.trim()), span: { start: span.start + start + from, end: span.start + start + to } },
      ];
    }),
  };
}
