import { say } from '../../../l10n/say';
import { spokenLines } from '../../breaks/line';
import { slips } from '../../breaks/slip';
import type { Finder, Suspect } from '../../breaks/suspect';

const many: Readonly<Record<string, readonly [left: string, right: string]>> = {
  '1': ['||', '||'],
  '0..1': ['|o', 'o|'],
  '1..1': ['||', '||'],
  '1..*': ['}|', '|{'],
  '1..n': ['}|', '|{'],
  '+': ['}|', '|{'],
};
const signs = (written: string): readonly [string, string] => many[written] ?? ['}o', 'o{'];
const times = '(?:0\\.\\.1|1\\.\\.1|[01]\\.\\.[*n]|1|[nNmM*])';
const name = '(?:"[^"]*"|[^\\s"{}|:]+)';

const card = '(?:\\|o|\\|\\||\\}o|\\}\\||o\\||o\\{|\\|\\{)';

const inWords = '(?:(?:exactly[- ]|only[- ])?one|many|zero|[01nNmM*])';
/** `one` and `many` as signs; what is said of both ends. */
const meant = (written: string): readonly [string, string] =>
  /one$|^1$/i.test(written) ? ['||', '||'] : /^(?:zero|0)$/i.test(written) ? ['|o', 'o|'] : ['}o', 'o{'];

/** What people bring from SQL, class diagrams and programs, or write as it looks. */
export const erForeign = slips([
  {
    line: /^\s*(?<mend>(?<name>[\p{L}_][\p{L}\p{N}_]*)\s*(?<here>:)\s*(?<type>[\p{L}_][\w()[\]]*)(?:\s*,(?=\s*$))?)(?=\s*(?:$|"|[PFU]K\b|,))/du,
    message: say`The type of an attribute comes first, without a colon: int id.`,
    title: ({ name: word, type }) => say`Write ${type} ${word}`,
    mend: ({ name: word, type }) => `${type} ${word}`,
    safe: true,
    sure: true,
  },
  {
    line: new RegExp(
      `^\\s*${name}\\s*${card}(?:--|\\.\\.)${card}\\s*(?<here>[\\p{L}_][\\w-]*(?:[ \\t]+[\\p{L}_][\\w-]*)+)\\s*:`,
      'du',
    ),
    message: say`The name of an entity that has several words must stand in quotes.`,
    title: say`Put the name in quotes`,
    mend: ({ here }) => `"${here}"`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?<mend>(?<here>[PFU]K)\s+(?<rest>[\p{L}_][\w()[\]]*\s+[\p{L}_]\w*))(?=\s*(?:$|"))/du,
    message: ({ here }) => say`${here} stands after the name of an attribute: int id ${here}.`,
    title: ({ here }) => say`Put ${here} after the name`,
    mend: ({ here, rest }) => `${rest} ${here}`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*\w+(?<mend>\s*\(\s*\w+\s*,?(?<here>\s+)\w+\s*\))\s+\w/du,
    message: say`The type of an attribute must be one word, without spaces.`,
    title: say`Remove the spaces`,
    mend: ({ mend }) => mend!.replace(/\s+/g, ''),
    safe: true,
    sure: true,
  },
  {
    line: /^\s*\S+\s+[^\s"'{}]+(?:\s+[PFU]K)?\s+(?<here>'(?<text>[^'"{}]+)')$/du,
    message: say`The comment on an attribute must stand in double quotes.`,
    title: say`Write double quotes`,
    mend: ({ text }) => `"${text}"`,
    sure: true,
  },
  {
    line: /^\s*\w+\(\s*(?<mend>(?<here>['"])[^()]*)\)\s+\w/du,
    message: say`A type may hold no quotes.`,
    title: say`Remove the quotes`,
    mend: ({ mend }) => mend!.replace(/['"]|\s+/g, ''),
    safe: true,
  },
  {
    line: /^\s*[\p{L}_][\w()[\]]*\s+(?<here>"(?<word>[\p{L}_]\w*)")\s*(?:$|[PFU]K\b)/du,
    message: say`The name of an attribute has no quotes; a text in quotes is a comment after it.`,
    title: say`Remove the quotes`,
    mend: ({ word }) => word,
    safe: true,
  },
  {
    line: new RegExp(
      `^\\s*${name}\\s+(?<here>(?<left>${inWords})(?:-(?:to|2)-|[ _]to[ _]|\\s*:\\s*)(?<right>${inWords}))\\s+${name}\\s*(?::|$)`,
      'du',
    ),
    code: 'mermaid.bad-arrow',
    message: ({ here }) =>
      say`‘${here}’ is no relation: how many stand on each side is written by signs, as in ||--o{.`,
    title: ({ left, right }) => say`Write ${meant(left!)[0]}--${meant(right!)[1]}`,
    mend: ({ left, right }) => `${meant(left!)[0]}--${meant(right!)[1]}`,
    sure: true,
  },
  {
    line: new RegExp(
      `^\\s*${name}\\s+(?<here>(?<left>${times})\\s*(?<line>--?|\\.\\.)\\s*(?<right>${times}))\\s+${name}`,
      'du',
    ),
    code: 'mermaid.bad-arrow',
    message: ({ here }) => say`‘${here}’ is no relation: how many is written by signs, as in ||--o{.`,
    title: ({ left, line, right }) => say`Write ${signs(left!)[0]}${line === '..' ? '..' : '--'}${signs(right!)[1]}`,
    mend: ({ left, line, right }) => `${signs(left!)[0]}${line === '..' ? '..' : '--'}${signs(right!)[1]}`,
    sure: true,
  },
]);

/** `BOOK [` … `]` around attributes. */
export const bracketBodies: Finder = function* (broken) {
  const found: Suspect[] = [];
  let open: number | undefined;
  for (const { text, start, end } of spokenLines(broken)) {
    if (/^\s*[^\s"{}|:[\]]+\s*[[(]$/.test(text)) open = end - 1;
    else if (open !== undefined && /^\s*[\])]$/.test(text)) {
      const close = start + text.search(/\S/);
      found.push({
        code: 'mermaid.syntax',
        span: { start: open, end: open + 1 },
        message: say`Attributes must stand in braces: { }.`,
        fix: {
          title: say`Write braces`,
          safe: true,
          changes: [
            { span: { start: open, end: open + 1 }, newText: '{' },
            { span: { start: close, end: close + 1 }, newText: '}' },
          ],
        },
      });
      open = undefined;
    }
  }
  if (found.length > 0) yield found;
};
