import assert from 'node:assert/strict';
import { jsonTooDeep } from '../../../src/core/text/json-too-deep';

describe('jsonTooDeep', () => {
  for (const [what, text] of [
    ['lists', '['.repeat(5000)],
    ['objects', '{"a": '.repeat(5000)],
    ['both, with what closes', `${'[{"a": '.repeat(60)}1${'}]'.repeat(60)}`],
    ['lists behind a string that does not end', `"${'\n['.repeat(5000)}`],
    ['lists behind a comment', `/* " */ ${'['.repeat(5000)}`],
  ] as const)
    it(`is said of ${what}`, () => assert.ok(jsonTooDeep(text)! >= 0));

  for (const [what, text] of [
    ['an empty text', ''],
    ['a picture of megabytes', `["${'A'.repeat(16e6)}"]`],
    ['many rows', `[${'[1, {}], '.repeat(5000)}1]`],
    ['strings with the colours of a terminal', `["${'\\u001b[33mname\\u001b[0m='.repeat(5000)}"]`],
    ['strings with escaped quotes and brackets', `["${'\\"[{'.repeat(5000)}"]`],
    ['strings with colons', `{"source": "${'Gate: opens. '.repeat(500)}"}`],
    ['what closes too often', ']'.repeat(5000)],
    ['brackets in a comment', `// ${'['.repeat(500)}\n{}`],
  ] as const)
    it(`is not said of ${what}`, () => assert.equal(jsonTooDeep(text), undefined));
});
