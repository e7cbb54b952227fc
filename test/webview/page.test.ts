import assert from 'node:assert/strict';
import type { DemoSubject, DiagramSubject, FromPanel, PanelSubject, SubjectEntry } from '../../src/protocol';
import { Page, type Shown } from '../../webview/page';

const uri = 'file:///course.md';
const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
const base = { uri, version: 1, index: 0, range, contentRange: range, text: '' };
const diagram: DiagramSubject = {
  ...base,
  kind: 'diagram',
  type: 'flowchart',
  typeName: 'Flowchart',
  nodes: [],
  edges: [],
  groups: [],
};
const demo = (index: number, version = 1, of = uri): DemoSubject => ({
  ...{ ...base, uri: of, index, version, kind: 'demo', demo: 'moe' },
});
const entry = (kind: SubjectEntry['kind']): SubjectEntry => ({ kind, range });

/** A page whose screen and editor are in the test's hands. */
function openPage(kept: unknown = null) {
  const sent: FromPanel[] = [];
  const asked: string[] = [];
  const screen: Shown[] = [];
  const told: string[] = [];
  let saved = kept;
  let lesson: (uri: string) => Promise<readonly DemoSubject[]> = async () => [];
  const page = new Page(
    {
      post: (message) => sent.push(message),
      request: (async (_method: string, params: { uri: string }) => {
        asked.push(params.uri);
        return lesson(params.uri);
      }) as never,
      getState: () => saved,
      setState: (state) => {
        saved = state;
      },
    },
    {
      show: (shown) => screen.push(shown),
      list: () => undefined,
      offerWhole: (offered, on) => told.push(`${offered ? 'offered' : 'not offered'}, ${on ? 'on' : 'off'}`),
      progress: () => undefined,
      light: (part) => told.push(`light ${JSON.stringify(part)}`),
      problems: (problems) => told.push(`${problems.length} problems`),
      command: (command) => told.push(command),
      dataChanged: () => told.push('data'),
      look: (mermaid) => told.push(mermaid),
    },
  );
  const tell = (subject: PanelSubject | null, contents: readonly SubjectEntry[], readOnly = false) =>
    page.receive({ type: 'subject', subject, contents, unread: null, document: 'course.md', readOnly });
  return {
    ...{ page, sent, asked, screen, told, tell },
    answer: (with_: typeof lesson) => {
      lesson = with_;
    },
    saved: () => saved as { whole?: boolean; uri?: string; index?: number },
    settle: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

const two = [entry('moe'), entry('diagram'), entry('mla')];
const demos = [demo(0), demo(2)];

describe('Page', () => {
  it('shows what it is told: nothing, a diagram, a demo', () => {
    const { page, tell } = openPage();
    assert.deepEqual(page.shown, { kind: 'nothing', document: '', unread: null });
    tell(null, []);
    assert.deepEqual(page.shown, { kind: 'nothing', document: 'course.md', unread: null });
    tell(diagram, [entry('diagram')]);
    assert.deepEqual(page.shown, { kind: 'diagram', subject: diagram });
    tell(demo(0), [entry('moe')], true);
    assert.deepEqual(page.shown, { kind: 'demo', subject: demo(0), readOnly: true });
  });

  it('tells the editor where it was, before a reload', () => {
    const { page, sent } = openPage({ uri, index: 3, viewports: [] });
    page.start();
    assert.deepEqual(sent, [{ type: 'ready', state: { uri, index: 3 } }]);
    const fresh = openPage({ something: 'else' });
    fresh.page.start();
    assert.deepEqual(fresh.sent, [{ type: 'ready', state: null }]);
  });

  it('asks for the whole lesson once a text, and goes to the demo under the cursor', async () => {
    const { page, asked, answer, tell, settle, saved } = openPage();
    answer(async () => demos);
    tell(demo(0), two);
    page.setWhole(true);
    await settle();
    assert.deepEqual(page.shown, { kind: 'lesson', demos, index: 0, readOnly: false });
    assert.equal(saved().whole, true);
    tell(demo(2), two);
    await settle();
    assert.deepEqual(page.shown, { kind: 'lesson', demos, index: 2, readOnly: false });
    assert.deepEqual(asked, [uri]);
    const later = [demo(0, 2), demo(2, 2)];
    answer(async () => later);
    tell(demo(2, 2), two);
    await settle();
    assert.deepEqual(asked, [uri, uri]);
    assert.deepEqual(page.shown, { kind: 'lesson', demos: later, index: 2, readOnly: false });
    page.setWhole(false);
    assert.equal(page.shown.kind, 'demo');
    assert.equal(saved().whole, undefined);
  });

  it('is whole again after a reload', async () => {
    const { page, answer, tell, settle } = openPage({ uri, index: 0, viewports: [], whole: true });
    answer(async () => demos);
    tell(demo(0), two);
    await settle();
    assert.equal(page.shown.kind, 'lesson');
  });

  it('shows a lesson with one demo alone as that demo, and offers no more', () => {
    const { page, tell, told, asked } = openPage({ uri, index: 0, viewports: [], whole: true });
    tell(demo(0), [entry('moe'), entry('diagram')]);
    assert.equal(page.shown.kind, 'demo');
    assert.deepEqual(told, ['not offered, on']);
    assert.deepEqual(asked, []);
  });

  it('drops a lesson that another message has overtaken', async () => {
    const { page, answer, tell, settle, screen } = openPage({ uri, index: 0, viewports: [], whole: true });
    const waiting: ((found: readonly DemoSubject[]) => void)[] = [];
    answer(() => new Promise((resolve) => waiting.push(resolve)));
    tell(demo(0), two);
    const other = 'file:///other.md';
    tell(demo(0, 1, other), two);
    waiting[1]!([demo(0, 1, other), demo(2, 1, other)]);
    await settle();
    waiting[0]!(demos);
    await settle();
    assert.equal(screen.length, 1);
    assert.ok(page.shown.kind === 'lesson' && page.shown.demos[0]?.uri === other);
    tell(null, []);
    assert.equal(page.shown.kind, 'nothing');
  });

  it('keeps what it shows where the lesson cannot be had, and asks again at the next change', async () => {
    const { page, answer, tell, settle, asked } = openPage();
    tell(demo(0), two);
    answer(() => Promise.reject(new Error('the server has stopped')));
    page.setWhole(true);
    await settle();
    assert.equal(page.shown.kind, 'demo');
    answer(async () => [demo(0, 2), demo(2, 2)]);
    tell(demo(0, 2), two);
    await settle();
    assert.equal(page.shown.kind, 'lesson');
    assert.equal(asked.length, 2);
  });

  it('keeps viewports, and passes on what is for the view', () => {
    const { page, tell, told, saved } = openPage();
    tell(diagram, [entry('diagram')]);
    page.saveViewport('a', { x: 1, y: 2, scale: 3 });
    assert.deepEqual(page.viewport('a'), { x: 1, y: 2, scale: 3 });
    assert.equal(saved().uri, uri);
    page.receive({ type: 'light', part: { node: 'A' } });
    page.receive({ type: 'problems', problems: [] });
    page.receive({ type: 'command', command: 'fit' });
    page.receive({ type: 'data' });
    assert.deepEqual(told, ['not offered, off', 'light {"node":"A"}', '0 problems', 'fit', 'data']);
  });
});
