import assert from 'node:assert/strict';
import { issueBody } from '../../src/extension/issue-report';

describe('a report of an issue', () => {
  it('says what was found where, in counts', () => {
    const open = { markdown: 2, python: 1 };
    const body = issueBody({ version: '1.2.3', host: 'desktop', files: 1, open, failures: 2, settings: ['exclude'] });
    assert.deepEqual(body.split('\n').slice(-5), [
      '- Coursewright 1.2.3, desktop',
      '- Course: 1 file; open: 2 markdown, 1 python',
      '- Failures since the server began: 2',
      '- Settings changed: exclude',
      '',
    ]);
  });

  it('says so where nothing is known', () => {
    const body = issueBody({ version: '0', host: 'web', files: undefined, open: {}, failures: 0, settings: [] });
    assert.match(body, /Course: not read; open: none\n.*: 0\n.*: none\n$/);
  });
});
