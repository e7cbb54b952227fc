import assert from 'node:assert/strict';
import { mergedSettings, readSettings } from '../../src/core/settings';

describe('readSettings', () => {
  const newer = (raw: unknown) => readSettings(raw).severity['mermaid.newer'];

  it('marks what is newer than the target, unless told otherwise', () => {
    assert.equal(newer({}), 'information');
    assert.equal(newer({ mermaid: { target: '10' } }), 'information');
    assert.equal(readSettings({ mermaid: { target: 10 } }).mermaid.target, '10');
    assert.equal(newer({ 'mermaid.target': '10', severity: { 'mermaid.newer': 'error' } }), 'error');
    assert.equal(newer({ 'mermaid.target': '10', 'severity.mermaid.newer': 'off' }), 'off');
  });

  it('reads the size of files in megabytes, and takes nothing that is none', () => {
    const bytes = (maxSize: unknown) => readSettings({ files: { maxSize } }).files.maxSize;
    assert.deepEqual([bytes(1), bytes(0.5), bytes(null)], [2 ** 20, 2 ** 19, 2 ** 24]);
    assert.deepEqual([bytes(0), bytes(-1), bytes('3'), bytes(Number.NaN)], Array(4).fill(2 ** 24));
  });
});

describe('mergedSettings', () => {
  it('lets what a client sends win key by key, however each side spells it', () => {
    const file = { 'mermaid.target': '10', severity: { 'term.unused': 'off', 'link.broken': 'error' } };
    const client = { mermaid: { target: '11', timeout: null }, exclude: null, severity: { 'link.broken': 'hint' } };
    const { mermaid, exclude, severity } = readSettings(mergedSettings(file, client));
    assert.deepEqual(mermaid, { target: '11', timeout: 10_000 });
    assert.ok(exclude.length > 0);
    assert.deepEqual([severity['term.unused'], severity['link.broken']], ['off', 'hint']);
    assert.deepEqual(mergedSettings(file, null), mergedSettings(file, {}));
  });
});
