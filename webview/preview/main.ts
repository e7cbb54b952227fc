// Loaded into a preview of markdown that has demos.
import { onThemeChange } from '../theme';
import { PreviewDemos } from './preview-demos';

const demos = new PreviewDemos(new URL('./preview-demos.css', import.meta.url).href);
demos.update();
addEventListener('vscode.markdown.updateContent', () => demos.update());
onThemeChange(() => demos.retheme());
