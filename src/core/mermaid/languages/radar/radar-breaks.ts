import { say } from '../../../l10n/say';
import { comments } from '../../breaks/comments';
import { unclosedOnLine } from '../../breaks/delimiters';
import { brokenLine, spokenLines } from '../../breaks/line';
import { misspelt } from '../../breaks/misspelt';
import { placeholder } from '../../breaks/placeholder';
import { slips } from '../../breaks/slip';
import type { Finder } from '../../breaks/suspect';
import { keywordsOf } from '../../vocabulary';
import { radarWords } from './radar-words';

/** A curve that names its values names every axis. */
const curveAxes: Finder = function* (broken) {
  const missing = /Missing entry for axis (.+)/.exec(broken.verdict.message)?.[1]?.trim();
  if (!missing) return;
  const axes = [...broken.text.matchAll(/^[^\S\r\n]*axis\s+(.*)$/gm)].flatMap(
    ([, list]) => list!.match(/(?<=^|,\s*)\w+/g) ?? [],
  );
  for (const line of spokenLines(broken)) {
    const curve = /^\s*curve\b[^{]*\{(?<entries>[^}]*)/d.exec(line.text);
    if (!curve) continue;
    const [from, to] = curve.indices!.groups!.entries!;
    const names = [...curve.groups!.entries!.matchAll(/(\w+)\s*:?\s+[\d.]+|(\w+)\s*:/g)];
    const unknown = names.find((match) => !axes.includes(match[1] ?? match[2]!));
    if (unknown) {
      const start = line.start + from + unknown.index;
      const span = { start, end: start + (unknown[1] ?? unknown[2]!).length };
      yield {
        code: 'mermaid.syntax',
        span,
        message: say`There is no axis ‘${broken.text.slice(span.start, span.end)}’.`,
        fix: { title: say`Write ${missing}`, safe: false, changes: [{ span, newText: missing }] },
      };
    }
    const end = line.start + to;
    yield {
      code: 'mermaid.syntax',
      span: { start: end, end },
      message: say`The value on the axis ${missing} is missing.`,
      fix: { title: say`Add it`, safe: false, changes: [{ span: { start: end, end }, newText: `, ${missing}: 1` }] },
    };
  }
};

const idOf = (label: string): string => {
  const word = label.replace(/[^\p{L}\p{N}]+/gu, '') || 'name';
  return /^\d/.test(word) ? `n${word}` : word[0]!.toLowerCase() + word.slice(1);
};

/** Axes and curves that have only a text, in quotes or of several words: each gets a name before it. */
const namelessLabels: Finder = function* (broken) {
  const line = brokenLine(broken);
  const keyword = /^\s*(?:axis|curve)\s+/.exec(line.text);
  if (!keyword) return;
  const quoted = [...line.text.matchAll(/(?<=^\s*(?:axis|curve)\s+|[,}]\s*)"(?<label>[^"]+)"/g)];
  const spaced = /^\s*axis\s+[^,]+,/.test(line.text)
    ? [...line.text.matchAll(/(?<=^\s*axis\s+|,\s*)(?<label>[\p{L}\p{N}]+(?: [\p{L}\p{N}&/-]+)+)(?=\s*(?:,|$))/gu)]
    : [];
  const found = quoted.length > 0 ? quoted : spaced;
  const first = found[0];
  if (!first) return;
  const at = quoted.length > 0 ? 0 : first[0].indexOf(' ') + 1;
  yield {
    code: 'mermaid.syntax',
    span: { start: line.start + first.index + at, end: line.start + first.index + first[0].length },
    message: say`A name of letters and digits comes first, a longer text in brackets and quotes after it: speed["Top speed"].`,
    sure: true,
    fix: {
      title: say`Give each a name`,
      safe: true,
      brings: found.map(({ groups }) => ({ id: idOf(groups!.label!), label: groups!.label! })),
      changes: found.map((match) => ({
        span: { start: line.start + match.index, end: line.start + match.index + match[0].length },
        newText: `${idOf(match.groups!.label!)}["${match.groups!.label}"]`,
      })),
    },
  };
};

