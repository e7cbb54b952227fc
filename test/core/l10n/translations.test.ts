import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as is from 'typescript/unstable/ast/is';
import { translatedLanguages } from '../../../src/core/l10n/language-for';
import { keyOf, placesIn, sentencesSaid, tableOf, tags, walkSources } from '../../../tools/support/sentences.mjs';

/** Sentences that no table has yet. The list may shrink and not grow; UPDATE=1 takes out what has been translated. */
const untranslatedFile = 'test/core/l10n/untranslated.json';
const listed: readonly string[] = JSON.parse(readFileSync(untranslatedFile, 'utf8'));

/** Rooms whose texts are no sentences for a person in an editor: programs, assistants, and what goes into a file. */
const english =
  /^src\/(cli|assistant|session)\/|^src\/core\/(l10n|overview|speech|concepts|diff|map|text|reference)\/|^src\/core\/mermaid\/accessible-text/;

/** Names under which a text is shown to a person, whoever gives it. */
const shown = new Set(
  'message title detail meaning otherwise absent summary tooltip placeHolder openLabel aria-label'.split(' '),
);

/** Two words at least: a keyword, a unit and a name are not told apart from a word. */
const isSentence = (text: string) => /[a-z]{2,}[,:;]? [a-z]{2,}/i.test(text);

describe('Translations', function () {
  this.timeout(120_000);
  let said: Map<string, string>;
  before(() => {
    said = sentencesSaid();
    if (!process.env.UPDATE) return;
    const kept = listed.filter((key) => said.has(key) && translatedLanguages.some((name) => !(key in tableOf(name))));
    writeFileSync(untranslatedFile, `${JSON.stringify(kept, null, 2)}\n`);
  });

  for (const language of translatedLanguages) {
    describe(language, () => {
      const table = tableOf(language);

      it('has every sentence that is said, but for those that are listed as untranslated', () => {
        const missing = [...said].filter(([key]) => !(key in table) && !listed.includes(key));
        assert.deepEqual(
          missing.map(([key, place]) => `${place}: ${key}`),
          [],
        );
      });

      it('has no sentence that nobody says', () => {
        assert.deepEqual(
          Object.keys(table).filter((key) => !said.has(key)),
          [],
        );
      });

      it('puts every value of a sentence into it, and no other', () => {
        const wrong = Object.entries(table).filter(([key, text]) => `${placesIn(key)}` !== `${placesIn(text)}`);
        assert.deepEqual(wrong, []);
      });

      it('keeps code in backticks and what is linked as the English sentence has it', () => {
        const code = (text: string) => [...text.matchAll(/`[^`]+`/g)].map(([span]) => span).sort();
        const wrong = Object.entries(table).filter(([key, text]) => `${code(key)}` !== `${code(text)}`);
        assert.deepEqual(wrong, []);
      });
    });
  }

  it('lists as untranslated only what is said and lacks a translation', () => {
    const wrong = listed.filter((key) => !said.has(key) || translatedLanguages.every((name) => key in tableOf(name)));
    assert.deepEqual(wrong, []);
  });

  it('finds no sentence that is shown to a person past the tables', () => {
    const past: string[] = [];
    walkSources((node, place) => {
      const text = keyOf(node);
      if (text === undefined || !isSentence(text) || english.test(place())) return;
      let [child, parent] = [node, node.parent];
      while (is.isConditionalExpression(parent) || is.isParenthesizedExpression(parent)) {
        [child, parent] = [parent, parent.parent];
      }
      if (is.isTaggedTemplateExpression(parent)) {
        if (!is.isIdentifier(parent.tag) || !tags.includes(parent.tag.text)) past.push(`${place()}: ${text}`);
        return;
      }
      if (!is.isPropertyAssignment(parent) || parent.initializer !== child) return;
      const { name } = parent;
      if ((is.isIdentifier(name) || is.isStringLiteral(name)) && shown.has(name.text)) past.push(`${place()}: ${text}`);
    });
    assert.deepEqual(past, []);
  });
});
