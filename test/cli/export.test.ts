import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const cli = resolve('dist/cli.js');
const fence = (diagram: string) => `\`\`\`mermaid\n${diagram}\n\`\`\`\n`;
const skills = `# 🌳 Skills & More\n\n${fence('flowchart LR\n  A["<Attention>"] --> B')}`;

describe('coursewright export', function () {
  this.timeout(180_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
    mkdirSync(join(folder, '.vscode'));
    mkdirSync(join(folder, 'part one'));
    writeFileSync(join(folder, 'part one', 'a.md'), skills);
    writeFileSync(join(folder, 'b.mmd'), 'pie title Costs\n  "a" : 1\n');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'export', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.doesNotMatch(stderr, /^\s+at /m, 'no stack');
    return { status, out: stdout, err: stderr };
  };
  const first = () => join(folder, 'pictures', 'part one', 'a--skills-more.svg');

  it('writes each diagram as a picture that leads back to its line', () => {
    assert.deepEqual(run('.', '--out', 'pictures'), {
      status: 0,
      out: '2 written, 0 unchanged, in pictures\n',
      err: '',
    });
    assert.deepEqual(readdirSync(join(folder, 'pictures')).sort(), ['b--costs.svg', 'part one']);
    const svg = readFileSync(first(), 'utf8');
    assert.match(svg, /^<!-- coursewright [0-9a-f]{32} -->\n<svg /);
    assert.match(svg, /<title>🌳 Skills &amp; More<\/title>/);
    assert.match(
      svg,
      /<a href="\.\.\/\.\.\/part%20one\/a\.md#L3"><title>part one\/a\.md, line 3<\/title><rect [^>]*fill="#ffffff"/,
    );
    assert.match(svg, /&lt;Attention&gt;/);
    assert.match(run('.', '--out', 'dark', '--theme', 'dark').out, /^2 written/);
    assert.match(readFileSync(join(folder, 'dark', 'b--costs.svg'), 'utf8'), /fill="#1f1f1f"/);
  });

  it('draws only what has changed, and keeps the names of the rest', () => {
    run('.', '--out', 'pictures');
    const { mtimeMs } = statSync(first());
    assert.equal(run('.', '--out', 'pictures').out, '0 written, 2 unchanged, in pictures\n');
    assert.equal(statSync(first()).mtimeMs, mtimeMs);
    writeFileSync(
      join(folder, 'part one', 'a.md'),
      `${skills}\n## Next\n\n${fence('flowchart LR\n  C --> D')}\n${fence('pie\n  "b" : 1')}`,
    );
    assert.equal(run('.', '--out', 'pictures').out, '2 written, 2 unchanged, in pictures\n');
    assert.deepEqual(readdirSync(join(folder, 'pictures', 'part one')).sort(), [
      'a--next-2.svg',
      'a--next.svg',
      'a--skills-more.svg',
    ]);
  });

  it('says which diagram is not drawn, and draws the others', () => {
    writeFileSync(join(folder, 'c.md'), `text\n\n${fence('flowchart LR\n  A[(')}`);
    const { status, out, err } = run('.', '--out', 'pictures');
    assert.deepEqual([status, out], [1, '2 written, 0 unchanged, 1 not drawn, in pictures\n']);
    assert.equal(err, 'coursewright: c.md:3: not drawn: flowchart-v2 is not understood in its line 2\n');
  });

  it('never writes over a file that it has not written', () => {
    mkdirSync(join(folder, 'pictures'));
    writeFileSync(join(folder, 'pictures', 'b--costs.svg'), '<svg/>');
    const { status, err } = run('.', '--out', 'pictures');
    assert.equal(status, 1);
    assert.match(
      err,
      /^coursewright: b\.mmd:1: not drawn: pictures\/b--costs\.svg is a file of yours, and is left as it is\n$/,
    );
    assert.equal(readFileSync(join(folder, 'pictures', 'b--costs.svg'), 'utf8'), '<svg/>');
  });

  describe('as PNG', () => {
    const font = resolve('node_modules/katex/dist/fonts/KaTeX_SansSerif-Regular.ttf');
    const asPng = (...more: string[]) => run('.', '--out', 'pictures', '--format', 'png', '--font', font, ...more);
    const path = () => join(folder, 'pictures', 'b--costs.png');

    it('writes each diagram with its background, twice as many dots as an SVG has units', () => {
      run('.', '--out', 'pictures');
      assert.equal(asPng().out, '2 written, 0 unchanged, in pictures\n');
      assert.deepEqual(readdirSync(join(folder, 'pictures')).sort(), ['b--costs.png', 'b--costs.svg', 'part one']);
      const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(
        readFileSync(join(folder, 'pictures', 'b--costs.svg'), 'utf8'),
      )!;
      const png = readFileSync(path());
      assert.deepEqual(
        [png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)],
        ['PNG', 2 * Number(width), 2 * Number(height)],
      );
    });

    it('draws only what has changed, and writes over no file that it has not written', () => {
      asPng();
      const before = readFileSync(path());
      assert.equal(asPng().out, '0 written, 2 unchanged, in pictures\n');
      assert.equal(asPng('--theme', 'dark').out, '2 written, 0 unchanged, in pictures\n');
      assert.notDeepEqual(readFileSync(path()), before);
      const other = font.replace('Regular', 'Bold');
      assert.equal(asPng('--font', other).out, '2 written, 0 unchanged, in pictures\n');
      writeFileSync(path(), Buffer.concat([before.subarray(0, 33), before.subarray(-12)]));
      const { status, err } = asPng();
      assert.equal(status, 1);
      assert.match(err, /pictures\/b--costs\.png is a file of yours, and is left as it is\n/);
    });

    it('needs a font that is one', () => {
      writeFileSync(join(folder, 'no.ttf'), 'words');
      const named = (name: string) => run('.', '--out', 'x', '--format', 'png', '--font', name);
      assert.deepEqual(named('no.ttf'), {
        status: 2,
        out: '',
        err: 'coursewright: no.ttf: is no font (.ttf, .otf or .ttc)\n',
      });
      assert.match(named('gone.ttf').err, /^coursewright: gone\.ttf: /);
      assert.match(run('.', '--out', 'x', '--font', font).err, /--font is for --format png/);
      assert.match(run('.', '--out', 'x', '--format', 'gif').err, /--format is svg, png; 'gif' is not/);
      assert.equal(existsSync(join(folder, 'x')), false);
    });
  });

  it('needs a folder, and a theme that it knows', () => {
    assert.match(run('.').err, /--out names the folder for the pictures/);
    assert.match(run('.', '--out', 'x', '--theme', 'blue').err, /--theme is light, dark; 'blue' is not/);
    assert.equal(existsSync(join(folder, 'x')), false);
  });
});
