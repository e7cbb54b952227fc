import { say } from '../../../l10n/say';
import { bodyBraces } from '../../breaks/body-braces';
import { comments } from '../../breaks/comments';
import { compounds } from '../../breaks/compounds';
import { unclosedOnLine } from '../../breaks/delimiters';
import { brokenLine, type Line, spokenLines } from '../../breaks/line';
import { placeholder } from '../../breaks/placeholder';
import { unquotedLabel } from '../../breaks/quoting';
import { reservedEnds } from '../../breaks/reserved-words';
import { slips, slipsAnywhere } from '../../breaks/slip';
import { styles } from '../../breaks/styles';
import type { Break, Finder, Suspect } from '../../breaks/suspect';
import { bracketBodies, erForeign } from './er-foreign';
import { erWords } from './er-words';
import { labelled, manyIn, wordsAsLabel, wordyRelation } from './wordy-relation';

const left = '(?:\\|o|\\|\\||\\}o|\\}\\|)';
const right = '(?:o\\||\\|\\||o\\{|\\|\\{)';
const name = '(?:"[^"]*"|[^\\s"{}|:]+)(?::::[\\w,]+)?';

/** A relation as its writer meant it: half signs made whole, signs turned the right way, a line of two dashes. */
function relation(run: string): string | undefined {
  const parts = /^(?<left>[^-.–—=~]*)(?<line>[-.–—=~]+[>]?)(?<right>.*)$/u.exec(run);
  if (!parts) return undefined;
  const { left: from = '', line = '', right: to = '' } = parts.groups!;
  return (
    sign(from, ['|o', '||', '}o', '}|'], '||') +
    (line.includes('.') ? '..' : '--') +
    sign(to, ['o|', '||', 'o{', '|{'], 'o{')
  );
}

function sign(written: string, known: readonly string[], otherwise: string): string {
  if (known.includes(written)) return written;
  const turned = [...written]
    .reverse()
    .join('')
    .replace(/[{}]/g, (brace) => (brace === '{' ? '}' : '{'));
  const half = known.find((one) => written !== '' && [...written].every((character) => one.includes(character)));
  const mirrored = [...written].reverse().join('');
  return known.find((one) => one === turned || one === mirrored) ?? half ?? otherwise;
}

/** The signs between two entities. */
const relations: Finder = slips([
  {
    line: new RegExp(
      `^\\s*${name}\\s*(?:\\|\\||\\|o|\\}o|\\}\\|)(?<here>[-–—=~]+>?|\\.)(?:o\\||\\|\\||o\\{|\\|\\{)\\s*${name}(?:\\s*:|\\s*$)`,
      'du',
    ),
    code: 'mermaid.bad-arrow',
    message: ({ here }) => say`Between the two sides stand two dashes or two dots, not ‘${here}’: A ||--o{ B.`,
    title: ({ here }) => say`Write ${here === '.' ? '..' : '--'}`,
    mend: ({ here }) => (here === '--' ? undefined : here === '.' ? '..' : '--'),
    sure: true,
  },
  {
    line: new RegExp(
      `^\\s*${name}\\s*(?<here>(?=\\S*[-.–—=→~])[|}{o<>]{0,3}(?:[-.–—=~]+|→)[|}{o<>]{0,3})\\s*${name}(?:\\s*:|\\s*$)`,
      'du',
    ),
    code: 'mermaid.bad-arrow',
    message: ({ here }) =>
      say`‘${here}’ does not say how many stand on each side: A ||--o{ B means one A, any number of B.`,
    title: ({ here }) => say`Write ${relation(here!)}`,
    mend: ({ here }) => (here === relation(here!) ? undefined : relation(here!)),
  },
]);

const related = `${name}\\s*(?:${left}|\\S+)?\\s*(?:--|\\.\\.|to|optionally to|\\.-|-\\.)\\s*(?:${right}|\\S+)?\\s*${name}`;

/** A label of several words. */
const labels: Finder = function* (broken) {
  const line = brokenLine(broken);
  const label = new RegExp(
    `^\\s*${related}\\s*:\\s*(?<inner>[^"\\s].*?)(?<mend>\\s*(?<here>(?<!#\\w+|&#?\\w+);))?$`,
    'du',
  ).exec(line.text);
  if (!label) return;
  const { inner, here, mend } = label.indices!.groups!;
  const spanOf = ([start, end]: [number, number]) => ({ start: line.start + start, end: line.start + end });
  const unquoted = unquotedLabel(broken.text, spanOf(inner!));
  if (!here) {
    yield unquoted;
    return;
  }
  // The semicolon that ends the line, as a program's statements do, is no part of the label.
  const ending: Suspect = {
    code: 'mermaid.syntax',
    span: spanOf(here),
    message: say`The semicolon at the end of the line must go.`,
    fix: { title: say`Remove it`, safe: true, changes: [{ span: spanOf(mend!), newText: '' }] },
  };
  yield ending;
  yield [unquoted, ending];
};

