import assert from 'node:assert/strict';
import { descriptionOf, labelOf, shownTerms, tooltipOf } from '../../../src/extension/views/glossary-items';
import type { GlossaryItem } from '../../../src/protocol';

const range = { start: { line: 2, character: 4 }, end: { line: 2, character: 10 } };

const item = (term: string, more: Partial<GlossaryItem> = {}, definition = 'Says something.'): GlossaryItem => ({
  term,
  acronym: null,
  emoji: null,
  aliases: [],
  definitions: [{ uri: 'file:///course/a.md', range, definition }],
  unused: false,
  conflict: null,
  ...more,
});

const names = (items: readonly GlossaryItem[]) => items.map(({ term }) => term);

describe('The glossary view’s items', () => {
  const items = [
    item('Router', { acronym: 'RT' }, 'Picks experts.'),
    item('attention', { aliases: ['Looking Back'] }),
    item('Layer 10'),
    item('Layer 9'),
  ];

  it('stand by name as people count, or as they are defined', () => {
    assert.deepEqual(names(shownTerms(items, '', 'name')), ['attention', 'Layer 9', 'Layer 10', 'Router']);
    assert.deepEqual(names(shownTerms(items, '', 'place')), names(items));
  });

  it('are found by each word of name, acronym, alias and definition, in any case', () => {
    assert.deepEqual(names(shownTerms(items, 'rt', 'name')), ['Router']);
    assert.deepEqual(names(shownTerms(items, ' looking  BACK ', 'name')), ['attention']);
    assert.deepEqual(names(shownTerms(items, 'experts router', 'name')), ['Router']);
    assert.deepEqual(names(shownTerms(items, 'experts layer', 'name')), []);
  });

  it('say in short what they mean and what is the matter', () => {
    const router = item('Router', { acronym: 'RT', emoji: '🧭' }, 'Picks **experts**\n\nfor a token.');
    assert.equal(labelOf(router), '🧭 Router');
    assert.equal(descriptionOf(router), 'RT · Picks experts for a token.');
    assert.equal(descriptionOf({ ...router, unused: true }), 'not used · RT · Picks experts for a token.');
    assert.match(descriptionOf({ ...router, unused: true, conflict: 'definitions' }), /^defined differently · RT/);
    assert.equal(
      descriptionOf(item('Score', {}, 'Is `qᵀk/d_model`, a [number](file:///a.md).')),
      'Is qᵀk/d_model, a number.',
    );
    assert.equal(descriptionOf(item('RAG', { acronym: 'RAG' }, '')), '');
  });

  it('explain themselves in markdown, and text that only looks like it stays text', () => {
    const odd = item('a*b*c', { acronym: 'A_B', conflict: 'acronym' }, 'As **bold** as written.');
    assert.equal(
      tooltipOf(odd, (uri) => uri.slice('file:///course/'.length)),
      '**a\\*b\\*c** (A\\_B)\n\nAs **bold** as written.\n\nDefined in a.md, line 3\n\n*A\\_B stands for an earlier term as well.*',
    );
  });
});
