import assert from 'node:assert/strict';
import { diskModels } from '../../src/host/disk-models';

describe('diskModels', () => {
  it('reads a shipped model once', async () => {
    const models = diskModels('media/models');
    const model = await models.load('sort-nano');
    assert.equal(model.name, 'sort-nano');
    assert.equal(await models.load('sort-nano'), model);
  });

  it('says which model cannot be had', async () => {
    await assert.rejects(diskModels('media/models').load('none'), /none\.json cannot be read: no such file/);
  });
});
