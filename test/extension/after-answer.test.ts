import assert from 'node:assert/strict';
import { afterAnswer } from '../../src/extension/after-answer';
import type { PanelSubject, Unread } from '../../src/protocol';

const uri = 'file:///lesson.md';
const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const found = (version: number | null, unread: Unread | null = null, of = uri) => {
  const subject: PanelSubject | null =
    version === null
      ? null
      : { uri: of, version, index: 0, range: place, contentRange: place, text: '', kind: 'demo', demo: 'moe' };
  return { subject, contents: [], unread };
};

describe('What the server answers to the panel', () => {
  for (const [what, answer, shown, expected] of [
    ['is shown', found(3), found(2), 'shown'],
    ['is not shown of an earlier text, and asked for again', found(2), found(2), 'asked again'],
    ['is shown where there is nothing', found(null), found(2), 'shown'],
    ['is shown while nothing is known of the document', found(null, 'reading'), found(null), 'shown, asked again'],
    [
      'is shown so after another document',
      found(null, 'reading'),
      found(9, null, 'file:///a.md'),
      'shown, asked again',
    ],
    ['leaves the document’s picture while a newer text is read', found(null, 'reading'), found(2), 'asked again'],
    ['is shown where the text is left out', found(null, 'left out'), found(2), 'shown'],
  ] as const) {
    it(what, () => {
      const { shows, asksAgain } = afterAnswer(answer, shown, uri, 3);
      assert.equal([shows && 'shown', asksAgain && 'asked again'].filter(Boolean).join(', '), expected);
    });
  }
});
