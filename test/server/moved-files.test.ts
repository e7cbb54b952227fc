import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { TestLanguageClient } from '../support/language-client';

describe('Files that move, over the language server', () => {
  let folder: string;
  let client: TestLanguageClient;
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).toString();
  const move = (files: unknown) => client.request<WorkspaceEdit | null>('workspace/willRenameFiles', { files });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
    mkdirSync(join(folder, 'part'));
    writeFileSync(join(folder, 'one.md'), '[x](part/two.md#t) [[two]]\n');
    writeFileSync(join(folder, 'part', 'two.md'), '# T\n');
    client = await TestLanguageClient.start({
      root: pathToFileURL(folder).toString(),
      capabilities: { window: { workDoneProgress: true } },
    });
    await client.loaded();
  });

  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('are asked about before they move', () => {
    assert.ok(client.initialized.capabilities.workspace?.fileOperations?.willRename);
  });

  it('take the links to them along, those of unsaved texts by these', async () => {
    const edit = await move([{ oldUri: uriOf('part/two.md'), newUri: uriOf('part/three.md') }]);
    assert.deepEqual(
      edit?.changes?.[uriOf('one.md')]?.map(({ newText }) => newText),
      ['part/three.md#t', 'three'],
    );
    await client.open(uriOf('one.md'), 'New above.\n\n[x](part/two.md)\n');
    const folders = await move([{ oldUri: uriOf('part'), newUri: `${uriOf('chapter')}/` }]);
    assert.deepEqual(folders?.changes?.[uriOf('one.md')], [
      { range: { start: { line: 2, character: 4 }, end: { line: 2, character: 15 } }, newText: 'chapter/two.md' },
    ]);
  });

  it('change nothing that no link leads to, and nonsense changes nothing', async () => {
    assert.equal(await move([{ oldUri: uriOf('none.md'), newUri: uriOf('some.md') }]), null);
    for (const files of [null, {}, [null], [{ oldUri: 3, newUri: 4 }], [{ oldUri: 'x', newUri: '%' }]]) {
      assert.equal(await move(files), null);
    }
  });
});
