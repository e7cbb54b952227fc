import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { skipWithout } from '../support/installed';
import { until } from '../support/until';

const lesson = '# Lesson\n\nAbout the gate.\n\n```mermaid\nflowchart TD\n  A[Multi-Head (MHA)] --> B[Cache]\n```\n';
const mended = lesson.replace('[Multi-Head (MHA)]', '["Multi-Head (MHA)"]');

/** The configurations of a page on an editor, with the built server in the place of the page's. */
const configurations = (page: string, language: string): string[] =>
  [
    ...readFileSync(`docs/editors/${page}.md`, 'utf8').matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs')),
  ].map(([, text]) => text!.replaceAll('/path/to/coursewright/dist/server.js', resolve('dist/server.js')));

describe('An editor that is set up as its page says', function () {
  this.timeout(240_000);
  let home: string;
  let course: string;
  beforeEach(() => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'coursewright-')));
    course = join(home, 'course');
    mkdirSync(join(course, '.git'), { recursive: true });
    writeFileSync(join(course, 'glossary.md'), '# Glossary\n\n- **Gate (GT):** Opens.\n');
    writeFileSync(join(course, 'lesson.md'), lesson);
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it('is Neovim: the server starts, marks and tells', async function () {
    skipWithout(this, 'nvim');
    const [, major, minor] = /v(\d+)\.(\d+)/.exec(execFileSync('nvim', ['--version'], { encoding: 'utf8' })) ?? [];
    const [newer, older] = configurations('neovim', 'lua');
    const configuration = Number(major) > 0 || Number(minor) >= 11 ? newer : older;
    writeFileSync(join(home, 'init.lua'), configuration!);
    const said = join(home, 'said.json');
    const script = resolve('test/server/editors/neovim-page.lua');
    const args = ['--headless', '-u', join(home, 'init.lua'), '-i', 'NONE', '-n', '-c', `luafile ${script}`];
    const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, COURSE: course, SAID: said };
    const child = spawn('nvim', args, { stdio: ['ignore', 'pipe', 'pipe'], env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
    await once(child, 'close');
    assert.ok(existsSync(said), output);
    const found = JSON.parse(readFileSync(said, 'utf8')) as Record<string, string>;
    assert.equal(found.problem, undefined);
    assert.equal(found.code, 'mermaid.unquoted-label');
    assert.equal(found.root?.replace(/\/$/, ''), course);
    assert.match(found.hover ?? '', /Gate \(GT\)/);
  });

  it('is Helix: the mark, the hover and the fix are on its screen, and the file is mended', async function () {
    skipWithout(this, 'hx');
    if (spawnSync('tmux', ['-V']).status !== 0) skipWithout(this, 'tmux');
    const [languages] = configurations('helix', 'toml');
    mkdirSync(join(home, 'helix'));
    writeFileSync(join(home, 'helix', 'languages.toml'), languages!);
    const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, TMUX: '' };
    const tmux = (...args: string[]) =>
      execFileSync('tmux', ['-S', join(home, 'tmux'), '-f', '/dev/null', ...args], { env, encoding: 'utf8' });
    // It is started in the course, which it takes for its workspace.
    tmux('new-session', '-d', '-x', '130', '-y', '40', '-c', course, '-s', 'hx', 'hx lesson.md');
    try {
      const press = (...keys: string[]) => tmux('send-keys', '-t', 'hx', ...keys);
      let screen = '';
      const shows = (text: string, milliseconds?: number) =>
        until(
          () => {
            screen = tmux('capture-pane', '-p', '-t', 'hx');
            return screen.includes(text);
          },
          () => `${text} on the screen:\n${screen}`,
          milliseconds,
        );
      await shows('● 1');
      // To the third word of the third line, which is the term.
      press('3', 'g', 'g', 'w', 'w', 'w');
      await shows('3:14');
      // A server that has yet to read the course has nothing to say of its terms: it is asked again.
      await until(
        async () => {
          press('Space');
          await shows('Show docs for item under cursor');
          press('k');
          const told = await shows('Gate (GT)', 5000).then(
            () => true,
            () => false,
          );
          if (!told) press('Escape');
          return told;
        },
        () => `the hover on the screen:\n${screen}`,
      );
      press('Escape');
      press(']', 'd');
      await shows('must stand in quotes');
      press('Space');
      await shows('Perform code action');
      press('a');
      await shows('Put the label in quotes');
      press('Enter');
      await shows('A["Multi-Head (MHA)"]');
      press(':');
      press('w', 'Enter');
      await until(() => readFileSync(join(course, 'lesson.md'), 'utf8') === mended, 'the mended file');
    } finally {
      spawnSync('tmux', ['-S', join(home, 'tmux'), 'kill-server'], { env });
    }
  });
});
