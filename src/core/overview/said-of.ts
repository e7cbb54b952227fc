import { plainText } from '../course/inline/plain-text';
import { escapedMarkdown } from '../text/escaped-markdown';
import type { SourcePassage } from './overview-source';

/** The longest sentence that is quoted. */
const longest = 200;

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The first sentence that says what something is: its name, and `is` or its like right behind. Undefined without one. */
export function saidOf(names: readonly string[], passages: Iterable<SourcePassage>): string | undefined {
  const about = new RegExp(
    `(?:^|[.!?]\\s+)((?:The |the )?[\`*_[]*(?:${names.map(literal).join('|')})[\`*_]*(?:\\]\\([^()\\s]*\\))?[\`*_]* (?:is|are|lets|provides|offers|gives|runs|makes|handles|helps) )`,
    'im',
  );
  for (const { prose } of passages) {
    const found = about.exec(prose);
    if (!found) continue;
    const start = found.index + found[0].length - found[1]!.length;
    const rest = prose.slice(start, start + 3 * longest);
    const end = rest.search(/[.!?](?=\s|$)|\n\n/);
    const sentence = end < 0 ? '' : plainText(rest.slice(0, end + 1));
    if (sentence !== '' && sentence.length <= longest) return escapedMarkdown(sentence);
  }
  return undefined;
}
