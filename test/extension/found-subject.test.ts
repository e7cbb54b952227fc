import assert from 'node:assert/strict';
import { type AskedAbout, FoundSubject } from '../../src/extension/found-subject';
import type { Ask, DiagramSubject, ServerRequests } from '../../src/protocol';
import { until } from '../support/until';

type Asked = ServerRequests['coursewright/panelSubject']['params'];
type Found = ServerRequests['coursewright/panelSubject']['result'];

const uri = 'file:///a.md';
const subjectOf = (version: number): Found => ({
  subject: { kind: 'diagram', uri, version } as DiagramSubject,
  contents: [],
  unread: null,
});

describe('FoundSubject', () => {
  /** Questions that wait for their answers, in order. */
  let asked: { readonly question: Asked; answer(found: Found): void; fail(): void }[];
  let about: { uri: string | undefined; document: { version: number } | undefined };
  let shown: number[];
  let subject: FoundSubject;
  const cursor = { line: 3, character: 1 };

  beforeEach(() => {
    asked = [];
    shown = [];
    about = { uri, document: { version: 1 } };
    const ask = (_: string, question: Asked) =>
      new Promise<Found>((answer, reject) => asked.push({ question, answer, fail: () => reject(new Error('gone')) }));
    subject = new FoundSubject(
      ask as unknown as Ask,
      about satisfies AskedAbout,
      () => cursor,
      () => shown.push(subject.found.subject?.version ?? 0),
    );
  });
  afterEach(() => subject.dispose());

  it('tells what was found, and asks nothing without a document', async () => {
    const telling = subject.ask({ index: 2 });
    asked[0]!.answer(subjectOf(1));
    await telling;
    assert.deepEqual(asked[0]!.question, { uri, patient: false, index: 2 });
    assert.deepEqual(shown, [1]);
    about.document = undefined;
    await subject.ask({ index: 0 });
    assert.equal(asked.length, 1);
  });

  it('uses no answer that another question has overtaken', async () => {
    const first = subject.ask({ index: 0 });
    const second = subject.ask({ index: 1 });
    asked[1]!.answer({ ...subjectOf(1), contents: [] });
    await second;
    asked[0]!.answer(subjectOf(1));
    await first;
    assert.deepEqual(shown, [1]);
  });

  it('asks again about a text that is later than the answer, and for what stands under the cursor by then', async () => {
    const telling = subject.ask({ position: cursor });
    about.document!.version = 2;
    asked[0]!.answer(subjectOf(1));
    await telling;
    assert.deepEqual(shown, []);
    await until(() => asked.length === 2, 'another question');
    assert.deepEqual(asked[1]!.question, { uri, patient: false, position: cursor });
    asked[1]!.answer(subjectOf(2));
    await until(() => shown.length === 1, 'the later text shown');
    assert.deepEqual(shown, [2]);
  });

  it('waits patiently for a text that is being read', async () => {
    const telling = subject.ask({ index: 4 });
    asked[0]!.answer({ subject: null, contents: [], unread: 'reading' });
    await telling;
    await until(() => asked.length === 2, 'another question');
    assert.deepEqual(asked[1]!.question, { uri, patient: true, index: 4 });
  });

  it('keeps what it has where the server fails, and uses nothing that comes after its end', async () => {
    const failing = subject.ask({ index: 0 });
    asked[0]!.fail();
    await failing;
    const late = subject.ask({ index: 0 });
    subject.dispose();
    asked[1]!.answer(subjectOf(1));
    await late;
    assert.deepEqual(shown, []);
  });

  it('asks once for what comes in quick succession', async () => {
    for (let key = 0; key < 5; key++) subject.askSoon(1);
    await until(() => asked.length > 0, 'a question');
    assert.equal(asked.length, 1);
  });
});
