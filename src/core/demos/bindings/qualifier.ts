/** What stands before a number and says how it is meant: `more than`, `about`. */
export interface Qualifier {
  /** As claims have it. */
  readonly sign: '<' | '<=' | '>' | '>=' | '~';
  /** As it is written, with the blank behind it. */
  readonly words: string;
  /** Whether the number may be meant as it stands, and be no bound of the result: `over 57 runs` where it is 57 and not rounded. */
  readonly mayBePlain: boolean | 'exactly';
}

interface Words {
  readonly sign: Qualifier['sign'];
  readonly words: RegExp;
  /** Words that name the very value which is the extreme, and round it: `up to 2.3 GB` of 2.303 GB. */
  readonly namesIt?: true;
}

const bigger = '(?:more|greater|larger|higher|bigger|longer)';
const smaller = '(?:less|fewer|smaller|lower|shorter)';
const no = '(?:no|not|never)';
const biggerDe = '(?:mehr|größer|höher|länger)';
const smallerDe = '(?:weniger|kleiner|niedriger|geringer|kürzer)';
const noDe = '(?:nicht|nie|niemals|kaum)';
const atEnd = (words: string): RegExp => new RegExp(String.raw`(?:${words})\s*$`, 'iu');
/** Words of their own, in any language: `\b` knows no umlaut. */
const word = (words: string): string => String.raw`(?<!\p{L})(?:${words})`;

/** The first that fits says it: those that hold others come before them. */
const qualifiers: readonly Words[] = [
  { sign: '<=', words: atEnd(word("up to|as (?:many|much) as|bis zu|jusqu[’']à")), namesIt: true },
  { sign: '>=', words: atEnd(word('as (?:few|little) as|upwards? of')), namesIt: true },
  {
    sign: '<=',
    words: atEnd(
      `${word(`at most|${no} (?:${bigger} than|over|above|exceeding)|${smaller} than or equal to|a maximum of|höchstens|maximal|${noDe} (?:${biggerDe} als|über)|au plus`)}|≤|<=|\\\\leq?`,
    ),
  },
  {
    sign: '>=',
    words: atEnd(
      `${word(`at least|${no} (?:${smaller} than|under|below)|${bigger} than or equal to|a minimum of|mindestens|wenigstens|${noDe} (?:${smallerDe} als|unter)|au moins`)}|≥|>=|\\\\geq?`,
    ),
  },
  {
    sign: '<',
    words: atEnd(`${word(`${smaller} than|under|below|just short of|${smallerDe} als|unter|moins de`)}|<`),
  },
  {
    sign: '>',
    words: atEnd(
      `${word(`${bigger} than|over|above|beyond|exceed(?:s|ed|ing)?|in excess of|${biggerDe} als|über|plus de`)}|>`,
    ),
  },
  {
    sign: '~',
    words: atEnd(
      `${word('about|around|roughly|approximately|approx\\.?|nearly|almost|some|close to|circa|ca\\.|etwa|rund|ungefähr|knapp|fast|environ')}|[~≈∼]`,
    ),
  },
];

/** What stands before a number, of the text that ends with it. */
export function qualifierBefore(lead: string): Qualifier | undefined {
  for (const { sign, words, namesIt } of qualifiers) {
    const met = words.exec(lead);
    if (!met) continue;
    const before = lead.slice(0, met.index);
    const isPreposition = /^(?:over|above|under|below|beyond|über|unter)\s*$/iu.test(met[0]);
    const mayBePlain = namesIt === true || compares(before) || (isPreposition && spreading.test(before));
    return { sign, words: met[0], mayBePlain: mayBePlain || (isPreposition && 'exactly') };
  }
  return undefined;
}

const measure = /(?:\d+(?:[.,]\d+)*|half|twice|thrice|double|doppelt|halb)(?:\s?(?:%|×|\p{L}[\p{L}/]*)){0,2}/u.source;
const isOne = /(?:is|are|was|were|be|costs?|takes?|needs?|ist|sind|war|waren|kostet|braucht)/u.source;
const stressed = /(?:\s(?:still|already|even|much|far|immer noch|viel|weit))?/u.source;

/** `30 % less than`, `twice as much as`, `80 GB is less than`: what is compared with the number stands there too. */
const compared = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${measure}|${measure}(?:\s\p{L}+){0,3}\s${isOne}${stressed})\s*$`,
  'iu',
);

const compares = (before: string): boolean => compared.test(before.replace(/\]\([^()]*\)|[[\]]/g, ''));

/** `averaged over`, `die Summe über`: what is gone through, and no bound. */
const spreading =
  /(?<!\p{L})(?:averag\p{L}*|means?|medians?|sum\p{L}*|maxim\p{L}+|minim\p{L}+|taken|spread|split|shared|distribut\p{L}+|divided|integrat\p{L}+|pooled|ranges?|runs?|goes|hold|trained|gemittelt|mittel\p{L}*|summ\p{L}+|verteilt|erstreckt)\s*$/iu;
