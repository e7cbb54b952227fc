import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { until } from '../../support/until';
import { show } from './course';

describe('The pictures of a course', () => {
  const folder = () => vscode.workspace.workspaceFolders![0]!.uri;
  const files = async (at: vscode.Uri, path = ''): Promise<string[]> => {
    const entries = await vscode.workspace.fs.readDirectory(at);
    const below = entries.map(([name, type]) =>
      type === vscode.FileType.Directory
        ? files(vscode.Uri.joinPath(at, name), `${path}${name}/`)
        : Promise.resolve([`${path}${name}`]),
    );
    return (await Promise.all(below)).flat().sort();
  };
  const read = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  let out: vscode.Uri;
  let more: vscode.Uri;
  beforeEach(async () => {
    out = vscode.Uri.joinPath(folder(), 'pictures');
    more = vscode.Uri.joinPath(folder(), 'zebra.mmd');
    await vscode.workspace.fs.writeFile(more, new TextEncoder().encode('pie title Costs\n  "a" : 1\n'));
  });
  afterEach(async () => {
    await vscode.workspace.fs.delete(out, { recursive: true });
    await vscode.workspace.fs.delete(more);
  });
  const byCommandLine = () => {
    const { extensionPath } = vscode.extensions.getExtension('coursewright.coursewright')!;
    return spawnSync(process.execPath, [join(extensionPath, 'dist', 'cli.js'), 'export', '.', '--out', 'pictures'], {
      cwd: folder().fsPath,
      encoding: 'utf8',
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    });
  };
  const exported = () => vscode.commands.executeCommand('coursewright.exportDiagrams', out, 'light');

  it('are written as the command line writes them, and only what has changed', async function () {
    this.timeout(120_000);
    // What an editor shows is exported, and the command line reads the disk: here they are to be the same.
    assert.ok(await vscode.workspace.saveAll(false));
    await show('README.md');
    // The server hears of a new file a little later.
    const names = await until(async () => {
      await exported();
      const written = await files(out);
      return written.includes('zebra--costs.svg') ? written : undefined;
    }, 'the picture of a file that is new');
    // The command line finds all as it would have written it. Texts that other tests have open have no file any more.
    assert.match(byCommandLine().stdout, /^0 written, [2-9] unchanged/);
    const first = vscode.Uri.joinPath(out, names[0]!);
    const text = await read(first);
    assert.match(text, /^<!-- coursewright [0-9a-f]{32} -->\n<svg [\s\S]*<a href="\.\.\/[^"]+#L\d+">/);

    const own = vscode.Uri.joinPath(out, names.at(-1)!);
    await vscode.workspace.fs.writeFile(own, new TextEncoder().encode('<svg/>'));
    await vscode.workspace.fs.writeFile(first, new TextEncoder().encode('<!-- coursewright older -->\n'));
    void exported();
    await until(async () => (await read(first)) === text, 'what has changed is written');
    assert.equal(await read(own), '<svg/>', 'a file of another is left');
  });
});
