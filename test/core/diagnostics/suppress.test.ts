import assert from 'node:assert/strict';
import type { DiagnosticCode } from '../../../src/core/diagnostics/diagnostic-code';
import { suppress } from '../../../src/core/diagnostics/suppress';
import { parseCourseDocument } from '../../../src/core/parse-course-document';

/** What is left of a `link.broken` on every line `x` and a `math.unclosed` on every line `y`, as `line code`. */
function left(text: string): string[] {
  const document = parseCourseDocument({ uri: 'file:///a.md', text, version: 1 }, 'markdown');
  const codes: Readonly<Record<string, DiagnosticCode>> = { x: 'link.broken', y: 'math.unclosed' };
  const findings = [...text.matchAll(/^[xy]$/gm)].map(({ 0: word, index }) => ({
    ...{ code: codes[word]!, message: '', fixes: [] },
    span: { start: index, end: index + 1 },
  }));
  return suppress(document, findings).map(({ code, span }) => `${document.lines.lineOf(span.start)} ${code}`);
}

const comment = (what: string) => `<!-- coursewright-${what} -->`;

describe('suppress', () => {
  it('silences codes, or all, on the next line, in the file, or until they are enabled', () => {
    assert.deepEqual(left(`${comment('disable-next-line link.broken')}\nx\n\nx`), ['3 link.broken']);
    assert.deepEqual(left(`${comment('disable-next-line')}\nx\n\ny`), ['3 math.unclosed']);
    assert.deepEqual(left(`x\n\n${comment('disable-file link.broken')}\n\ny`), ['4 math.unclosed']);
    assert.deepEqual(left(`${comment('disable')}\n\nx\n\n${comment('enable')}\n\nx`), ['6 link.broken']);
  });

  it('enables one code of several again, and lets the others be', () => {
    const rest = `x\n\ny\n\n${comment('enable link.broken')}\n\nx\n\ny\n\n${comment('enable math.unclosed')}\n\ny`;
    assert.deepEqual(left(`${comment('disable link.broken, math.unclosed')}\n\n${rest}`), [
      '8 link.broken',
      '14 math.unclosed',
    ]);
    assert.deepEqual(left(`${comment('disable')}\n\n${rest}`), ['8 link.broken', '14 math.unclosed']);
  });

  it('says which comment silences nothing, unless another one silences that', () => {
    const idle = comment('disable-next-line link.broken');
    assert.deepEqual(left(`${idle}\ny`), ['1 math.unclosed', '0 suppress.unused']);
    assert.deepEqual(left(`${comment('disable-next-line suppress.unused')}\n${idle}\n`), []);
    assert.deepEqual(left(`${comment('disable-next-line suppress.unused')}\nx`), [
      '1 link.broken',
      '0 suppress.unused',
    ]);
  });
});
