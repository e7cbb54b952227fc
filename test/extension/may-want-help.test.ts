import assert from 'node:assert/strict';
import { mayWantHelp, writesPath } from '../../src/extension/may-want-help';

const at = (ask: typeof mayWantHelp, marked: string, languageId = 'markdown'): boolean => {
  const before = marked.slice(0, marked.indexOf('¦')).split('\n');
  const lines = marked.replace('¦', '').split('\n');
  const lineAt = ((line: number) => ({ text: lines[line] })) as Parameters<typeof mayWantHelp>[0]['lineAt'];
  return ask({ languageId, lineAt }, { line: before.length - 1, character: before.at(-1)!.length });
};

const asked = (marked: string, languageId?: string): boolean => at(mayWantHelp, marked, languageId);

describe('writesPath', () => {
  for (const text of ['[a](b¦', 'See ![a](img/b¦', '[a](#b¦', '[a]: b¦', '<img src="b¦', '$$\nx\n$$\n\n[a](b¦']) {
    it(`knows the path of a link: ${JSON.stringify(text)}`, () => assert.equal(at(writesPath, text), true));
  }
  for (const text of ['[a](https://b¦', '[a](b) c¦', '`[a](b¦', '```python\nx[a](b¦', '[a](¦', 'a (b¦', '[a] b¦']) {
    it(`takes for none: ${JSON.stringify(text)}`, () => assert.equal(at(writesPath, text), false));
  }
  it('leaves other languages to the server', () => assert.equal(at(writesPath, '[a](b¦', 'mdx'), false));
});

describe('mayWantHelp', () => {
  for (const text of [
    '```mermaid\nflow¦',
    'a\n\n- ~~~moe\n  pre¦',
    '```mer¦',
    'Let $x¦',
    '$$\n\\al¦',
    '[a](b¦',
    '[^o¦',
    '---\nne¦',
    '---\ntitle: A\nneeds:\n  - Br¦\n---\n',
  ]) {
    it(`lets the server be asked at ${JSON.stringify(text)}`, () => assert.equal(asked(text), true));
  }
  for (const text of ['The War¦', '```mermaid\npie\n```\n\nThe¦', '- item\n- ite¦', '---\ntitle: A\n---\nThe¦']) {
    it(`spares it ${JSON.stringify(text)}`, () => assert.equal(asked(text), false));
  }
});
