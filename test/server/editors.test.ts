import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { skipWithout } from '../support/installed';

const glossary = '# Glossary\n\n- **Gate (GT):** Opens.\n';
const lesson = '# Lesson\n\n```mermaid\nflowchart TD\n  A[Multi-Head (MHA)] --> B[Cache]\n```\n';
const mended = lesson.replace('[Multi-Head (MHA)]', '["Multi-Head (MHA)"]');

interface Said {
  readonly problem?: string;
  readonly hover: string;
  readonly definition: string;
  readonly action: string;
  readonly mended: readonly string[];
  readonly renamed: readonly string[];
  readonly glossary: readonly string[];
}

describe('A diagram in an unsaved buffer is mended, its mark gone, a term looked up and renamed', function () {
  this.timeout(240_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
    writeFileSync(join(folder, 'glossary.md'), glossary);
    writeFileSync(join(folder, 'lesson.md'), lesson);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs an editor on the course until it ends; what it wrote down. */
  const run = async (program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Said> => {
    const said = join(folder, 'said.json');
    const server = resolve('dist/server.js');
    const own = {
      COURSE: folder,
      SAID: said,
      SERVER: server,
      NODE: process.execPath,
      HOME: folder,
      XDG_CONFIG_HOME: folder,
    };
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...own, ...env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
    await once(child, 'close');
    assert.ok(existsSync(said), `${program} wrote nothing down: ${output}`);
    return JSON.parse(readFileSync(said, 'utf8')) as Said;
  };

  const check = (found: Said) => {
    assert.equal(found.problem, undefined);
    assert.match(found.hover, /Gate \(GT\)/);
    assert.equal(found.definition, pathToFileURL(join(folder, 'glossary.md')).toString());
    assert.match(found.action, /quote/i);
    const typed = 'One unsaved line.\nAnother about the gate.\n';
    assert.equal(found.mended.join('\n').trimEnd(), (typed + mended).trimEnd());
    assert.equal(found.renamed.join('\n').trimEnd(), (typed.replace('gate', 'latch') + mended).trimEnd());
    assert.match(found.glossary.join('\n'), /\*\*Latch \(GT\):\*\* Opens\./);
    // Nothing was saved by the way.
    assert.equal(readFileSync(join(folder, 'lesson.md'), 'utf8'), lesson);
  };

  for (const filetype of ['markdown', 'rmd', 'markdown.pandoc', '']) {
    it(`in Neovim, where its type is ${filetype || 'not known'}`, async function () {
      skipWithout(this, 'nvim');
      const script = resolve('test/server/editors/neovim.lua');
      const args = ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${script}`];
      check(await run('nvim', args, { FILETYPE: filetype }));
    });
  }

  for (const mode of ['markdown-mode', 'gfm-mode']) {
    it(`in Emacs with eglot in ${mode}`, async function () {
      skipWithout(this, 'emacs', ['eglot', 'markdown-mode']);
      check(await run('emacs', ['--batch', '-Q', '-l', resolve('test/server/editors/emacs.el')], { MODE: mode }));
    });
  }
});
