import assert from 'node:assert/strict';
import fc from 'fast-check';
import { refusalOf, soundFromPanel, soundToPanel } from '../../src/protocol';

const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 2 } };
const colours = Object.fromEntries(
  ['background', 'foreground', 'muted', 'line', 'surface', 'group', 'border', 'accent'].map((name) => [name, '#fff']),
);
const request = (method: string, params: unknown) => ({ type: 'request', id: 1, method, params });
const ofText = { uri: 'file:///a.md', version: 1, index: 0, range, contentRange: range, text: 'flowchart TD' };

/** One of each message that the page sends. */
const fromPanel = [
  { type: 'ready', state: null },
  { type: 'ready', state: { uri: 'file:///a.md', index: 0 } },
  { type: 'reveal', uri: 'file:///a.md', range, focus: true },
  { type: 'fix', range },
  { type: 'drawing', what: '60 nodes and 900 connections' },
  { type: 'drawing', what: null },
  { type: 'go', index: 1 },
  { type: 'closeInPlace' },
  request('saveFile', { name: 'a.png', base64: '', kind: 'png' }),
  request('saveFile', { name: 'a.svg', base64: '', kind: 'svg', source: { uri: 'file:///a.md', line: 3 } }),
  request('search', 'gate'),
  request('explain', [range]),
  request('copyText', 'a'),
  request('keepRecall', { id: 'a', box: 1, due: 20_000 }),
  request('markSkill', { name: 'Gate', state: 'doing' }),
  request('lesson', { uri: 'file:///a.md' }),
  request('picture', { text: 'flowchart TD', colours }),
  request('readData', { uri: 'file:///a.md', path: 'a.csv' }),
  request('editDemo', { uri: 'file:///a.md', version: 1, index: 0, set: [{ path: ['q', 0], value: 1 }] }),
];

/** One of each message that the page is sent. */
const toPanel = [
  { type: 'subject', subject: null, contents: [], unread: 'reading', document: 'a.md', readOnly: false },
  {
    type: 'subject',
    subject: {
      ...ofText,
      kind: 'diagram',
      type: 'flowchart',
      typeName: 'Flowchart',
      nodes: [{ id: 'A', kind: 'node', label: 'Gate', range, places: [range], ranges: [range], group: 0 }],
      edges: [{ from: 'A', to: 'A', label: 'x', range }],
      groups: [{ kind: 'subgraph', range }],
    },
    contents: [{ kind: 'diagram', title: 'Gate', range }],
    unread: null,
    document: 'a.md',
    readOnly: true,
  },
  {
    type: 'subject',
    subject: { ...ofText, kind: 'demo', demo: 'moe' },
    contents: [],
    unread: null,
    document: '',
    readOnly: false,
  },
  { type: 'problems', problems: [{ message: 'Broken.', severity: 'error', range, fix: 'Mend' }] },
  { type: 'light', part: null },
  { type: 'light', part: { edge: 0 } },
  { type: 'progress', states: { A: 'done' } },
  { type: 'command', command: 'fit' },
  { type: 'data' },
  {
    type: 'kit',
    kit: {
      title: 'A',
      parts: [
        { title: 'B', entries: [{ text: 'C', depth: 0, uri: 'file:///a.md', line: 0 }], diagram: 'flowchart TD' },
      ],
      missing: [],
      cards: [{ id: 'a', front: 'A', back: '', meaning: '', shown: '', uri: 'file:///a.md', line: 0 }],
    },
    page: 'cards',
    recall: { a: { box: 1, due: 2 } },
  },
  { type: 'reading', reading: { title: 'A', uri: 'file:///a.md', sentences: [{ text: 'A', spoken: 'A', range }] } },
  { type: 'reply', id: 1, reply: { ok: null } },
  { type: 'reply', id: 1, reply: { err: 'No.' } },
];

/** What may stand where something else should. */
const junk = [
  undefined,
  null,
  true,
  -1,
  0.5,
  Number.NaN,
  'x',
  [],
  [null],
  {},
  { start: 1 },
  { __proto__: null },
  () => 1,
];

/** The paths of all values in a value, the whole left out. */
function pathsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([name, one]) => pathsIn(one, [...path, name]));
  return path.length > 0 ? [path, ...below] : below;
}

function withAt(value: unknown, [name, ...rest]: readonly string[], put: unknown): unknown {
  if (name === undefined) return put;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[name] = withAt(copy[name], rest, put);
  return copy;
}

for (const [side, take, messages] of [
  ['soundFromPanel', soundFromPanel, fromPanel],
  ['soundToPanel', soundToPanel, toPanel],
] as const) {
  describe(side, () => {
    for (const message of messages) {
      it(`takes ${JSON.stringify(message).slice(0, 60)} as it is`, () => {
        const taken: unknown = take(message);
        assert.equal(taken, message);
      });
    }

    it('throws at nothing that stands where something else should, and takes no message without its fields', () => {
      for (const message of messages) {
        for (const path of pathsIn(message)) for (const one of junk) take(withAt(message, path, one));
        const { type, ...fields } = message as Record<string, unknown>;
        const bare: unknown = take({ type });
        assert.equal(bare !== undefined, Object.keys(fields).length === 0, JSON.stringify(message));
      }
    });

    it('takes no place that is none', () => {
      for (const message of messages) {
        for (const path of pathsIn(message).filter(
          (one) => /^(?:line|range)$/.test(one.at(-1)!) && !one.includes('colours'),
        )) {
          for (const one of [null, -1, 0.5, '0', [], {}]) {
            assert.equal(take(withAt(message, path, one)), undefined, `${path.join('.')} ${JSON.stringify(message)}`);
          }
        }
      }
    });

    it('throws at nothing, and takes nothing for a message by chance', () =>
      fc.assert(fc.property(fc.anything(), (value) => take(value) === undefined)));

    it('knows no type by what every object has', () => {
      for (const type of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
        assert.equal(take({ type }), undefined);
      }
    });
  });
}

describe('refusalOf', () => {
  it('answers a request that is none, where it has a number, and nothing else', () => {
    assert.equal(refusalOf({ type: 'request', id: 3, method: 'saveFile', params: 7 })?.id, 3);
    for (const sent of [null, 1, [], {}, { type: 'request' }, { type: 'request', id: '3' }, { type: 'go', id: 3 }])
      assert.equal(refusalOf(sent), undefined);
  });
});
