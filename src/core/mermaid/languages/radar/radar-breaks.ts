import { comments } from '../../breaks/comments';
import { unclosedOnLine } from '../../breaks/delimiters';
import { spokenLines } from '../../breaks/line';
import { misspelt } from '../../breaks/misspelt';
import { slips } from '../../breaks/slip';
import type { Finder } from '../../breaks/suspect';
import { keywordsOf } from '../../vocabulary';
import { radarWords } from './radar-words';

/** A curve that names its values names every axis. */
const curveAxes: Finder = function* (broken) {
  const missing = /Missing entry for axis (.+)/.exec(broken.verdict.message)?.[1]?.trim();
  if (!missing) return;
  const axes = [...broken.text.matchAll(/^\s*axis\s+(.*)$/gm)].flatMap(
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
        message: `There is no axis ‘${broken.text.slice(span.start, span.end)}’.`,
        fix: { title: `Write ${missing}`, safe: false, changes: [{ span, newText: missing }] },
      };
    }
    const end = line.start + to;
    yield {
      code: 'mermaid.syntax',
      span: { start: end, end },
      message: `The value on the axis ${missing} is missing.`,
      fix: { title: 'Add it', safe: false, changes: [{ span: { start: end, end }, newText: `, ${missing}: 1` }] },
    };
  }
};

export const radarBreaks: readonly Finder[] = [
  comments,
  misspelt(keywordsOf(radarWords)),
  unclosedOnLine(['"', '[', '{']),
  slips([
    {
      line: /^\s*curve\s+\w+(?:\s*\[[^\]]*\])?(?<here>)$/du,
      message: 'The values are missing.',
      title: 'Give it values',
      mend: '{1, 2, 3}',
    },
    {
      line: /\{[^}]*?[\d.]+(?<mend>\s+)(?<here>[\w.]+)/du,
      message: 'A comma is missing between the values.',
      title: 'Put the comma',
      mend: ', ',
    },
    {
      line: /\[\s*(?<here>[^"\]\s][^"\]]*?)\s*\]/du,
      code: 'mermaid.unquoted-label',
      message: 'A label must stand in quotes.',
      title: 'Put the label in quotes',
      mend: ({ here }) => `"${here}"`,
      safe: true,
    },
    {
      line: /^\s*axis\s.*?[\w\]](?<mend>\s+)(?<here>\w+)/du,
      message: 'A comma is missing between the axes.',
      title: 'Put the comma',
      mend: ', ',
    },
    {
      line: /\{(?:[^}]*?,)?\s*(?:\w+\s*:\s*)?(?<here>[^\s,}\d][^\s,}:]*)\s*(?=[,}])/du,
      message: ({ here }) => `A value is a number, not ‘${here}’.`,
      title: 'Give it a number',
      mend: '1',
    },
    {
      line: /^\s*(?:ticks|max|min)\s+(?<here>[^\s\d]\S*)/du,
      message: ({ here }) => `A number stands here, not ‘${here}’.`,
      title: 'Give it a number',
      mend: '5',
    },
    {
      line: /^\s*graticule\s+(?<here>\w+)/du,
      message: ({ here }) => `‘${here}’ is no graticule; there are circle and polygon.`,
      title: 'Write circle',
      mend: ({ here }) => (here === 'circle' || here === 'polygon' ? undefined : 'circle'),
    },
    {
      line: /^\s*showLegend\s+(?<here>\w+)/du,
      message: 'showLegend is true or false.',
      title: 'Write true',
      mend: ({ here }) => (here === 'true' || here === 'false' ? undefined : 'true'),
    },
  ]),
  curveAxes,
];
