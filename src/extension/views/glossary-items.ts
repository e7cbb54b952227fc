import { plainText } from '../../core/course/inline/plain-text';
import { say } from '../../core/l10n/say';
import { escapedMarkdown } from '../../core/text/escaped-markdown';
import type { GlossaryItem } from '../../protocol';
import { matches } from './matches';

/** By name, or as the files define them. */
export type GlossaryOrder = 'name' | 'place';

/** The terms that a filter lets through, in order. */
export function shownTerms(items: readonly GlossaryItem[], filter: string, order: GlossaryOrder): GlossaryItem[] {
  const shown = items.filter(({ term, acronym, aliases, definitions }) =>
    matches(filter, [term, acronym, ...aliases, ...definitions.map(({ definition }) => definition)]),
  );
  return order === 'name' ? shown.sort((a, b) => byName.compare(a.term, b.term)) : shown;
}

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

export const labelOf = ({ emoji, term }: GlossaryItem): string => (emoji ? `${emoji} ${term}` : term);

/** What stands behind the name: the mark, the acronym, and what the first definition says. */
export function descriptionOf(item: GlossaryItem): string {
  const first = item.definitions.find(({ definition }) => definition)?.definition;
  return [markOf(item), item.acronym !== item.term && item.acronym, first && plainText(first)]
    .filter(Boolean)
    .join(' · ');
}

/** What is the matter with a term, in short; undefined where nothing is. */
export function markOf({ conflict, unused }: GlossaryItem): string | undefined {
  if (conflict === 'definitions') return say`defined differently`;
  if (conflict === 'acronym') return say`acronym taken`;
  return unused ? say`not used` : undefined;
}

/** The term as markdown. Its definitions come as markdown that is safe to show. */
export function tooltipOf(item: GlossaryItem, pathOf: (uri: string) => string): string {
  const acronym = item.acronym && item.acronym !== item.term ? ` (${escapedMarkdown(item.acronym)})` : '';
  const title = `**${escapedMarkdown(labelOf(item))}**${acronym}`;
  const aliases = item.aliases.map((alias) => `“${escapedMarkdown(alias)}”`);
  const saying = new Set(item.definitions.flatMap(({ definition }) => definition ?? []));
  const places = item.definitions.map(
    ({ uri, range }) => say`${escapedMarkdown(pathOf(uri))}, line ${range.start.line + 1}`,
  );
  const mark = reasonOf(item);
  return [
    [title, ...aliases].join(' · '),
    ...saying,
    say`Defined in ${[...new Set(places)].join('; ')}`,
    ...(mark ? [`*${mark}*`] : []),
  ].join('\n\n');
}

function reasonOf({ conflict, unused, acronym }: GlossaryItem): string | undefined {
  if (conflict === 'definitions') return say`Its definitions say different things.`;
  if (conflict === 'acronym')
    return say`${escapedMarkdown(acronym ?? say`Its acronym`)} stands for an earlier term as well.`;
  return unused ? say`Nothing in the course uses it.` : undefined;
}
