import MarkdownIt, { type Token } from 'markdown-it';
import { remembering } from '../remembering';
import type { CourseDocument } from './course-document';

const markdown = new MarkdownIt({ html: true });

/**
 * The anchor that GitHub gives a title: what is shown of it, in lower case, without all but letters, marks, digits, `_`
 * and `-`, its spaces turned into hyphens one by one. `labels` are the reference labels that make links in it.
 */
export const slugOf = (title: string, labels: Iterable<string> = []): string => slugIn(title, referencesOf(labels));

type References = Record<string, { href: string; title: string }>;

function referencesOf(labels: Iterable<string>): References {
  const references: References = Object.create(null);
  for (const label of labels) references[markdown.utils.normalizeReference(label)] = { href: '', title: '' };
  return references;
}

/** Most titles hold no bracket, so no reference can be in them, and an edit leaves most of them as they were. */
const slugIn = (title: string, references: References): string =>
  title.includes('[') ? slugOfTokens(title, references) : slugAlone(title);

const slugAlone = remembering(8192, (title) => slugOfTokens(title, {}));

const slugOfTokens = (title: string, references: References): string =>
  shown(markdown.parseInline(title, { references }))
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');

/** The anchor of each heading of a document, in the headings' order; a repeated one is numbered: `a`, `a-1`, `a-2`. */
export function headingSlugs({ headings, references }: CourseDocument): readonly string[] {
  const labels = referencesOf(references.map(({ source }) => source.text.slice(1, source.text.search(/(?<!\\)\]:/))));
  const taken = new Map<string, number>();
  return headings.map(({ title }) => {
    const slug = slugIn(title, labels);
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
