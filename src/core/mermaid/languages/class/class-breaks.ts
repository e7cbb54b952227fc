import { say } from '../../../l10n/say';
import { arrowLike, badArrows, blanked } from '../../breaks/arrows';
import { bodyBraces } from '../../breaks/body-braces';
import { comments } from '../../breaks/comments';
import { compounds } from '../../breaks/compounds';
import { unclosedOnLine } from '../../breaks/delimiters';
import { endForBrace } from '../../breaks/end-for-brace';
import { brokenLine } from '../../breaks/line';
import { misspelt } from '../../breaks/misspelt';
import { placeholder } from '../../breaks/placeholder';
import { unquotedLabel } from '../../breaks/quoting';
import { reservedEnds } from '../../breaks/reserved-words';
import { sayings } from '../../breaks/saying';
import { semicolons } from '../../breaks/semicolons';
import { slips } from '../../breaks/slip';
import { styles } from '../../breaks/styles';
import type { Finder } from '../../breaks/suspect';
import { titleLine } from '../../breaks/title-line';
import { keywordsOf } from '../../vocabulary';
import { classForeign, colonBodies, looseMembers, membersWithoutColon, multiplicities } from './class-foreign';
import { classWords } from './class-words';

const head = '(?:<\\||\\|>|[<>*o]|\\(\\))';

/** Multiplicities, labels and members are no arrows; keywords have arguments of their own. */
const mask = (line: string): string =>
  blanked(
    line,
    /"[^"]*"|~[^~]*~|`[^`]*`|:(?!:).*|^\s*(?:class|note|link|click|callback|style|classDef|cssClass|namespace|<<)\b.*|\{.*/g,
  );

const arrows = badArrows({
  valid: new RegExp(`^${head}?(?:--|\\.\\.)${head}?$`),
  like: new RegExp(`<{0,2}\\|{0,2}(?:${arrowLike.source.replace('|[→', '\\|?[*o]?(?=\\s|$)|[→')})`, 'g'),
  meant(run) {
    const dotted = run.includes('.');
    const line = dotted ? '..' : '--';
    if (/^<+\|/.test(run)) return [`<|${line}`];
    if (/\|>+$/.test(run)) return [`${line}|>`];
    if (/^(?:<|&lt;|[←⇐⟵«])/.test(run) && !/>$/.test(run)) return [`<${line}`, `<|${line}`];
    return [`${line}>`, line, `${line}|>`];
  },
  mask,
});

