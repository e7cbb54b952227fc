import type { CourseDocument, Inline } from '../../course/course-document';
import type { GlossaryEntry } from '../glossary-entry';
import { ownScopeAt } from '../glossary-sections';
import { readTermName } from '../term-name';
import { entryOf } from './entry-draft';

const titled = ' is titled with ';
const abbreviated = 'abbreviated as ';
const longest = 200;
const quoted = /^\s*[*_`]*["“”„'‘’«]([^"“”„'‘’«»\n]{1,60})["“”'’»]/;
const shortForm = /^\s*[*_`"“'‘(]*([\p{L}\p{N}][\p{L}\p{N}_-]{0,14})/u;

/** Sentences of the form `X is titled with "XxYy" and its root node is abbreviated as XY`. */
export function* titledEntries(document: CourseDocument): Iterable<GlossaryEntry> {
  for (const inline of document.inlines) {
    if (inline.source.text.includes('titled')) yield* entriesIn(document, inline);
  }
}

function* entriesIn(document: CourseDocument, inline: Inline): Iterable<GlossaryEntry> {
  const { source } = inline;
  const text = source.text.replaceAll('\n', ' ');
  let end = 0;
  for (let at = text.indexOf(titled); at >= 0; at = text.indexOf(titled, at + 1)) {
    const start = Math.max(end, sentenceStart(text, at));
    const name = readTermName(text.slice(start, at));
    const after = text.slice(at + titled.length, at + titled.length + 2 * longest);
    const alias = quoted.exec(after)?.[1];
    const mark = after.indexOf(abbreviated);
    const short = mark < 0 ? null : shortForm.exec(after.slice(mark + abbreviated.length));
    if (!name || alias === undefined || !short || mark > longest) continue;
    const acronymEnd = at + titled.length + mark + abbreviated.length + short[0].length;
    const acronymSpan = { start: acronymEnd - short[1]!.length - start, end: acronymEnd - start };
    yield entryOf({
      source,
      form: 'titled',
      name: { ...name, acronym: short[1]!, acronymSpan, aliases: [alias.trim()] },
      nameStart: start,
      start,
      definition: { start: acronymEnd, end: acronymEnd },
      scope: ownScopeAt(document, inline.span.start),
      announced: false,
    });
    end = acronymEnd;
  }
}

/** Where the sentence around an offset begins. */
function sentenceStart(text: string, at: number): number {
  const lookBehind = Math.max(0, at - longest);
  const before = text.slice(lookBehind, at);
  const stop = Math.max(
    before.lastIndexOf('. '),
    before.lastIndexOf('; '),
    before.lastIndexOf('! '),
    before.lastIndexOf('? '),
  );
  return lookBehind + (stop < 0 ? 0 : stop + 2);
}
