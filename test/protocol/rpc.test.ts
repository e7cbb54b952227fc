import assert from 'node:assert/strict';
import { answer, type ReplyMessage, Requester, type RequestMessage } from '../../src/protocol';

type Sums = { double: { params: number; result: number }; fail: { params: null; result: null } };

describe('Requester and answer', () => {
  const handlers = {
    double: (n: number) => n * 2,
    fail: async () => {
      throw new Error('No such file.');
    },
  };
  const connect = () => {
    const requester: Requester<Sums> = new Requester<Sums>((message) => {
      void answer<Sums>(handlers, message).then((reply) => requester.settle(reply));
    });
    return requester;
  };

  it('brings each result back to its own request', async () => {
    const requester = connect();
    assert.deepEqual(await Promise.all([requester.request('double', 2), requester.request('double', 5)]), [4, 10]);
  });

  it('sends a rejection back as its sentence', async () => {
    await assert.rejects(connect().request('fail', null), new Error('No such file.'));
  });

  it('refuses a name that nobody handles, inherited ones too', async () => {
    const message = { type: 'request', id: 1, method: 'toString', params: null } as unknown as RequestMessage<Sums>;
    assert.deepEqual((await answer<Sums>(handlers, message)).reply, { err: 'There is no request named toString.' });
  });

  it('rejects what still waits when the channel closes, and lets late replies go', async () => {
    const requester = new Requester<Sums>(() => {});
    const waiting = requester.request('double', 1);
    requester.close('The panel was closed.');
    await assert.rejects(waiting, new Error('The panel was closed.'));
    const late: ReplyMessage = { type: 'reply', id: 1, reply: { ok: 2 } };
    requester.settle(late);
  });
});
