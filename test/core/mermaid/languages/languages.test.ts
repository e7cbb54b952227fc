import assert from 'node:assert/strict';
import { languageJudged, languageOf, languages } from '../../../../src/core/mermaid/languages/languages';
import { scanDiagram } from '../../../../src/core/mermaid/scan-diagram';
import { isReserved, keywordsOf } from '../../../../src/core/mermaid/vocabulary';
import { installedMermaid, mermaidDatabase } from '../../../support/mermaid-database';

const takes = (text: string): Promise<boolean> =>
  mermaidDatabase(text).then(
    () => true,
    () => false,
  );

describe('the languages of diagrams', function () {
  this.timeout(60_000);

  it('are all that the installed Mermaid knows, each under its names', async () => {
    const mermaid = await installedMermaid();
    const known = mermaid.getRegisteredDiagramsMetadata().map(({ id }) => id);
    // A text that begins with `---`, and one that is no diagram, have detectors too.
    const kinds = known.filter((id) => id !== 'error' && id !== '---');
    assert.deepEqual(languages.flatMap(({ judged }) => judged).sort(), kinds.sort());
    for (const { judged, keywords } of languages) {
      for (const { word } of keywords) {
        if (judged.length > 0) assert.ok(judged.includes(mermaid.detectType(`${word}\n`)), word);
      }
    }
  });

  it('are found by keyword, in any case where that is asked, and by Mermaid’s name', () => {
    for (const language of languages) {
      for (const { word } of language.keywords) {
        assert.equal(languageOf(word), language);
        assert.equal(languageOf(word.toUpperCase(), true), language);
      }
      for (const name of language.judged) assert.equal(languageJudged(name), language);
    }
    assert.equal(languageOf('flowchar'), undefined);
  });

  it('read each word that they propose for a line as a keyword', () => {
    for (const { type, keywords, words } of languages) {
      for (const { text } of words.keywords) {
        if (!/^[a-z]/i.test(text) || text.endsWith(':')) continue;
        const source = `${keywords[0].word}\n${text.endsWith('(') ? `${text}a, b)` : `${text} TB`}\n`;
        const start = source.indexOf('\n') + 1;
        const token = [...scanDiagram(source).tokens].find((one) => one.start === start);
        assert.equal(token?.kind, 'keyword', `${type}: ${text}`);
      }
    }
  });

  /** An arrow to a name, in the kinds whose ids are plain words. */
  const arrowTo: Readonly<Record<string, (name: string) => string>> = {
    flowchart: (name) => `flowchart TD\n  A --> ${name}\n`,
    swimlane: (name) => `swimlane-beta\n  A --> ${name}\n`,
    agentflow: (name) => `agentflow-beta\n  A --> ${name}\n`,
    sequence: (name) => `sequenceDiagram\n  A->>${name}: hi\n`,
    class: (name) => `classDiagram\n  A <|-- ${name}\n`,
    state: (name) => `stateDiagram-v2\n  A --> ${name}\n`,
    usecase: (name) => `usecase-beta\n  A --> ${name}\n`,
    er: (name) => `erDiagram\n  A ||--o{ ${name} : has\n`,
  };

  for (const [type, text] of Object.entries(arrowTo)) {
    it(`reserve the words that Mermaid refuses as ids, and no others: ${type}`, async () => {
      const { words } = languages.find((one) => one.type === type)!;
      assert.ok(await takes(text('anything')));
      for (const word of new Set([...(words.reserved ?? []), ...keywordsOf(words), 'default', 'off', 'as', 'to'])) {
        if (word.startsWith('acc')) continue;
        assert.equal(await takes(text(word)), !isReserved(words, word), word);
      }
    });
  }
});