/** `Animal o-- Dog`: the heads that are letters or stars, turned or doubled. */
const ownSlips = slips([
  {
    line: /^\s*(?<here><<)(?<name>\w+)(?<mend>>?)(?=\s|$)/du,
    code: 'mermaid.unclosed',
    message: say`This << is never closed by >>.`,
    title: say`Close it with >>`,
    mend: '>>',
  },
  {
    line: /^\s*(?<mend>(?<here><)(?<name>[A-Za-z]\w*)>)(?=\s|$)/du,
    message: ({ name }) => say`What kind a class is must stand in double angle brackets: <<${name}>>.`,
    title: say`Double the angle brackets`,
    mend: ({ name }) => `<<${name}>>`,
  },
  {
    line: /^\s*class\s+[\w.]+(?<here><)(?<mend>)/du,
    message: say`The parameter of a class must stand between tildes: List~int~.`,
    title: say`Use tildes`,
    mend: '',
  },
  {
    line: /\b\w+(?<mend>(?<here><)(?<inner>[^<>]*)>)/du,
    message: say`The parameter of a class must stand between tildes: List~int~.`,
    title: say`Use tildes`,
    mend: ({ inner }) => `~${inner}~`,
    safe: true,
  },
  {
    line: /^\s*(?:class|namespace)\s*(?<mend>)(?<here>\{)/du,
    message: say`The name is missing: class Animal.`,
    title: say`Put ${placeholder} for the name`,
    mend: ` ${placeholder} `,
  },
  {
    line: /^\s*(?:class|namespace)(?<here>)$/du,
    message: say`The name is missing: class Animal.`,
    title: say`Put ${placeholder} for the name`,
    mend: ` ${placeholder}`,
  },
  {
    line: /^\s*note\s+for\s+[^\s:]+(?<mend>\s*(?<here>:)\s*(?<text>[^\s:].*))$/du,
    message: say`The colon must go: the text of a note stands in quotes alone, note for A "text".`,
    title: say`Remove the colon`,
    mend: ({ text }) => (/^".*"$/.test(text!) ? ` ${text}` : ` "${text!.replaceAll('"', "'")}"`),
    safe: true,
  },
  {
    line: /^\s*note\s+for\s+\S+\s+(?<here>[^\s"].*)$/du,
    message: say`The text of a note must stand in quotes.`,
    title: say`Put the text in quotes`,
    mend: ({ here }) => `"${here!.replaceAll('"', "'")}"`,
    safe: true,
  },
  {
    line: /^\s*note\s+(?!for\b)(?<here>[^\s"].*)$/du,
    message: say`The text of a note must stand in quotes.`,
    title: say`Put the text in quotes`,
    mend: ({ here }) => `"${here!.replaceAll('"', "'")}"`,
    safe: true,
  },
  {
    line: new RegExp(`${head}?(?:--|\\.\\.)${head}?(?<mend>\\s*)(?<here>:)\\s*[^:\\s]`, 'du'),
    message: say`The relation leads nowhere: a name is missing after it.`,
    title: say`Put ${placeholder} for the name`,
    mend: ` ${placeholder} `,
  },
  {
    line: new RegExp(`(?<mend>\\s*${head}?(?:--|\\.\\.)${head}?(?<here>))$`, 'du'),
    message: say`The relation leads nowhere: a name is missing after it.`,
    title: say`Remove the relation`,
    mend: '',
  },
  {
    line: new RegExp(`^\\s*(?<mend>(?<here>${head}?(?:--|\\.\\.)${head}?)\\s*)`, 'du'),
    message: say`The relation comes from nowhere: a name is missing before it.`,
    title: say`Remove the relation`,
    mend: '',
  },
  {
    line: /^\s*(?:link|click|callback)\s+[\w.]+(?<here>)$/du,
    message: say`What a click opens is missing: link A "https://example.org".`,
    mend: ' "https://example.org"',
  },
]);

/** `class Animal[An animal]`: a class's label always stands in quotes. */
const classLabels: Finder = function* (broken) {
  const line = brokenLine(broken);
  const label = /^\s*(?:class|namespace)\s+[^\s[]+\s*\[(?<inner>[^"\]][^\]]*)\]/d.exec(line.text);
  if (!label) return;
  const [start, end] = label.indices!.groups!.inner!;
  yield unquotedLabel(broken.text, { start: line.start + start, end: line.start + end });
};

const reserved = reservedEnds(classWords.reserved ?? [], {
  arrow: `${head}?(?:--|\\.\\.)${head}?`,
  declared: '^\\s*class\\s+WORD\\s*(?:[{\\[<]|$)',
});

/** What Mermaid says without a place. */
const unplaced = sayings([
  {
    message: /reading 'annotations'/,
    line: '^\\s*<<[^>]+>>\\s+(?<here>[^\\s{]+)\\s*$',
    says: (name) => say`There is no class ‘${name}’ above: class ${name} declares it.`,
    meant: (line) => ({ title: say`Declare it`, line: line.replace(/^(\s*)(<<.*>>\s+(\S+))\s*$/, '$1class $3\n$1$2') }),
    stays: true,
  },
]);

export const classBreaks: readonly Finder[] = [
  comments,
  ...bodyBraces(/^\s*(?:class|namespace)\s+[^{]*[^{\s]$/),
  unplaced,
  styles,
  titleLine,
  multiplicities,
  colonBodies,
  looseMembers,
  membersWithoutColon,
  classForeign,
  endForBrace,
  semicolons,
  reserved,
  classLabels,
  misspelt(keywordsOf(classWords)),
  compounds({
    opens: /^\s*(?:class|namespace)\b.*(?<here>\{)\s*$/d,
    closes: /^\s*(?<here>\})\s*$/d,
    apart: /^\s*class\b/,
    closer: '}',
  }),
  arrows,
  unclosedOnLine(['"', '[', '(', '`', '~']),
  ownSlips,
];
