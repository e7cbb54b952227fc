import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import { pictureColours } from '../../../../src/core/export/picture-colours';
import { pictureHover } from '../../../../src/core/features/mermaid/picture-hover';
import type { DrawnPicture } from '../../../../src/core/picture-drawer';
import { drawPicture } from '../../../../src/host/pictures/draw-picture';
import { assertHarmless } from '../../../support/harmless-svg';
import { hostileDiagrams } from '../../../support/hostile-diagrams';
import { memoryCourse } from '../../../support/memory-course';

const draw = async (text: string): Promise<DrawnPicture | undefined> => {
  const reply = drawPicture({ text, colours: pictureColours.light });
  return reply.kind === 'drawn' ? reply.picture : undefined;
};

/** The markdown of the hover where `¦` stands, and the diagram that was drawn for it. */
async function shown(source: string, drawer = draw) {
  const { context } = memoryCourse({ 'a.md': source.replace('¦', '') });
  const drawn: string[] = [];
  const found = await pictureHover(
    {
      ...context('a.md'),
      draw: (text) => {
        drawn.push(text);
        return drawer(text);
      },
    },
    source.indexOf('¦'),
  );
  const markdown = (found?.contents as MarkupContent | undefined)?.value;
  const svg = markdown && decodeURIComponent(/^!\[[^\]]*\]\(data:image\/svg\+xml;utf8,([^()]*)\)$/.exec(markdown)![1]!);
  return { markdown, svg, drawn };
}

describe('A picture in a hover', () => {
  it('is of the whole diagram on the word that opens it', async () => {
    const { svg, drawn } = await shown('```mer¦maid\nflowchart TD\n  A[Alpha] --> B\n```\n');
    assert.deepEqual(drawn, ['flowchart TD\n  A[Alpha] --> B\n']);
    assert.match(svg!, /Alpha/);
  });

  it('is of what is one step from a node, whatever kind the diagram is of', async () => {
    const { svg, drawn } = await shown(
      '```mermaid\nstateDiagram-v2\n  [*] --> Still\n  St¦ill --> Moving : a "push"\n  Moving --> Crash\n```\n',
    );
    assert.equal(
      drawn[0],
      'flowchart LR\n  n0["Still"]\n  n1["●"]\n  n2["Moving"]\n  n1 --> n0\n' +
        '  n0 -->|"a #quot;push#quot;"| n2\n  style n0 stroke-width:3px\n',
    );
    assert.match(svg!, /Moving/);
    assert.doesNotMatch(svg!, /Crash/);
  });

  it('fits into a hover', async () => {
    const wide = Array.from({ length: 30 }, (_, i) => `n${i} --> n${i + 1}`).join('\n');
    const { svg } = await shown(`\`\`\`mer¦maid\nflowchart LR\n${wide}\n\`\`\`\n`);
    const [, width] = /^<svg[^>]*?\bwidth="(\d+)"/.exec(svg!)!;
    assert.ok(Number(width) <= 460, width);
  });

  it('is not drawn of what nobody could read, of a node alone, in prose, or where no picture is shown', async () => {
    const many = Array.from({ length: 70 }, (_, i) => `n${i}`).join('\n');
    for (const source of [
      `\`\`\`mer¦maid\nflowchart LR\n${many}\n\`\`\`\n`,
      '```mermaid\nflowchart LR\n  Al¦one\n```\n',
      '```mermaid\nflowchart LR\n  A --> B\n  classDef ho¦t fill:red\n  class A hot\n```\n',
      'Pro¦se.\n',
    ]) {
      const { markdown, drawn } = await shown(source);
      assert.equal(markdown, undefined);
      assert.deepEqual(drawn, []);
    }
    const { context } = memoryCourse({ 'a.md': '```mermaid\nflowchart LR\nA --> B\n```\n' });
    assert.equal(await pictureHover(context('a.md'), 5), undefined);
  });

  it('is left out where it is too long to be shown, or there is none', async () => {
    const source = '```mer¦maid\nflowchart LR\n  A --> B\n```\n';
    const long = async () => ({ svg: `<svg width="1" height="1">${'a'.repeat(60_000)}</svg>`, width: 1, height: 1 });
    assert.equal((await shown(source, long)).markdown, undefined);
    assert.equal((await shown(source, async () => undefined)).markdown, undefined);
  });

  it('runs nothing and asks for nothing, whatever a text holds', async () => {
    let pictures = 0;
    for (const text of Object.values(hostileDiagrams).flat()) {
      const { svg } = await shown(`\`\`\`mer¦maid\n${String(text)}\n\`\`\`\n`);
      if (svg === undefined) continue;
      pictures++;
      assertHarmless(svg);
    }
    assert.ok(pictures > 0);
  });
});
