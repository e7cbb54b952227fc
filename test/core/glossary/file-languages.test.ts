import assert from 'node:assert/strict';
import { fileLanguages } from '../../../src/core/glossary/file-languages';

describe('fileLanguages', () => {
  const table: readonly (readonly [what: string, files: readonly string[], languages: readonly string[]])[] = [
    ['translations', ['/c/a.md', '/c/translations/de/a.md', '/c/translations/pt-BR/a.md'], ['', 'de', 'pt-br']],
    ['folders of languages', ['/c/en/a.md', '/c/de/a.md', '/c/de/more.md'], ['en', 'de', 'de']],
    ['an original beside', ['/c/docs/a.md', '/c/docs/fr/a.md'], ['', 'fr']],
    ['names', ['/c/glossary.md', '/c/glossary.ja.md', '/c/notes.is.md'], ['', 'ja', '']],
    ['i18n', ['/c/docs/a.md', '/c/i18n/es/docs/a.md'], ['', 'es']],
    ['subjects that look like languages', ['/c/ml/a.md', '/c/cs/b.md', '/c/intro.md'], ['', '', '']],
  ];
  for (const [what, files, expected] of table) {
    it(`knows ${what}`, () => {
      const languages = fileLanguages(files);
      assert.deepEqual(files.map(languages.of), expected);
    });
  }

  it('finds the original of a translation', () => {
    const { originalOf } = fileLanguages([
      '/c/a.md',
      '/c/translations/de/a.md',
      '/c/en/b.md',
      '/c/fr/b.md',
      '/c/b.it.md',
      '/c/b.md',
    ]);
    assert.deepEqual(['/c/translations/de/a.md', '/c/fr/b.md', '/c/en/b.md', '/c/b.it.md', '/c/a.md'].map(originalOf), [
      '/c/a.md',
      '/c/b.md',
      '/c/b.md',
      '/c/b.md',
      undefined,
    ]);
  });
});
