import { singular } from './singular';

const irregular: ReadonlyMap<string, string> = new Map(
  (
    'alias aliases analysis analyses axis axes bias biases bus buses cache caches child children corpus corpora ' +
    'criterion criteria focus focuses gas gases half halves hypothesis hypotheses index indices leaf leaves lens lenses ' +
    'matrix matrices nucleus nuclei parenthesis parentheses person people phenomenon phenomena radius radii status statuses ' +
    'stimulus stimuli synthesis syntheses thesis theses vertex vertices virus viruses'
  )
    .split(' ')
    .flatMap((word, i, all) => (i % 2 === 0 ? [[word, all[i + 1]!] as const] : [])),
);

/** The plural of a name's head word, in the word's own case. A word that is a plural already stays. */
export function plural(name: string): string {
  const { before, word, after } = headOf(name);
  const lower = word.toLowerCase();
  if (singular(lower) !== lower) return name;
  const known = irregular.get(lower);
  if (known) return before + inCaseOf(word, known) + after;
  if (/[^aeiou]y$/.test(lower)) return `${before}${word.slice(0, -1)}ies${after}`;
  return `${before}${word}${/(?:s|x|z|ch|sh)$/.test(lower) ? 'es' : 's'}${after}`;
}

/** The singular of a name's head word, in the word's own case. */
export function singularName(name: string): string {
  const { before, word, after } = headOf(name);
  return before + inCaseOf(word, singular(word.toLowerCase())) + after;
}

/** The word that takes the plural: the one before `of` or its like, else the last. */
export function headOf(name: string): { readonly before: string; readonly word: string; readonly after: string } {
  const joint = /[\s-]+(?:of|for|in|with|to|at|on|from|by)[\s-]|\s*[(（]/i.exec(name);
  const main = joint ? name.slice(0, joint.index) : name;
  const start = main.search(/[\p{L}\p{N}']+$/u);
  if (start < 0) return { before: name, word: '', after: '' };
  return { before: main.slice(0, start), word: main.slice(start), after: name.slice(main.length) };
}

/** What two words share keeps its case; letters that are new are small. */
function inCaseOf(word: string, lower: string): string {
  let same = 0;
  while (same < word.length && same < lower.length && word[same]!.toLowerCase() === lower[same]) same++;
  return word.slice(0, same) + lower.slice(same);
}
