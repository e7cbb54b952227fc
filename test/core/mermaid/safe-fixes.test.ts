import assert from 'node:assert/strict';
import { checkDiagram } from '../../../src/core/mermaid/check-diagram';
import type { MermaidJudge, ShownText } from '../../../src/core/mermaid/judge';
import { decodeEntities } from '../../../src/core/mermaid/scan/entities';
import { applyChanges } from '../../../src/core/text/span';
import { brokenDiagrams } from '../../support/broken-diagrams';
import { mermaidJudge } from '../../support/mermaid-judge';

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

/** Words of a text, its codes and line breaks read. */
const wordsOf = (text: string): string[] =>
  decodeEntities(text.replace(/<br\s*\/?>/gi, ' ').replace(/&#?(\w{1,32});/g, '#$1;'))
    .split(/[^\p{L}\p{N}]+/u)
    .map(lettersOf)
    .filter((word) => word !== '');

/** Codes and line breaks that are drawn as they stand are no words of the author. */
const drawnWords = (texts: readonly ShownText[]): string[] =>
  texts.flatMap(({ text }) => wordsOf(text.replace(/\\n|&(?:lt|gt|amp|quot);/g, ' ')));

/** Words of an author's language for one of Mermaid's: `inside api` is written `in api`, `A and B` as `A,B`. */
const otherWords = new Set(['inside', 'and']);

describe('safe fixes', function () {
  this.timeout(300_000);
  let judge: MermaidJudge;
  before(async () => {
    judge = await mermaidJudge();
  });
  after(() => judge.dispose());

  const rows = brokenDiagrams();
  for (const file of new Set(rows.map((row) => row.file))) {
    it(`leave every word of the author: ${file}`, async () => {
      const gone: string[] = [];
      for (const { name, text } of rows.filter((row) => row.file === file)) {
        const safe = (await checkDiagram(text, judge)).flatMap(({ fixes }) => fixes.find((fix) => fix.safe) ?? []);
        if (safe.length === 0) continue;
        // As Fix All applies them: all together.
        const changes = safe.flatMap((fix) => fix.changes);
        const mended = applyChanges(text, changes);
        const [was, is] = [await judge.show(text), (await judge.show(mended)) ?? []];
        const drawn = is.map((one) => lettersOf(one.text)).join(' ');
        for (const word of was ? drawnWords(was) : [])
          if (!drawn.includes(word)) gone.push(`${name}: ${word} was drawn`);
        // What is no text (a comment, a style, an address, a word of the language) stays in the source.
        const kept = `${drawn} ${wordsOf(mended).join(' ')}`;
        for (const { span } of changes)
          for (const word of wordsOf(text.slice(span.start, span.end)))
            if (!kept.includes(word) && !otherWords.has(word)) gone.push(`${name}: ${word} was written`);
      }
      assert.deepEqual(gone, []);
    });
  }
});
