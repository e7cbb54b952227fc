import assert from 'node:assert/strict';
import { linkedPicture } from '../../src/core/export/linked-picture';
import { symbolsOf } from '../../src/core/mermaid/scan-diagram';
import { panelSubject } from '../../src/core/panel/panel-subject';
import { parseCourseDocument } from '../../src/core/parse-course-document';
import { partAt } from '../../src/extension/part-at';
import { drawPicture } from '../../src/host/pictures/draw-picture';
import type { DiagramPart, SearchEntry } from '../../src/protocol';
import { audit } from '../support/audit';
import { type OpenBrowser, openBrowser } from '../support/browser';
import { type EditorTheme, editorThemes } from '../support/editor-themes';
import { PanelPage, servePanel } from '../support/panel-page';

const skills = [
  '# Skills 🌳',
  '',
  '```mermaid',
  'graph TD',
  'LC["🤝 Leadership and Collaboration (LeCo)"] --> T[Trust]',
  'LC -->|needs| F{Feedback?}',
  'subgraph G1 [Group work]',
  '  F --> E((Expert))',
  'end',
  '```',
  '',
].join('\n');

describe('the skill tree on its page', () => {
  let browser: OpenBrowser;
  let served: Awaited<ReturnType<typeof servePanel>>;
  let panel: PanelPage;

  const open = async (theme: EditorTheme = 'dark', state: unknown = null) => {
    const page = await browser.newPage();
    await page.setViewportSize({ width: 700, height: 600 });
    panel = await PanelPage.open(page, served.url(theme), state);
    return panel;
  };
  const openSkills = async (...how: Parameters<typeof open>) => {
    await open(...how);
    await panel.show(skills);
    await panel.drawn();
  };
  const node = (id: string) => panel.page.locator(`[data-node="${id}"]`).first();
  const transform = () => panel.page.locator('.canvas').evaluate((canvas) => (canvas as HTMLElement).style.transform);
  const range = (line: number, start: number, end: number) => ({
    start: { line, character: start },
    end: { line, character: end },
  });

  before(async () => {
    browser = await openBrowser({ gpu: false });
    served = await servePanel();
  });
  afterEach(async () => {
    const complaints = panel.complaints.splice(0);
    await panel.page.close();
    assert.deepEqual(complaints, []);
  });
  after(async () => {
    await browser.close();
    await served.close();
  });

  it('loads ELK for a diagram that asks for its layout, and for no other', async () => {
    const loaded = () =>
      panel.page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => /\/elk\b/.test(name)));
    await openSkills();
    assert.equal(await loaded(), false);
    await panel.show('```mermaid\n---\nconfig:\n  layout: elk\n---\nflowchart TD\n  Alpha --> Beta\n```\n');
    await node('Beta').waitFor();
    assert.equal(await loaded(), true);
  });

  it('draws every node, group and line so that it can be reached', async () => {
    await openSkills();
    for (const id of ['LC', 'T', 'F', 'E', 'G1']) assert.equal(await node(id).count(), 1, id);
    const lines = await panel.page.locator('path[data-edge-index]').count();
    assert.equal(lines, 3);
    assert.equal(await panel.page.locator('.title').textContent(), 'Skills 🌳');
  });

  it('shows the source of a node, a line and a group by click, and gives it the keyboard by double click', async () => {
    await openSkills();
    await node('T').click();
    assert.deepEqual(panel.last('reveal'), {
      type: 'reveal',
      uri: 'file:///course.md',
      range: range(4, 49, 50),
      focus: false,
    });
    await node('F').dblclick();
    await panel.until(() => panel.last('reveal')?.focus === true);
    assert.deepEqual(panel.last('reveal')?.range, range(5, 14, 15));
    await panel.page.locator('.label[data-edge-index="1"]').click();
    await panel.until(() => panel.last('reveal')?.range.start.character === 0);
    assert.deepEqual(panel.last('reveal')?.range, range(5, 0, 15));
    await panel.page.locator('.cluster > rect').click({ position: { x: 12, y: 12 } });
    await panel.until(() => panel.last('reveal')?.range.start.line === 6);
  });

  const types: [type: string, text: string, ids: string[], lines: number][] = [
    ['sequence', 'sequenceDiagram\nparticipant U as User\nactor B\nU->>B: hello\nB-->>U: ok', ['U', 'B'], 2],
    ['class', 'classDiagram\nclass Animal {\n+run()\n}\nAnimal <|-- Duck : is a', ['Animal', 'Duck'], 1],
    [
      'state',
      'stateDiagram-v2\n[*] --> Still\nStill --> Moving\nstate Moving {\na --> b\n}',
      ['Still', 'Moving', 'a', 'b'],
      3,
    ],
    ['er', 'erDiagram\nCUSTOMER ||--o{ ORDER : places', ['CUSTOMER', 'ORDER'], 1],
    ['mindmap', 'mindmap\n  root((AI))\n    Attention\n    id2[MoE]', ['root', 'Attention', 'id2'], 2],
    ['gantt', 'gantt\ndateFormat YYYY-MM-DD\nsection S\nTask A :a1, 2024-01-01, 3d\nTask B : 2d', ['a1', 'Task B'], 0],
    ['gitgraph', 'gitGraph\ncommit id: "one"\nbranch dev\ncommit id: "two"', ['one', 'two', 'dev'], 0],
  ];
  for (const [type, text, ids, lines] of types) {
    it(`knows the shapes of a ${type} diagram`, async () => {
      await open();
      await panel.show(`\`\`\`mermaid\n${text}\n\`\`\`\n`);
      await panel.drawn();
      for (const id of ids) assert.ok((await node(id).count()) > 0, id);
      const indices = await panel.page
        .locator('[data-edge-index]')
        .evaluateAll((shapes) => new Set(shapes.map((shape) => (shape as HTMLElement).dataset.edgeIndex)).size);
      assert.equal(indices, lines);
      // By force: the words of a gantt bar lie over it, and are the node too.
      await node(ids[0]!).click({ force: true });
      await panel.until(() => panel.last('reveal') !== undefined);
      assert.deepEqual(await audit(panel.page), []);
    });
  }

  /** A cursor is put into the text at each `needle`, and lights the part; a click on the part shows its places in turn. */
  const bothWays: readonly (readonly [
    type: string,
    text: string,
    parts: readonly (readonly [part: DiagramPart, needle: string, places: readonly string[]])[],
  ])[] = [
    [
      'flowchart',
      'flowchart TD\n  A[Alpha] -->|leads| B\n  subgraph G1 [Group]\n    B --> C\n  end\n  subgraph "Own title"\n    D\n  end',
      [
        [{ node: 'B' }, 'B --> C', ['2:22', '4:4']],
        [{ edge: 0 }, 'leads', ['2:2']],
        [{ node: 'G1' }, 'Group', ['3:11']],
        [{ group: 1 }, 'subgraph "Own', ['6:2']],
      ],
    ],
    [
      'sequence',
      'sequenceDiagram\n  participant U as User\n  U->>B: hello\n  loop Again\n    opt Maybe\n      B-->>U: ok\n    end\n  end',
      [
        [{ node: 'U' }, 'User', ['2:14', '3:2', '6:11']],
        [{ edge: 1 }, '>>U: ok', ['6:6']],
        [{ group: 0 }, 'loop', ['4:2']],
        [{ group: 1 }, 'opt', ['5:4']],
      ],
    ],
    [
      'class',
      'classDiagram\n  namespace Zoo {\n    class Animal {\n      +run()\n    }\n  }\n  Animal <|-- Duck : is',
      [
        [{ node: 'Duck' }, 'Duck', ['7:14']],
        [{ node: 'Animal' }, 'Animal {', ['3:10', '7:2']],
        [{ edge: 0 }, '<|--', ['7:2']],
        [{ node: 'Zoo' }, 'Zoo', ['2:12']],
      ],
    ],
    [
      'state',
      'stateDiagram-v2\n  Still --> Moving : go\n  state Moving {\n    a --> b\n  }',
      [
        [{ node: 'Still' }, 'Still', ['2:2']],
        [{ edge: 0 }, '-->', ['2:2']],
        [{ node: 'Moving' }, 'Moving {', ['3:8', '2:12']],
      ],
    ],
    [
      'er',
      'erDiagram\n  CUSTOMER ||--o{ ORDER : places\n  ORDER {\n    int id\n  }',
      [
        [{ node: 'ORDER' }, 'ORDER {', ['2:18', '3:2']],
        [{ edge: 0 }, '||--o{', ['2:2']],
      ],
    ],
    [
      'mindmap',
      'mindmap\n  root((AI))\n    Attention\n    id2[MoE]',
      [
        [{ node: 'Attention' }, 'Attention', ['3:4']],
        [{ node: 'id2' }, 'MoE', ['4:4']],
      ],
    ],
  ];
  for (const [type, text, parts] of bothWays) {
    it(`lights what stands under the cursor of a ${type} diagram, and shows the source of what is clicked, place by place`, async () => {
      const source = `\`\`\`mermaid\n${text}\n\`\`\`\n`;
      const document = parseCourseDocument({ uri: 'file:///course.md', text: source, version: 1 }, 'markdown');
      const subject = panelSubject(document, { index: 0 }, symbolsOf);
      assert.equal(subject?.kind, 'diagram');
      await open();
      await panel.show(source);
      await panel.drawn();
      for (const [part, needle, places] of parts) {
        const named = JSON.stringify(part);
        const position = document.lines.positionAt(source.indexOf(needle));
        assert.deepEqual(partAt(subject, position), part, needle);
        await panel.post({ type: 'light', part });
        const lit = 'edge' in part ? `.lit-edge[data-edge-index="${part.edge}"]` : '.ring.lit';
        await panel.page.locator(lit).first().waitFor({ state: 'attached', timeout: 5000 });
        const shape =
          'node' in part
            ? node(part.node)
            : panel.page
                .locator('edge' in part ? `[data-edge-index="${part.edge}"]` : `[data-group-index="${part.group}"]`)
                .first();
        for (const place of [...places, places[0]!]) {
          const count = panel.sent.length;
          await shape.dispatchEvent('click', { bubbles: true, detail: 1 });
          await panel.until(() => panel.sent.slice(count).some(({ type }) => type === 'reveal'));
          const { line, character } = panel.last('reveal')!.range.start;
          assert.equal(`${line}:${character}`, place, named);
        }
      }
    });
  }

  it('keeps what was chosen over an edit, another file, a hidden tab and a reload', async () => {
    await openSkills();
    await node('T').click();
    await panel.page.locator('.stage').focus();
    await panel.page.locator('.ring.selected').waitFor({ state: 'attached' });
    await panel.show(skills.replace('Feedback?', 'Answers?'), { index: 0 }, 2);
    await panel.page.waitForSelector('text=Answers?');
    assert.equal(await panel.page.locator('.ring.selected').count(), 1);
    await panel.show(`${skills}\n# Two\n\n\`\`\`mermaid\ngraph TD\nX --> Y\n\`\`\`\n`, { index: 1 }, 3);
    await node('X').waitFor();
    assert.equal(await panel.page.locator('.ring.selected').count(), 0);
    await panel.show(skills, { index: 0 }, 4);
    await panel.page.locator('.ring.selected').waitFor({ state: 'attached' });
    const kept = await panel.page.evaluate(() => (window as unknown as { keptState: unknown }).keptState);
    await panel.page.close();
    await openSkills('dark', kept);
    await panel.page.locator('.ring.selected').waitFor({ state: 'attached' });
    await panel.page.locator('.stage').focus();
    await panel.page.keyboard.press('Tab');
    assert.equal(await panel.page.evaluate(() => (document.activeElement as HTMLElement).dataset.node), 'T');
    await panel.page.keyboard.press('Escape');
    await panel.until(async () => (await panel.page.locator('.ring.selected').count()) === 0);
  });

  it('leaves in sight what is near a node, or the way between two', async () => {
    await open();
    await panel.show('```mermaid\nflowchart LR\n  A --> B --> C --> D\n  A --> E\n  F\n```\n');
    await panel.drawn();
    const seen = async () => {
      const ids = ['A', 'B', 'C', 'D', 'E', 'F'];
      const visible = await Promise.all(ids.map((id) => node(id).isVisible()));
      return ids.filter((_, i) => visible[i]).join('');
    };
    await panel.page.getByRole('button', { name: 'Show only what is near' }).click();
    await panel.page.waitForSelector('.announcement >> text=Choose a node first');
    await node('B').click();
    await panel.page.keyboard.press('n');
    assert.equal(await seen(), 'ABC');
    await panel.page.waitForSelector('.announcement >> text=B and 2 nodes near it');
    assert.equal(await panel.page.locator('path[data-edge-index]:not(.aside)').count(), 2);
    assert.deepEqual(await audit(panel.page), []);
    await panel.page.keyboard.press('n');
    assert.equal(await seen(), 'ABCDE');
    await panel.page.keyboard.press('n');
    assert.equal(await seen(), 'ABCDEF');
    await node('A').click();
    await node('C').click({ modifiers: ['Shift'] });
    assert.equal(await seen(), 'ABC');
    await panel.page.waitForSelector('.announcement >> text=From A to C: 3 nodes');
    await panel.show('```mermaid\nflowchart LR\n  A --> B --> C --> D\n  A --> E --> C\n  F\n```\n', { index: 0 }, 2);
    await panel.until(async () => (await panel.page.locator('path[data-edge-index]').count()) === 5);
    assert.equal(await seen(), 'ABC');
    await node('C').focus();
    await panel.page.keyboard.press('Escape');
    assert.equal(await seen(), 'ABCDEF');
    await node('B').focus();
    await panel.page.keyboard.press('p');
    await panel.page.waitForSelector('.announcement >> text=From B: press P');
    assert.equal(await seen(), 'ABCDEF');
    await node('D').focus();
    await panel.page.keyboard.press('p');
    await panel.page.waitForSelector('.announcement >> text=From B to D: 3 nodes');
    assert.equal(await seen(), 'BCD');
  });

  it('collapses a branch and a group, by key, button and sign, over an edit, another diagram and a reload', async () => {
    const text = [
      '```mermaid',
      'flowchart TD',
      '  A[Alpha] --> B --> C',
      '  A --> D',
      '  subgraph G [Group work]',
      '    D --> E',
      '  end',
      '  E --> F',
      '```',
      '',
    ].join('\n');
    await open();
    await panel.show(text);
    await panel.drawn();
    const seen = async () => {
      const ids = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
      const visible = await Promise.all(ids.map((id) => node(id).locator('rect').first().isVisible()));
      return ids.filter((_, i) => visible[i]).join('');
    };
    const focusedFold = () => panel.page.evaluate(() => (document.activeElement as HTMLElement).dataset.fold);
    const sign = (name: string) => panel.page.locator('.folds').getByRole('button', { name });
    await node('B').click();
    await panel.page.keyboard.press('c');
    assert.equal(await seen(), 'ABDEFG');
    await panel.page.waitForSelector('.announcement >> text=B is collapsed, 1 hidden.');
    assert.equal(await node('B').getAttribute('aria-expanded'), 'false');
    assert.deepEqual(await audit(panel.page), []);
    await panel.post({ type: 'light', part: { node: 'C' } });
    const [ring, folded] = [await panel.page.locator('.ring.lit').boundingBox(), await node('B').boundingBox()];
    assert.ok(ring && folded && ring.x <= folded.x && ring.y <= folded.y && ring.height < folded.height * 2);
    // The keyboard does not go where nothing is seen.
    await node('A').focus();
    await panel.page.keyboard.press('End');
    assert.equal(await panel.page.evaluate(() => (document.activeElement as HTMLElement).dataset.node), 'F');

    await node('E').focus();
    await panel.page.keyboard.press('g');
    assert.equal(await seen(), 'ABFG');
    assert.equal(await focusedFold(), 'group:G');
    assert.equal(
      await panel.page.locator('path[data-edge-index]:not(.folded)').count(),
      3,
      'two lines cross the frame',
    );
    assert.deepEqual(await audit(panel.page), []);
    await sign('Expand Group work, 2 hidden').waitFor();
    await panel.page.keyboard.press('ArrowRight');
    assert.equal(await focusedFold(), 'node:B');

    await panel.show(text.replace('Alpha', 'Omega'), { index: 0 }, 2);
    await panel.page.waitForSelector('text=Omega');
    assert.equal(await seen(), 'ABFG');
    await panel.show('```mermaid\nflowchart LR\n  X --> Y\n```\n\n'.repeat(2), { index: 1 }, 3);
    await node('X').waitFor();
    await panel.show(text, { index: 0 }, 4);
    await node('A').waitFor();
    assert.equal(await seen(), 'ABFG');
    const kept = await panel.page.evaluate(() => (window as unknown as { keptState: unknown }).keptState);
    await panel.page.close();
    await open('dark', kept);
    await panel.show(text);
    await panel.drawn();
    assert.equal(await seen(), 'ABFG');

    await sign('Expand Group work, 2 hidden').click();
    assert.equal(await seen(), 'ABDEFG');
    await sign('Expand B, 1 hidden').focus();
    await panel.page.keyboard.press('Enter');
    assert.equal(await seen(), 'ABCDEFG');
    await node('A').hover();
    await sign('Collapse Alpha').click();
    assert.equal(await seen(), 'A');
    await panel.page.keyboard.press('Control+f');
    await panel.page.keyboard.type('F');
    await panel.page.waitForSelector('.find-bar >> text=1 of 1');
    await panel.page.keyboard.press('Escape');
    assert.equal(await seen(), 'ABCDEFG', 'what was looked for is there');
    await panel.page.keyboard.press('Escape');
    await panel.page.getByRole('button', { name: /^Collapse or expand the chosen/ }).click();
    assert.equal(await seen(), 'ABCFG');
    await panel.page.getByRole('button', { name: /^Collapse or expand the chosen/ }).click();
    assert.equal(await seen(), 'ABCDEFG');
  });

  const collapsed: readonly (readonly [type: string, text: string, fold: string, seen: string, gone: string])[] = [
    [
      'sequence',
      'sequenceDiagram\n  A->>B: one\n  loop again\n    B->>A: two\n    Note over A: three\n  end\n  A->>B: four',
      'again',
      'one four again',
      'two three',
    ],
    [
      'class',
      'classDiagram\n  namespace Zoo {\n    class Lion\n    class Bear\n  }\n  Lion <|-- Cub',
      'Zoo',
      'Cub Zoo',
      'Lion Bear',
    ],
    [
      'state',
      'stateDiagram-v2\n  Still --> Moving\n  state Moving {\n    [*] --> slow\n    slow --> fast : faster\n  }',
      'Moving',
      'Still Moving',
      'slow fast faster',
    ],
  ];
  for (const [type, text, fold, seen, gone] of collapsed) {
    it(`collapses the groups of a ${type} diagram with all that is drawn in them`, async () => {
      await open();
      await panel.show(`\`\`\`mermaid\n${text}\n\`\`\`\n`);
      await panel.drawn();
      await panel.page
        .locator('.folds')
        .getByRole('button', { name: `Collapse ${fold}` })
        .click();
      const isSeen = (word: string) =>
        panel.page.locator('.canvas > svg').first().getByText(word, { exact: true }).first().isVisible();
      for (const word of seen.split(' ')) {
        if (word === 'again') continue;
        assert.equal(await isSeen(word), true, word);
      }
      for (const word of gone.split(' ')) assert.equal(await isSeen(word), false, word);
      const strays = await panel.page
        .locator('.state-start')
        .evaluateAll((all) => all.filter((one) => getComputedStyle(one).visibility === 'visible').length);
      assert.equal(strays, 0);
      assert.deepEqual(await audit(panel.page), []);
    });
  }

  it('shows where one is in a large picture, and goes where its map is pressed', async () => {
    await open();
    const lines = Array.from({ length: 60 }, (_, i) => `  N${i >> 1} --> N${i + 1}`);
    await panel.show(`\`\`\`mermaid\nflowchart TD\n${lines.join('\n')}\n\`\`\`\n`);
    await panel.drawn();
    const map = panel.page.locator('.mini-map');
    assert.equal(await map.isVisible(), false, 'all is in sight');
    const blocks = () =>
      map.locator('.blocks').evaluate((path) => (path.getAttribute('d') ?? '').split('M').length - 1);
    assert.equal(await blocks(), 0, 'nothing is measured for a map that nobody sees');
    for (let i = 0; i < 6; i++) await panel.page.getByRole('button', { name: 'Zoom in' }).click();
    await map.waitFor();
    assert.equal(await blocks(), 61);
    assert.deepEqual(await audit(panel.page), []);
    const place = () =>
      map.locator('.view').evaluate((view) => ['x', 'y'].map((name) => Number(view.getAttribute(name))));
    const before = await place();
    const box = (await map.boundingBox())!;
    await panel.page.mouse.click(box.x + 5, box.y + 5);
    const after = await place();
    assert.ok(after[0]! < before[0]! && after[1]! <= before[1]!);
    assert.equal(panel.last('reveal'), undefined, 'a press on the map is no press on a node');
    await panel.show(skills, { index: 0 }, 2);
    await node('LC').waitFor();
    assert.equal(await map.isVisible(), false);
  });

  it('is presented node by node along its arrows, and lies as before when that ends', async () => {
    await openSkills();
    const before = await transform();
    await panel.page.getByRole('button', { name: 'Present node by node' }).click();
    const words = panel.page.locator('.presented');
    const told: string[] = [];
    for (let i = 0; i < 4; i++) {
      told.push(((await words.textContent()) ?? '').split(',')[0]!);
      await panel.page.keyboard.press('ArrowRight');
    }
    assert.deepEqual(told, ['🤝 Leadership and Collaboration (LeCo)', 'Trust.', 'Feedback?', 'Expert']);
    assert.match((await panel.page.locator('.presentation').textContent())!, /4 of 4/);
    assert.equal(await panel.page.locator('.ring.current').count(), 1);
    assert.deepEqual(await audit(panel.page), []);
    await panel.show(skills.replace('Trust', 'Truth'), { index: 0 }, 2);
    await panel.page.waitForSelector('text=Truth');
    assert.match((await panel.page.locator('.presentation').textContent())!, /4 of 4/);
    await panel.page.keyboard.press('Home');
    await panel.page.waitForSelector('.presentation >> text=1 of 4');
    await panel.page.keyboard.press('Escape');
    assert.equal(await panel.page.locator('.presentation').isVisible(), false);
    assert.equal(await transform(), before);
  });

  it('is walked with the keyboard alone', async () => {
    await openSkills();
    await panel.page.locator('.stage').focus();
    await panel.page.keyboard.press('Tab');
    const focused = () => panel.page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.node);
    assert.equal(await focused(), 'LC');
    await panel.page.keyboard.press('ArrowDown');
    const below = await focused();
    assert.ok(below === 'T' || below === 'F');
    await panel.page.keyboard.press('End');
    assert.equal(await focused(), 'E');
    await panel.page.keyboard.press('Enter');
    await panel.until(() => panel.last('reveal')?.focus === true);
    assert.deepEqual(panel.last('reveal')?.range, range(7, 8, 9));
    assert.equal(await panel.page.locator('.ring.focused').count(), 1);
  });

  it('lights the node under the cursor, and moves it into sight', async () => {
    await openSkills();
    await panel.post({ type: 'light', part: { node: 'E' } });
    await panel.page.waitForSelector('.ring.lit');
    assert.equal(await panel.page.locator('path.lit-edge').count(), 1);
    for (let i = 0; i < 12; i++) await panel.page.keyboard.press('+');
    await panel.page.locator('.stage').focus();
    for (let i = 0; i < 12; i++) await panel.page.keyboard.press('+');
    await panel.post({ type: 'light', part: { node: 'LC' } });
    await panel.until(async () => {
      const box = await node('LC').boundingBox();
      return box !== null && box.x >= 0 && box.y >= 35;
    });
    await panel.post({ type: 'light', part: null });
    await panel.until(async () => (await panel.page.locator('.ring.lit').count()) === 0);
  });

  for (const [kind, text, property] of [
    ['flowchart', 'flowchart LR\n  A --> B\n  B --> C', 'fill'],
    [
      'flowchart in one layout of its own',
      '---\nconfig:\n  layout: elk\n---\nflowchart LR\n  A <--> B\n  B --x C',
      'stroke',
    ],
    ['sequence diagram', 'sequenceDiagram\n  A->>B: asks\n  B->>A: answers', 'fill'],
    ['class diagram', 'classDiagram\n  A <|-- B\n  B *-- C', 'stroke'],
    ['state diagram', 'stateDiagram-v2\n  A --> B\n  B --> C', 'fill'],
    ['entity diagram', 'erDiagram\n  A ||--o{ B : has\n  B ||--|| C : is', 'stroke'],
  ] as const) {
    it(`draws the heads of a lit line of a ${kind} as the line, and as before when it is lit no more`, async () => {
      await open();
      await panel.show(`\`\`\`mermaid\n${text}\n\`\`\`\n`);
      await panel.drawn();
      const heads = () =>
        panel.page
          .locator('.canvas > svg:first-child')
          .evaluate((svg) =>
            [...svg.querySelectorAll<SVGElement>('[data-edge-index]:is(path, line)')].map((line) =>
              (['marker-start', 'marker-end'] as const)
                .map((end) => getComputedStyle(line).getPropertyValue(end))
                .join(' '),
            ),
          );
      const before = await heads();
      assert.equal(before.length, 2);
      await panel.post({ type: 'light', part: { edge: 0 } });
      await panel.until(async () => (await heads())[0] !== before[0]);
      assert.equal((await heads())[1], before[1]);
      const copy = panel.page.locator(`.canvas marker.lit-head [style*="${property}: context-stroke"]`);
      assert.ok((await copy.count()) > 0);
      await panel.post({ type: 'light', part: null });
      await panel.until(async () => (await heads()).join() === before.join());
    });
  }

  it('keeps the last good picture while the text is broken, and says where', async () => {
    await openSkills();
    await panel.show(skills.replace('[Trust]', '[Trust (T)]'), { index: 0 }, 2);
    await panel.page.waitForSelector('.note:not([hidden])');
    assert.equal(await node('LC').count(), 1);
    const problem = { message: 'Quote the label.', severity: 'error', range: range(4, 50, 59) } as const;
    await panel.post({ type: 'problems', problems: [problem] });
    await panel.page.waitForSelector('.note >> text=Quote the label.');
    await panel.page.click('text=Go to line 5');
    await panel.until(() => panel.last('reveal') !== undefined);
    assert.deepEqual(panel.last('reveal')?.range, problem.range);
    await panel.show(skills, { index: 0 }, 3);
    await panel.page.waitForSelector('.note', { state: 'hidden' });
  });

  it('says nothing of a text that is broken only while one types', async () => {
    await openSkills();
    // Waits of the note's length pass when the test says so.
    await panel.page.evaluate(() => {
      const [wait, forget] = [window.setTimeout.bind(window), window.clearTimeout.bind(window)];
      const held = new Map<number, () => void>();
      Object.assign(window, {
        held,
        setTimeout: (then: () => void, length: number) => {
          if (length !== 300) return wait(then, length);
          held.set(-held.size - 1, then);
          return -held.size;
        },
        clearTimeout: (id: number) => {
          held.delete(id);
          forget(id);
        },
      });
    });
    const waits = () => panel.page.evaluate(() => (window as unknown as { held: Map<number, unknown> }).held.size);
    const isSaid = () => panel.page.locator('.note:not([hidden]), .stage.stale').first().isVisible();
    const broken = skills.replace('[Trust]', '[Trust (T)]');
    await panel.show(broken, { index: 0 }, 2);
    await panel.until(async () => (await waits()) === 1);
    assert.equal(await isSaid(), false);
    await panel.show(skills, { index: 0 }, 3);
    await panel.until(async () => (await waits()) === 0);
    await panel.show(broken, { index: 0 }, 4);
    await panel.until(async () => (await waits()) === 1);
    await panel.page.evaluate(() => {
      for (const then of (window as unknown as { held: Map<number, () => void> }).held.values()) then();
    });
    assert.equal(await isSaid(), true);
  });

  it('does not show another diagram for one that is broken from the start', async () => {
    await open();
    await panel.show(`${skills}\n# Two\n\n\`\`\`mermaid\ngraph TD\nA[x (y)]\n\`\`\`\n`);
    await panel.drawn();
    await panel.show(`${skills}\n# Two\n\n\`\`\`mermaid\ngraph TD\nA[x (y)]\n\`\`\`\n`, { index: 1 });
    await panel.page.waitForSelector('.note:not([hidden])');
    assert.equal(await panel.page.locator('.canvas > svg').count(), 0);
  });

  it('keeps zoom and place over an edit and a reload', async () => {
    await openSkills();
    await panel.page.locator('.stage').hover();
    await panel.page.keyboard.down('Control');
    await panel.page.mouse.wheel(0, -200);
    await panel.page.keyboard.up('Control');
    await panel.until(async () => !(await transform()).includes('scale(1.0'));
    const before = await transform();
    await panel.show(skills.replace('Trust', 'Truth'), { index: 0 }, 2);
    await panel.page.waitForSelector('text=Truth');
    const scaleOf = (text: string) => /scale\(([^)]+)\)/.exec(text)?.[1];
    assert.equal(scaleOf(await transform()), scaleOf(before));
    const kept = await panel.page.evaluate(() => (window as unknown as { keptState: unknown }).keptState);
    const after = await transform();
    await panel.page.close();
    await openSkills('dark', kept);
    assert.deepEqual(panel.last('ready'), { type: 'ready', state: { uri: 'file:///course.md', index: 0 } });
    assert.equal(await transform(), after);
    await panel.page.getByRole('button', { name: 'Show all' }).click();
    await panel.until(async () => (await transform()) !== after);
  });

  it('pans by drag, and takes no drag for a click', async () => {
    await openSkills();
    const before = await transform();
    const box = (await node('T').boundingBox())!;
    await panel.page.mouse.move(box.x + 5, box.y + 5);
    await panel.page.mouse.down();
    await panel.page.mouse.move(box.x + 65, box.y + 45, { steps: 4 });
    await panel.page.mouse.up();
    assert.notEqual(await transform(), before);
    assert.equal(panel.last('reveal'), undefined);
  });

  it('finds nodes by name', async () => {
    await openSkills();
    await panel.page.locator('.stage').focus();
    await panel.page.keyboard.press('Control+f');
    await panel.page.keyboard.type('e');
    await panel.page.waitForSelector('.find-bar >> text=1 of 3');
    await panel.page.keyboard.press('Enter');
    await panel.page.waitForSelector('.find-bar >> text=2 of 3');
    assert.equal(await panel.page.locator('.ring.found').count(), 2);
    await panel.page.keyboard.type('xpert');
    await panel.page.waitForSelector('.find-bar >> text=1 of 1');
    await panel.page.keyboard.press('Escape');
    const focused = await panel.page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.node);
    assert.equal(focused, 'E');
    assert.equal(await panel.page.locator('.ring.current').count(), 0);
  });

  it('explains a node by the glossary, for the pointer and the keyboard, until Escape', async () => {
    await openSkills();
    const asked: unknown[] = [];
    panel.answer = ({ method, params }) => {
      if (method !== 'explain') return { ok: true };
      asked.push(params);
      const isTrust = JSON.stringify(params).includes('"line":4,"character":51');
      return { ok: isTrust ? [{ name: 'Trust', definition: 'What is <b>given</b>.' }] : [] };
    };
    const tip = panel.page.locator('.node-tip');
    await node('T').hover();
    await tip.waitFor();
    assert.equal(await tip.textContent(), 'Trust What is <b>given</b>.');
    assert.equal(await node('T').getAttribute('aria-describedby'), 'node-tip');
    assert.deepEqual(await audit(panel.page), []);
    const [frame, box] = [await panel.page.locator('.stage').boundingBox(), await tip.boundingBox()];
    assert.ok(frame && box && box.x >= frame.x && box.x + box.width <= frame.x + frame.width);
    await tip.hover();
    assert.equal(await tip.isVisible(), true);
    await node('E').hover();
    await tip.waitFor({ state: 'hidden' });
    await panel.until(() => asked.length === 2);
    await node('T').focus();
    await tip.waitFor();
    await panel.page.keyboard.press('Escape');
    await tip.waitFor({ state: 'hidden' });
    assert.equal(await node('T').getAttribute('aria-describedby'), null);
    assert.equal(await panel.page.evaluate(() => (document.activeElement as HTMLElement).dataset.node), 'T');
  });

  it('finds terms, headings and other diagrams of the course with the same keys, and goes there', async () => {
    await openSkills();
    const hit = (kind: SearchEntry['kind'], text: string, line: number): SearchEntry => ({
      kind,
      text,
      uri: 'file:///other.md',
      path: 'other.md',
      range: range(line, 0, 4),
    });
    const asked: unknown[] = [];
    panel.answer = ({ method, params }) => {
      if (method !== 'search') return { ok: method === 'explain' ? [] : true };
      asked.push(params);
      const own = { ...hit('label', 'Trust', 4), uri: 'file:///course.md' };
      return { ok: { hits: [hit('term', 'Trust', 1), hit('label', 'Trust me', 7), own], total: 63 } };
    };
    await panel.page.locator('.stage').focus();
    await panel.page.keyboard.press('Control+f');
    await panel.page.keyboard.type('trust');
    await panel.page.waitForSelector('.find-bar >> text=1 of 63');
    const chosen = () => panel.page.locator('[role="option"][aria-selected="true"]').textContent();
    assert.equal(asked.at(-1), 'trust');
    assert.equal(await panel.page.locator('[role="option"]').count(), 3);
    assert.equal(await chosen(), 'TrustHere');
    assert.deepEqual(await audit(panel.page), []);
    await panel.page.keyboard.press('ArrowDown');
    assert.equal(await chosen(), 'TrustTerm · other.md:2');
    assert.equal(await panel.page.locator('.ring.current').count(), 0);
    await panel.page.keyboard.press('ArrowDown');
    assert.equal(await chosen(), 'Trust meDiagram · other.md:8');
    await panel.page.keyboard.press('Enter');
    await panel.until(() => panel.last('reveal') !== undefined);
    assert.deepEqual(panel.last('reveal'), {
      type: 'reveal',
      uri: 'file:///other.md',
      range: range(7, 0, 4),
      focus: false,
    });
    assert.equal(await panel.page.locator('.find-bar').isVisible(), false);
    await panel.page.keyboard.press('Control+f');
    await panel.page.locator('[role="option"] >> text=Term').click();
    await panel.until(() => panel.last('reveal')?.focus === true);
    assert.deepEqual(panel.last('reveal')?.range, range(1, 0, 4));
  });

  it('marks how far a learner is, the way between and what is next, by keyboard too', async () => {
    await openSkills();
    const signs = () =>
      panel.page.locator('.skill').evaluateAll((all) => all.map((one) => one.getAttribute('class')?.split(' ')[1]));
    const marked = () =>
      panel.sent.flatMap((one) => (one.type === 'request' && one.method === 'markSkill' ? one.params : []));
    assert.deepEqual(await signs(), []);
    await node('LC').focus();
    await panel.page.keyboard.press('d');
    await panel.until(() => marked().length === 1);
    assert.deepEqual(marked()[0], { name: '🤝 Leadership and Collaboration (LeCo)', state: 'doing' });
    await panel.post({ type: 'progress', states: { LC: 'done', T: 'done', E: 'doing' } });
    await panel.page.waitForSelector('.skill.next');
    assert.deepEqual(await signs(), ['done', 'done', 'next', 'doing']);
    assert.equal(await panel.page.locator('path.travelled').count(), 1);
    assert.match((await node('T').getAttribute('aria-label')) ?? '', /Trust\. Done\.$/);
    assert.match((await node('F').getAttribute('aria-label')) ?? '', /Can be learnt next\.$/);
    await panel.page.keyboard.press('d');
    await panel.until(() => marked().length === 2);
    assert.deepEqual(marked()[1], { name: '🤝 Leadership and Collaboration (LeCo)', state: 'todo' });
    assert.deepEqual(await audit(panel.page), []);
    await panel.show(
      '# Another\n\n```mermaid\nflowchart LR\n  T --> U\n```\n'.replace(
        '# Another',
        '# Another\n\n```mermaid\nflowchart LR\n  X\n```',
      ),
      { index: 1 },
    );
    await node('U').waitFor();
    assert.deepEqual(await signs(), []);
  });

  it('goes on from what was pressed before it is answered, and back to the last that stands where it is refused', async () => {
    await openSkills();
    const asked: { readonly state: string; readonly answer: (reply: { ok: null } | { err: string }) => void }[] = [];
    panel.answer = (message) => {
      if (message.method !== 'markSkill') return { ok: [] };
      const { state } = message.params;
      return new Promise((answer) => asked.push({ state, answer }));
    };
    const sign = () =>
      panel.page.locator('.skill').evaluateAll((all) => all.map((one) => one.getAttribute('class')?.split(' ')[1]));
    const said = () => panel.page.locator('[role="status"].announcement').first().innerText();
    await node('F').focus();
    await panel.page.keyboard.type('ddd');
    await panel.until(() => asked.length === 3);
    assert.deepEqual(
      asked.map(({ state }) => state),
      ['doing', 'done', 'todo'],
    );
    assert.ok(!(await sign()).includes('done'));
    asked[0]!.answer({ ok: null });
    asked[1]!.answer({ ok: null });
    await panel.until(async () => /: done/.test(await said()));
    assert.ok(!(await sign()).includes('done'));
    asked[2]!.answer({ err: 'The file is gone.' });
    await panel.until(async () => (await sign()).includes('done'));
    assert.match(await said(), /The file is gone/);
  });

  it('counts a diagram before it is drawn, and draws a large one when that is asked for', async () => {
    await open();
    const groups = (count: number) => {
      const names = (letter: string) => Array.from({ length: count }, (_, i) => `${letter}${i}`).join(' & ');
      return `\`\`\`mermaid\ngraph TD\n${names('A')} --> ${names('B')}\n\`\`\`\n`;
    };
    await panel.show(groups(60));
    const note = panel.page.locator('.note:not([hidden])');
    await panel.page.waitForSelector('text=This diagram is large. It has 120 nodes and 3600 connections.');
    assert.equal(await panel.page.locator('.canvas > *').count(), 0);
    assert.deepEqual(await audit(panel.page), []);
    await panel.show(groups(200), { index: 0 }, 2);
    await panel.until(async () => (await note.textContent())!.includes('too large to be drawn'));
    assert.equal(await panel.page.getByRole('button', { name: 'Draw It' }).count(), 0);
    await panel.show(groups(30), { index: 0 }, 3);
    await panel.page.getByRole('button', { name: 'Draw It' }).click();
    await panel.drawn();
    await panel.until(async () => (await note.count()) === 0);
    // The editor, which alone can end a page that draws, hears of the beginning before it and of the end.
    const told = () => panel.sent.flatMap((message) => (message.type === 'drawing' ? [message.what] : []));
    await panel.until(() => told().length === 2);
    assert.deepEqual(told(), ['60 nodes and 900 connections', null]);
    assert.equal(await node('B29').count(), 1);
    await panel.show(skills, { index: 0 }, 4);
    await node('LC').waitFor();
    assert.equal(await note.count(), 0);
  });

  /** The extension's side of it: pictures that the server draws. */
  const drawElsewhere = () => {
    panel.answer = (message) => {
      if (message.method !== 'picture') return { ok: message.method === 'explain' ? [] : true };
      const drawn = drawPicture(message.params);
      return { ok: drawn.kind === 'drawn' ? drawn.picture : null };
    };
  };

  it('draws what is too large for Mermaid without it, tied to its text all the same', async () => {
    await open();
    drawElsewhere();
    const lines = Array.from({ length: 1000 }, (_, i) => `  N${i}["Node ${i}"] --> N${(i * 7 + 3) % 1000}`);
    await panel.show(`\`\`\`mermaid\nflowchart TD\n${lines.join('\n')}\n\`\`\`\n`);
    await panel.drawn();
    await panel.page.waitForSelector('text=is drawn in a simpler layout than readers see');
    assert.equal(await panel.page.locator('.canvas .pele-node[data-node]').count(), 1000);
    assert.equal((await panel.page.locator('.canvas g[data-edge-index]').count()) >= 1000, true);
    assert.equal(await panel.page.locator('.canvas.far text').first().isVisible(), false);
    const line = panel.page.locator('.canvas.far .pele-edge path').first();
    const pixels = await line.evaluate(
      (path) =>
        Number.parseFloat(getComputedStyle(path).strokeWidth) *
        Number(getComputedStyle(path).getPropertyValue('--scale')),
    );
    assert.ok(pixels > 0.3 && pixels < 0.8, `seen from afar, a line is ${pixels} pixels wide`);
    await node('N7').dispatchEvent('click', { bubbles: true, detail: 1 });
    await panel.until(() => panel.last('reveal') !== undefined);
    assert.deepEqual(panel.last('reveal')!.range, range(9, 2, 4));
    await panel.post({ type: 'light', part: { edge: 0 } });
    await panel.page.locator('.lit-edge').first().waitFor({ state: 'attached' });
    await panel.page.locator('.stage').focus();
    await panel.page.keyboard.press('Control+f');
    await panel.page.keyboard.type('node 999');
    await panel.page.waitForSelector('.find-bar >> text=1 of 1');
    assert.deepEqual(await audit(panel.page), []);
  });

  it('offers to draw as published what Mermaid can still draw, and draws in the colours of the editor', async () => {
    await open();
    drawElsewhere();
    const names = (letter: string) => Array.from({ length: 30 }, (_, i) => `${letter}${i}`).join(' & ');
    await panel.show(`\`\`\`mermaid\ngraph TD\n${names('A')} --> ${names('B')}\n\`\`\`\n`);
    await panel.page.locator('.pele').waitFor();
    const fill = () => panel.page.locator('.pele-node rect').first().getAttribute('fill');
    const dark = await fill();
    await panel.retheme('light');
    await panel.until(async () => (await fill()) !== dark);
    await panel.page.getByRole('button', { name: 'Draw It as Published' }).click();
    await panel.page.locator('.pele').waitFor({ state: 'detached' });
    assert.equal(await node('B29').count(), 1);
  });

  it('is left while it draws, and is as before in a new page', async () => {
    await open();
    const names = (letter: string) => Array.from({ length: 70 }, (_, i) => `${letter}${i}`).join(' & ');
    const huge = `\`\`\`mermaid\ngraph TD\n${names('A')} --> ${names('B')}\n\`\`\`\n`;
    await panel.show(huge);
    await panel.page.getByRole('button', { name: 'Draw It' }).click();
    await panel.until(() => panel.sent.some((message) => message.type === 'drawing'));
    await panel.page.close();
    await open();
    await panel.show(huge);
    await panel.page.getByRole('button', { name: 'Draw It' }).waitFor();
    await panel.show(skills, { index: 0 }, 2);
    await node('LC').waitFor();
  });

  it('runs nothing that a text may hold', async () => {
    await open();
    const evil = [
      'graph TD',
      `A["<img src=x onerror='document.title=1'>"] --> B["<script>document.title=2</script>b"]`,
      `C["<a href='javascript:document.title=3'>c</a>"]`,
      'click A "javascript:document.title=4"',
      'click B call document.write("5")',
      `D["<iframe srcdoc='<script>top.document.title=6</script>'></iframe>"]`,
    ].join('\n');
    await panel.show(`\`\`\`mermaid\n${evil}\n\`\`\`\n`);
    await panel.drawn();
    for (const id of ['A', 'B', 'C']) if (await node(id).count()) await node(id).click();
    const dangers = await panel.page.evaluate(() => {
      const stage = document.querySelector('.canvas')!;
      const all = [...stage.querySelectorAll('*')];
      return {
        scripts: stage.querySelectorAll('script, iframe, object, embed').length,
        handlers: all.filter((one) => [...one.attributes].some(({ name }) => name.startsWith('on'))).length,
        addresses: all.filter((one) => [...one.attributes].some(({ value }) => /javascript:/i.test(value))).length,
      };
    });
    // The sanitiser reads texts in a document of its own, where Chromium reports what it would have refused; and a
    // picture named x is nowhere to be found.
    panel.complaints.splice(0, Infinity, ...panel.complaints.filter((one) => !/event handler|404/.test(one)));
    assert.deepEqual(dangers, { scripts: 0, handlers: 0, addresses: 0 });
    assert.equal(await panel.page.title(), 'Coursewright');
  });

  it('saves the picture as SVG that needs no browser, and as PNG', async () => {
    await openSkills();
    const saved = async (item: string) => {
      const count = panel.sent.length;
      await panel.page.getByRole('button', { name: 'Save or copy' }).click();
      await panel.page.getByRole('menuitem', { name: item }).click();
      const saves = () =>
        panel.sent
          .slice(count)
          .flatMap((one) => (one.type === 'request' && one.method === 'saveFile' ? one.params : []));
      await panel.until(() => saves().length > 0);
      return saves()[0];
    };
    const svg = await saved('Save as SVG…');
    assert.equal(svg?.name, 'skills.svg');
    const text = Buffer.from(svg.base64, 'base64').toString('utf8');
    assert.match(text, /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    assert.match(text, /Collaboration/);
    assert.deepEqual(svg.source, { uri: 'file:///course.md', line: 2 });
    // The extension, which knows where the file goes, makes its background a link.
    const linked = linkedPicture(text, '../course.md#L3', 'course.md, line 3');
    assert.match(linked, /<a href="\.\.\/course\.md#L3"><title>course\.md, line 3<\/title><rect [^>]*\/><\/a>/);
    assert.equal(linked.length - text.length, '<a href="../course.md#L3"><title>course.md, line 3</title></a>'.length);
    assert.doesNotMatch(text, /foreignObject|data-node|tabindex|aria-expanded|@font-face|@import/);
    // In another font the words keep the widths that their boxes were made for.
    const widths = [...text.matchAll(/textLength="([\d.]+)" lengthAdjust="spacingAndGlyphs"[^>]*>([^<]+)</g)];
    assert.ok(widths.some(([, width, words]) => words!.includes('Trust') && Number(width) > 20));
    assert.ok(widths.length >= 5);
    const png = await saved('Save as PNG…');
    const bytes = Buffer.from(png!.base64, 'base64');
    assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
    assert.ok(bytes.readUInt32BE(16) > 600, 'two pixels for each unit');
  });

  it('copies the picture as an image, of the same dots as the file', async () => {
    await openSkills();
    await panel.page.getByRole('button', { name: 'Save or copy' }).click();
    await panel.page.getByRole('menuitem', { name: 'Copy as PNG' }).click();
    await panel.page.waitForSelector('.announcement >> text=Copied.');
    const copied = await panel.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const image = await createImageBitmap(await item!.getType('image/png'));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const colours = new Set<string>();
      for (let i = 0; i < data.length; i += 4) colours.add(data.slice(i, i + 4).join());
      return { types: item!.types, width: image.width, colours: colours.size };
    });
    assert.deepEqual(copied.types, ['image/png']);
    assert.ok(copied.width > 600, 'two pixels for each unit');
    assert.ok(copied.colours > 20, 'more than one even ground');
  });

  it('says when the browser refuses the clipboard', async () => {
    await openSkills();
    await panel.page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new Error('Write permission denied.'));
    });
    await panel.page.getByRole('button', { name: 'Save or copy' }).click();
    await panel.page.getByRole('menuitem', { name: 'Copy as PNG' }).click();
    await panel.page.waitForSelector('.announcement >> text=Write permission denied.');
  });

  it('says when a file could not be saved', async () => {
    await openSkills();
    panel.answer = () => ({ err: 'The disk is full.' });
    await panel.page.getByRole('button', { name: 'Save or copy' }).click();
    await panel.page.getByRole('menuitem', { name: 'Save as PNG…' }).click();
    await panel.page.waitForSelector('.announcement >> text=The disk is full.');
  });

  it('draws anew when the editor changes its colours', async () => {
    await openSkills();
    const fill = () =>
      panel.page
        .locator('[data-node="T"] rect')
        .first()
        .evaluate((rect) => getComputedStyle(rect).fill);
    const dark = await fill();
    await panel.retheme('light');
    await panel.until(async () => {
      await panel.drawn();
      return (await fill()) !== dark;
    });
  });

  it('draws in the layout and look of Mermaid 11 or 12, switched live', async () => {
    await openSkills();
    const look = () => panel.page.locator('[data-node="T"]').first().getAttribute('data-look');
    assert.equal(await look(), 'classic');
    await panel.post({ type: 'look', mermaid: '12' });
    await panel.until(async () => {
      await panel.drawn();
      return (await look()) !== 'classic';
    });
    assert.deepEqual(await audit(panel.page), []);
    await panel.post({ type: 'look', mermaid: '11' });
    await panel.until(async () => (await look()) === 'classic');
  });

  it('lists what else the document has, and goes there', async () => {
    await open();
    await panel.show(`${skills}\n# **Two** \`x\`\n\n\`\`\`mermaid\ngraph LR\nA --> B\n\`\`\`\n`);
    await panel.drawn();
    assert.deepEqual(await panel.page.locator('.picker option').allTextContents(), ['1 · Skills 🌳', '2 · Two x']);
    await panel.page.selectOption('.picker', { index: 1 });
    await panel.until(() => panel.last('go')?.index === 1);
  });

  it('says so where there is nothing to draw', async () => {
    await open();
    await panel.show('# Only words\n');
    await panel.page.waitForSelector('text=course.md has no diagram yet.');
  });

  for (const [unread, says] of [
    ['reading', 'course.md is being read.'],
    ['left out', 'course.md is left out.'],
  ] as const) {
    it(`says no such thing of a text that is ${unread}, and shows its diagram when it has been read`, async () => {
      await open();
      await panel.post({
        type: 'subject',
        subject: null,
        contents: [],
        unread,
        document: 'course.md',
        readOnly: false,
      });
      await panel.page.waitForSelector(`text=${says}`);
      assert.equal(await panel.page.getByText('no diagram yet').count(), 0);
      assert.deepEqual(await audit(panel.page), []);
      await panel.show(skills);
      await panel.drawn();
      assert.equal(await panel.page.getByText(says).count(), 0);
    });
  }

  for (const theme of Object.keys(editorThemes) as EditorTheme[]) {
    it(`gives no offence to a screen reader or the eye in ${theme}`, async () => {
      await openSkills(theme);
      await panel.page.locator('.stage').focus();
      await panel.page.keyboard.press('Control+f');
      await panel.page.keyboard.type('e');
      assert.deepEqual(await audit(panel.page), []);
      const words = await panel.page.getByRole('region', { name: 'Diagram in words' }).textContent();
      assert.match(words ?? '', /: 4 nodes and 3 connections\..*Feedback\?, leads to Expert\.Expert, in Group work\./);
    });
  }

  it('fits from 300 to 2000 pixels', async () => {
    await openSkills();
    for (const width of [300, 520, 2000]) {
      await panel.page.setViewportSize({ width, height: 600 });
      await panel.until(async () => {
        const boxes = await Promise.all(['LC', 'T', 'F', 'E'].map((id) => node(id).boundingBox()));
        return boxes.every((box) => box !== null && box.x >= 0 && box.x + box.width <= width);
      });
      const wide = await panel.page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width);
    }
  });
});
