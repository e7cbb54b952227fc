import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import type { DiagramNode, DiagramSymbols } from '../../../../src/core/mermaid/diagram-symbols';
import { decodeEntities } from '../../../../src/core/mermaid/scan/entities';
import { symbolsOf } from '../../../../src/core/mermaid/scan-diagram';
import { mermaidDatabase, type ParsedDiagram } from '../../../support/mermaid-database';
import { sharedFile, skipWithoutShared } from '../../../support/shared';

/** How a diagram type's symbols and Mermaid's database of it are brought to one form. */
export interface Comparison {
  readonly type: string;
  /** False for a kind that the collection of documented diagrams has none of. */
  readonly documented?: boolean;
  /** Diagrams of which Mermaid takes most. */
  readonly arbitrary: fc.Arbitrary<string>;
  /** Undefined where Mermaid would refuse to draw what it has parsed. */
  ofDatabase(db: ParsedDiagram['db']): unknown;
  ofSymbols(symbols: DiagramSymbols): unknown;
}

/** Writes the tests that hold a type's scanner to what Mermaid itself reads, in drawn and in documented diagrams. */
export function describeAgainstMermaid({
  type,
  documented = true,
  arbitrary,
  ofDatabase,
  ofSymbols,
}: Comparison): void {
  describe(`the scanner of ${type} diagrams`, function () {
    this.timeout(120_000);

    it('finds what Mermaid’s database holds, whenever Mermaid accepts the text', async () => {
      let accepted = 0;
      const numRuns = Number(process.env.SCAN_RUNS ?? 60);
      await fc.assert(
        fc.asyncProperty(arbitrary, async (text) => {
          const parsed = await mermaidDatabase(text).catch(() => undefined);
          const truth = parsed && ofDatabase(parsed.db);
          if (truth === undefined) return;
          accepted++;
          assert.deepEqual(ofSymbols(symbolsOf(text)), truth);
        }),
        { numRuns },
      );
      assert.ok(accepted > numRuns / 3, `Mermaid took only ${accepted} of ${numRuns} drawn diagrams`);
    });

    if (!documented) return;
    it('finds it in the diagrams of Mermaid’s documentation', async function () {
      const file = sharedFile('corpus/mermaid/official-docs.json');
      if (!file) return skipWithoutShared(this);
      const corpus: { page: string; source: string }[] = JSON.parse(await readFile(file, 'utf8'));
      const ours = corpus.filter(({ source }) => symbolsOf(source).type === type);
      assert.ok(ours.length > 0, `no documented diagram of type ${type}`);
      for (const { page, source } of ours) {
        const parsed = await mermaidDatabase(source).catch(() => undefined);
        if (parsed) assert.deepEqual(ofSymbols(symbolsOf(source)), ofDatabase(parsed.db), `${page}\n${source}`);
      }
    });
  });
}

/** Labels alike but for what Mermaid rewrites: entities, quotes in tags, white space where it breaks lines. */
export function canonicalLabel(label: unknown): string {
  return String(label ?? '')
    .replace(/ﬂ°°?(\w+)¶ß/g, (_, name: string) => decodeEntities(`#${name};`))
    .replaceAll('"', "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** The nodes that a diagram declares; those that it only styles, activates or clicks are no nodes to Mermaid. */
export function declared({ nodes }: DiagramSymbols): readonly DiagramNode[] {
  return nodes.filter(({ occurrences }) => occurrences.some(({ role }) => role === 'declaration'));
}
