import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { TestLanguageClient } from '../support/language-client';
import '../support/property-seed';

const names = ['a.md', 'b.md', 'part/c.md', 'd.md'];
const pieces = [
  '# Glossary\n\n',
  '- **Gate (GT):** Opens.\n',
  '- **Gate:** Shuts.\n',
  '- **Multi-Head Latent Attention (MLA):** Small.\r\n',
  'The gate and MLA. ',
  '## 1. Skill\n\n',
  '```mermaid\nflowchart TD\n  GT[Gate] --> MLA\n```\n',
  '\n',
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((all) => all.join(''));
const place = fc.record({ line: fc.nat(20), character: fc.nat(12) });
const change = fc.record({ start: place, end: place, text });
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      file: fc.nat(3),
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('open' as const), file: fc.nat(3), text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), file: fc.nat(3) }) },
);

describe('Course-wide lists right after a burst of edits', function () {
  this.timeout(240_000);
  let folder: string;
  const uriOf = (file: number) => pathToFileURL(join(folder, names[file]!)).toString();
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
    for (const [i, name] of names.entries())
      if (i !== 2) writeFileSync(join(folder, name), pieces.slice(i, i + 3).join(''));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const started = async () => {
    const root = pathToFileURL(folder).toString();
    const client = await TestLanguageClient.start({ root, capabilities: { window: { workDoneProgress: true } } });
    await client.loaded();
    return client;
  };
  const lists = (client: TestLanguageClient) =>
    Promise.all([
      client.request('workspace/symbol', { query: '' }),
      client.request('coursewright/glossary', {}),
      client.request('coursewright/skills', {}),
    ]);

  it('are those of a fresh server', async () => {
    const client = await started();
    const open = new Map<number, string>();
    let version = 1;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
        for (const one of steps) {
          const uri = uriOf(one.file);
          const held = open.get(one.file);
          if (one.kind === 'open') {
            void client.open(uri, one.text);
            open.set(one.file, one.text);
          } else if (one.kind === 'close') {
            if (open.delete(one.file)) void client.close(uri);
          } else if (held !== undefined) {
            const changes = one.changes.filter(({ start, end }) => start.line < end.line);
            void client.edit(
              uri,
              ++version,
              changes.map(({ start, end, text }) => ({ range: { start, end }, text })),
            );
            open.set(one.file, changes.reduce(spliced, held));
          }
        }
        const burst = await lists(client);
        const fresh = await started();
        try {
          for (const [file, text] of open) await fresh.open(uriOf(file), text);
          assert.deepEqual(burst, await lists(fresh));
        } finally {
          await fresh.stop();
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
    await client.stop();
  });
});

type Change = { readonly start: Place; readonly end: Place; readonly text: string };
type Place = { readonly line: number; readonly character: number };

function spliced(before: string, { start, end, text }: Change): string {
  return before.slice(0, offsetIn(before, start)) + text + before.slice(offsetIn(before, end));
}

function offsetIn(text: string, { line, character }: Place): number {
  const lines = text.split(/(?<=\n)/);
  if (text.endsWith('\n') || text === '') lines.push('');
  if (line >= lines.length) return text.length;
  const length = lines[line]!.replace(/\r?\n$/, '').length;
  return lines.slice(0, line).join('').length + Math.min(character, length);
}
