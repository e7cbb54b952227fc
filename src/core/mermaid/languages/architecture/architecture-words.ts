import { say } from '../../../l10n/say';
import { type Phrase, phrases, type Vocabulary } from '../../vocabulary';

/** What has an id, and may stand in a group. */
const things = { group: say`services in a frame`, service: 'a service', junction: say`where edges meet` };

export const architectureThings: readonly string[] = Object.keys(things);

const icons: readonly Phrase[] = phrases({
  cloud: 'a cloud',
  database: 'a cylinder',
  disk: 'a disk',
  internet: 'a globe',
  server: 'a server',
}).map((phrase) => ({ ...phrase, example: `service id(${phrase.text})[Title]` }));

const sides: readonly Phrase[] = phrases({
  L: say`the left side`,
  R: say`the right side`,
  T: say`the top`,
  B: say`the bottom`,
}).map((phrase) => ({ ...phrase, example: `one:${phrase.text} -- L:other` }));

export const architectureWords: Vocabulary = {
  keywords: phrases({ ...things, align: say`services in a row or a column` }),
  rare: ['title'],
  arrows: phrases({ ':R -- L:': say`edge`, ':R --> L:': say`arrow`, in: 'a group' }),
  linePlaces: [
    { line: /^\s*(?:group|service)\s+[\w-]+\s*\((?<typed>[\w:-]*)$/, offers: icons },
    { line: /\s<?--?>?\s*[LRTB]\s*:\s*(?<typed>[\w-]*)$/, offers: 'ids' },
    { line: /^\s*[\w-]+(?:\{group\})?\s*:\s*(?<typed>\w?)$/, offers: sides },
    {
      line: /^\s*[\w-]+(?:\{group\})?\s*:\s*[LRTB]\s*<?--?>?\s*(?<typed>\w?)$/,
      offers: sides.map(({ text, ...phrase }) => ({ ...phrase, text: `${text}:` })),
    },
  ],
  slots: { in: ['ids'] },
};
