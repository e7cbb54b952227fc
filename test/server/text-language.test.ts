import assert from 'node:assert/strict';
import { textLanguage } from '../../src/server/text-language';

const rows: readonly (readonly [id: unknown, uri: string, language: string | undefined, silent: boolean])[] = [
  ['markdown', 'file:///a.md', 'markdown', false],
  ['Markdown', 'file:///a.md', 'markdown', false],
  ['gfm', 'file:///a.md', 'markdown', false],
  ['markdown.pandoc', 'file:///a.md', 'markdown', false],
  ['pandoc.foo', 'untitled:Untitled-1', 'markdown', false],
  ['rmd', 'file:///a.Rmd', 'markdown', false],
  ['vimwiki', 'file:///a.md', 'markdown', false],
  ['vimwiki', 'file:///a.wiki', undefined, true],
  ['prompt', 'file:///a.prompt.md', 'markdown', false],
  ['instructions', 'file:///a.instructions.md', 'markdown', false],
  ['chatmode', 'file:///a.chatmode.md', 'markdown', false],
  ['MDX', 'untitled:a', 'markdown', false],
  ['Mermaid', 'untitled:a', 'mermaid', false],
  ['Python', 'untitled:a', 'python', false],
  ['', 'file:///a.md', 'markdown', false],
  ['', 'file:///a.MD', 'markdown', false],
  [undefined, 'file:///a.qmd', 'markdown', false],
  [5, 'file:///a.mmd', 'mermaid', false],
  ['nonsense', 'file:///a.py', 'python', false],
  ['nonsense', 'file:///a.md?version=1#L3', 'markdown', false],
  ['constructor', 'file:///a.md', 'markdown', false],
  ['__proto__', 'untitled:a', undefined, true],
  // What is said to be plain stands for its file and is left alone.
  ['plaintext', 'file:///a.md', 'markdown', true],
  ['Plain Text', 'file:///a.mmd', 'mermaid', true],
  ['plaintext', 'file:///a.txt', undefined, true],
  ['latex', 'file:///a.tex', undefined, true],
];

describe('The language of an open text', () => {
  for (const [id, uri, language, silent] of rows) {
    it(`is ${language ?? 'none'}${silent ? ', silent,' : ''} for ${JSON.stringify(id)} and ${uri}`, () => {
      const found = textLanguage(id, uri);
      assert.deepEqual([found.language, found.silent], [language, silent]);
    });
  }
});
