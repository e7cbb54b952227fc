import assert from 'node:assert/strict';
import type { DemoSubject, PanelRequests } from '../../../src/protocol';
import { FenceWriter } from '../../../webview/demos/fence-writer';

type Edit = PanelRequests['editDemo']['params'];

const subject = (text: string, version: number): DemoSubject => {
  const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
  return { kind: 'demo', demo: 'moe', uri: 'file:///a.md', version, index: 0, range, contentRange: range, text };
};

describe('FenceWriter', () => {
  let edits: Edit[];
  let settle: ((saved: boolean) => void)[];
  let notices: string[];
  let writer: FenceWriter;
  const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

  beforeEach(() => {
    [edits, settle, notices] = [[], [], []];
    const request = (_method: string, params: unknown) => {
      edits.push(params as Edit);
      return new Promise<boolean>((resolve) => settle.push(resolve));
    };
    const events = { changed: () => undefined, notice: (words: string) => notices.push(words) };
    writer = new FenceWriter({ request: request as never }, events);
  });

  it('writes nothing while a knob moves and one edit when it is let go', async () => {
    writer.follow(subject('top_k: 2\n', 1), false);
    writer.try({ top_k: 3 });
    writer.try({ top_k: 4 });
    assert.deepEqual([edits.length, writer.trying], [0, { top_k: 4 }]);
    writer.set({ top_k: 4 });
    assert.deepEqual(edits[0]?.set, [{ path: ['top_k'], value: 4 }]);
    settle[0]!(true);
    await turn();
    assert.deepEqual(writer.trying, { top_k: 4 }, 'stands until the text has it');
    writer.follow(subject('top_k: 4\n', 2), false);
    assert.deepEqual(writer.trying, {});
  });

  it('lets a second edit wait for the text that the first one makes', async () => {
    writer.follow(subject('top_k: 2\n', 1), false);
    writer.set({ top_k: 4 });
    writer.set({ 'groups.count': 2 });
    assert.equal(edits.length, 1);
    settle[0]!(true);
    await turn();
    writer.follow(subject('top_k: 4\n', 2), false);
    assert.equal(edits.length, 2);
    assert.equal(edits[1]!.version, 2);
    assert.ok(edits[1]!.set.some(({ path }) => path.join() === 'groups,count'));
    settle[1]!(true);
    await turn();
    writer.follow(subject('top_k: 4\ngroups: {count: 2}\n', 3), false);
  });

  it('puts the knobs back and says so where the text could not be written', async () => {
    writer.follow(subject('top_k: 2\n', 1), false);
    writer.set({ top_k: 4 });
    settle[0]!(false);
    await turn();
    assert.deepEqual(writer.trying, {});
    assert.match(notices.at(-1)!, /could not be written/);
  });

  it('keeps what is tried on a read-only document and says that nothing is saved', () => {
    writer.follow(subject('top_k: 2\n', 1), true);
    writer.set({ top_k: 4 });
    assert.deepEqual([edits.length, writer.trying], [0, { top_k: 4 }]);
    assert.match(notices.at(-1)!, /nothing is saved/);
  });

  it('keeps what is tried where the document turns out to be read-only, and does not ask again', async () => {
    writer.follow(subject('top_k: 2\n', 1), false);
    writer.set({ top_k: 4 });
    writer.follow(subject('top_k: 2\n', 1), true);
    settle[0]!(false);
    await turn();
    assert.deepEqual([edits.length, writer.trying], [1, { top_k: 4 }]);
    assert.match(notices.at(-1)!, /nothing is saved/);
  });

  it('writes nothing where the fence has the value already', async () => {
    writer.follow(subject('top_k: 2\n', 1), false);
    writer.set({ top_k: 2 });
    await turn();
    assert.deepEqual(edits, []);
  });
});
