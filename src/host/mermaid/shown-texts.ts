import type { ShownText } from '../../core/mermaid/judge';
import { decodeEntities } from '../../core/mermaid/scan/entities';
import { type Database, type Markup, type Named, pictures, title, untitled } from './pictures';
import { valuesAt } from './values-at';

/**
 * What the picture of a parsed diagram says, by Mermaid's name of its type: read from the database, and as the renderer
 * of the type shows it (entities decoded, tags gone where they are read as such). Undefined for a type that is not known.
 * A test holds it against pictures drawn in a browser.
 */
export function shownTexts(type: string, db: unknown): readonly ShownText[] | undefined {
  const parts = pictures[type];
  if (!parts) return undefined;
  const shown: ShownText[] = [];
  const database = db as Database;
  for (const { from, each, texts, markup, unless } of untitled.has(type) ? parts : [...parts, title]) {
    const asked = database[from]?.call(db);
    for (const item of each ? valuesAt(asked, each) : [asked]) {
      if (unless?.(item as Named, database)) continue;
      for (const [role, path] of Object.entries(texts)) {
        const alternatives = path.split('|').map((one) => valuesAt(item, one).filter(isText));
        for (const text of alternatives.find((values) => values.length > 0) ?? []) {
          shown.push({ role, text: drawn(String(text), markup) });
        }
      }
    }
  }
  // `none` is a class relation's word for no multiplicity.
  return shown.filter(({ role, text }) => text !== '' && !(text === 'none' && (role === 'near' || role === 'far')));
}

const isText = (value: unknown): boolean => (typeof value === 'string' && value !== '') || typeof value === 'number';

/** What HTML reads as a tag: `<` and a letter, to the next `>` or to the end. */
const tag = /<(?:\/?[a-z]|!|\?)[^>]*(?:>|$)/gi;

function drawn(text: string, markup: Markup): string {
  const breaks = markup === 'broken html' ? /<br\s*\/?>|\\n/gi : /<br\s*\/?>/gi;
  const isPlain = markup === 'plain' || markup === 'line of html';
  const lines = (isPlain ? text : text.replace(breaks, '\n')).replaceAll(' ', ' ');
  const seen = markup.endsWith('html') ? lines.replace(tag, '') : lines;
  // `#quot;` reaches the database as `ﬂ°quot¶ß`, and `#35;` as `ﬂ°°35¶ß` (Mermaid's `encodeEntities`).
  const codes = isPlain ? /ﬂ°°?(\w+)¶ß/g : /ﬂ°°?(\w+)¶ß|&#?(\w{1,32});/g;
  return decodeEntities(
    seen.replace(codes, (_, own?: string, html?: string) => `#${own ?? html};`).replace(/^\\(?=[+\-#~])/, ''),
  ).trim();
}
