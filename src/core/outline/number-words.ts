/** The words that number a heading, by the language that they are of. Plain ones only: no title begins with them and a number by chance. */
const words = [
  'step|chapter|lesson|lecture|session|week|day|part|phase|module|unit',
  'schritt|kapitel|lektion|woche|tag|teil|modul|einheit',
  'étape|chapitre|leçon|séance|semaine|jour|partie|unité',
  'paso|capítulo|lección|clase|semana|día|parte|fase|módulo|unidad',
  'passo|etapa|lição|aula|dia|unidade',
  'capitolo|lezione|settimana|giorno|modulo|unità',
  'stap|hoofdstuk|les|dag|deel|fase|eenheid',
  'шаг|глава|урок|неделя|день|часть|модуль|этап',
];

/** `Step 3`, `Weeks 3-4`, `Steps 2 & 3`, `Weeks 14+`, `Part 2/4`, `Step #2b`: the word, the number, a letter behind it, the end of a range. */
const worded = new RegExp(
  `^((?:${words.join('|')})s?)[ \\u00A0]+#?(\\d{1,3}(?:\\.\\d{1,3})*)([a-z]|\\+)?(?:[ \\u00A0]*(-|–|—|to|bis|à|&|,|/|and|und|et|y|e)[ \\u00A0]*(\\d{1,3}))?(?=$|[^\\p{L}\\p{N}])`,
  'iu',
);

type Groups = [whole: string, word: string, number: string, letter?: string, sign?: string, until?: string];

/** `第3章`, `第三节`: how Chinese and Japanese number. */
const ordinal =
  /^第[ \u00A0]*(\d{1,3}|[一二三四五六七八九十]{1,3})[ \u00A0]*(章|节|節|课|課|讲|講|回|周|週|天|日|步|部分|部|单元|單元|模块)/u;
/** `步骤 3`, `ステップ3`, `단계 3`. */
const counted = /^(步骤|步驟|ステップ|단계)[ \u00A0]*(\d{1,3})(?=$|[^\p{N}])/u;

/** A number that a word announces at the beginning of a title. */
export interface WordedNumber {
  /** What the series counts: `step`. */
  readonly word: string;
  readonly parts: readonly number[];
  /** The letter of `2b`, the `+` of `14+`. */
  readonly letter?: string;
  /** The last number of a range: 4 in `Week 3-4`. */
  readonly until?: number;
  /** What a hyphen joins to it: 1 in `Step 2-1`. */
  readonly joined?: number;
  /** Where the first number stands in the text. */
  readonly start: number;
  readonly end: number;
  /** Whether it is written in digits. */
  readonly digits: boolean;
}

/** The number that a title's first word announces; undefined where it announces none. */
export function readWordedNumber(title: string): WordedNumber | undefined {
  const match = worded.exec(title);
  if (match) {
    const [whole, word, number, letter, sign = '', until] = match as unknown as Groups;
    const start = whole.indexOf(number, word.length);
    const parts = number.split('.').map(Number);
    const last = parts.at(-1)!;
    // `Part 1/2` is the first of two; `Weeks 1/2` are both.
    const joins = /[,/]/.test(sign) && !/s$/i.test(word) ? 0 : /^(?:[-–—]|to|bis|à)$/i.test(sign) ? Infinity : 1;
    const range = until !== undefined && Number(until) > last && Number(until) <= last + joins;
    return {
      word: singular(word),
      parts,
      ...(letter === undefined ? {} : { letter }),
      ...(range ? { until: Number(until) } : {}),
      ...(until !== undefined && /[-–—]/.test(sign) ? { joined: Number(until) } : {}),
      start,
      end: start + number.length,
      digits: true,
    };
  }
  const east = ordinal.exec(title);
  if (east) return eastern(east[2]!, east[1]!, 1 + east[0].slice(1).indexOf(east[1]!));
  const step = counted.exec(title);
  return step ? eastern(step[1]!, step[2]!, step[0].length - step[2]!.length) : undefined;
}

function eastern(word: string, number: string, start: number): WordedNumber {
  const counts = /^步/.test(word) ? '步' : word;
  const digits = /^\d/.test(number);
  return {
    word: counts,
    parts: [digits ? Number(number) : numeral(number)],
    start,
    end: start + number.length,
    digits,
  };
}

/** `Weeks` counts on from `Week`. */
const singular = (word: string): string => word.toLowerCase().replace(/s$/, '');

/** 1 to 99 in Chinese numerals. */
function numeral(text: string): number {
  const value = (sign: string): number => '一二三四五六七八九'.indexOf(sign) + 1;
  const ten = text.indexOf('十');
  if (ten < 0) return value(text);
  return (ten === 0 ? 1 : value(text[0]!)) * 10 + (ten === text.length - 1 ? 0 : value(text.at(-1)!));
}
