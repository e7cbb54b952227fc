import { english, say } from '../../../l10n/say';
import { misreadings } from '../../doubts/misreadings';
import type { DiagramLanguage } from '../language';
import { erBreaks } from './er-breaks';
import { scanEr } from './er-scan';
import { erWords } from './er-words';
import { manyIn, wordsAsLabel, wordyRelation } from './wordy-relation';

export const er: DiagramLanguage<'er'> = {
  type: 'er',
  judged: ['er'],
  keywords: [{ word: 'erDiagram' }],
  name: english`Entity relationship diagram`,
  hasAccessibility: true,
  scan: scanEr,
  words: erWords,
  finders: erBreaks,
  tokens: {
    ATTRIBUTE_WORD: say`the name of an attribute`,
    '?': '',
    ATTRIBUTE_KEY: say`a key (PK, FK or UK)`,
    COMMENT: say`a comment in quotes`,
    ENTITY_NAME: say`the name of an entity`,
    UNICODE_TEXT: '',
    NUM: '',
    DECIMAL_NUM: '',
    ENTITY_ONE: '',
    WORD: 'a word',
    IDENTIFYING: '-- or ..',
    NON_IDENTIFYING: '-- or ..',
    ZERO_OR_ONE: say`how many (|o, ||, }o or }|)`,
    ONE_OR_MORE: say`how many (|o, ||, }o or }|)`,
    ZERO_OR_MORE: say`how many (|o, ||, }o or }|)`,
    ONLY_ONE: say`how many (|o, ||, }o or }|)`,
    COLON: say`a colon and the label`,
    STYLE_TEXT: '',
    BRKT: '',
    STYLE_SEPARATOR: '',
  },
  line: say`an entity (BOOK { … }) or a relation (BOOK ||--o{ PAGE : has)`,
  doubts: [
    misreadings([
      {
        ...wordyRelation,
        title: ({ words }) => say`Write ${manyIn(words!)}`,
        mend: ({ words, to, label }) => (label === undefined ? wordsAsLabel(words!, to!) : undefined),
      },
      {
        line: /^\s+[\w()[\]]+\s+\w+(?<here>,)\s*(?:"[^"]*")?$/d,
        message: say`The comma is drawn as a part of the name: each attribute has a line of its own.`,
        title: say`Remove the comma`,
        mend: '',
      },
      {
        line: /^\s*(?<mend>(?<here>entity|table|CREATE\s+TABLE)\s+)(?=[\p{L}_][\w-]*\s*\{\s*$)/diu,
        message: ({ here }) => say`‘${here}’ is drawn as an entity of its own: an entity begins with its name.`,
        title: ({ here }) => say`Remove ${here}`,
        mend: '',
      },
      {
        line: /^\s*(?!(?:entity|table|create\s+table)\s)(?<here>[\p{L}_][\w-]*(?:[ \t]+[\p{L}_][\w-]*)+)\s*\{\s*$/diu,
        message: say`The name of an entity that has several words must stand in quotes: this is drawn as several entities.`,
        title: say`Put the name in quotes`,
        mend: ({ here }) => `"${here}"`,
      },
      {
        line: /^(?<margin>\s+)(?<mend>\w+\s+\w+\s*(?<here>,)\s*\w+\s+\w+(?:\s*,\s*\w+\s+\w+)*)$/d,
        code: 'mermaid.lost-text',
        message: say`Each attribute has a line of its own: after the comma it is drawn as a part of this one.`,
        title: say`Put each on a line of its own`,
        mend: ({ margin, mend }) => mend!.split(/\s*,\s*/).join(`\n${margin}`),
        safe: true,
      },
      {
        line: /^\s+\S+\s+[\w-]+\s+(?<here>(?<kind>primary|foreign|unique)(?:[ _]key)?)\s*(?:"[^"]*")?$/di,
        code: 'mermaid.lost-text',
        message: ({ here, kind }) =>
          say`‘${here}’ is drawn as an attribute of its own. The key is written ${kind![0]!.toUpperCase()}K.`,
        title: ({ kind }) => say`Write ${kind![0]!.toUpperCase()}K`,
        mend: ({ kind }) => `${kind![0]!.toUpperCase()}K`,
      },
      {
        line: /^\s+\w+(?<here>\()[^()\s,]+(?<mend>)\s+\w+\s*(?:[PFU]K\b.*|"[^"]*")?$/d,
        message: say`This ( is not closed by ).`,
        title: say`Close it with )`,
        mend: ')',
      },
      {
        line: /^\s+\w+\s+\w+(?:\s+[PFU]K(?:\s*,\s*[PFU]K)*)?\s+(?<here>(?:NOT\s+NULL|AUTO_?INCREMENT|UNIQUE|DEFAULT\s+\w+|PRIMARY\s+KEY)(?:\s+\w+)*)$/di,
        code: 'mermaid.lost-text',
        message: ({ here }) => say`‘${here}’ is drawn as an attribute of its own. As a comment it stands in quotes.`,
        title: say`Put it in quotes`,
        mend: ({ here }) => `"${here}"`,
        safe: true,
      },
      {
        line: /^\s*(?:"[^"]*"|[\w-]+)\s+\S*(?:--|\.\.)\S*\s+(?:"[^"]*"|[\w-]+)\s*:\s*(?<mend>\w[\w-]*[ \t]+(?<here>\w[\w-]*(?:[ \t]+\w[\w-]*)*))$/d,
        code: 'mermaid.lost-text',
        message: say`A label of several words must stand in quotes: after the first, each is drawn as an entity.`,
        title: say`Put the label in quotes`,
        mend: ({ mend }) => `"${mend}"`,
      },
      {
        line: /^\s*(?<here>[\w-]+\s+[\w-]+)\s+(?:\|o|\|\||\}o|\}\|)(?:--|\.\.)(?:o\||\|\||o\{|\|\{)/d,
        message: say`A name of two words must stand in quotes: this reads as two entities.`,
        title: say`Put the name in quotes`,
        mend: ({ here }) => `"${here}"`,
      },
    ]),
  ],
  novelties: [
    { since: '11.5', what: say`A direction of an ER diagram`, line: /^\s*(?<here>direction)\s+(?:TB|BT|LR|RL)\b/d },
    { since: '11.5', what: say`Styles in an ER diagram`, line: /^\s*(?<here>classDef|style|class)\s+\S+\s+\S/d },
    { since: '11.5', what: say`A style class of an entity`, line: /\w(?<here>:::)\w/d },
    { since: '10.5', what: say`An alias of an entity`, line: /^\s*[\w-]+(?<here>\[)[^\]]+\]\s*\{?\s*$/d },
    { since: '11.16', what: say`An optional type`, line: /^\s*\w+(?<here>\?)\s+\w/d },
  ],
  namesMakeNodes: true,
  lastLabelWins: true,
  quotedTexts: true,
};
