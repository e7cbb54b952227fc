import type { DemoSubject, PanelCommand, PanelProblem, PanelSubject, ToPanel } from '../src/protocol';
import type { DemoPanel } from './demos/demo-panel';
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
const shell = new Shell(document.body, (index) => host.post({ type: 'go', index }));
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

let demos: Promise<DemoPanel> | undefined;
let demoPanel: DemoPanel | undefined;

/** The demos' part of the page is fetched when the first demo is shown. */
const loadDemos = (): Promise<DemoPanel> => {
  demos ??= import('./demos/demo-panel').then(({ DemoPanel: Panel }) => {
    demoPanel = new Panel({ request: host.request, theme: () => theme, say: (message) => shell.say(message) });
    return demoPanel;
  });
  return demos;
};

let latest: PanelSubject | null = null;

async function showDemo(subject: DemoSubject, readOnly: boolean): Promise<void> {
  const panel = await loadDemos();
  if (latest !== subject) return;
  view = panel;
  shell.show(panel.root, panel.tools);
  await panel.show(subject, readOnly);
}

function show(subject: PanelSubject | null, documentName: string, readOnly: boolean): void {
  latest = subject;
  if (subject) keep({ viewports: state?.viewports ?? [], uri: subject.uri, index: subject.index });
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
      shell.contents(message.contents, message.subject?.index, message.document);
      show(message.subject, message.document, message.readOnly);
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
});
host.onMessage(receive);
host.post({ type: 'ready', state: state ? { uri: state.uri, index: state.index } : null });
