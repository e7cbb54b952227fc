import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerRequests } from '../../src/protocol';
import { TestLanguageClient } from '../support/language-client';

type Kit = ServerRequests['coursewright/teachingKit']['result'];
type Cards = ServerRequests['coursewright/cards']['result'];
type Read = ServerRequests['coursewright/reading']['result'];
type Concepts = ServerRequests['coursewright/keyConcepts']['result'];

describe('The requests for a teaching kit', () => {
  let client: TestLanguageClient;
  let folder: string;
  let root: string;
  let open: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'coursewright-kit-'));
    root = pathToFileURL(folder).href;
    open = `${root}/open.md`;
    await writeFile(
      join(folder, 'glossary.md'),
      '# Glossary\n\n- **🎨 Dye (DY):** Gives $x^2$.\n\nWool and cloth rest; cloth, wool and thread rest here, and thread on cloth.\n',
    );
    client = await TestLanguageClient.start({ root });
    await client.open(open, '# 🧵 Loom (LM)\n\nThe loom weaves. A loom is old. Our loom.\n\n## Below\n\nIt rests.\n');
  });
  after(async () => {
    await client.stop();
    await rm(folder, { recursive: true });
  });

  it('give the course as the editor has it, and its cards', async () => {
    const uri = `${root}/OVERVIEW.md`;
    const { kit } = await client.request<Kit>('coursewright/teachingKit', { uri });
    assert.deepEqual(
      kit?.cards.map(({ front, back }) => [front, back]),
      [
        ['🎨 DY', 'Dye'],
        ['🧵 LM', 'Loom'],
      ],
    );
    const { text, count } = await client.request<Cards>('coursewright/cards', { uri, format: 'anki' });
    assert.equal(count, 2);
    assert.match(text, /\t🎨 DY\t<b>Dye<\/b><br>Gives \\\(x\^2\\\)\.\n/);
  });

  it('give a section as it is read aloud, and what tells it from the rest', async () => {
    const position = { line: 2, character: 0 };
    const { reading } = await client.request<Read>('coursewright/reading', { uri: open, position });
    assert.deepEqual(
      reading?.sentences.map(({ spoken }) => spoken),
      ['Loom (LM)', 'The loom weaves.', 'A loom is old.', 'Our loom.', 'Below', 'It rests.'],
    );
    const range = { start: position, end: { line: 3, character: 0 } };
    const { diagram } = await client.request<Concepts>('coursewright/keyConcepts', { uri: open, range });
    assert.match(diagram ?? '', /flowchart LR\n {4}c1\["loom"\]/);
    const nothing = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
    assert.deepEqual(await client.request('coursewright/keyConcepts', { uri: open, range: nothing }), {
      diagram: null,
    });
  });
});
