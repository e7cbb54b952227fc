import assert from 'node:assert/strict';
import { placeholder } from '../../../src/core/mermaid/breaks/placeholder';
import { checkDiagram } from '../../../src/core/mermaid/check-diagram';
import type { MermaidJudge } from '../../../src/core/mermaid/judge';
import { languages } from '../../../src/core/mermaid/languages/languages';
import { decodeEntities } from '../../../src/core/mermaid/scan/entities';
import { brokenDiagrams } from '../../support/broken-diagrams';
import { mermaidJudge } from '../../support/mermaid-judge';

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of Mermaid's languages: what opens a diagram or a line, and what may follow. */
const languageWords = new Set(
  languages
    .flatMap(
      ({
        keywords,
        words: { header = [], keywords: opening, slots = {}, linePlaces = [], rare = [], bodies = {} },
      }) => [
        ...keywords.map(({ word }) => word),
        ...rare,
        ...[header, opening, ...Object.values(slots).flat(), ...linePlaces.map(({ offers }) => offers)]
          .flatMap((phrases) => (Array.isArray(phrases) ? phrases : []))
          .map(({ text }: { text: string }) => text),
        ...Object.values(bodies)
          .flat(2)
          .map(({ text }) => text),
      ],
    )
    .flatMap((text) => wordsOf(text.toLowerCase())),
);

/** Words of the languages that no completion offers, and codes of signs. */
const otherWords = new Set(
  'as of for over right and else end note br auto default circle enumeration o in evt satisfies rmo section diamond after done 0d 35 59 000'.split(
    ' ',
  ),
);

/** What is worked out from what stands there: a colour, a code point, the first bit that is free. */
const workedOut = new Set(['ff0000', 'e1f680', 'packet 16', 'packet 8']);

describe('mends', function () {
  this.timeout(300_000);
  let judge: MermaidJudge;
  before(async () => {
    judge = await mermaidJudge();
  });
  after(() => judge.dispose());

  const rows = brokenDiagrams();
  for (const file of new Set(rows.map((row) => row.file))) {
    it(`make nothing up: ${file}`, async () => {
      for (const { name, text } of rows.filter((row) => row.file === file)) {
        const letters = lettersOf(text);
        for (const { fixes } of await checkDiagram(text, judge))
          for (const { title, changes } of fixes)
            for (const word of changes.flatMap(({ newText }) => wordsOf(decodeEntities(newText)))) {
              const isKnown =
                letters.includes(word.toLowerCase()) ||
                [word, `${file.replace('.txt', '')} ${word}`].some((one) => workedOut.has(one)) ||
                languageWords.has(word.toLowerCase()) ||
                otherWords.has(word);
              assert.ok(isKnown || word.replace(/^_/, '') === placeholder, `${name}: ${title}: ${word}`);
            }
      }
    });
  }
});
