import assert from 'node:assert/strict';
import type { DemoJob, DemoSolver } from '../../../../src/core/demos/demo-solver';
import { codeLenses } from '../../../../src/core/features/code-lenses';
import { resolveDemoLens } from '../../../../src/core/features/demos/demo-lenses';
import { inlayHints } from '../../../../src/core/features/inlay-hints';
import { defaultSettings } from '../../../../src/core/settings';
import { checked } from '../../../support/demos';
import { memoryCourse } from '../../../support/memory-course';

const fence = (claims: string) => `\`\`\`mla\nexpect:\n${claims}\`\`\`\n`;
const text = `# Caches\n\n${fence('  kv_elements_per_token: 34560\n  bytes_per_token: 1\n')}\n${fence('  kv_elements_per_token: 34560\n')}\n\`\`\`mla\n\`\`\`\n`;

const about = (settings = defaultSettings) => {
  const { context } = memoryCourse({ 'lesson.md': text });
  const check = ({ kind, text: body }: DemoJob) => checked(kind, body);
  const demos: DemoSolver = { check, glance: check, dispose: async () => undefined };
  return { ...context('lesson.md'), settings, demos };
};

describe('a demo in the source', () => {
  it('has one lens, which says how many of its claims hold', async () => {
    const lenses = codeLenses(about());
    assert.deepEqual(
      lenses.map(({ range }) => range.start.line),
      [2, 8, 13],
    );
    const resolved = await Promise.all(lenses.map((lens) => resolveDemoLens(about(), lens)));
    assert.deepEqual(
      resolved.map(({ command }) => command!.title),
      ['▶ Run beside · ✗ 1 of 2 claims hold', '▶ Run beside · ✓ 1 claim holds', '▶ Run beside'],
    );
  });

  it('has a tick behind each claim that holds', async () => {
    const hints = await inlayHints(about(), { start: 0, end: text.length });
    const lines = text.split('\n');
    assert.deepEqual(
      hints.map(({ position, label }) => [lines[position.line], position.character, label]),
      Array(2).fill(['  kv_elements_per_token: 34560', 30, '✓']),
    );
  });

  it('is left bare where the settings say so', async () => {
    const bare = about({
      ...defaultSettings,
      hints: { uses: false, claims: false, posts: false },
      lens: { run: false },
    });
    assert.deepEqual(codeLenses(bare), []);
    assert.deepEqual(await inlayHints(bare, { start: 0, end: text.length }), []);
  });
});
