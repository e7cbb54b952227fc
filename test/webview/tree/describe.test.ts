import assert from 'node:assert/strict';
import type { DiagramSubject } from '../../../src/protocol';
import { describe as inWords } from '../../../webview/tree/describe';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const node = (id: string, label: string, group?: number) => ({
  id,
  label,
  kind: 'node',
  range,
  ranges: [range],
  places: [range],
  ...(group === undefined ? {} : { group }),
});

describe('a diagram in words', () => {
  const subject: DiagramSubject = {
    kind: 'diagram',
    uri: 'file:///a.md',
    version: 1,
    index: 0,
    title: 'Skills',
    range,
    contentRange: range,
    text: '',
    type: 'flowchart',
    typeName: 'Flowchart',
    nodes: [node('A', 'Attention'), node('B', 'Experts', 0)],
    edges: [{ from: 'A', to: 'B', label: 'routes', range }],
    groups: [{ kind: 'subgraph', id: 'G', label: 'Sparse', range }],
  };

  it('says how much there is and where each node leads', () => {
    assert.deepEqual(inWords(subject), {
      summary: 'Flowchart in “Skills”: 2 nodes and 1 connection.',
      nodes: [
        { id: 'A', text: 'Attention, leads to Experts (routes).' },
        { id: 'B', text: 'Experts, in Sparse.' },
      ],
    });
  });

  it('calls a diagram what people call it', () => {
    assert.match(inWords({ ...subject, type: 'state', typeName: 'State diagram' }).summary, /^State diagram in/);
  });
});
