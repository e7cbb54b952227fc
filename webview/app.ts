// What the panel's page is made of.
import { connectToHost } from './host-channel';
import { Page } from './page';
import { Shell } from './shell';
import { currentTheme, onThemeChange } from './theme';
import { TreeView } from './tree/tree-view';
import { Views } from './views';

const host = connectToHost();
let theme = currentTheme();
const shell = new Shell(
  document.body,
  (index) => page.go(index),
  (on) => page.setWhole(on),
);
const viewHost = {
  post: host.post,
  request: host.request,
  theme: () => theme,
  say: (message: string) => shell.say(message),
};
const tree = new TreeView({
  ...viewHost,
  viewport: (subject) => page.viewport(subject),
  saveViewport: (subject, viewport) => page.saveViewport(subject, viewport),
  selected: (subject) => page.selected(subject),
  saveSelected: (subject, node) => page.saveSelected(subject, node),
  folds: (subject) => page.folds(subject),
  saveFolds: (subject, folds) => page.saveFolds(subject, folds),
});
const views = new Views(shell, tree, viewHost, () => page.closeInPlace());
const page = new Page(host, {
  show: (shown) => void views.show(shown),
  list: (entries, current, document) => shell.contents(entries, current, document),
  offerWhole: (offered, on) => shell.offerWhole(offered, on),
  progress: (states) => views.progress(states),
  light: (part) => views.light(part),
  problems: (problems) => views.problems(problems),
  command: (command) => views.command(command),
  dataChanged: () => views.dataChanged(),
  look: (mermaid) => setTheme({ ...theme, mermaid }),
});

onThemeChange((changed) => setTheme({ ...changed, mermaid: theme.mermaid }));

function setTheme(changed: typeof theme): void {
  if (JSON.stringify(changed) === JSON.stringify(theme)) return;
  theme = changed;
  views.retheme();
}

host.onMessage((message) => page.receive(message));
page.start();
