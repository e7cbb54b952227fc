import assert from 'node:assert/strict';
import { type PublishedModel, publishedModels } from '../../../src/core/reference/model-size/published-models';
import { publishedSampling } from '../../../src/core/reference/sampling/published-sampling';
import { publishedNotes } from '../../../webview/demos/published-notes';

describe('notes of published numbers', () => {
  it('are all marked to be said, and none that there is not', () => {
    const models: readonly PublishedModel[] = Object.values(publishedModels);
    const noted = [...models.flatMap(({ differs }) => differs ?? []), ...publishedSampling.map(({ method }) => method)];
    assert.deepEqual([...new Set(publishedNotes)].sort(), [...new Set(noted)].sort());
  });
});
