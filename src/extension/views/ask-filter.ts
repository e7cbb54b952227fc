import * as vscode from 'vscode';
import { say } from '../../core/l10n/say';

/**
 * Asks for a filter, and applies it while it is written. Enter keeps it, Escape goes back to the earlier one.
 * @param apply hears every state
 */
export function askFilter(title: string, filter: string, apply: (filter: string) => void): void {
  const box = vscode.window.createInputBox();
  box.title = title;
  box.value = filter;
  box.placeholder = say`Words to look for; empty shows everything`;
  let kept = filter;
  box.onDidChangeValue(apply);
  box.onDidAccept(() => {
    kept = box.value;
    box.hide();
  });
  box.onDidHide(() => {
    apply(kept);
    box.dispose();
  });
  box.show();
}
