// Entry of the extension on a desktop or a server, where Node runs it.
import './speak';
import type { ExtensionContext } from 'vscode';
import { activateWith } from './activate';

export const activate = (context: ExtensionContext) => activateWith(() => import('./client'), context);
