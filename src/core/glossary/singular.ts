/** Plurals that no rule below gets right. */
const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aliases: 'alias',
    analyses: 'analysis',
    atlases: 'atlas',
    axes: 'axis',
    bases: 'base',
    biases: 'bias',
    bonuses: 'bonus',
    buses: 'bus',
    caches: 'cache',
    canvases: 'canvas',
    children: 'child',
    cookies: 'cookie',
    corpora: 'corpus',
    corpuses: 'corpus',
    criteria: 'criterion',
    dies: 'die',
    focuses: 'focus',
    foci: 'focus',
    gases: 'gas',
    halves: 'half',
    headaches: 'headache',
    hypotheses: 'hypothesis',
    indices: 'index',
    leaves: 'leaf',
    lenses: 'lens',
    lies: 'lie',
    matrices: 'matrix',
    men: 'man',
    mice: 'mouse',
    movies: 'movie',
    niches: 'niche',
    nuclei: 'nucleus',
    parentheses: 'parenthesis',
    people: 'person',
    phenomena: 'phenomenon',
    quizzes: 'quiz',
    radii: 'radius',
    selves: 'self',
    stati: 'status',
    statuses: 'status',
    stimuli: 'stimulus',
    syntheses: 'synthesis',
    theses: 'thesis',
    ties: 'tie',
    vertices: 'vertex',
    viruses: 'virus',
    women: 'woman',
  }),
);

const noPlural = new Set(
  'always as atlas canvas chaos cosmos gas has lens means news perhaps plus series species'.split(' '),
);

/** The singular of an English word in lower case; any other word as it is. Two words are one term's when these agree. */
export function singular(word: string): string {
  const last = word.charCodeAt(word.length - 1);
  if (word.length < 4 || (last !== 115 && !irregular.has(word))) return irregular.get(word) ?? word;
  const known = irregular.get(word);
  if (known !== undefined) return known;
  if (noPlural.has(word) || /(?:ss|us|is|ics|ias)$/.test(word) || !/^[a-z\p{Script=Latin}\p{N}_'-]+$/u.test(word))
    return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|zz|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
