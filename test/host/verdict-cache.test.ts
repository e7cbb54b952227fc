import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Verdict } from '../../src/core/mermaid/judge';
import { cacheFolder } from '../../src/host/cache-folder';
import { rememberingJudge } from '../../src/host/remembering-judge';
import { openVerdictCache } from '../../src/host/verdict-cache';

const good: Verdict = { kind: 'good', type: 'flowchart-v2' };
const broken: Verdict = {
  kind: 'broken',
  type: 'sequence',
  message: 'Parse error',
  token: { start: 2, end: 5, name: 'NEWLINE' },
  expected: ['ARROW'],
};

describe('The verdicts that outlive a run', () => {
  let folder: string;
  let script: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-verdicts-'));
    script = join(folder, 'worker.mjs');
    writeFileSync(script, 'import "./chunk-ONE.mjs"');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const cache = () => join(folder, 'cache');
  const open = (version = '12.3.0') => openVerdictCache(cache(), version, script);
  const file = () => join(cache(), readdirSync(cache())[0]!);
  const fill = () => {
    const verdicts = open();
    verdicts.set('good one', good);
    verdicts.set('broken one', broken);
    verdicts.set('slow one', { kind: 'too-slow', milliseconds: 3 });
    verdicts.save();
  };

  it('are found by the text, but for what took too long', () => {
    fill();
    const verdicts = open();
    assert.equal(verdicts.size, 2);
    assert.deepEqual(verdicts.get('good one'), good);
    assert.deepEqual(verdicts.get('broken one'), broken);
    assert.equal(verdicts.get('good one '), undefined);
    assert.equal(verdicts.get('slow one'), undefined);
    assert.ok(!readFileSync(file(), 'utf8').includes('good one'), 'the text itself is not kept');
    if (process.platform !== 'win32') assert.equal(statSync(file()).mode & 0o777, 0o600);
  });

  it('are those of one Mermaid and one build', () => {
    fill();
    assert.equal(open('12.4.0').size, 0);
    writeFileSync(script, 'import "./chunk-TWO.mjs"');
    assert.equal(open().size, 0);
  });

  it('are left where nothing is new', () => {
    open().save();
    assert.ok(!existsSync(cache()));
  });

  it('are taken for nothing when damaged, foreign, or not a file', () => {
    const rewrite = (change: (content: string) => string) => {
      rmSync(cache(), { recursive: true, force: true });
      fill();
      writeFileSync(file(), change(readFileSync(file(), 'utf8')));
      return open();
    };
    assert.equal(rewrite((content) => content).size, 2);
    assert.equal(rewrite((content) => content.replace('"good"', '"evil"')).size, 0);
    assert.equal(rewrite((content) => content.slice(0, -1)).size, 0);
    assert.equal(rewrite(() => '').size, 0);
    assert.equal(rewrite(() => 'null').size, 0);
    assert.equal(rewrite(() => '{"good one":{"kind":"good"}}').size, 0);
    const path = file();
    rmSync(path);
    mkdirSync(path);
    assert.equal(open().size, 0);
  });

  it('are refused where they speak of places outside the text', () => {
    const verdicts = open();
    verdicts.set('ab', broken);
    assert.equal(verdicts.get('ab'), undefined);
  });

  it('clear away what is a month old, and nothing else', () => {
    mkdirSync(cache());
    for (const name of ['verdicts-11.0.0-x.json', 'verdicts-12.3.0-y.json.0a1b', 'mine.txt']) {
      writeFileSync(join(cache(), name), '');
      utimesSync(join(cache(), name), 0, 0);
    }
    writeFileSync(join(cache(), 'verdicts-12.2.0-z.json'), '');
    fill();
    assert.deepEqual(
      readdirSync(cache()).map((name) => name.replace(/-12\.3\.0-.*/, ' of today')),
      ['mine.txt', 'verdicts-12.2.0-z.json', 'verdicts of today'],
    );
  });

  it('cost nothing where they cannot be kept', () => {
    writeFileSync(cache(), 'a file where the folder should be');
    fill();
    assert.equal(open().size, 0);
  });

  it('spare the judge what it said before', async () => {
    fill();
    const asked: string[] = [];
    const judge = rememberingJudge(
      {
        version: '12.3.0',
        judge: async (text) => {
          asked.push(text);
          return good;
        },
        show: async () => undefined,
        dispose: async () => {},
      },
      open(),
    );
    assert.deepEqual(await judge.judge('broken one'), broken);
    assert.deepEqual(await judge.judge('a new one'), good);
    assert.deepEqual(asked, ['a new one']);
    await judge.dispose();
    assert.deepEqual(open().get('a new one'), good);
  });
});

describe('cacheFolder', () => {
  it('is where the platform keeps what may be lost', () => {
    assert.equal(cacheFolder('linux', { XDG_CACHE_HOME: '/c' }), join('/c', 'coursewright'));
    assert.match(cacheFolder('linux', { XDG_CACHE_HOME: 'relative' }), /\.cache.coursewright$/);
    assert.match(cacheFolder('linux', {}), /\.cache.coursewright$/);
    assert.match(cacheFolder('darwin', {}), /Library.Caches.coursewright$/);
    assert.match(cacheFolder('win32', { LOCALAPPDATA: 'L' }), /^L.coursewright.Cache$/);
  });
});
