import type { Area } from './areas';
import { mostWeighted, weightedLength } from './weighted-length';

/** The course in one post: its title, then its areas by emoji and acronym, as many as there is room for. */
export function tweetOf(title: string, areas: readonly Area[]): string {
  let text = shortened(title);
  let left = areas.length;
  for (const { emoji, acronym, name } of areas) {
    const part = [emoji, acronym ?? name].filter(Boolean).join(' ');
    const longer = `${text}${left === areas.length ? ': ' : ' · '}${part}`;
    if (weightedLength(longer) > mostWeighted - (left > 1 ? ` +${left - 1}`.length : 0)) break;
    text = longer;
    left--;
  }
  return left > 0 && left < areas.length ? `${text} +${left}` : text;
}

/** Cut behind a word where it is too long. */
function shortened(title: string): string {
  let text = title;
  while (weightedLength(text) > mostWeighted) {
    const space = text.lastIndexOf(' ', text.length - 2);
    text = space > 0 ? `${text.slice(0, space)}…` : [...text].slice(0, mostWeighted / 2 - 1).join('');
  }
  return text;
}
