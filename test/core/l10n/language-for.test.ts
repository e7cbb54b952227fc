import assert from 'node:assert/strict';
import { languageFor } from '../../../src/core/l10n/language-for';

describe('The language that a locale asks for', () => {
  const rows: readonly [string | undefined, string | undefined][] = [
    ['de', 'de'],
    ['de-AT', 'de'],
    ['de_DE.UTF-8', 'de'],
    ['zh-cn', 'zh-cn'],
    ['zh-CN', 'zh-cn'],
    ['zh-Hans', 'zh-cn'],
    ['zh-Hans-SG', 'zh-cn'],
    ['zh', 'zh-cn'],
    ['zh-tw', undefined],
    ['zh-Hant-HK', undefined],
    ['en', undefined],
    ['en-DE', undefined],
    ['fr', undefined],
    ['', undefined],
    [undefined, undefined],
  ];
  for (const [locale, language] of rows) {
    it(`${locale} is ${language ?? 'English'}`, () => assert.equal(languageFor(locale), language));
  }
});
