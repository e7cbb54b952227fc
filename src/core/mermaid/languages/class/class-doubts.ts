import { say } from '../../../l10n/say';
import { directionNamed } from '../../breaks/direction-named';
import { written } from '../../breaks/placeholder';
import type { Doubter } from '../../doubts/doubt';
import { misreadings } from '../../doubts/misreadings';
import { mistakenKeywords } from '../../doubts/mistaken-keywords';
import { wordInArrow } from './word-in-arrow';

const times = '(?:\\d+|\\*|\\d+\\.\\.[\\d*n]+)';
const relation = '(?:<\\||[<*o]|\\(\\))?(?:--|\\.\\.)(?:\\|>|[>*o]|\\(\\))?';

/** A name of two words or more before a relation. Its group `mend` is left open. */
const twoWords =
  '(?<mend>(?<here>(?<from>(?!class\\b|note\\b)[A-Za-z_]\\w*)[ \\t]+(?<words>[A-Za-z_]\\w*(?:[ \\t]+[A-Za-z_]\\w*)*)(?<![ \\t]o))';

const oneName = (name: string): string =>
  say`The name of a class has no spaces: ‘${name}’ is drawn as ‘${name.replace(/\s+/g, '')}’.`;

export const classDoubts: readonly Doubter[] = [
  mistakenKeywords([
    ['class', /^\s+\w+\s*(?:\{|$)/],
    ['direction', /^\s+(?:TB|BT|RL|LR|TD)\s*$/],
    ['namespace', /^\s+\w+\s*\{/],
  ]),
  misreadings([
    {
      line: /^(?<margin>\s*)(?<mend>class\s+(?<name>\w+)\s+(?<here>extends|implements|inherits)\s+(?<parent>\w+)\s*(?<brace>\{?))$/d,
      code: 'mermaid.value',
      message: ({ here, name, parent }) =>
        say`‘${here}’ reads as a part of the name. What a class comes from is a relation: ${parent} <|-- ${name}.`,
      title: say`Write it as a relation`,
      mend: ({ margin, here, name, parent, brace }) =>
        `${parent} ${here === 'implements' ? '<|..' : '<|--'} ${name}\n${margin}class ${name}${brace ? ' {' : ''}`,
    },
    {
      line: /^\s*(?<mend>(?<name>\w+)\s+(?<here>extends|implements|inherits|inherits from|is a|has a|uses)\s+(?<parent>\w+))\s*$/d,
      message: ({ here }) =>
        say`‘${here}’ reads as a part of a name. How two classes hang together is said by an arrow.`,
      title: say`Write it as a relation`,
      mend: ({ here, name, parent }) =>
        here === 'has a'
          ? `${name} *-- ${parent}`
          : here === 'uses'
            ? `${name} ..> ${parent}`
            : `${parent} ${here === 'implements' ? '<|..' : '<|--'} ${name}`,
    },
    {
      ...wordInArrow,
      line: /^\s*(?<mend>(?<name>\w+)\s*(?<arrow>--|\.\.)(?<here>(?!o\s)[a-z]\w*)\s+(?<parent>[A-Z]\w*))\s*$/d,
    },
    {
      line: /^\s*(?:\w+\s*:\s*)?[+#~-]?\s*[\p{L}_]\w*\([^()]*\)(?<mend>\s*(?<here>-+>|=+>|→|⇒|:)\s*)(?=[^\s:])/du,
      message: ({ here }) =>
        here === ':'
          ? say`What a method gives back stands after it without a colon: Mermaid draws one, and this one beside it.`
          : say`What a method gives back stands after it without ‘${here}’, which is drawn as a part of it.`,
      title: ({ here }) => say`Remove ${here}`,
      mend: ' ',
    },
    {
      line: new RegExp(
        `^(?!\\s*\\w+\\s*(?:--|\\.\\.)(?!o\\s)[a-z]\\w*\\s+[A-Z]\\w*\\s*$)\\s*[\\w.]+(?:~[^~]*~)?\\s*(?:"[^"]*"\\s*)?${relation}\\s*(?:"[^"]*"\\s*)?(?!o\\s)[\\w.]+(?:~[^~]*~)?(?<mend>\\s+)(?<here>[\\w.]+)\\s*$`,
        'd',
      ),
      message: ({ here }) => say`A colon is missing: ‘${here}’ becomes a part of the class’s name.`,
      title: say`Put the colon`,
      mend: ' : ',
    },
    {
      line: new RegExp(
        `^\\s*[\\w.]+(?:~[^~]*~)?\\s*(?:"[^"]*"\\s*)?${relation}\\s*(?:"[^"]*"\\s*)?(?<here>(?!o[ \\t])[\\w.]+(?:[ \\t]+[\\w.]+)+)\\s*:`,
        'd',
      ),
      code: 'mermaid.lost-text',
      message: ({ here }) => oneName(here!),
      title: say`Put the name in backticks`,
      mend: ({ here }) => `\`${here}\``,
      safe: true,
    },
    {
      line: new RegExp(`^\\s*${twoWords}(?<arrow>\\s*${relation}\\s*)(?<to>[\\w.]+))$`, 'd'),
      message: ({ here, from, words, arrow, to }) =>
        /^[A-Z]/.test(words!)
          ? oneName(here!)
          : say`‘${here!}’ is drawn as one name, ‘${here!.replace(/\s+/g, '')}’: what a relation says stands after a colon, ${`${from}${arrow}${to} : ${words}`}.`,
      title: ({ words }) => (/^[A-Z]/.test(words!) ? say`Put the name in backticks` : say`Put it after a colon`),
      mend: ({ here, from, words, arrow, to }) =>
        /^[A-Z]/.test(words!) ? `\`${here}\`${arrow}${to}` : `${from}${arrow}${to} : ${words}`,
    },
    {
      line: new RegExp(`^\\s*${twoWords}(?=\\s*${relation}\\s*[\\w.]+\\s*:))`, 'd'),
      code: 'mermaid.lost-text',
      message: ({ here }) => oneName(here!),
      title: say`Put the name in backticks`,
      mend: ({ here }) => `\`${here}\``,
      safe: true,
    },
    {
      line: /^(?<margin>\s*)class\s+[\p{L}\p{N}_~]+\s*\{(?<mend>\s*(?<members>[^{}]*?(?<here>;|,(?=\s*[+#~-]))\s*[^{}\s;][^{}]*?)\s*)\}\s*$/du,
      message: say`Each member has a line of its own: so they are drawn as one.`,
      title: say`Give each a line`,
      mend: ({ margin, members }) =>
        `\n${members!
          .split(/\s*;\s*|\s*,\s*(?=[+#~-])/)
          .filter((member) => member !== '')
          .map((member) => `${margin}  ${member}\n`)
          .join('')}${margin}`,
    },
    {
      line: /^\s*direction\s+(?<here>(?!(?:TB|BT|LR|RL|TD)\b)[LRTBUD]{2,4})\s*$/di,
      message: ({ here }) => say`‘${here}’ is no direction; directions are TB, BT, LR and RL.`,
      title: ({ here }) => written(directionNamed(here!)),
      mend: ({ here }) => directionNamed(here!) ?? 'LR',
    },
    {
      line: /^\s*direction\s+(?<here>(?:left|right|top|bottom|up|down|horizontal|vertical)(?:[ -]+(?:to[ -]+)?(?:left|right|top|bottom|up|down))?)\s*$/di,
      message: ({ here }) => say`‘${here}’ is no direction; directions are TB, BT, LR and RL.`,
      title: ({ here }) => written(directionNamed(here!)),
      mend: ({ here }) => directionNamed(here!),
    },
    {
      line: /^(?<margin>\s*)(?<mend>(?<here>interface|enum|abstract|struct|record)\s+(?<name>\w+))\s*$/d,
      code: 'mermaid.lost-text',
      message: ({ here, name }) =>
        say`‘${here}’ is not drawn: what kind a class is stands in doubled signs, <<${here}>> ${name}.`,
      title: ({ here }) => say`Write class and <<${here}>>`,
      mend: ({ margin, here, name }) => `class ${name}\n${margin}<<${here}>> ${name}`,
    },
    {
      line: /^\s*(?<here>(?:<<(?<one>\p{L}[\p{L} ]*)>|<(?<two>\p{L}[\p{L} ]*)>>?))(?:\s+\w+)?\s*$/du,
      message: ({ one, two }) => say`The kind of a class must stand in doubled signs: <<${one ?? two}>>.`,
      title: ({ one, two }) => `Write <<${one ?? two}>>`,
      mend: ({ one, two }) => `<<${one ?? two}>>`,
    },
    {
      line: /^\s*namespace\s+(?<here>[\p{L}\p{N}_]+(?:[ \t]+[\p{L}\p{N}_]+)+)\s*\{\s*$/du,
      code: 'mermaid.lost-text',
      message: ({ here }) =>
        say`The name of a namespace has no spaces: ‘${here}’ is drawn as ‘${here!.replace(/\s+/g, '')}’.`,
      title: say`Put the name in backticks`,
      mend: ({ here }) => `\`${here}\``,
      safe: true,
    },
    {
      line: /^\s*class\s+(?<mend>(?<first>[\w.]+)\s+(?<here>\w+))\s*(?:\{.*)?$/d,
      message: say`The name of a class has no spaces: the words are joined into one.`,
      title: say`Name it in one word, with a label`,
      mend: ({ first, here }) => `${first}${here}["${first} ${here}"]`,
    },
    {
      line: new RegExp(
        `^\\s*[\\w.]*[A-Za-z_][\\w.]*\\s+(?<mend>(?<here>${times})(?<arrow>\\s+${relation}\\s*)(?:(?<far>${times})(?=\\s+[\\w.]))?)`,
        'd',
      ),
      message: ({ here }) => say`A multiplicity must stand in quotes: ‘${here}’ becomes a part of the class’s name.`,
      title: say`Put it in quotes`,
      mend: ({ here, arrow, far }) => `"${here}"${arrow}${far === undefined ? '' : `"${far}"`}`,
    },
  ]),
];
