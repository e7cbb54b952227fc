import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import { rankItems } from '../../../src/core/features/rank-items';
import { markedCourse } from '../../support/marked-course';

function ranked(source: string, items: readonly Partial<CompletionItem>[]) {
  const { context, offset, spans } = markedCourse(source);
  const range = context.document.lines.rangeOf({ start: spans[0]!.start, end: spans[0]!.end });
  const whole = items.map((item) => ({ label: '', textEdit: { range, newText: item.label ?? '' }, ...item }));
  return rankItems(context.document, Math.max(offset, spans[0]!.end), whole).items;
}

describe('rankItems', () => {
  it('puts what begins so before what holds it, then keeps the items’ own order', () => {
    const items = ranked('<|Le|>', [
      { label: 'Idle' },
      { label: 'lemon', sortText: '1' },
      { label: 'Leaf', sortText: '2' },
      { label: 'Lemma', sortText: '1' },
      { label: 'Pot' },
    ]);
    assert.deepEqual(
      items.map(({ label }) => label),
      ['Lemma', 'Leaf', 'lemon', 'Idle'],
    );
  });

  it('lets every editor match them alike: all begin with what is typed, none ends there', () => {
    for (const { filterText } of ranked('<|le|>', [{ label: 'Leaf' }, { label: 'le' }, { label: 'A leaf' }])) {
      assert.ok(filterText!.startsWith('le') && filterText!.length > 2, filterText);
    }
  });

  it('offers one of two with the same label', () => {
    const items = ranked('<|>x', [
      { label: 'A', detail: 'later', sortText: '2' },
      { label: 'A', detail: 'first', sortText: '1' },
    ]);
    assert.deepEqual(
      items.map(({ detail }) => detail),
      ['first'],
    );
  });

  it('finds an item by its other name', () => {
    assert.equal(ranked('<|Lea|>', [{ label: 'LF', filterText: 'Leaf' }])[0]?.label, 'LF');
  });

  it('leaves the indentation of the first line to the editor', () => {
    const { context, offset } = markedCourse('  lo<|>');
    const range = context.document.lines.rangeOf({ start: 2, end: offset });
    const [item] = rankItems(context.document, offset, [
      { label: 'loop', textEdit: { range, newText: 'loop\n    x\n  end' } },
    ]).items;
    assert.deepEqual(item!.textEdit, { range, newText: 'loop\n  x\nend' });
  });
});
