import * as vscode from 'vscode';

/**
 * Version of the Mermaid with which VS Code's preview of markdown draws; undefined where it has none or does not tell. Its
 * package states none, but the script hands it to whatever draws.
 */
export async function previewMermaid(): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension('vscode.mermaid-markdown-features');
  if (!extension) return undefined;
  const script = vscode.Uri.joinPath(extension.extensionUri, 'markdown-preview-out', 'index.js');
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(script));
    return /\.draw\([^()]{0,40},\s*"(\d+\.\d+\.\d+)"/.exec(text)?.[1];
  } catch {
    // Another release of VS Code may keep it elsewhere: then nothing is said of its preview.
    return undefined;
  }
}
