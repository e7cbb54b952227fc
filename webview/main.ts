import type { DemoSubject, PanelCommand, PanelProblem, PanelSubject, SubjectEntry, ToPanel } from '../src/protocol';
import type { DemoPanel, DemoPanelHost } from './demos/demo-panel';
import type { LessonView } from './demos/lesson-view';
import { emptyView } from './empty-view';
import { connectToHost } from './host-channel';
import { Shell } from './shell';
import { readState, type SavedState, viewportOf, withViewport } from './state';
import { currentTheme, onThemeChange } from './theme';
import { TreeView } from './tree/tree-view';

/** What a view can be told beyond its subject. */
interface PanelView {
  readonly root: HTMLElement;
  readonly tools: readonly HTMLElement[];
  light?(node: string | null): void;
  problems?(problems: readonly PanelProblem[]): void;
  command?(command: PanelCommand): void;
}

const host = connectToHost();
const shell = new Shell(
  document.body,
  (index) => host.post({ type: 'go', index }),
  (on) => setWhole(on),
);
let theme = currentTheme();
let state: SavedState | undefined = readState(host.getState());
let view: PanelView | undefined;

const keep = (next: SavedState): void => {
  state = next;
  host.setState(next);
};

const tree = new TreeView({
  post: host.post,
  request: host.request,
  theme: () => theme,
  viewport: (subject) => state && viewportOf(state, subject),
  saveViewport: (subject, viewport) => {
    if (state) keep(withViewport(state, subject, viewport));
  },
  say: (message) => shell.say(message),
});

const demoHost: DemoPanelHost = {
  request: host.request,
  theme: () => theme,
  say: (message) => shell.say(message),
};
let demos: Promise<DemoPanel> | undefined;
let demoPanel: DemoPanel | undefined;

/** The demos' part of the page is fetched when the first demo is shown. */
const loadDemos = (): Promise<DemoPanel> => {
  demos ??= import('./demos/demo-panel').then(({ DemoPanel: Panel }) => {
    demoPanel = new Panel(demoHost);
    return demoPanel;
  });
  return demos;
};

let latest: PanelSubject | null = null;
let lesson: LessonView | undefined;
/** The latest message on the subject, and the latest on the whole lesson. */
let told: Extract<ToPanel, { type: 'subject' }> | undefined;
let all: Extract<ToPanel, { type: 'lesson' }> | undefined;

/** A lesson with one demo alone is shown as that demo. */
const isLesson = (contents: readonly SubjectEntry[]): boolean =>
  contents.filter(({ kind }) => kind !== 'diagram').length > 1;

/** Shows all demos of a document instead of the one under the cursor, or that one again. */
function setWhole(whole: boolean): void {
  if (state) {
    const { whole: _, ...rest } = state;
    keep(whole ? { ...rest, whole } : rest);
  }
  all = undefined;
  host.post({ type: 'lesson', whole });
  if (told) receive(told);
}

async function showLesson(): Promise<void> {
  const { LessonView: View } = await import('./demos/lesson-view');
  const same = all?.demos[0]?.uri === told?.subject?.uri;
  if (!all || !told || !same || !state?.whole || !isLesson(told.contents)) return;
  lesson ??= new View(demoHost);
  latest = null;
  if (told.subject) keep({ ...state, uri: told.subject.uri, index: told.subject.index });
  view = lesson;
  shell.show(lesson.root, lesson.tools);
  lesson.show(all.demos, all.readOnly);
  lesson.goTo(told.subject?.index);
}

async function showDemo(subject: DemoSubject, readOnly: boolean): Promise<void> {
  const panel = await loadDemos();
  if (latest !== subject) return;
  view = panel;
  shell.show(panel.root, panel.tools);
  await panel.show(subject, readOnly);
}

function show(subject: PanelSubject | null, documentName: string, readOnly: boolean): void {
  latest = subject;
  if (subject) keep({ ...state, viewports: state?.viewports ?? [], uri: subject.uri, index: subject.index });
  if (subject?.kind === 'diagram') {
    view = tree;
    shell.show(tree.root, tree.tools);
    void tree.show(subject);
  } else if (subject?.kind === 'demo') {
    void showDemo(subject, readOnly);
  } else {
    view = undefined;
    shell.show(emptyView(documentName), []);
  }
}

function receive(message: ToPanel): void {
  switch (message.type) {
    case 'subject':
      told = message;
      shell.contents(message.contents, message.subject?.index, message.document);
      shell.offerWhole(isLesson(message.contents), state?.whole === true);
      if (state?.whole && isLesson(message.contents)) void showLesson();
      else show(message.subject, message.document, message.readOnly);
      break;
    case 'lesson':
      all = message;
      void showLesson();
      break;
    case 'problems':
      view?.problems?.(message.problems);
      break;
    case 'light':
      view?.light?.(message.node);
      break;
    case 'command':
      view?.command?.(message.command);
      break;
  }
}

onThemeChange((changed) => {
  theme = changed;
  void tree.retheme();
  demoPanel?.retheme();
  lesson?.retheme();
});
host.onMessage(receive);
host.post({ type: 'ready', state: state ? { uri: state.uri, index: state.index } : null });
if (state?.whole) host.post({ type: 'lesson', whole: true });
