import { emojiOf, withoutEmoji } from '../text/emoji';
import { type Area, isFrontPage } from './areas';
import { isCommonTitle } from './mnemonic';
import { shortened } from './shortened';
import { mostWeighted, weightedLength } from './weighted-length';

type Part = Pick<Area, 'emoji' | 'acronym' | 'name'>;

/** The course in one post: by its areas or, where it has one alone, by that one's sections. Undefined where it has none. */
export function postOf(title: string, areas: readonly Area[]): string | undefined {
  if (areas.length === 0) return undefined;
  const parts: readonly Part[] =
    areas.length === 1
      ? areas[0]!.sections.map((item) => ({
          emoji: emojiOf(item.title),
          acronym: null,
          name: withoutEmoji(item.title),
        }))
      : areas.filter(({ file, anchor }) => anchor !== null || !isFrontPage(file.path));
  return tweetOf(
    title,
    parts.filter(({ name }) => !isCommonTitle(name)),
  );
}

/** The course in one post: its title, then its areas by emoji and acronym, as many as there is room for. */
export function tweetOf(title: string, areas: readonly Part[]): string {
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
