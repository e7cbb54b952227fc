import type { Area } from './areas';
import { shortened } from './shortened';
import { mostWeighted, weightedLength } from './weighted-length';

/** The course in one post: its title, then its areas by emoji and acronym, as many as there is room for. */
export function tweetOf(title: string, areas: readonly Pick<Area, 'emoji' | 'acronym' | 'name'>[]): string {
  const parts = new Set(areas.map(({ emoji, acronym, name }) => [emoji, acronym ?? name].filter(Boolean).join(' ')));
  let text = shortened(title, mostWeighted, weightedLength);
  let left = parts.size;
  for (const part of parts) {
    const longer = `${text}${left === parts.size ? ': ' : ' · '}${part}`;
    if (weightedLength(longer) > mostWeighted - (left > 1 ? ` +${left - 1}`.length : 0)) break;
    text = longer;
    left--;
  }
  return left > 0 && left < parts.size ? `${text} +${left}` : text;
}
