import assert from 'node:assert/strict';
import fc from 'fast-check';
import { labelSource, quotedLabel, quotedText } from '../../../src/core/mermaid/label-source';
import { symbolsOf } from '../../../src/core/mermaid/scan-diagram';
import { mermaidDatabase } from '../../support/mermaid-database';

/** Places that take a label with quotes and without. */
const places: Readonly<Record<string, (label: string) => string>> = {
  'a node': (label) => `flowchart TD\n  A[${label}] --> B\n`,
  'a round node': (label) => `flowchart TD\n  A(${label}) --> B\n`,
  'an edge': (label) => `flowchart TD\n  A -->|${label}| B\n`,
  'a group': (label) => `flowchart TD\n  subgraph A [${label}]\n  B\n  end\n`,
  'a mindmap': (label) => `mindmap\n  A[${label}]\n`,
};

const text = fc
  .string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' })
  .map((drawn) => drawn.replaceAll('`', '').replace(/\s+/g, ' ').trim())
  .filter((drawn) => drawn !== '');

describe('labelSource', function () {
  this.timeout(60_000);

  it('writes a plain name as it is, and one that could read as syntax in quotes', () => {
    assert.equal(labelSource('KV cache, 2-bit: why?'), 'KV cache, 2-bit: why?');
    assert.equal(labelSource('Latent attention (MLA)'), '"Latent attention (MLA)"');
    assert.equal(labelSource('say "x" < y'), '"say #quot;x#quot; #lt; y"');
    assert.equal(labelSource('C#'), '"C#"');
    assert.equal(quotedText('`top_k`'), '"top_k"');
    assert.equal(quotedText('#lt; is <'), '"#35;lt; is #lt;"');
    assert.equal(quotedLabel(' two<br/>lines '), '"two<br/>lines"');
  });

  for (const [place, diagram] of Object.entries(places)) {
    it(`shows any text in ${place}, as Mermaid and the scanner read it`, async () => {
      await fc.assert(
        fc.asyncProperty(text, async (drawn) => {
          const source = diagram(labelSource(drawn));
          await mermaidDatabase(source);
          const { nodes, edges, groups } = symbolsOf(source);
          const shown = [...nodes, ...edges, ...groups].flatMap(({ label }) => label?.text ?? []);
          assert.ok(shown.includes(drawn), `${source}: ${shown}`);
        }),
        { numRuns: 300 },
      );
    });
  }
});
