import { withoutEmoji } from './emoji';

/**
 * What a label says, without how it says it: HTML tags, icon names, markdown signs, quotes and emoji are dropped, white
 * space is single, letters are small. Two labels agree when this is equal and not empty.
 */
export function plainLabel(label: string): string {
  const words = label
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/\bfa[a-z]?:fa-[\w-]+/g, ' ')
    .replace(/[*`"'“”„‘’«»]|~~/g, '')
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '');
  return withoutEmoji(words.normalize()).toLowerCase();
}
