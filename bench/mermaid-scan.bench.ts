import { languages } from '../src/core/mermaid/languages/languages';
import { scanDiagram } from '../src/core/mermaid/scan-diagram';
import { inTurn, type Spread, spread } from './measure';
import type { Row } from './row';

export const name = 'Scanning Mermaid diagrams into tokens and symbols';

/** What makes a scanner look far ahead in vain: openers that never close, and their like. */
const nastyUnits = [
  ...['A[', 'A["', 'A["`', 'A[( -->', 'A[/x', 'A{a|', 'A>a ', 'A@{', 'A -- ', 'A -. ', 'A == "', 'A-->|x', 'A:::x-->'],
  ...[
    'A & ',
    'A e1@-->',
    '#aaa',
    '<a ',
    '<a b="',
    '%%{',
    '\n%% x',
    '\n---',
    'style a:#;',
    'subgraph a\n',
    'direction\n',
  ],
  ...[
    'accDescr {',
    'click A ("',
    'A->>B: x\n',
    'A->>',
    'A-',
    'participant A@{',
    'note over A\n',
    'class A {\n',
    'A~',
    '`',
  ],
  ...[
    'state "',
    'state A {\n',
    'note right of A\n',
    'A {\n',
    'A ||--',
    'A :a, b,',
    'commit id: "',
    '  a((\n',
    '{',
    '(',
    '"',
  ],
  ...[
    'a["',
    'a<[',
    'Rel(',
    'Person(a, "',
    'a,"',
    'axis a["',
    'curve a{',
    '- x ->',
    'a\n\n\n',
    ' ',
    '\n',
    '@',
    '-',
    ':',
    'x',
  ],
];

const smallSize = 25_000;

export async function run(): Promise<readonly Row[]> {
  const fences = Array.from({ length: 300 }, (_, index) => flowchart(12, index));
  const large = flowchart(40_000, 0);
  const sequence = `sequenceDiagram\n${Array.from({ length: 4000 }, (_, i) => `  P${i % 20}->>+P${i % 7}: message ${i}\n`).join('')}`;
  const times = await inTurn({
    fences: () => fences.forEach(scanDiagram),
    large: () => scanDiagram(large),
    sequence: () => scanDiagram(sequence),
  });
  const size = fences.reduce((sum, { length }) => sum + length, 0);
  const rate = (characters: number, milliseconds: number): number => characters / 1e3 / milliseconds;
  const hard = hardest(10);
  const growth = worstGrowth(hard);
  return [
    row('300 flowcharts of 12 edges', rate(size, times.fences.median), times.fences),
    row('one flowchart of 40,000 edges', rate(large.length, times.large.median), times.large),
    row('one sequence of 4,000 messages', rate(sequence.length, times.sequence.median), times.sequence),
    { name: 'hardest text we know', value: hard[0]!.rate, unit: 'MB/s', note: described(hard[0]!) },
    {
      name: 'worst growth of time for 4 times the text',
      value: growth.factor,
      unit: '×',
      note: `${described(growth.text)}; 4 is linear`,
    },
  ];
}

const row = (what: string, value: number, times: Spread): Row => ({
  name: what,
  value,
  unit: 'MB/s',
  note: spread(times),
});

function flowchart(edges: number, seed: number): string {
  const line = (i: number): string =>
    i % 2 === 0
      ? `    N${i % 900}[Multi-head attention ${i}] -->|feeds| N${(i * 7) % 900}{"Router (top-${i % 8})"}\n`
      : `    N${i % 900} --> M${i % 300} & K${i % 100}:::hot\n`;
  return `flowchart TD\n${Array.from({ length: edges }, (_, index) => line(index + seed)).join('')}`;
}

/** A text that asks much of the scanner: one unit over and over, read as one diagram type. */
interface Hard {
  readonly header: string;
  readonly unit: string;
  readonly rate: number;
}

/** The hardest texts, the hardest first. */
function hardest(count: number): Hard[] {
  const all = languages.flatMap(({ keywords: [{ word: header }] }) =>
    nastyUnits.map((unit) => ({
      header,
      unit,
      rate: smallSize / 1e3 / best(repeated(header, unit, smallSize)),
    })),
  );
  return all.sort((a, b) => a.rate - b.rate).slice(0, count);
}

/** How much longer four times the text takes, at most. */
function worstGrowth(texts: readonly Hard[]): { factor: number; text: Hard } {
  const growths = texts.map((text) => ({
    factor:
      best(repeated(text.header, text.unit, 16 * smallSize)) / best(repeated(text.header, text.unit, 4 * smallSize)),
    text,
  }));
  return growths.reduce((worst, one) => (one.factor > worst.factor ? one : worst));
}

const repeated = (header: string, unit: string, size: number): string =>
  `${header}\n${unit.repeat(size / unit.length)}`;

const described = ({ header, unit }: Hard): string => `${header} of ${JSON.stringify(unit)}`;

function best(text: string): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    scanDiagram(text);
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}
