import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../../../src/core/features/hover';
import { mermaidFindings } from '../../../../src/core/features/mermaid/mermaid-findings';
import type { MermaidJudge } from '../../../../src/core/mermaid/judge';
import { memoryCourse } from '../../../support/memory-course';

const judge: MermaidJudge = {
  version: '12.3.0',
  judge: () => Promise.resolve({ kind: 'good', type: 'kanban' }),
  show: () => Promise.resolve(undefined),
  dispose: () => Promise.resolve(),
};

describe('the Mermaid of the readers', () => {
  const text = '```mermaid\nkanban\n  todo[Do it]\n```\n';
  const asked = (files: Readonly<Record<string, string>>, previewMermaid?: string) => {
    const context = memoryCourse({ 'a.md': text, ...files }).context('a.md');
    return { ...context, judge, previewMermaid };
  };
  const old = { 'package.json': '{ "devDependencies": { "mermaid": "^10.0.0" } }' };

  it('marks what it does not know, and says what tells', async () => {
    const found = await mermaidFindings(asked(old));
    assert.deepEqual(
      found.map(({ code, message }) => [code, message]),
      [['mermaid.newer', '‘kanban’ came with Mermaid 11.4; the target is 10, says package.json.']],
    );
    assert.deepEqual(await mermaidFindings(asked({})), []);
    assert.deepEqual(await mermaidFindings(asked({}, '11.17.0')), []);
    assert.equal((await mermaidFindings(asked({}, '10.9.0'))).length, 1);
  });

  it('is shown on the word that opens a diagram', async () => {
    const said = async (files: Readonly<Record<string, string>>, preview?: string) =>
      ((await hover(asked(files, preview), text.indexOf('mermaid')))!.contents as MarkupContent).value;
    assert.equal(await said(old), 'Readers have **Mermaid 10**, says package.json. Checked with Mermaid 12.3.0.');
    assert.match(await said({}, '11.17.0'), /\*\*Mermaid 11\.17\.0\*\*, says the preview of VS Code/);
    assert.match(await said({}), /^Nothing says which Mermaid/);
  });
});