const ownSlips = slips([
  {
    ...wordyRelation,
    title: ({ words }) => say`Write ${manyIn(words!)}`,
    mend: ({ words, to, label }) =>
      label === undefined ? wordsAsLabel(words!, to!) : ` ${manyIn(words!)} ${to} : ${labelled(label)}`,
  },
  {
    line: new RegExp(
      `^(?<margin>\\s*)(?<mend>(?<from>[\\w-]+)(?<here>\\[[^\\]]*\\])(?<rest>\\s*${left}(?:--|\\.\\.)${right}.*))$`,
      'd',
    ),
    message: ({ from, here }) =>
      say`The label of an entity has a line of its own, ${from! + here!}; a relation names the entity alone.`,
    title: say`Give the label a line of its own`,
    mend: ({ margin, from, here, rest }) => `${from}${here}\n${margin}${from}${rest}`,
    safe: true,
    sure: true,
  },
  {
    line: new RegExp(
      `^(?<margin>\\s*)(?<mend>(?<start>[^\\[]*?${left}(?:--|\\.\\.)${right}\\s*)(?<to>[\\w-]+)(?<here>\\[[^\\]]*\\])(?<rest>.*))$`,
      'd',
    ),
    message: ({ to, here }) =>
      say`The label of an entity has a line of its own, ${to! + here!}; a relation names the entity alone.`,
    title: say`Give the label a line of its own`,
    mend: ({ margin, start, to, here, rest }) => `${to}${here}\n${margin}${start}${to}${rest}`,
    safe: true,
    sure: true,
  },
  {
    line: new RegExp(
      `^(?<margin>\\s*)(?<start>[\\w-]+\\s*${left}(?:--|\\.\\.)${right})\\s*[\\w-]+(?<mend>(?<here>,)\\s*(?<others>[\\w-]+(?:\\s*,\\s*[\\w-]+)*)\\s*:\\s*(?<text>.*))$`,
      'du',
    ),
    message: say`A relation leads to one entity: for each it is a line of its own.`,
    title: say`Write a line for each`,
    mend: ({ margin, start, others, text }) =>
      ` : ${text}${others!
        .split(/\s*,\s*/)
        .map((one) => `\n${margin}${start} ${one} : ${text}`)
        .join('')}`,
  },
  {
    line: /"\s*(?<here>;)$/d,
    message: say`The semicolon at the end of the line must go.`,
    title: say`Remove it`,
    mend: '',
    safe: true,
  },
  {
    line: new RegExp(`^\\s*${name}\\s*(?:${left})?(?:--|\\.\\.)(?:${right})?\\s*(?<mend>)(?<here>:)`, 'du'),
    message: say`The second entity is missing: A ||--o{ B : has.`,
    title: say`Put ${placeholder} for the entity`,
    mend: `${placeholder} `,
  },
  {
    line: new RegExp(`^\\s*${name}\\s*${left}(?:--|\\.\\.)${right}\\s*${name}(?<here>)$`, 'du'),
    message: say`A colon and a label are missing: every relation has one.`,
    title: say`Add an empty label`,
    mend: ' : ""',
  },
  {
    line: new RegExp(`^\\s*${name}\\s*${left}(?:--|\\.\\.)${right}\\s*${name}\\s*:(?<here>)$`, 'du'),
    message: say`The label is missing after the colon: every relation has one.`,
    title: say`Add an empty label`,
    mend: ' ""',
  },
  {
    line: new RegExp(`^\\s*${name}\\s*${left}(?:--|\\.\\.)${right}\\s*${name}(?<mend>\\s+)(?<here>[^\\s:].*)$`, 'du'),
    message: say`A colon is missing before the label.`,
    title: say`Put the colon`,
    mend: ' : ',
  },
]);

