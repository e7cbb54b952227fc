import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Puts into a folder what looks like course files and is none: opened, they would be waited for, or never end. */
export function setTraps(folder: string): void {
  makePipe(join(folder, 'pipe.md'));
  symlinkSync('pipe.md', join(folder, 'to-pipe.md'));
  symlinkSync('/dev/zero', join(folder, 'zero.md'));
  symlinkSync('circle-b.md', join(folder, 'circle-a.md'));
  symlinkSync('circle-a.md', join(folder, 'circle-b.md'));
  symlinkSync('..', join(folder, 'up'));
  makePipe(join(folder, '.gitignore'));
  makePipe(join(folder, '.vscode', 'settings.json'));
  writeFileSync(join(folder, 'large.md'), `# Large\n\n${'A long text about one thing. '.repeat(700_000)}`);
}

export function makePipe(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const { status, stderr } = spawnSync('mkfifo', [path], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`mkfifo: ${stderr}`);
}
