import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Position } from 'vscode-languageserver-types';
import { LineIndex } from '../../src/core/text/line-index';
import { OpenTexts, TextLost } from '../../src/server/open-texts';
import '../support/property-seed';

const uri = 'file:///c%3A/course/a.md';
const opened = (text: unknown = '# A\n', version: unknown = 0) => {
  const texts = new OpenTexts();
  texts.open({ uri, languageId: 'markdown', version, text });
  return texts;
};
const range = (line: number, character: number, endLine = line, endCharacter = character) => ({
  start: { line, character },
  end: { line: endLine, character: endCharacter },
});

describe('Open texts', () => {
  it('are one file by every spelling of its URI, told to the client as it spells it', () => {
    const texts = new OpenTexts();
    texts.open({ uri: 'file:///C:/course/a b.md', languageId: 'markdown', version: 0, text: 'x' });
    const text = texts.get('file:///c%3A/course/a%20b.md');
    assert.deepEqual([text?.spelling, text?.version, text?.text], ['file:///C:/course/a b.md', 0, 'x']);
  });

  it('are replaced when opened again, and gone when closed once', () => {
    const texts = opened('one');
    texts.open({ uri, languageId: 'markdown', version: 7, text: 'two' });
    assert.deepEqual(
      [...texts].map(({ text, version }) => [text, version]),
      [['two', 7]],
    );
    assert.ok(texts.close(uri));
    assert.ok(!texts.close(uri));
    assert.ok(!texts.has(uri));
  });

  it('know nothing of a change of what was never opened', () => {
    const texts = new OpenTexts();
    assert.equal(texts.change({ uri, version: 2 }, [{ text: 'x' }]), undefined);
    assert.ok(!texts.has(uri));
  });

  it('follow edits without a version', () => {
    const texts = opened();
    assert.equal(texts.change({ uri }, [{ range: null, text: 'x' }])?.version, 1);
    assert.equal(texts.change({ uri, version: null }, [{ range: range(0, 1), text: 'y' }])?.text, 'xy');
  });

  it('follow edits beyond the end', () => {
    const texts = opened('a\nb');
    assert.equal(
      texts.change({ uri, version: 1 }, [{ range: range(9, 9, 20, 1), text: '\nc\nd' }])?.text,
      'a\nb\nc\nd',
    );
    assert.equal(texts.change({ uri, version: 2 }, [{ range: range(3, 0, 99, 0), text: 'e' }])?.text, 'a\nb\nc\ne');
  });

  const junk: readonly unknown[] = [
    undefined,
    null,
    'x',
    [null],
    [{}],
    [{ text: 5 }],
    [{ text: 'x', range: {} }],
    [{ text: 'x', range: { start: { line: 0 }, end: { line: 0, character: 0 } } }],
    [{ text: 'good' }, { text: null }],
  ];
  for (const edits of junk) {
    it(`are lost by ${JSON.stringify(edits)}, until they come whole`, () => {
      const texts = opened();
      assert.throws(() => texts.change({ uri, version: 1 }, edits), TextLost);
      assert.equal(texts.get(uri), undefined);
      assert.ok(texts.has(uri), 'the disk must not be asked instead');
      assert.throws(() => texts.change({ uri, version: 2 }, [{ range: range(0, 0), text: 'x' }]), TextLost);
      assert.equal(texts.change({ uri, version: 3 }, [{ text: 'whole' }])?.text, 'whole');
    });
  }

  for (const text of [5, null, undefined, {}, ['x']]) {
    it(`are lost when opened with ${JSON.stringify(text)}`, () => {
      const texts = new OpenTexts();
      assert.throws(() => texts.open({ uri, languageId: 'markdown', version: 1, text }), TextLost);
      assert.ok(texts.has(uri));
      assert.deepEqual([...texts], []);
    });
  }

  it('come out as a plain splice of the text has it, for any edits, beyond its end too', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '\n', '\r\n', '\r', '😀', '# '), { maxLength: 20 })
      .map((all) => all.join(''));
    const place = fc.record({ line: fc.nat(7), character: fc.nat(5) });
    const edit = fc.record({ start: place, end: place, text }).filter(({ start, end }) => isBefore(start, end));
    fc.assert(
      fc.property(text, fc.array(fc.array(edit, { maxLength: 4 }), { maxLength: 3 }), (before, events) => {
        const texts = opened(before);
        let plain = before;
        for (const edits of events) {
          for (const { start, end, text: newText } of edits) {
            const lines = new LineIndex(plain);
            plain = plain.slice(0, lines.offsetAt(start)) + newText + plain.slice(lines.offsetAt(end));
          }
          const sent = edits.map(({ start, end, text: newText }) => ({ range: { start, end }, text: newText }));
          assert.equal(texts.change({ uri, version: 2 }, sent)?.text, plain);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

const isBefore = (a: Position, b: Position) => a.line < b.line || (a.line === b.line && a.character <= b.character);
