import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MapFilter, ServerRequests } from '../../src/protocol';
import { TestLanguageClient } from '../support/language-client';

type CourseMap = ServerRequests['coursewright/courseMap']['result'];

describe('The course map’s request', () => {
  let client: TestLanguageClient;
  let folder: string;
  let root: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'coursewright-map-'));
    root = pathToFileURL(folder).href;
    await writeFile(join(folder, 'closed äöü.md'), '```mermaid\nflowchart LR\n  A[Router] --> B[Expert]\n```\n');
    client = await TestLanguageClient.start({ root });
    await client.open(`${root}/open.md`, '```mermaid\nflowchart LR\n  X[router] -->|picks| Y[Token]\n```\n');
  });
  after(async () => {
    await client.stop();
    await rm(folder, { recursive: true });
  });
  const ask = (name: string, of: 'file' | 'course', format = 'mermaid') =>
    client.request<CourseMap>('coursewright/courseMap', { uri: `${root}${name}`, of, format });

  it('merges the whole course or a part, closed files and open ones as they are in the editor', async () => {
    assert.deepEqual(await ask('/open.md', 'course'), {
      text: 'flowchart TD\n  n1["Router"]\n  n2["Expert"]\n  n3["Token"]\n  n1 --> n2\n  n1 -->|"picks"| n3\n',
      nodes: 3,
      refused: null,
    });
    const part = (filter: MapFilter) =>
      client.request<CourseMap>('coursewright/courseMap', { uri: root, of: 'course', format: 'mermaid', filter });
    const drawn = async (filter: MapFilter) => (await part(filter)).text.split('\n').slice(1, -1).join('').trim();
    assert.equal(await drawn({ files: ['closed äöü.md'] }), 'n1["Router"]  n2["Expert"]  n1 --> n2');
    assert.equal(await drawn({ label: 'PICK' }), 'n1["Router"]  n2["Token"]  n1 -->|"picks"| n2');
    assert.equal(await drawn({ around: { name: 'expert', hops: 1 } }), 'n1["Router"]  n2["Expert"]  n1 --> n2');
    assert.equal((await part({ around: { name: 'token', hops: 2 } })).nodes, 3);
    assert.equal(await drawn({ around: { name: 'token', hops: 2 }, label: 'picks' }), await drawn({ label: 'picks' }));
    for (const none of [
      { files: [] },
      { files: ['other.md'] },
      { label: 'drops' },
      { around: { name: 'Gate', hops: 1 } },
    ])
      assert.equal((await part(none)).nodes, 0, JSON.stringify(none));
    assert.deepEqual(await client.request('coursewright/mapChoices', { uri: `${root}/open.md` }), {
      files: ['closed äöü.md', 'open.md'],
      concepts: ['Router', 'Expert', 'Token'],
      labels: [{ label: 'picks', arrows: 1 }],
    });
    await client.change(`${root}/open.md`, 2, '# Nothing drawn\n');
    assert.equal((await ask('', 'course')).nodes, 2, 'asked with the folder itself');
  });

  it('draws a diagram together with what it is in another text', async () => {
    const compare = (text: string) =>
      client.request<ServerRequests['coursewright/compareDiagram']['result']>('coursewright/compareDiagram', {
        uri: `${root}/closed%20%C3%A4%C3%B6%C3%BC.md`,
        position: { line: 1, character: 0 },
        before: { uri: `${root}/other.mmd`, text },
      });
    assert.match((await compare('flowchart LR\n  A[Router]')).compared!.text, /"new: Expert"/);
    assert.equal((await compare('pie\n  "a" : 1')).compared, null);
  });

  it('keeps to one file, and names files as the course does', async () => {
    assert.deepEqual(await ask('/open.md', 'file'), { text: 'flowchart TD\n', nodes: 0, refused: null });
    const { nodes } = JSON.parse((await ask('/closed%20%C3%A4%C3%B6%C3%BC.md', 'file', 'json')).text);
    assert.equal(nodes[0].sources[0].path, 'closed äöü.md');
  });

  it('says when Mermaid would not draw it', async () => {
    const edges = Array.from({ length: 501 }, (_, i) => `  a${i}[Step ${i}] --> a${i + 1}[Step ${i + 1}]`).join('\n');
    await client.open(`${root}/large.mmd`, `flowchart LR\n${edges}\n`, 'mermaid');
    assert.match((await ask('/large.mmd', 'file')).refused ?? '', /501 edges/);
    assert.equal((await ask('/large.mmd', 'file', 'dot')).refused, null);
  });
});
