// Entry of the extension in a browser.
import './speak';
import type { ExtensionContext } from 'vscode';
import { activateWith } from './activate';

export const activate = (context: ExtensionContext) => activateWith(() => import('./web-client'), context);
