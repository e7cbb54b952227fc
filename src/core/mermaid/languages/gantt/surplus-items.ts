import { say } from '../../../l10n/say';
import { spokenLines } from '../../breaks/line';
import { nearest } from '../../breaks/nearest';
import { written } from '../../breaks/placeholder';
import type { Finder } from '../../breaks/suspect';
import { keywordsOf } from '../../vocabulary';
import { ganttTags, ganttWords } from './gantt-words';

/** The tag that another word means. */
function tagMeant(word: string): string | undefined {
  if (/^(?:finished|completed?|closed|ready)$/i.test(word)) return 'done';
  if (/^(?:ongoing|started|running|in[ _-]?progress|current|doing)$/i.test(word)) return 'active';
  return /^(?:critical|important|urgent|blocker)$/i.test(word) ? 'crit' : undefined;
}

const settings = new RegExp(`^\\s*(?:gantt|${keywordsOf(ganttWords).join('|')}|accTitle|accDescr)\\b`, 'i');

/** More behind a task's colon than tags, an id, a start and an end: a tag that is none, or an item too many. */
export const surplusItems: Finder = function* (broken) {
  if (!/reading 'type'/.test(broken.verdict.message)) return;
  for (const line of spokenLines(broken)) {
    const colon = line.text.indexOf(':');
    if (colon < 0 || settings.test(line.text)) continue;
    const items = [...line.text.matchAll(/(?<=[:,])\s*(?<item>[^,:]*?)\s*(?=,|$)/dg)].map(({ groups, indices }) => ({
      text: groups!.item!,
      span: { start: line.start + indices!.groups!.item![0], end: line.start + indices!.groups!.item![1] },
    }));
    while (items[0] && ganttTags.includes(items[0].text)) items.shift();
    if (items.length < 4) continue;
    const tag = nearest(items[0]!.text, ganttTags)[0] ?? tagMeant(items[0]!.text);
    if (tag !== undefined) {
      yield {
        code: 'mermaid.syntax',
        span: items[0]!.span,
        message: say`‘${items[0]!.text}’ is no tag; tags are ${ganttTags.join(', ')}.`,
        sure: true,
        fix: { title: written(tag)!, safe: false, changes: [{ span: items[0]!.span, newText: tag }] },
      };
    } else {
      yield {
        code: 'mermaid.syntax',
        span: items[3]!.span,
        message: say`A task says an id, a start and an end behind its tags: ‘${items[3]!.text}’ is one too many.`,
        sure: true,
      };
    }
    return;
  }
};