/** Values and axes in other signs. */
const foreign = slips([
  {
    line: /^\s*(?:axis|curve|title|max|min|ticks|graticule|showLegend)(?<mend>\s*(?<here>:)\s*)/d,
    message: say`The colon must go: none belongs after this word.`,
    title: say`Remove the colon`,
    mend: ' ',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*curve\s+\w+(?:\["[^"]*"\])?\s*(?<mend>(?<here>[[(])\s*(?<values>[\d.]+(?:\s*,\s*[\d.]+)*)\s*[\])])\s*$/d,
    message: say`The values of a curve must stand in braces: {3, 4}.`,
    title: say`Write braces`,
    mend: ({ values }) => `{${values}}`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*curve\s+\w+(?:\["[^"]*"\])?(?<mend>\s*(?<here>[:=])\s*[[({]?(?<values>[\d.]+(?:\s*,\s*[\d.]+)*)\s*[\])}]?)\s*$/d,
    message: say`The values of a curve must stand in braces: {3, 4}.`,
    title: say`Write braces`,
    mend: ({ values }) => `{${values}}`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*axis\s+(?<mend>(?<here>\[)(?<names>[^[\]]*)\])\s*$/d,
    message: say`The brackets must go: axes follow each other with commas between.`,
    title: say`Remove the brackets`,
    mend: ({ names }) => names,
    safe: true,
    sure: true,
  },
]);

export const radarBreaks: readonly Finder[] = [
  comments,
  namelessLabels,
  foreign,
  misspelt(keywordsOf(radarWords)),
  unclosedOnLine(['"', '[', '{']),
  slips([
    {
      line: /^\s*(?<mend>)(?<here>(?!(?:axis|curve|title)\b)\w+)\s*(?:\["[^"]*"\])?\s*(?<more>,|\{.*|$)/d,
      message: ({ here, more }) =>
        more!.startsWith('{')
          ? say`The word ${'curve'} is missing before ‘${here}’.`
          : say`The word ${'axis'} is missing before ‘${here}’.`,
      title: ({ more }) => (more!.startsWith('{') ? say`Put ${'curve'}` : say`Put ${'axis'}`),
      mend: ({ more }) => (more!.startsWith('{') ? 'curve ' : 'axis '),
    },
    {
      line: /^\s*curve\s*(?<mend>)(?<here>\[|\{)/d,
      message: say`The name of the curve is missing before it: curve a["Label"]{3, 4}.`,
      title: say`Put ${placeholder} for the name`,
      mend: placeholder,
    },
    {
      line: /^\s*curve\b.*?\{(?:[^}]*?,)?\s*(?<here>,)/d,
      message: say`A value is missing before this comma.`,
      mend: '1,',
    },
    {
      line: /^\s*curve\b[^{]*\{[^}]*(?<here>,)(?=\s*\})/d,
      message: say`The comma after the last value must go.`,
      title: say`Remove the comma`,
      mend: '',
    },
    {
      line: /^\s*curve\s+\w+(?:\s*\[[^\]]*\])?(?<here>)$/du,
      message: say`The values are missing, one for each axis: {3, 4}.`,
      mend: '{1, 2, 3}',
    },
    {
      line: /\{[^}]*?[\d.]+(?<mend>\s+)(?<here>[\w.]+)/du,
      message: say`A comma is missing between the values.`,
      title: say`Put the comma`,
      mend: ', ',
    },
    {
      line: /\[\s*(?<here>[^"\]\s][^"\]]*?)\s*\]/du,
      code: 'mermaid.unquoted-label',
      message: say`A label must stand in quotes.`,
      title: say`Put the label in quotes`,
      mend: ({ here }) => `"${here}"`,
      safe: true,
    },
    {
      line: /^\s*axis\s+\w+(?<mend>\s+(?<here>\w+(?:\s+\w+)+))$/d,
      message: say`A comma is missing between the axes.`,
      title: say`Put the commas`,
      mend: ({ here }) => `, ${here!.replace(/\s+/g, ', ')}`,
    },
    {
      line: /^\s*axis\s(?:"[^"]*"|[^"])*?[\w\]](?<mend>\s+)(?<here>\w+)/du,
      message: say`A comma is missing between the axes.`,
      title: say`Put the comma`,
      mend: ', ',
    },
    {
      line: /\{(?:[^}]*?,)?\s*(?:\w+\s*:\s*)?(?<here>[^\s,}\d][^\s,}:]*)\s*(?=[,}])/du,
      message: ({ here }) => say`A value is a number, not ‘${here}’.`,
      mend: '1',
    },
    {
      line: /^\s*(?:ticks|max|min)\s+(?<here>[^\s\d]\S*)/du,
      message: ({ here }) => say`A number stands here, not ‘${here}’.`,
      mend: '5',
    },
    {
      line: /^\s*graticule\s+(?<here>\w+)/du,
      message: ({ here }) => say`‘${here}’ is no graticule; there are circle and polygon.`,
      title: ({ here }) => (/^(?:round|curve|smooth|circ)/i.test(here!) ? say`Write circle` : undefined),
      mend: ({ here }) => (here === 'circle' || here === 'polygon' ? undefined : 'circle'),
    },
    {
      line: /^\s*showLegend\s+(?<here>\w+)/du,
      message: say`showLegend is true or false.`,
      title: say`Write true`,
      mend: ({ here }) => (here === 'true' || here === 'false' ? undefined : 'true'),
    },
  ]),
  curveAxes,
];
