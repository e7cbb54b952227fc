import { courseLanguageOf } from '../src/core/course/course-language';
import { checkDiagram } from '../src/core/mermaid/check-diagram';
import type { MermaidJudge } from '../src/core/mermaid/judge';
import { createCourseService } from '../src/core/service';
import { defaultSettings } from '../src/core/settings';
import type { Row } from './row';

export const name = 'What doubles when a text doubles: 2 is linear';

/** A unit that is said over and over, behind a first line. */
type Kind = readonly [file: string, head: string, unit: (i: number) => string, tail?: string];

const diagram = (head: string, unit: (i: number) => string): Kind => ['a.mmd', `${head}\n`, unit];
const lesson = (unit: (i: number) => string): Kind => ['a.md', '# A\n\n', unit];

const kinds: Readonly<Record<string, Kind>> = {
  flowchart: diagram('flowchart TD', (i) => `  A${i}[Gate ${i}] --> B${i}\n`),
  'chained &': diagram('flowchart TD', (i) => `  A${i} & B${i} --> C${i} & D${i}\n`),
  subgraphs: diagram('flowchart TD', (i) => `  subgraph s${i}\n  A${i}\n  end\n`),
  'open subgraphs': diagram('flowchart TD', (i) => `subgraph s${i}\n`),
  sequence: diagram('sequenceDiagram', (i) => `  A${i}->>B${i}: Gate\n`),
  classes: diagram('classDiagram', (i) => `  class C${i} {\n    +x\n  }\n`),
  states: diagram('stateDiagram-v2', (i) => `  S${i} --> T${i}: Gate\n`),
  entities: diagram('erDiagram', (i) => `  A${i} ||--o{ B${i} : has\n`),
  tasks: diagram('gantt', (i) => `  Gate :t${i}, 2024-01-01, 1d\n`),
  mindmap: diagram('mindmap\n  root', (i) => `    Gate ${i}\n`),
  'names of letters': diagram('flowchart TD', (i) => `  ${letters(i)}[x] --> ${letters(i + 1)}\n`),
  'arrows at one node': diagram('flowchart TD', (i) => `  A --> B${i}\n`),
  styles: diagram('flowchart TD', (i) => `  A${i}:::c${i}\n  style A${i} fill:#fff\n  click A${i} "a.md"\n`),
  'broken arrows': diagram('flowchart TD', (i) => `  A${i} -> B${i}\n`),
  'unquoted labels': diagram('flowchart TD', (i) => `  A${i}[Gate (${i})]\n`),
  'nested loops': diagram('sequenceDiagram', (i) => `  loop ${i}\n`),
  'messages between two': diagram('sequenceDiagram', () => '  Ann->>Bob: Gate\n'),
  'members of one class': diagram('classDiagram\n  class Gate {', (i) => `    +int x${i}\n`),
  'deep states': diagram('stateDiagram-v2', (i) => `  state S${i} {\n`),
  'deep mindmap': diagram('mindmap', (i) => `${' '.repeat(i % 200)}Gate ${i}\n`),
  journey: diagram('journey', (i) => `  Gate ${i}: 5: Me\n`),
  kanban: diagram('kanban', (i) => `  a${i}[Gate]\n    b${i}[Latch]\n`),
  pie: diagram('pie', (i) => `  "Gate ${i}" : ${i}\n`),
  commits: diagram('gitGraph', (i) => `  commit id: "Gate${i}"\n  branch b${i}\n`),
  timeline: diagram('timeline', (i) => `  ${i} : Gate\n`),
  blocks: diagram('block-beta', (i) => `  A${i}["Gate"]\n`),
  requirements: diagram('requirementDiagram', (i) => `  requirement r${i} {\n    id: ${i}\n  }\n`),
  rivers: diagram('sankey-beta', (i) => `Gate${i},B${i},1\n`),
  persons: diagram('C4Context', (i) => `  Person(p${i}, "Gate")\n`),
  'unclosed fences': lesson((i) => `\`\`\`mermaid\nflowchart TD\n  A${i}[Gate\n\n# Gate\n\n`),
  'broken links': lesson((i) => `[a](gone${i}.md) and [b](#gone-${i})\n\n`),
  'wiki links': lesson((i) => `[[Gate ${i}]] and ![[gone${i}.png]]\n\n`),
  'references to one place': lesson((i) => `[a][gate] and [gate]\n\n[gate]: #gate${i}\n\n`),
  tables: lesson((i) => `| Gate ${i} | [a](#b) |\n|---|---|\n| $x$ | \`y\` |\n\n`),
  comments: lesson(() => '<!-- Gate '),
  tags: lesson(() => '<b '),
  emphasis: lesson(() => '**Gate *a '),
  dollars: lesson((i) => `$ ${i} and 5$ `),
  'one long line': lesson((i) => `Gate ${i} and the gate. `),
  'one term everywhere': lesson((i) => (i === 0 ? '- **Gate (GT):** Opens.\n\n' : 'The gate GT is a gate.\n\n')),
  'same terms': lesson((i) => `- **Gate:** A gate ${i}.\n`),
  skills: lesson((i) => `- [ ] **${i % 9}.${i}** Gate\n`),
  demos: lesson((i) => `\`\`\`moe\nexperts: ${i}\nid: gate${i}\n\`\`\`\n\n`),
  'keys of a demo': lesson((i) => (i === 0 ? '```moe\nexperts: 8\n' : `gate${i}: 1\n`)),
  'lists in a demo': lesson((i) => (i === 0 ? '```attention\nq:\n' : `  - [${i}, 1]\n`)),
  python: ['a.py', 'x = """\n# A\n\n', (i) => `- **Gate ${i} (G${i}):** A gate.\n`],
  'many strings': ['a.py', '', (i) => `x${i} = """\n# Gate ${i}\n\n- **Gate ${i}:** A gate.\n"""\n`],
  headings: lesson((i) => `## Gate ${i}\n\n[a](#gate-${i})\n\n`),
  'same headings': lesson(() => '## Gate\n\n[a](#gate)\n\n'),
  lists: lesson((i) => `- a ${i}\n`),
  'nested lists': lesson((i) => `${'  '.repeat(i % 40)}- a\n`),
  quotes: lesson((i) => `${'> '.repeat((i % 60) + 1)}a\n`),
  brackets: lesson(() => '[[['),
  terms: lesson((i) => `- **Gate ${i} (G${i}):** A gate ${i - 1}.\n`),
  formulas: lesson((i) => `$x_${i}$ and $$y$$\n`),
  fences: lesson((i) => `\`\`\`mermaid\nflowchart TD\n  A${i}[Gate]\n\`\`\`\n\n`),
  'fences of many lengths': lesson((i) => `${'`'.repeat(3 + (i % 5))}mermaid\nflowchart TD\n`),
  'directives of MyST': lesson((i) => `\`\`\`{note} Gate\n:name: n${i}\nGate\n\`\`\`\n\n`),
  'a glossary of MyST': lesson((i) => (i === 0 ? '```{glossary}\n' : `Gate ${i}\n  Opens by ${i}.\n\n`)),
  'roles of MyST': lesson((i) => `{ref}\`gate${i}\` and {term}\`Gate ${i}\` `),
  'tags of MDX': ['a.mdx', '# A\n\n', (i) => `<Card title="Gate ${i}">\n`],
  'braces of MDX': ['a.mdx', '# A\n\n', () => '<A b={'],
  'a glossary in bold': lesson((i) => (i === 0 ? '# Glossary\n\n' : `**Gate ${i}:** Opens by ${i}.\n\n`)),
  'a glossary of headings': lesson((i) => (i === 0 ? '# Glossary\n\n' : `## Gate ${i}\n\nOpens.\n\n`)),
  'a glossary in a table': lesson((i) => (i === 0 ? '| Term | Definition |\n|--|--|\n' : `| Gate ${i} | Opens. |\n`)),
  'a glossary in a definition list': lesson((i) => (i === 0 ? '# Glossary\n\n' : `Gate ${i}\n: Opens by ${i}.\n\n`)),
  'one acronym': lesson((i) => `- **Gate ${i} (GT):** Opens by ${i}.\n`),
  footnotes: lesson((i) => `Gate[^${i}]\n\n[^${i}]: Note ${i}\n\n`),
  'quotes in quotes': lesson((i) => (i === 0 ? `${'> '.repeat(200)}a\n` : 'a\n')),
  'open pictures': lesson(() => '![a'),
  'one line of Chinese': lesson(() => '\u95e8\u662f\u4e00\u6247\u95e8\u3002'),
  'front matter': ['a.md', '---\n', (i) => `k${i}: ${i}\n`, '---\n# A\n'],
  'strings in strings': ['a.py', '', () => 'st.markdown(f"{f"{a'],
  'cells of a notebook': [
    'a.ipynb',
    '{"cells":[{"cell_type":"markdown","source":"# A"}',
    (i) => `,{"cell_type":"markdown","source":"Gate ${i}"}`,
    ']}',
  ],
  'long dashes': diagram('flowchart TD', () => '-'),
  'one line of messages': ['a.mmd', 'sequenceDiagram\n  ', () => 'A-->B'],
  'one line of open shapes': ['a.mmd', 'flowchart TD\n', () => '  A@{ '],
  'quoted fences that the next line leaves': lesson(() => '> ```mermaid\nx\n'),
  categories: diagram('xychart-beta\nx-axis [', (i) => `a${i}, `),
  aliases: lesson((i) => (i === 0 ? '```moe\nexperts: &a 8\n' : `k${i}: *a\n`)),
};

/** Names of letters alone, which differ in few of them. */
const letters = (i: number): string =>
  [...i.toString(26)]
    .map((digit) => (Number.parseInt(digit, 26) + 10).toString(36))
    .join('')
    .padStart(6, 'a');

const smallest = 3000;
/** Below this many milliseconds a factor says more of the machine than of us. */
const noise = 60;

/** Time for a text of a size, and for one of twice that size, of each question about each kind of text. */
export async function run(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const [what, kind] of Object.entries(kinds)) {
    const small = await best(kind, smallest);
    const large = await best(kind, 2 * smallest);
    const worst = Object.keys(small)
      .filter((question) => large[question]! > noise)
      .map((question) => ({ question, factor: large[question]! / small[question]!, took: large[question]! }))
      .sort((a, b) => b.took - a.took)[0];
    if (worst)
      rows.push({ name: what, value: worst.factor, unit: '×', note: `${worst.question}, ${worst.took.toFixed(0)} ms` });
    else rows.push({ name: what, value: 0, unit: '×', note: `no question takes ${noise} ms` });
  }
  return rows;
}

