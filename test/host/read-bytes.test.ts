import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HumanError } from '../../src/host/human-error';
import { readBytes } from '../../src/host/read-bytes';
import { isWindows, makesLinks, skipUnlessSystemHas } from '../support/system-has';

describe('readBytes', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-bytes-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const at = (name: string) => join(folder, name);
  const refused = (name: string, why: RegExp) =>
    assert.throws(
      () => readBytes(at(name), 100),
      (error) => error instanceof HumanError && error.message.startsWith(`${at(name)}: `) && why.test(error.message),
    );

  it('reads a file, also through a link, an empty one and one that the system makes up', function () {
    skipUnlessSystemHas(this, 'links', makesLinks());
    writeFileSync(at('a.md'), 'text');
    writeFileSync(at('empty.md'), '');
    symlinkSync('a.md', at('link.md'));
    assert.equal(readBytes(at('a.md'), 4).toString(), 'text');
    assert.equal(readBytes(at('link.md'), 4).toString(), 'text');
    assert.equal(readBytes(at('empty.md'), 4).length, 0);
    if (process.platform === 'linux') assert.match(readBytes('/proc/self/status', 1e6).toString(), /^Name:/);
  });

  it('refuses what is above the limit, however large it says it is', () => {
    writeFileSync(at('a.md'), 'x'.repeat(101));
    refused('a.md', /larger than .* MB.*coursewright\.files\.maxSize/);
    if (process.platform === 'linux') assert.throws(() => readBytes('/proc/self/status', 10), /larger than/);
  });

  it('names what is not there, a folder, and a link that leads nowhere', () => {
    symlinkSync('nowhere', at('lost.md'));
    refused('none.md', /no such file or folder/);
    refused('lost.md', /no such file or folder/);
    refused('.', /is no file, but a folder/);
  });

  it('opens no pipe, socket or device, not through a link either, and follows no circle', async function () {
    skipUnlessSystemHas(this, 'pipes among files', !isWindows);
    assert.equal(spawnSync('mkfifo', [at('pipe.md')]).status, 0);
    symlinkSync('pipe.md', at('to-pipe.md'));
    symlinkSync('/dev/zero', at('zero.md'));
    symlinkSync('b.md', at('a.md'));
    symlinkSync('a.md', at('b.md'));
    refused('pipe.md', /is no file, but a pipe/);
    refused('to-pipe.md', /is no file, but a pipe/);
    refused('zero.md', /is no file, but a device/);
    refused('a.md', /leads in a circle/);
    const server = createServer();
    await new Promise<void>((listening) => server.listen(at('socket.md'), listening));
    refused('socket.md', /is no file, but a socket/);
    await new Promise((closed) => server.close(closed));
  });
});
