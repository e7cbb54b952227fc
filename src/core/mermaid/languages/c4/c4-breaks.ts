import { say } from '../../../l10n/say';
import { comments } from '../../breaks/comments';
import { compounds } from '../../breaks/compounds';
import { unclosedOnLine } from '../../breaks/delimiters';
import { hashInTitle } from '../../breaks/hash-in-title';
import { spokenLines } from '../../breaks/line';
import { misspelt } from '../../breaks/misspelt';
import { sayings } from '../../breaks/saying';
import { type Slip, slips, slipsAnywhere } from '../../breaks/slip';
import type { Break, Finder } from '../../breaks/suspect';
import { keywordsOf } from '../../vocabulary';
import { c4Words } from './c4-words';

const elements = keywordsOf(c4Words);

/** A text in quotes that holds quotes: from the second on Mermaid reads everything askew, and often says nothing. */
const quotesInside: Finder = function* (broken) {
  for (const line of spokenLines(broken)) {
    if (!/^\s*\w+\s*\(/.test(line.text)) continue;
    for (const match of line.text.matchAll(/(?<=[(,=]\s*)"(?<inner>(?:[^"]|"(?!\s*[,)]))*)"(?=\s*[,)])/dg)) {
      const inner = match.groups!.inner!;
      const first = inner.indexOf('"');
      if (first < 0) continue;
      const [start, end] = match.indices!.groups!.inner!;
      // `"User, "reads"`: of three quotes it is the one before the comma that is missing.
      const comma = /^(?<text>[^",]*[^",\s])(?<comma>\s*,\s*)"[^",]*$/.exec(inner);
      if (comma) {
        const at = line.start + start + comma.groups!.text!.length;
        yield {
          code: 'mermaid.unclosed',
          span: { start: line.start + start - 1, end: line.start + start },
          message: say`This quote is never closed.`,
          fix: { title: say`Close the quote`, safe: false, changes: [{ span: { start: at, end: at }, newText: '"' }] },
        };
      }
      yield {
        code: 'mermaid.syntax',
        span: { start: line.start + start + first, end: line.start + start + first + 1 },
        message: say`Quotes inside a text in quotes end it. Write single quotes inside.`,
        fix: {
          title: say`Write single quotes inside`,
          safe: false,
          changes: [
            { span: { start: line.start + start, end: line.start + end }, newText: inner.replaceAll('"', "'") },
          ],
        },
      };
    }
  }
};

/** `Person(u "Student")`: Mermaid drops what stands before the text, and only stumbles where that is asked for. */
export const missingArgumentComma: Slip = {
  line: /^\s*\w+\(\s*(?:\w+\s*,\s*|"[^"]*"\s*,\s*)*(?:\w+|"[^"]*")(?<mend>\s+)(?<here>"[^"]*")/d,
  message: say`A comma is missing between the arguments.`,
  title: say`Put the comma`,
  mend: ', ',
  safe: true,
  sure: true,
};

/** The first argument of everything that is no relation: its alias. */
const aliases = (broken: Break): string[] =>
  [...spokenLines(broken)].flatMap(({ text }) => /^\s*(?!(?:Bi)?Rel|Update)\w+\s*\(\s*"?(\w+)/.exec(text)?.[1] ?? []);

/** What Mermaid stumbles over only when it draws, without a place. */
const unknownEnds = sayings([
  {
    message: /^C4 rel names the unknown (.*)$/,
    line: '^\\s*(?:Bi)?Rel\\w*\\s*\\(\\s*(?:"?(?<here>$1)"?\\s*,|[^,]*,\\s*"?(?<other>$1)"?\\s*[,)])',
    says: (name) => say`No element and no boundary is called ‘${name}’, so nothing is drawn.`,
    instead: aliases,
    stays: true,
  },
]);

/** What people call an element, or mean by it. */
function elementFor(word: string): string {
  if (/rel|arrow|link|use/i.test(word) && !/user/i.test(word)) return 'Rel';
  if (/actor|user|customer|human|role/i.test(word)) return 'Person';
  if (/boundary|group|package/i.test(word)) return 'Boundary';
  if (/db|database|store/i.test(word)) return 'SystemDb';
  return /queue|topic/i.test(word) ? 'SystemQueue' : 'System';
}

export const c4Breaks: readonly Finder[] = [
  comments,
  quotesInside,
  slipsAnywhere([missingArgumentComma], spokenLines),
  unknownEnds,
  slips([
    hashInTitle,
    missingArgumentComma,
    {
      line: /^\s*(?<here>!include\b.*|@(?:start|end)uml\b.*|(?:LAYOUT|SHOW|HIDE)_\w+\(.*\)|skinparam\b.*)$/d,
      message: say`This is PlantUML, which Mermaid does not read.`,
      title: say`Make it a comment`,
      mend: ({ here }) => `%% ${here}`,
      sure: true,
    },
    {
      line: /\)\s*(?<here>;)\s*$/d,
      message: say`The semicolon at the end of the line must go.`,
      title: say`Remove it`,
      mend: '',
      safe: true,
      sure: true,
    },
    {
      line: /^\s*(?<mend>(?<from>\w+)\s*(?<here><?--?>>?)\s*(?<to>\w+)\s*(?::\s*"?(?<text>[^"]*?)"?)?)\s*$/d,
      message: say`A relation is written Rel(from, to, "text").`,
      title: say`Write Rel`,
      mend: ({ from, to, text }) => `Rel(${from}, ${to}, "${text || ' '}")`,
      sure: true,
    },
    {
      line: /^\s*\w+\([^")]*\w(?<mend>\s*(?<here>[:;])\s*)"/d,
      message: say`A comma must stand between the arguments.`,
      title: say`Write a comma`,
      mend: ', ',
      safe: true,
      sure: true,
    },
    {
      line: /^\s*(?!(?:Bi)?Rel|Update)\w+\(\s*\w+\s*,\s*(?<here>[^",][^",]*?)\s*(?:,.*)?\)\s*\{?\s*$/d,
      code: 'mermaid.unquoted-label',
      message: say`A text must stand in quotes.`,
      title: say`Put the text in quotes`,
      mend: ({ here }) => `"${here}"`,
      safe: true,
      sure: true,
    },
  ]),
  misspelt(elements),
  slips([
    {
      line: new RegExp(`^\\s*(?:${elements.join('|')})(?<mend>\\s+(?<content>(?<here>\\w+)[^()]*))$`, 'du'),
      message: say`What an element says must stand in parentheses.`,
      title: say`Put it in parentheses`,
      mend: ({ content }) => `(${content})`,
    },
    {
      line: /^\s*(?<here>\w+)\s*\(/du,
      message: ({ here }) =>
        say`‘${here}’ is no element of C4; there are Person, System, Container, Component, Boundary and Rel.`,
      title: ({ here }) => say`Write ${elementFor(here!)}`,
      mend: ({ here }) => (elements.includes(here!) ? undefined : elementFor(here!)),
    },
  ]),
  slips([
    {
      line: /^\s*(?<here>(?:Deployment_)?Node(?:_[LR])?|(?:Enterprise_|System_|Container_)?Boundary)\s*\([^()]*\)$/d,
      message: ({ here }) => say`A ${here} holds other elements in braces: { must stand behind it, and } below them.`,
    },
  ]),
  unclosedOnLine(['"', '(']),
  compounds({ opens: /\).*(?<here>\{)\s*$/d, closes: /^\s*(?<here>\})\s*$/d, closer: '}' }),
];
