import assert from 'node:assert/strict';
import { PreviewData } from '../../src/extension/preview-data';
import type { Ask } from '../../src/protocol';

describe('data files of a preview', () => {
  const [page, demo] = ['file:///a.md', 'data: { path: runs.csv }'];
  const files = new Map([['runs.csv', 'n\n1\n']]);
  let asked: string[];
  let come: string[];
  let data: PreviewData;
  const settle = () => new Promise((done) => setTimeout(done));

  beforeEach(() => {
    [asked, come] = [[], []];
    const ask = async (_: unknown, { path }: { path: string }) => {
      asked.push(path);
      return { file: { text: files.get(path) } };
    };
    data = new PreviewData(ask as unknown as Ask, (of) => come.push(of));
  });

  it('are asked for once, and told of with the document that asked', async () => {
    assert.equal(data.of(demo, page), '{}');
    await settle();
    assert.equal(data.of(demo, page), '{"runs.csv":{"text":"n\\n1\\n"}}');
    assert.deepEqual([asked, come], [['runs.csv'], [page]]);
  });

  it('are told of again only where they are others', async () => {
    data.of(demo, page);
    await settle();
    data.readAgain();
    await settle();
    assert.deepEqual([asked.length, come.length], [2, 1]);
    files.set('runs.csv', 'n\n2\n');
    data.readAgain();
    await settle();
    assert.deepEqual([asked.length, come.length], [3, 2]);
  });

  it('are forgotten with their document, even while they are read', async () => {
    data.of(demo, page);
    data.keep(() => false);
    await settle();
    assert.deepEqual(come, []);
    data.readAgain();
    await settle();
    assert.equal(asked.length, 1);
    data.of(demo, page);
    data.keep((of) => of === page);
    await settle();
    assert.deepEqual(come, [page]);
  });

  it('are none where a demo names none', () => assert.equal(data.of('experts: 8', page), undefined));
});
