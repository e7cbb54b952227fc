import assert from 'node:assert/strict';
import type { CourseDiagnostic } from '../../../src/core/diagnostics/course-diagnostic';
import { sayOnce } from '../../../src/core/diagnostics/say-once';

const many = (count: number, severity: CourseDiagnostic['severity'], message = (i: number) => `“T${i}” is not used`) =>
  Array.from({ length: count }, (_, i): CourseDiagnostic => {
    const span = { start: 100 - i, end: 101 - i };
    return { code: 'term.unused', severity, span, message: message(i), fixes: [] };
  });

describe('sayOnce', () => {
  it('says what comes more than ten times once, at the first place, with the count', () => {
    const [one, ...others] = sayOnce(many(11, 'hint'));
    assert.deepEqual(others, []);
    assert.deepEqual(one!.span, { start: 90, end: 91 });
    assert.equal(one!.message, '“T10” is not used (and 10 more like this in the file)');
  });

  it('leaves ten, other words, warnings and errors', () => {
    for (const found of [
      many(10, 'hint'),
      many(40, 'warning'),
      many(40, 'error'),
      [...many(8, 'information'), ...many(8, 'information', () => 'Other words')],
    ])
      assert.deepEqual(sayOnce(found), found);
  });
});
