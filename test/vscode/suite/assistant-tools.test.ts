import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { toolNames } from '../../../src/assistant/tool-definitions';
import { fileUri } from './course';

const broken = '# Kept\n\n```mermaid\nflowchart TD\n  A[Cache (KV)] --> B[Experts]\n```\n';

describe('The tools for assistants', () => {
  const file = fileUri('asked.md');
  const folder = vscode.workspace.workspaceFolders![0]!.name;
  const call = async (name: string, input: object): Promise<string> => {
    const options = { input, toolInvocationToken: undefined };
    const { content } = await vscode.lm.invokeTool(`coursewright_${name}`, options);
    return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
  };
  const checked = async () => JSON.parse(await call('check_course', { folder, path: 'asked.md' })).files[0];
  const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const read = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

  // In a browser VS Code saves by itself after a while.
  const saving = (when: string | undefined) =>
    vscode.workspace.getConfiguration('files').update('autoSave', when, vscode.ConfigurationTarget.Global);

  before(async () => {
    await saving('off');
    await write(file, broken);
  });
  after(async () => {
    await saving(undefined);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file);
  });

  it('are those of the command line', () => {
    const offered = vscode.lm.tools.map(({ name }) => name).filter((name) => name.startsWith('coursewright_'));
    assert.deepEqual(offered.sort(), toolNames.map((name) => `coursewright_${name}`).sort());
  });

  it('mend a closed file, which is saved, and can be undone', async () => {
    const { hash, diagnostics } = await checked();
    assert.deepEqual(
      diagnostics.map(({ code }: { code: string }) => code),
      ['mermaid.unquoted-label'],
    );
    const done = JSON.parse(await call('apply_fixes', { folder, path: 'asked.md', hash }));
    assert.equal(done.fixed, 1);
    assert.equal(await read(file), broken.replace('Cache (KV)', '"Cache (KV)"'));
    assert.equal((await checked()).hash, done.hash);
    const editor = await vscode.window.showTextDocument(file);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), broken);
  });

  it('speak of what the editor shows, and leave saving it to its author', async () => {
    const editor = await vscode.window.showTextDocument(file);
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), '\nUnsaved.\n'));
    const before = editor.document.getText();
    const onDisk = await read(file);
    const { hash } = await checked();
    await call('apply_fixes', { folder, path: 'asked.md', hash });
    assert.equal(editor.document.getText(), before.replace('Cache (KV)', '"Cache (KV)"'));
    assert.ok(editor.document.isDirty);
    assert.equal(await read(file), onDisk);
    await assert.rejects(
      call('apply_fixes', { folder, path: 'asked.md', hash }),
      /is not as it was when it was checked/,
    );
  });

  it('refuse what lies outside, an unknown folder, and terms that are taken, by a sentence', async () => {
    const glossary = fileUri('glossary.md');
    const before = await read(glossary);
    for (const [tool, input, why] of [
      ['outline', { folder, path: '../asked.md' }, /\.\.\/asked\.md lies outside of the course/],
      ['outline', { folder: 'nowhere', path: 'asked.md' }, /no folder nowhere is open; there is /],
      ['outline', { path: 'asked.md' }, /several folders are open; name one of them as folder/],
      ['outline', { folder }, /outline needs path/],
      ['define_term', { folder, term: 'Latent Vector', definition: 'Again.' }, /Latent Vector is taken/],
    ] as const) {
      await assert.rejects(call(tool, input), why);
    }
    assert.equal(await read(glossary), before);
  });

  it('quote numbers that were computed', async () => {
    const { demos } = JSON.parse(await call('run_demo', { folder, kind: 'moe', body: 'experts: 8\ntop_k: 2' }));
    assert.equal(demos.length, 1);
  });
});
