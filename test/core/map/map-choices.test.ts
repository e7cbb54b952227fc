import assert from 'node:assert/strict';
import { Glossary } from '../../../src/core/glossary/glossary';
import { DiagramMerger } from '../../../src/core/map/diagram-merger';
import { mapChoices } from '../../../src/core/map/map-choices';
import { parseCourseDocument } from '../../../src/core/parse-course-document';

describe('by what a map can be filtered', () => {
  const merged = (...texts: string[]) => {
    const merger = new DiagramMerger();
    for (const [i, text] of texts.entries()) {
      const diagram = `\`\`\`mermaid\nflowchart LR\n${text}\n\`\`\`\n`;
      merger.add(
        parseCourseDocument({ uri: `file:///${i}.md`, text: diagram, version: 1 }, 'markdown'),
        new Glossary([]),
      );
    }
    return merger.graph();
  };

  it('names each file, concept and label once, the most frequent first', () => {
    const graph = merged(
      'A[Rare] -->|Needs| B[Router]\n  A -->|has| C[Expert]',
      'X[router] -->|**needs**| Y[expert]\n  Y --> Z[Router]',
      'Q[Expert]',
    );
    assert.deepEqual(
      mapChoices(graph, (uri) => uri.slice(8)),
      {
        files: ['0.md', '1.md', '2.md'],
        concepts: ['Expert', 'Router', 'Rare'],
        labels: [
          { label: 'Needs', arrows: 2 },
          { label: 'has', arrows: 1 },
        ],
      },
    );
  });

  it('offers nothing of a course without diagrams', () =>
    assert.deepEqual(
      mapChoices(merged(), (uri) => uri),
      { files: [], concepts: [], labels: [] },
    ));
});
