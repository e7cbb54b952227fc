import { onThemeChange } from '../theme';
import { PreviewDemos } from './preview-demos';

/** Shows the demos of a preview from now on. */
export function showDemos(style: string): void {
  const demos = new PreviewDemos(style);
  demos.update();
  addEventListener('vscode.markdown.updateContent', () => demos.update());
  onThemeChange(() => demos.retheme());
}
