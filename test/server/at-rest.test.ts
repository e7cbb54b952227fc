import assert from 'node:assert/strict';
import { type Connection, FoldingRangeRequest } from 'vscode-languageserver';
import { Answers } from '../../src/server/answers';
import { OpenTexts } from '../../src/server/open-texts';
import { Readings } from '../../src/server/readings';
import { TypingPauses } from '../../src/server/typing-pauses';

describe('What an editor asks on every edit', () => {
  const uri = 'file:///course/lesson.md';
  const large = 'The water waits. '.repeat(7000);
  let pauses: TypingPauses;
  let texts: OpenTexts;
  let handled: string[];
  let ask: (token?: { isCancellationRequested: boolean }) => Promise<unknown>;

  beforeEach(() => {
    pauses = new TypingPauses();
    texts = new OpenTexts();
    handled = [];
    let handler: (params: unknown, token: unknown) => Promise<unknown>;
    const connection = {
      onRequest: (_: string, given: typeof handler) => {
        handler = given;
      },
    } as unknown as Connection;
    const fail = (error: unknown) => assert.fail(String(error));
    new Answers(connection, texts, new Readings(), pauses, fail).atRest(FoldingRangeRequest.type, null, async () => {
      handled.push(texts.get(uri)!.text.slice(large.length));
      return [];
    });
    ask = (token = { isCancellationRequested: false }) => handler({ textDocument: { uri } }, token);
    texts.open({ uri, languageId: 'markdown', version: 1, text: large });
  });

  const type = (letters: string) => pauses.edited(texts.change({ uri, version: 2 }, [{ text: large + letters }])!);

  it('is answered at once for a large text that rests', async () => {
    await ask();
    assert.deepEqual(handled, ['']);
  });

  it('is answered once, of the last text, while one is written', async () => {
    const asked: Promise<unknown>[] = [];
    for (const letters of ['t', 'te', 'tea']) {
      type(letters);
      asked.push(ask());
    }
    assert.deepEqual(handled, []);
    assert.deepEqual(await Promise.all(asked), [[], [], []]);
    assert.deepEqual(handled, ['tea']);
    await ask();
    assert.deepEqual(handled, ['tea', 'tea'], 'a later question is another one');
  });

  it('is answered at once when the text is saved or small', async () => {
    type('tea');
    pauses.left(uri);
    await ask();
    pauses.edited(texts.change({ uri, version: 3 }, [{ text: '# Tea' }])!);
    await ask();
    assert.equal(handled.length, 2);
  });

  it('is answered at once for one who waits, when the text is saved', async () => {
    type('tea');
    const asked = ask();
    await new Promise((resolve) => setImmediate(resolve));
    pauses.left(uri);
    const later = new Promise((resolve) => setImmediate(() => setImmediate(() => resolve('later'))));
    assert.deepEqual(await Promise.race([asked, later]), []);
  });

  it('is not worked out for one who withdraws it', async () => {
    type('tea');
    const token = { isCancellationRequested: false };
    const asked = ask(token);
    token.isCancellationRequested = true;
    assert.match(String(await asked), /withdrawn/);
    assert.deepEqual(handled, []);
  });
});
