import assert from 'node:assert/strict';
import { noTitleFindings } from '../../../../src/core/features/mermaid/no-title-findings';
import type { MermaidJudge } from '../../../../src/core/mermaid/judge';
import { languages } from '../../../../src/core/mermaid/languages/languages';
import { defaultSettings } from '../../../../src/core/settings';
import { applyChanges } from '../../../../src/core/text/span';
import { memoryCourse } from '../../../support/memory-course';
import { mermaidJudge } from '../../../support/mermaid-judge';

/** A small diagram of each kind that has a title for screen readers, and what is written into it. */
const rows: Record<string, { readonly text: string; readonly writes: string }> = {
  flowchart: {
    text: 'flowchart LR\n  A[Plan; "x"] -->|yes| B\n'.replace('; "x"', ''),
    writes: '  accTitle: Lesson\n  accDescr: Flowchart. Plan to B: yes.\n',
  },
  swimlane: {
    text: 'swimlane-beta\n  A --> B\n',
    writes: '  accTitle: Lesson\n  accDescr: Swimlanes. A to B.\n',
  },
  sequence: {
    text: 'sequenceDiagram\n    participant A as Anna (x)\n    A->>B: Hello: you #35; <br/> two\n',
    writes: '    accTitle: Lesson\n    accDescr: Sequence diagram. Anna (x) to B: Hello: you two.\n',
  },
  class: { text: 'classDiagram\n  A <|-- B\n', writes: '  accTitle: Lesson\n  accDescr: Class diagram. A to B.\n' },
  state: {
    text: 'stateDiagram-v2\n  state "On?" as On\n  [*] --> On\n  On --> [*] : really?\n',
    writes: '  accTitle: Lesson\n  accDescr: State diagram. Start to On? On? to end: really?\n',
  },
  er: { text: 'erDiagram\n  A ||--o{ B : has\n', writes: '  accDescr: Entity relationship diagram. A to B: has.\n' },
  gantt: { text: 'gantt\n  title Work\n  Do it : a, 2024-01-01, 3d\n', writes: '  accTitle: Work\n' },
  pie: { text: 'pie title Day\n  "Sleep" : 8\n', writes: '  accTitle: Day\n' },
  journey: { text: 'journey\n  title Day\n  section Go\n  Work: 5: Me\n', writes: '  accTitle: Day\n' },
  timeline: { text: 'timeline\n  2024 : One\n', writes: '  accTitle: Lesson\n' },
  gitgraph: { text: 'gitGraph\n  commit\n', writes: '  accTitle: Lesson\n' },
  quadrant: { text: 'quadrantChart\n  A: [0.1, 0.2]\n', writes: '  accTitle: Lesson\n' },
  xychart: { text: 'xychart-beta\n  bar [1, 2]\n', writes: '  accTitle: Lesson\n' },
  requirement: { text: 'requirementDiagram\n  element a {\n    type: b\n  }\n', writes: '  accTitle: Lesson\n' },
  radar: { text: 'radar-beta\n  axis a, b, c\n  curve x{1,2,3}\n', writes: '  accTitle: Lesson\n' },
  architecture: { text: 'architecture-beta\n  service a(disk)[Disk]\n', writes: '  accTitle: Lesson\n' },
  packet: { text: 'packet-beta\n  0-7: "A"\n', writes: '  accTitle: Lesson\n' },
  treemap: { text: 'treemap-beta\n  "A"\n      "B": 1\n', writes: '  accTitle: Lesson\n' },
};

describe('mermaid.no-title', function () {
  this.timeout(120_000);
  let judge: MermaidJudge;
  before(async () => {
    judge = await mermaidJudge({ threads: 1 });
  });
  after(() => judge.dispose());

  const found = (diagram: string, severity: 'hint' | 'off' = 'hint') => {
    const text = `# Lesson\n\n> \`\`\`mermaid\n${diagram.replace(/^(?=.)/gm, '> ')}> \`\`\`\n`;
    const settings = { severity: { ...defaultSettings.severity, 'mermaid.no-title': severity } };
    return { text, findings: noTitleFindings({ ...memoryCourse({ 'a.md': text }, settings).context('a.md'), judge }) };
  };

  for (const [type, { text: diagram, writes }] of Object.entries(rows)) {
    it(`is mended in a ${type} diagram, and then silent`, async () => {
      const { text, findings } = found(diagram);
      const [finding, ...more] = await findings;
      assert.deepEqual(more, []);
      const [fix] = finding!.fixes;
      assert.ok(fix && !fix.safe);
      const mended = applyChanges(text, fix.changes);
      assert.ok(mended.includes(writes.replace(/^(?=.)/gm, '> ')), mended);
      const own = mended
        .split('\n')
        .slice(3, -2)
        .map((line) => line.slice(2))
        .join('\n');
      assert.deepEqual(await found(`${own}\n`).findings, []);
    });
  }

  it('has a row for each kind that has titles', () => {
    const kinds = languages.filter(({ hasAccessibility, judged }) => hasAccessibility && judged.length > 0);
    assert.deepEqual(Object.keys(rows).sort(), kinds.map(({ type }) => type).sort());
  });

  it('says nothing where it is off, of kinds without titles, and of what is broken or has one', async () => {
    assert.deepEqual(await found(rows.flowchart!.text, 'off').findings, []);
    for (const text of [
      'mindmap\n  a\n',
      'kanban\n  a\n',
      'C4Context\n  Person(a, "Anna")\n',
      'graph LR\n  A[x (y)]\n',
      'pie\naccTitle: x\n"A": 1\n',
    ]) {
      assert.deepEqual(await found(text).findings, [], text);
    }
  });

  it('writes a long description over several lines, and leaves one that stands', async () => {
    const long = `graph LR\n${Array.from({ length: 15 }, (_, i) => `  N${i}[Step ${i}] --> N${i + 1}[Step ${i + 1}]\n`).join('')}`;
    const { text, findings } = found(long);
    const mended = applyChanges(text, (await findings)[0]!.fixes[0]!.changes);
    assert.ok(mended.includes('>   accDescr {\n>     Flowchart.\n>     Step 0 to Step 1.\n'), mended);
    assert.ok(mended.includes('>     And 3 more connections.\n>   }\n>   N0[Step 0]'), mended);
    const half = found('graph LR\n  accDescr: Mine\n  A --> B\n');
    assert.equal(applyChanges(half.text, (await half.findings)[0]!.fixes[0]!.changes).split('accDescr').length, 2);
  });
});
