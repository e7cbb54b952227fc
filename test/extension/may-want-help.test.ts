import assert from 'node:assert/strict';
import { mayWantHelp } from '../../src/extension/may-want-help';

const asked = (marked: string, languageId = 'markdown'): boolean => {
  const before = marked.slice(0, marked.indexOf('¦')).split('\n');
  const lines = marked.replace('¦', '').split('\n');
  const lineAt = ((line: number) => ({ text: lines[line] })) as Parameters<typeof mayWantHelp>[0]['lineAt'];
  return mayWantHelp({ languageId, lineAt }, { line: before.length - 1, character: before.at(-1)!.length });
};

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
