import assert from 'node:assert/strict';
import { compareDiagram } from '../../src/core/diff/compare-diagram';
import { pictureColours } from '../../src/core/export/picture-colours';
import { Glossary } from '../../src/core/glossary/glossary';
import { DiagramMerger } from '../../src/core/map/diagram-merger';
import { graphText } from '../../src/core/map/graph-text';
import { createPictureDrawer } from '../../src/host/picture-drawer';
import { builtWorker } from '../support/built-worker';
import { courseDocument } from '../support/course-text';
import { assertHarmless } from '../support/harmless-svg';
import { hostileDiagrams } from '../support/hostile-diagrams';

describe('createPictureDrawer', function () {
  this.timeout(120_000);
  let drawer: ReturnType<typeof createPictureDrawer>;
  let workerScript: string;
  before(async () => {
    workerScript = await builtWorker('picture-worker', 'picture-worker.js', 'src/host/pictures');
    drawer = createPictureDrawer({ workerScript });
  });
  after(() => drawer.dispose());

  const draw = async (text: string) => {
    const drawn = await drawer.draw({ text, colours: pictureColours.dark });
    assert.ok('svg' in drawn, 'why' in drawn ? drawn.why : '');
    return drawn;
  };

  it('draws with ids on nodes and arrows, in colours that need no style sheet', async () => {
    const { svg, width } = await draw(
      'flowchart TD\n  A["🧠 Attention"] -->|feeds| B\n  subgraph G [Group]\n    B\n  end',
    );
    for (const id of ['A', 'B', 'G', 'L_A_B_0']) assert.ok(svg.includes(`data-id="${id}"`), id);
    assert.ok(width > 50);
    assert.match(svg, /#1f1f1f/);
    assert.doesNotMatch(svg, /var\(|--pele|--_/);
  });

  for (const type of [
    'sequenceDiagram\n  A->>B: hi',
    'classDiagram\n  A <|-- B',
    'stateDiagram-v2\n  a --> b',
    'erDiagram\n  A ||--o{ B : has',
    'mindmap\n  root((AI))\n    MoE',
    'gantt\n  section S\n  T :a, 2024-01-01, 3d',
    'pie\n  "a" : 3',
    'gitGraph\n  commit',
  ]) {
    it(`draws ${type.split('\n', 1)[0]}`, async () => assert.match((await draw(type)).svg, /^<svg /));
  }

  it('draws a thousand nodes', async () => {
    const lines = Array.from({ length: 1000 }, (_, i) => `  N${i} --> N${(i * 7 + 3) % 1000}`);
    assert.equal((await draw(`flowchart TD\n${lines.join('\n')}`)).svg.match(/class="pele-node /g)!.length, 1000);
  });

  it('says what it cannot draw', async () => {
    for (const [text, why] of [
      ['flowchart TD\n  A[(', /^flowchart-v2 is not understood in its line 2$/],
      ['nothing\n  a', /^diagrams of this kind are drawn in the panel alone$/],
      ['', /\w/],
    ] as const) {
      const drawn = await drawer.draw({ text, colours: pictureColours.light });
      assert.ok('why' in drawn);
      assert.match(drawn.why, why);
    }
  });

  it('lets nothing out of a hostile diagram that runs or loads', async () => {
    let pictures = 0;
    for (const text of Object.values(hostileDiagrams).flat()) {
      const drawn = await drawer.draw({ text, colours: pictureColours.light });
      if ('why' in drawn) continue;
      pictures++;
      assertHarmless(drawn.svg);
    }
    assert.ok(pictures > 0);
  });

  it('lets nothing out of what is drawn of several: a map, or a diagram with what it was', async () => {
    const merger = new DiagramMerger();
    const none = new Glossary([]);
    for (const [index, text] of Object.values(hostileDiagrams).flat().entries())
      merger.add(courseDocument(`# ${index}\n\n\`\`\`mermaid\n${text}\n\`\`\`\n`), none);
    const { svg } = await draw(graphText(merger.graph(), 'mermaid', (uri) => uri));
    assertHarmless(svg);
    let compared = 0;
    for (const text of Object.values(hostileDiagrams).flat()) {
      const [before, after] = ['graph TD\n  A --> B', text].map((one) =>
        courseDocument(`\`\`\`mermaid\n${one}\n\`\`\`\n`),
      );
      const both = compareDiagram(after!, before!, 0);
      if (!both) continue;
      compared++;
      assertHarmless((await draw(both.text)).svg);
    }
    assert.ok(compared > 50);
  });

  it('ends what takes too long or is not waited for, and draws the next', async () => {
    const hasty = createPictureDrawer({ workerScript, timeout: 1 });
    const lines = Array.from({ length: 5000 }, (_, i) => `  N${i} --> N${(i * 7 + 3) % 5000}`).join('\n');
    assert.deepEqual(await hasty.draw({ text: `flowchart TD\n${lines}`, colours: pictureColours.light }), {
      why: 'it takes more than 0.001 seconds',
    });
    await hasty.dispose();
    const stopped = { aborted: false };
    const waited = drawer.draw({ text: `flowchart TD\n${lines}`, colours: pictureColours.light }, stopped);
    stopped.aborted = true;
    assert.deepEqual(await waited, { why: 'it was cancelled' });
    await draw('flowchart TD\n  A --> B');
  });
});
