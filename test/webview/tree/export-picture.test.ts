import assert from 'node:assert/strict';
import { fileName } from '../../../webview/tree/export-picture';

describe('fileName', () => {
  it('is made of the letters and numbers of the title', () => {
    assert.equal(fileName('📊 MoE & MLA: *Overview*', 'x'), 'moe-mla-overview');
    assert.equal(fileName('学习 ⚡', 'x'), '学习');
  });
  it('is the other one where no letter is left', () => {
    assert.equal(fileName('⚡', 'flowchart'), 'flowchart');
    assert.equal(fileName(undefined, 'flowchart'), 'flowchart');
  });
});