async function best(kind: Kind, count: number): Promise<Record<string, number>> {
  const one = await times(kind, count);
  const other = await times(kind, count);
  return Object.fromEntries(
    Object.entries(one).map(([question, took]) => [question, Math.min(took, other[question]!)]),
  );
}

async function times([file, head, unit, tail = '']: Kind, count: number): Promise<Record<string, number>> {
  const text = head + Array.from({ length: count }, (_, i) => unit(i)).join('') + tail;
  const uri = `file:///course/${file}`;
  const service = createCourseService({
    workspace: {
      roots: ['file:///course'],
      list: async () => [uri],
      listImages: async () => [],
      listTables: async () => [],
      covers: async () => true,
      read: async () => undefined,
      readData: async () => undefined,
      spellings: async () => [],
    },
    judge: ready,
    settingsOf: async () => defaultSettings,
  });
  service.open({ uri, text, version: 1 }, courseLanguageOf(file)!);
  const document = (await service.document(uri))!;
  const at = document.lines.positionAt(Math.floor(text.length / 2));
  const gate = document.lines.positionAt(text.indexOf('Gate', text.length >> 1) + 1);
  const questions: Record<string, () => unknown> = {
    diagnostics: () => service.diagnostics(uri),
    symbols: () => service.documentSymbols(uri),
    links: () => service.documentLinks(uri),
    folding: () => service.folding(uri),
    'semantic tokens': () => service.semanticTokens(uri),
    'inlay hints': () => service.inlayHints(uri, { start: 0, end: text.length }),
    hover: () => service.hover(uri, gate),
    completion: () => service.completion(uri, at, { snippets: true }),
    references: () => service.references(uri, gate, true),
    highlights: () => service.documentHighlights(uri, gate),
    rename: () => service.rename(uri, gate, 'Latch').catch(() => undefined),
    selection: () => service.selectionRanges(uri, [at]),
    outline: () => service.listOutline(uri),
    terms: () => service.listTerms(uri),
    concepts: () => service.sectionConcepts(uri, { whole: true }),
    reading: () => service.reading(uri, at),
    glossary: () => service.listGlossary(),
    'a broken diagram': () => (file === 'a.mmd' ? checkDiagram(text, refusing(text)) : undefined),
  };
  const took: Record<string, number> = {};
  for (const [question, ask] of Object.entries(questions)) {
    // What the processor did, not what the clock says: others may be busy on the machine.
    const before = process.cpuUsage();
    await ask();
    const { user, system } = process.cpuUsage(before);
    took[question] = (user + system) / 1000;
  }
  return took;
}

/** Judges at once, so that the time is our own. */
const ready: MermaidJudge = {
  version: '0',
  judge: async () => ({ kind: 'good', type: 'flowchart-v2' }),
  show: async () => undefined,
  dispose: async () => undefined,
};

const refusing = (text: string): MermaidJudge => ({
  ...ready,
  judge: async () => ({
    kind: 'broken',
    type: typeOf[text.split('\n', 1)[0]!.split(' ')[0]!] ?? 'flowchart-v2',
    message: 'Parse error',
    token: { start: text.length, end: text.length, name: 'EOF' },
  }),
});

const typeOf: Readonly<Record<string, string>> = {
  sequenceDiagram: 'sequence',
  classDiagram: 'class',
  'stateDiagram-v2': 'stateDiagram',
  erDiagram: 'er',
  gantt: 'gantt',
  mindmap: 'mindmap',
};