/** What goes wrong inside an entity's braces shows only on the line below. */
const attributes = slipsAnywhere(
  [
    {
      line: /^\s*(?<mend>)(?<here>(?:(?:UNIQUE\s+)?INDEX|CONSTRAINT|(?:PRIMARY|FOREIGN)\s+KEY|CHECK|REFERENCES)\b.*)$/d,
      message: say`Attributes alone stand here, each a type and a name: what SQL says of several is no part of it.`,
      title: say`Make it a comment`,
      mend: '%% ',
    },
    {
      line: /^\s*\S+\s+[^\s;"]+(?:\s+[PFU]K(?:\s*,\s*[PFU]K)*)?(?:\s+"[^"]*")?\s*(?<here>;)$/du,
      message: say`The semicolon must go: each attribute has a line of its own.`,
      title: say`Remove the semicolon`,
      mend: '',
      safe: true,
    },
    {
      line: /^\s*\S+\s+[^\s;",]+(?:\s+[PFU]K(?:\s*,\s*[PFU]K)*)?(?:\s+"[^"]*")?\s*(?<here>,)$/du,
      message: say`The comma must go: each attribute has a line of its own.`,
      title: say`Remove the comma`,
      mend: '',
      safe: true,
    },
    {
      line: /^\s*(?!(?:(?:big|small|tiny)?int|integer|string|text|(?:var)?char|date|time|bool|float|double|decimal|numeric|number|uuid|json|blob)(?:[A-Z_a-z]*)(?:$|[([]))(?<here>(?<mend>)[^\s"{}:]+)$/diu,
      message: ({ here }) => say`An attribute is a type and a name, as in string name: ‘${here}’ lacks its type.`,
      title: say`Put ${placeholder} for the type`,
      mend: `${placeholder} `,
    },
    {
      line: /^\s*(?<type>[^\s"{}:]+)(?<here>)$/du,
      message: ({ type }) => say`An attribute is a type and a name, as in string name: ‘${type}’ lacks its name.`,
      title: say`Put ${placeholder} for the name`,
      mend: ` ${placeholder}`,
    },
    {
      line: /^\s*\S+\s+\S+(?:\s+[PFU]K)(?<mend>\s+)(?<here>[PFU]K)\b/diu,
      message: say`A comma is missing between the keys.`,
      title: say`Put the comma`,
      mend: ', ',
    },
    {
      line: /^\s*\S+\s+\S+\s+(?<here>[A-Z]{2,3}|(?:primary|foreign|unique)(?:[_-]?key)?)(?=\s*(?:$|"))/diu,
      message: ({ here }) => say`‘${here}’ is no key: keys are PK, FK and UK.`,
      title: ({ here }) => say`Write ${key(here!)}`,
      mend: ({ here }) => (key(here!) === here ? undefined : key(here!)),
    },
    {
      line: /^\s*(?<here>\w+(?:\(\d+\))?(?:\s+(?:unsigned|signed|precision|varying|int|integer|long|double|without|with|time|zone)\b)+)\s+\S/diu,
      message: ({ here }) => say`A type is one word: ‘${here}’ are several.`,
      title: say`Write an underscore between the words`,
      mend: ({ here }) => here!.replace(/\s+/g, '_'),
    },
    {
      line: /^\s*(?<here>\S+\s+(?![PFU]K\b)\S+)\s+(?![PFU]K\b)\w+\s+[PFU]K\b/du,
      message: ({ here }) =>
        say`An attribute is a type and a name, one word each: ‘${here}’ are too many before the name.`,
      title: say`Write an underscore between the words`,
      mend: ({ here }) => here!.replace(/\s+/g, '_'),
    },
    {
      line: /^\s*\S+\s+[^\s=:]+(?:\s+[PFU]K(?:\s*,\s*[PFU]K)*)?(?<mend>\s*(?<here>:?=)\s*(?<value>[^"{}]+))$/du,
      message: say`An attribute has no value to begin with; in quotes it can stand as a comment.`,
      title: say`Put it in quotes`,
      mend: ({ here, value }) => ` "${here} ${value!.trim()}"`,
      safe: true,
    },
    {
      line: /^\s*\S+\s+\S+(?:\s+[PFU]K(?:\s*,\s*[PFU]K)*)?\s+(?<here>[^\s"PFU{}][^"{}]*|[PFU](?!K\b)[^"{}]*)$/du,
      message: say`The comment on an attribute must stand in quotes.`,
      title: say`Put the comment in quotes`,
      mend: ({ here }) => `"${here}"`,
      safe: true,
    },
  ],
  linesOfBlock,
);

/** From the brace that was opened last to where Mermaid stopped; none where that is outside an entity's braces. */
function linesOfBlock(broken: Break): Line[] {
  const last = brokenLine(broken);
  const above = [...spokenLines(broken)].filter(({ number }) => number <= last.number);
  const opener = above.findLastIndex(({ text }) => /\{\s*$/.test(text));
  const inside = above.slice(opener + 1);
  const closed = inside.slice(0, -1).some(({ text }) => /^\s*\}\s*$/.test(text));
  return opener < 0 || closed ? [] : inside;
}

const key = (word: string): string => (/^P/i.test(word) ? 'PK' : /^F/i.test(word) ? 'FK' : 'UK');

const reserved = reservedEnds(erWords.reserved ?? [], {
  arrow: `${left}(?:--|\\.\\.)${right}`,
  declared: '^\\s*WORD\\s*\\{',
  flags: 'i',
});

export const erBreaks: readonly Finder[] = [
  comments,
  ...bodyBraces(/^\s*(?!.*(?:--|\.\.))[\p{L}_"][^{:]*$/u),
  styles,
  erForeign,
  bracketBodies,
  reserved,
  labels,
  unclosedOnLine(['"', '[']),
  ownSlips,
  relations,
  compounds({ opens: /^(?!.*(?:--|\.\.)).*(?<here>\{)\s*$/d, closes: /^\s*(?<here>\})\s*$/d, apart: /./, closer: '}' }),
  attributes,
];
