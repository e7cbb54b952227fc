import assert from 'node:assert/strict';
import { readSettings } from '../../src/core/settings';

describe('readSettings', () => {
  const newer = (raw: unknown) => readSettings(raw).severity['mermaid.newer'];

  it('marks what is newer once a target is named, unless told otherwise', () => {
    assert.equal(newer({}), 'off');
    assert.equal(newer({ mermaid: { target: '10' } }), 'information');
    assert.equal(newer({ 'mermaid.target': '10', severity: { 'mermaid.newer': 'error' } }), 'error');
    assert.equal(newer({ 'mermaid.target': '10', 'severity.mermaid.newer': 'off' }), 'off');
  });
});
