import assert from 'node:assert/strict';
import { startable } from '../../../tools/support/startable.mjs';

describe('startable', () => {
  it('leaves a command as it is where programs are started as they are', () => {
    const command = ['/opt/my code/bin/code', '--user-data-dir', '/tmp/ä b'];
    assert.deepEqual(startable(command, 'linux'), { program: command[0], args: command.slice(1), shell: false });
  });

  it('leaves the quoting of a Windows program to Node', () => {
    const node = 'C:\\Program Files\\nodejs\\node.exe';
    assert.deepEqual(startable([node, 'C:\\my course\\a.mjs'], 'win32'), {
      program: node,
      args: ['C:\\my course\\a.mjs'],
      shell: false,
    });
  });

  it('gives Windows’ shell what it can take apart again', () => {
    const code = 'C:\\Program Files\\Microsoft VS Code\\bin\\code.cmd';
    assert.deepEqual(startable([code, '--force', 'C:\\Kurs & Übung', 'C:\\plain'], 'win32'), {
      program: `"${code}"`,
      args: ['--force', '"C:\\Kurs & Übung"', 'C:\\plain'],
      shell: true,
    });
  });
});
