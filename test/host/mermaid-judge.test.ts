import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { JudgementCancelled, type MermaidJudge, type Verdict } from '../../src/core/mermaid/judge';
import { createMermaidJudge, MermaidUnavailable } from '../../src/host/mermaid-judge';
import { installedMermaid } from '../support/mermaid-database';
import { mermaidJudge } from '../support/mermaid-judge';
import { sharedFile, skipWithoutShared } from '../support/shared';

describe('the Mermaid judge', function () {
  this.timeout(120_000);
  let judge: MermaidJudge;
  before(async () => {
    judge = await mermaidJudge();
  });
  after(() => judge.dispose());

  const tokenText = (diagram: string, verdict: Verdict) =>
    verdict.kind === 'broken' && verdict.token ? diagram.slice(verdict.token.start, verdict.token.end) : verdict;

  it('names a whole emoji where the lexer stops at half of one', async () => {
    const diagram = 'flowchart TD\n  🧠[a] --> B';
    assert.equal(tokenText(diagram, await judge.judge(diagram)), '🧠');
  });

  // One smallest diagram a type: if an upgrade moves the parsers, or needs more of a browser, this fails first.
  const smallest: Record<string, string> = {
    agentflow: 'agentflow-beta\n',
    c4: 'C4Context\n  Person(a, "A")',
    kanban: 'kanban\n  todo\n    one',
    classDiagram: 'classDiagram\n  A <|-- B',
    er: 'erDiagram\n  A ||--o{ B : has',
    gantt: 'gantt\n  dateFormat YYYY-MM-DD\n  section S\n  One :a, 2024-01-01, 3d',
    info: 'info',
    pie: 'pie\n  "a" : 1',
    requirement: 'requirementDiagram\n  requirement r {\n    id: 1\n  }',
    sequence: 'sequenceDiagram\n  A->>B: hi',
    swimlane: 'swimlane-beta\n  A --> B',
    'flowchart-v2': 'flowchart TD\n  A --> B',
    'flowchart-elk': 'flowchart-elk TD\n  A --> B',
    timeline: 'timeline\n  2024 : a',
    gitGraph: 'gitGraph\n  commit',
    stateDiagram: 'stateDiagram-v2\n  [*] --> A',
    journey: 'journey\n  section S\n    Go: 5: Me',
    quadrantChart: 'quadrantChart\n  A: [0.1, 0.2]',
    sankey: 'sankey-beta\na,b,1',
    packet: 'packet-beta\n  0-7: "a"',
    xychart: 'xychart-beta\n  line [1, 2]',
    block: 'block-beta\n  a b',
    eventmodeling: 'eventmodeling\n  tf 01 evt Start',
    treeView: 'treeView-beta\n    "a"',
    radar: 'radar-beta\n  axis A, B, C\n  curve c{1, 2, 3}',
    ishikawa: 'ishikawa-beta\n  Late\n    People',
    treemap: 'treemap-beta\n  "a": 1',
    railroad: 'railroad-beta\n  a = terminal("b") ;',
    railroadEbnf: 'railroad-ebnf-beta\n  a = "b" ;',
    railroadAbnf: 'railroad-abnf-beta\n  a = "b" ;',
    railroadPeg: 'railroad-peg-beta\n  a <- "b" ;',
    venn: 'venn-beta\n  set A\n  set B',
    wardley: 'wardley-beta\n  component A [0.1, 0.2]',
    cynefin: 'cynefin-beta\n  clear\n    "a"',
    usecase: 'usecase-beta\n  actor A',
    mindmap: 'mindmap\n  a',
    architecture: 'architecture-beta\n  service a(server)[A]',
  };
  for (const [type, diagram] of Object.entries(smallest)) {
    it(`accepts the smallest ${type}`, async () => {
      assert.deepEqual(await judge.judge(diagram), { kind: 'good', type });
    });
  }

  it('judges a Gantt diagram by its own text, whatever was read before', async () => {
    const lone = 'gantt\n  dateFormat YYYY-MM-DD\n  Plan : 3d';
    const fresh = await judge.judge(lone);
    assert.equal(fresh.kind, 'broken');
    // Mermaid keeps what is called `undefined` here, and an id, for the diagrams that follow.
    const others = ['gantt\n  One :a, b, 2024-01-01, 3d, 4', 'gantt\n  One :undefined, 2024-01-01, 3d\n  Two :1d'];
    for (const other of others) {
      await judge.judge(other);
      assert.deepEqual(await judge.judge(lone), fresh);
    }
  });

  it('names the token that the parser would not take, not the one before', async () => {
    const diagram = 'flowchart TD\n  A --> B\n  C[Latent (MLA)] --> D';
    const verdict = await judge.judge(diagram);
    assert.equal(tokenText(diagram, verdict), '(');
    assert.equal(verdict.kind === 'broken' && verdict.token?.start, diagram.indexOf('('));
  });

  it('keeps its place after front matter, directives, comments, entities and carriage returns', async () => {
    for (const before of [
      '---\ntitle: A\n---\n',
      '%%{init: {"theme": "dark"}}%%\n',
      '%% a comment\n\n   %% another\n',
      '\n\n',
    ]) {
      for (const eol of ['\n', '\r\n']) {
        const diagram = `${before}flowchart TD\n  %% said #quot;here#quot;\n  A["#quot;a#quot; <b class="x">"]\n  B } C`;
        const text = diagram.replaceAll('\n', eol);
        const verdict = await judge.judge(text);
        assert.equal(tokenText(text, verdict), '}');
        assert.equal(verdict.kind === 'broken' && verdict.token?.start, text.indexOf('} C'));
      }
    }
  });

  it('places what langium, chevrotain and the front matter’s YAML refuse', async () => {
    for (const [diagram, token] of [
      ['pie\n  "a" : 1\n  "b" 2', '2'],
      ['usecase-beta\n  actor A\n  foo !! bar', 'foo'],
      ['---\ntitle: "a" b\n---\npie\n  "a" : 1', 'b'],
    ] as const) {
      assert.equal(tokenText(diagram, await judge.judge(diagram)), token);
    }
  });

  it('ends at the end of the text when that is what comes too early', async () => {
    const diagram = 'sequenceDiagram\n  loop x\n  A->>B: hi';
    const verdict = await judge.judge(diagram);
    assert.deepEqual(verdict.kind === 'broken' && verdict.token, {
      start: diagram.length,
      end: diagram.length,
      name: 'EOF',
    });
  });

  it('knows no place for what Mermaid finds out after reading', async () => {
    const verdict = await judge.judge('pie\n  "a" : -1');
    assert.equal(verdict.kind, 'broken');
    assert.equal('token' in verdict, false);
  });

  it('knows no type for an unknown word', async () => {
    const verdict = await judge.judge('flowchrt TD\n  A --> B');
    assert.equal(verdict.kind === 'broken' && verdict.type, undefined);
  });

  it('lets a thread go that takes too long, and judges on with another', async () => {
    const hasty = await mermaidJudge({ threads: 1 });
    const long = `flowchart TD\n${Array.from({ length: 400 }, (_, i) => `  A${i} --> B${i}`).join('\n')}`;
    assert.equal((await hasty.judge(long, undefined, 1)).kind, 'too-slow');
    assert.equal((await hasty.judge('pie\n  "a" : 1', undefined, 60_000)).kind, 'good');
    assert.equal((await hasty.judge(long, undefined, 60_000)).kind, 'good', 'more time, another answer');
    await hasty.dispose();
  });

  it('lets a thread go that eats up its memory, and judges on with another', async () => {
    const small = await mermaidJudge({ threads: 1, timeout: 100_000, memory: 80 * 2 ** 20 });
    const messages = Array.from({ length: 300_000 }, (_, i) => `  A${i}->>B${i}: message ${i}`);
    assert.equal((await small.judge(`sequenceDiagram\n${messages.join('\n')}`)).kind, 'too-slow');
    assert.equal((await small.judge('pie\n  "a" : 1')).kind, 'good');
    await small.dispose();
  });

  it('rejects, with one sentence, when Mermaid cannot be loaded', async () => {
    const lame = createMermaidJudge({ workerScript: '/nowhere/mermaid-worker.js', version: '' });
    const asked = ['a', 'b', 'c'].map((diagram) => lame.judge(diagram));
    for (const verdict of asked) await assert.rejects(verdict, MermaidUnavailable);
    await lame.dispose();
  });

  it('drops work that nobody waits for any more, and only that', async () => {
    const one = await mermaidJudge({ threads: 1 });
    const abandoned = { aborted: false };
    const first = one.judge('pie\n  "a" : 1');
    const dropped = one.judge('pie\n  "a" : 2', abandoned);
    const shared = [one.judge('pie\n  "a" : 3', abandoned), one.judge('pie\n  "a" : 3')];
    abandoned.aborted = true;
    await assert.rejects(dropped, JudgementCancelled);
    assert.deepEqual(
      (await Promise.all([first, ...shared])).map(({ kind }) => kind),
      ['good', 'good', 'good'],
    );
    await one.dispose();
  });

  // The build shortens how Mermaid reads its configuration; that must not show.
  it('says of Mermaid’s documentation, diagram by diagram, what Mermaid as installed says', async function () {
    const file = sharedFile('corpus/mermaid/official-docs.json');
    if (!file) return skipWithoutShared(this);
    const diagrams = (JSON.parse(readFileSync(file, 'utf8')) as { source: string }[]).map(({ source }) => source);
    const mermaid = await installedMermaid();
    const themed = diagrams.slice(0, 40).map((text) => `%%{init: {"theme": "dark", "layout": "elk"}}%%\n${text}`);
    for (const text of [...diagrams, ...themed, ...diagrams.slice(0, 40)]) {
      const verdict = await judge.judge(text);
      const says = await mermaid.parse(text).then(
        ({ diagramType }) => `good: ${diagramType}`,
        (error: Error) => `broken: ${error.message}`,
      );
      const own = verdict.kind === 'good' ? verdict.type : verdict.kind === 'broken' ? verdict.message : '';
      assert.equal(`${verdict.kind}: ${own}`, says, text);
    }
  });

  it('accepts what Mermaid’s documentation shows', async function () {
    const file = sharedFile('corpus/mermaid/official-docs.json');
    if (!file) return skipWithoutShared(this);
    const diagrams = JSON.parse(readFileSync(file, 'utf8')) as { page: string; source: string }[];
    const verdicts = await Promise.all(diagrams.map(({ source }) => judge.judge(source)));
    const refused = diagrams.filter((_, i) => verdicts[i]!.kind !== 'good').map(({ page }) => page);
    // ZenUML is a plug-in; the Wardley page shows fragments and three slips of its own.
    assert.deepEqual([...new Set(refused)], ['wardley.md', 'zenuml.md']);
    assert.equal(refused.length, 23);
  });

  it('says what the picture of a diagram shows, each text in its role', async () => {
    const judge = await mermaidJudge();
    try {
      assert.deepEqual(await judge.show('erDiagram\n  A {\n    int id PK "a <b>key</b> #35;1 <tag>"\n  }\n'), [
        { role: 'node', text: 'A' },
        { role: 'type', text: 'int' },
        { role: 'name', text: 'id' },
        { role: 'key', text: 'PK' },
        { role: 'comment', text: 'a key #1' },
      ]);
      assert.equal(await judge.show('flowchart LR\n  A['), undefined);
    } finally {
      await judge.dispose();
    }
  });
});
