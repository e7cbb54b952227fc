import MarkdownIt, { type Token } from 'markdown-it';
import type { CourseDocument } from './course-document';

const markdown = new MarkdownIt({ html: true });

/**
 * The anchor that GitHub gives a title: what is shown of it, in lower case, without all but letters, marks, digits, `_`
 * and `-`, its spaces turned into hyphens one by one. `labels` are the reference labels that make links in it.
 */
export function slugOf(title: string, labels: Iterable<string> = []): string {
  const references: Record<string, { href: string; title: string }> = Object.create(null);
  for (const label of labels) references[markdown.utils.normalizeReference(label)] = { href: '', title: '' };
  return shown(markdown.parseInline(title, { references }))
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** The anchor of each heading of a document, in the headings' order; a repeated one is numbered: `a`, `a-1`, `a-2`. */
export function headingSlugs({ headings, references }: CourseDocument): readonly string[] {
  const labels = references.map(({ source }) => source.text.slice(1, source.text.search(/(?<!\\)\]:/)));
  const taken = new Map<string, number>();
  return headings.map(({ title }) => {
    const slug = slugOf(title, labels);
    let unique = slug;
    let count = taken.get(slug) ?? 0;
    if (taken.has(slug)) {
      do unique = `${slug}-${++count}`;
      while (taken.has(unique));
    }
    taken.set(slug, count);
    if (unique !== slug) taken.set(unique, 0);
    return unique;
  });
}

/** The text of inline tokens without markup, images and HTML. */
function shown(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') text += ' ';
    else if (token.type === 'text' || token.type === 'code_inline' || token.type === 'text_special') {
      text += token.content;
    } else if (token.type === 'inline') text += shown(token.children ?? []);
  }
  return text;
}
