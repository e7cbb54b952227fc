import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { makesLinks, skipUnlessSystemHas } from '../support/system-has';

const cli = resolve('dist/cli.js');
const glossary = '# Glossary\n\n- **Mixture of Experts (MoE):** Routes tokens.\n- **Gate (GT):** Weighs experts.\n';
const lesson = '# MoE\n\nA gate.\n\n```mermaid\nflowchart TD\n  A[Cache (KV)] --> B[Mixture of Experts]\n```\n';

describe('coursewright mcp', function () {
  this.timeout(300_000);
  let parent: string;
  let course: string;
  let client: Client;
  const read = (name: string) => readFileSync(join(course, name), 'utf8');
  /** What a tool answers: its JSON, or the sentence by which it refuses. */
  const call = async (name: string, args: Readonly<Record<string, unknown>> = {}) => {
    const result = (await client.callTool({ name, arguments: args })) as CallToolResult;
    const [content] = result.content;
    assert.ok(content?.type === 'text');
    return result.isError ? { refused: content.text } : JSON.parse(content.text);
  };

  before(async () => {
    parent = mkdtempSync(join(tmpdir(), 'coursewright-'));
    course = join(parent, 'course');
    mkdirSync(course);
    client = new Client({ name: 'test', version: '1' });
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [cli, 'mcp', course],
      stderr: 'pipe',
    });
    await client.connect(transport);
  });
  beforeEach(() => {
    writeFileSync(join(course, 'glossary.md'), glossary);
    writeFileSync(join(course, 'a.md'), lesson);
    writeFileSync(join(parent, 'outside.md'), lesson);
  });
  after(async () => {
    await client.close();
    rmSync(parent, { recursive: true, force: true });
  });

  it('offers its tools, and says which of them write', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint]),
      [
        ['check_course', true],
        ['apply_fixes', false],
        ['lookup_term', true],
        ['define_term', false],
        ['outline', true],
        ['run_demo', true],
        ['course_map', true],
      ],
    );
  });

  it('checks, and mends a file that is still as it was checked', async () => {
    const { files, checked } = await call('check_course');
    assert.equal(checked, 2);
    const file = files.find((one: { path: string }) => one.path === 'a.md');
    assert.equal(file.diagnostics[0].code, 'mermaid.unquoted-label');
    assert.equal(file.diagnostics[0].fixes[0].edits[0].newText, '"Cache (KV)"');
    const done = await call('apply_fixes', { path: 'a.md', hash: file.hash });
    assert.equal(done.fixed, 1);
    assert.equal(read('a.md'), lesson.replace('Cache (KV)', '"Cache (KV)"'));
    const again = await call('check_course', { path: 'a.md' });
    assert.deepEqual(again.files[0], { path: 'a.md', hash: done.hash, diagnostics: done.diagnostics });
  });

  it('mends nothing that has changed since, and nothing outside of the course', async () => {
    const { files } = await call('check_course', { path: 'a.md' });
    const changed = `${lesson}\nMore.\n`;
    writeFileSync(join(course, 'a.md'), changed);
    const { refused } = await call('apply_fixes', { path: 'a.md', hash: files[0].hash });
    assert.equal(refused, 'a.md is not as it was when it was checked: check it again; nothing was written');
    assert.equal(read('a.md'), changed);
    for (const path of ['../outside.md', join(parent, 'outside.md')]) {
      for (const [tool, args] of [
        ['check_course', { path }],
        ['apply_fixes', { path, hash: files[0].hash }],
        ['outline', { path }],
        ['run_demo', { path }],
        ['define_term', { term: 'Router', definition: 'Picks.', path }],
      ] as const) {
        assert.deepEqual(await call(tool, args), { refused: `${path} lies outside of the course` }, tool);
      }
    }
    assert.deepEqual(await call('outline', { path: 'b.md' }), { refused: 'the course has no file b.md' });
    assert.equal(readFileSync(join(parent, 'outside.md'), 'utf8'), lesson);
  });

  it('does not follow a link that leads out of the course', async function () {
    skipUnlessSystemHas(this, 'links', makesLinks());
    symlinkSync(join(parent, 'outside.md'), join(course, 'link.md'));
    writeFileSync(join(parent, 'secret.md'), '# Glossary\n\n- **Secret (SCR):** Hidden.\n');
    symlinkSync(join(parent, 'secret.md'), join(course, 'secret.md'));
    try {
      assert.deepEqual(await call('lookup_term', { term: 'Secret' }), { terms: [], didYouMean: [] });
      const { files } = await call('check_course');
      assert.ok(!files.some(({ path }: { path: string }) => path === 'link.md'));
      assert.deepEqual(await call('outline', { path: 'link.md' }), { refused: 'the course has no file link.md' });
      const { term } = await call('define_term', { term: 'Secret', acronym: 'SCR', definition: 'Ours.' });
      assert.equal(term, 'Secret', 'it is not told that the name is taken out there');
    } finally {
      rmSync(join(course, 'link.md'));
      rmSync(join(course, 'secret.md'));
    }
  });

  it('looks terms up by name and acronym, and offers near ones', async () => {
    for (const term of ['mixture of experts', 'MoE']) {
      const { terms } = await call('lookup_term', { term });
      assert.deepEqual(terms[0].definitions, [{ path: 'glossary.md', line: 3, definition: 'Routes tokens.' }]);
    }
    assert.deepEqual(await call('lookup_term', { term: 'Gaet' }), { terms: [], didYouMean: ['Gate'] });
  });

  it('defines a term in the form of the others, once', async () => {
    const asked = { term: 'Router', acronym: 'RT', definition: 'Picks $k$ experts.' };
    const { definitions } = await call('define_term', asked);
    assert.equal(definitions[0].line, 5);
    assert.equal(read('glossary.md'), `${glossary}- **Router (RT):** Picks $k$ experts.\n`);
    for (const [wrong, why] of [
      [asked, /^Router is taken: Router is defined in glossary\.md, line 5; nothing was written$/],
      [{ term: 'Great Tower', acronym: 'gt', definition: 'x' }, /^gt is taken: Gate is defined/],
      [{ term: 'Two\nlines', definition: 'x' }, /^the term is one line/],
      [{ term: 'A: b', definition: 'x' }, /^the term is plain text/],
      [{ term: 'Other', definition: 'x\0y' }, /^the definition holds a character that nobody can see/],
      [{ term: 'Other', definition: 'x \ud800' }, /^the definition holds a character that nobody can see/],
      [{ term: 'Oth\u202eer', definition: 'x' }, /^the term holds a character that nobody can see/],
      [{ term: 'Other', definition: 'x', path: 'a.md' }, /^a\.md has no list of entries/],
    ] as const) {
      const before = read('glossary.md');
      assert.match((await call('define_term', wrong)).refused, why);
      assert.equal(read('glossary.md'), before);
      assert.equal(read('a.md'), lesson);
    }
  });

  it('computes demos, those of a file and those it is given', async () => {
    const given = await call('run_demo', {
      kind: 'moe',
      body: 'experts: 8\ntop_k: 2\nexpect:\n  active_fraction: 0.5\n',
    });
    assert.equal(given.demos[0].expectations[0].holds, false);
    assert.ok(Number.isFinite(given.demos[0].expectations[0].actual));
    writeFileSync(join(course, 'a.md'), '```moe\nexperts: 8\n```\n');
    assert.equal((await call('run_demo', { path: 'a.md' })).demos.length, 1);
    const slow = { kind: 'moe', body: 'experts: 64\ntokens: 256\nsteps: 300\n' };
    const first = await call('run_demo', slow);
    assert.ok(first.demos[0].results);
    assert.deepEqual(await call('run_demo', slow), first, 'asked again, it has its results still');
    assert.deepEqual(await call('run_demo', { kind: 'juggling', body: '' }), {
      refused: 'there is no demo called juggling',
    });
    assert.match((await call('run_demo')).refused, /^name either a path/);
  });

  it('says of what is not taken which word was meant, what it needs and what it is', async () => {
    for (const [tool, args, why] of [
      ['outline', { pth: 'a.md' }, 'outline takes no pth; did you mean path?'],
      ['outline', {}, 'outline needs path: a file of the course, relative to its folder'],
      ['outline', { path: 3 }, 'path of outline is a text of at most 100000 characters'],
      ['course_map', { hops: 1.5 }, 'hops of course_map is a whole number from 0 to 20'],
      ['lookup_term', { term: 'x'.repeat(1e6) }, 'term of lookup_term is a text of at most 100000 characters'],
      ['lookup_term', { term: 'Gate', constructor: 1 }, 'lookup_term takes no constructor'],
      ['outline', { path: '\ud800.md' }, 'the course has no file whose name is no Unicode text'],
      ['outline', { path: 'a\0.md' }, 'the course has no file a\0.md'],
      ['outline', { path: '%2e%2e/outside.md' }, 'the course has no file %2e%2e/outside.md'],
      ['run_demo', { kind: 'moe\n```\n\n# Other', body: '' }, 'there is no demo called moe\n```\n\n# Other'],
      ['run_demo', { kind: 'constructor', body: '' }, 'there is no demo called constructor'],
      ['mend', {}, 'there is no tool mend'],
      ['__proto__', {}, 'there is no tool __proto__'],
    ] as const) {
      assert.deepEqual(await call(tool, args), { refused: why });
    }
  });

  it('outlines a file and maps the course', async () => {
    const { items } = await call('outline', { path: 'a.md' });
    assert.equal(items[0].title ?? items[0].name, 'MoE');
    const graph = await call('course_map');
    assert.ok(JSON.stringify(graph).includes('Mixture of Experts'));
    assert.match(
      (await call('course_map', { around: 'Mixture of Expert' })).refused,
      /did you mean Mixture of Experts/,
    );
  });

  it('serves the working folder where none is named', async () => {
    const other = new Client({ name: 'test', version: '1' });
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [cli, 'mcp'],
      cwd: course,
      stderr: 'pipe',
    });
    await other.connect(transport);
    const { content } = await other.callTool({ name: 'lookup_term', arguments: { term: 'Gate' } });
    await other.close();
    assert.match(JSON.stringify(content), /Weighs experts/);
  });

  it('answers what it was asked before its input ends', () => {
    const asked = [
      {
        id: 0,
        method: 'initialize',
        params: { protocolVersion: '2024-11-05', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
      },
      { method: 'notifications/initialized' },
      { id: 1, method: 'tools/list' },
      ...['Gate', 'MoE', 'Other'].map((term, i) => ({
        id: 2 + i,
        method: 'tools/call',
        params: { name: 'lookup_term', arguments: { term } },
      })),
      { id: 5, method: 'tools/call', params: { name: 'check_course' } },
    ];
    const input = asked.map((one) => `${JSON.stringify({ jsonrpc: '2.0', ...one })}\n`).join('');
    const { status, stdout } = spawnSync(process.execPath, [cli, 'mcp', course], { input, encoding: 'utf8' });
    assert.equal(status, 0);
    const ids = stdout.split('\n').flatMap((line) => (line ? [JSON.parse(line).id as number] : []));
    assert.deepEqual(ids.sort(), [0, 1, 2, 3, 4, 5]);
  });

  it('serves folders alone', () => {
    for (const [args, why] of [
      [['mcp', join(course, 'none')], /there is no folder/],
      [['mcp', join(course, 'a.md')], /is no folder/],
      [['mcp', course, course], /name one folder/],
    ] as const) {
      const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
      assert.equal(status, 2);
      assert.match(stderr, why);
    }
  });
});
