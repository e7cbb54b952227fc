import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { throwAwayFolder } from '../../tools/support/throw-away-folder.mjs';
import { head, ownTexts } from '../support/typing/texts';
import { bareEditor, paceOf, Typist } from '../support/typing/typist';
import { until } from '../support/until';
import type { Workbench } from '../support/workbench';
import { openCourse } from './installed';

/** A few of the texts of `npm run typing`: those in which an Enter once took what it should not. */
const sample = ['state', 'er', 'radar', 'treemap', 'flowchart', 'moe', 'scaling-law', 'prose'];

describe('What is typed', () => {
  let workbench: Workbench;
  let typist: Typist;

  before(async () => {
    const folder = throwAwayFolder('typed').path;
    writeFileSync(join(folder, 'typed.md'), '\n');
    workbench = await openCourse(folder, 'typed.md', { settings: bareEditor });
    typist = new Typist(workbench, 'typed.md');
    await workbench.editor().click();
    await typist.begin('```mermaid\nflowchart TD\n  A[b (c)] --> D\n```\n');
    await workbench.squiggles().first().waitFor();
  });
  after(() => workbench.close());

  for (const id of sample) {
    it(`stands: ${id}`, async () => {
      const { text } = ownTexts.find((one) => one.id === id && one.ending === 'md')!;
      assert.equal(await typist.changes(head, text, paceOf(25)), undefined);
    });
  }

  it('brings help by itself, that Tab takes and Enter leaves', async () => {
    const list = workbench.page.locator('.suggest-widget.visible .monaco-list-row');
    const body = '```mermaid\nflowchart TD\n  LM[Loom] --> WP[Warp]\n  ';
    await typist.begin(`${head}${body}`);
    await until(async () => {
      await typist.type('sub', paceOf(40));
      const came = await list
        .first()
        .waitFor({ timeout: 5000 })
        .then(
          () => true,
          () => false,
        );
      if (!came) for (const _ of 'sub') await workbench.page.keyboard.press('Backspace');
      return came;
    }, 'a list of suggestions');
    await list.first().filter({ hasText: 'subgraph' }).waitFor();
    await workbench.screenshot('suggestions');
    await workbench.page.keyboard.press('Enter');
    assert.equal(await typist.saved(), `${head}${body}sub\n`);
  });

  it('shows uses and claims behind their lines, and nothing moves while one writes', async () => {
    const demo = '```moe\npreset: mixtral\nexpect:\n  active_fraction: 0.25\n```\n\nThe Warp, ';
    await typist.begin(`${head}${demo}`);
    const line = (text: RegExp) => workbench.editor().locator('.view-line').filter({ hasText: text });
    await line(/Warp\s\(WP\).*2\suses/).waitFor();
    await line(/active_fraction.*✓/).waitFor();
    await workbench.editor().getByText('Run beside').waitFor();
    const moved = await movements(workbench);
    await typist.type('on which a cloth begins and grows,', paceOf(60));
    assert.deepEqual(await moved(), []);
  });

  it('puts the closing line of a fence below its opener, and one undo takes it back', async () => {
    const body = '- Threads:\n\n  ```python\n  def warp():\n    return 1\n';
    await typist.begin(`${head}${body}    `);
    await typist.type('```', paceOf(60));
    const closed = workbench
      .editor()
      .locator('.view-line')
      .filter({ hasText: /^\s{2}```$/ });
    await closed.waitFor();
    assert.equal((await typist.saved()).slice(head.length), `${body}  \`\`\``);
    for (const _ of 'us') await workbench.page.keyboard.press('Control+z');
    const left = (await typist.saved()).slice(head.length);
    assert.equal(left.trimEnd(), body.trimEnd());
  });
});

/**
 * Watches all that stands above the line that is written: how lines, hints in them, lenses and marks came and went. Each is
 * named by its place, so that one that only moves counts too.
 */
async function movements({ page }: Workbench): Promise<() => Promise<string[]>> {
  await page.evaluate(`
    const editor = document.querySelector('.editor-group-container .monaco-editor');
    const topOf = (element) => parseFloat(element.style.top);
    const all = (selector) => [...editor.querySelectorAll(selector)];
    const parts = () => {
      const lines = all('.view-lines > .view-line').map((line) => [topOf(line), line.textContent]);
      const written = Math.max(...lines.map(([top]) => top));
      const lenses = all('.codelens-decoration').map((lens) => [topOf(lens), 'lens ' + lens.textContent]);
      const marks = all('.view-overlays [class*=squiggly]').map((mark) => [
        topOf(mark.parentElement),
        mark.className + ' at ' + mark.style.left + ' of ' + mark.style.width,
      ]);
      return [...lines, ...lenses, ...marks]
        .filter(([top]) => top !== written)
        .map(([top, what]) => top + ': ' + what);
    };
    const stood = parts();
    const seen = new Set(stood.some((part) => part.includes('lens ')) ? [] : ['no lens was there']);
    const look = () => {
      const now = parts();
      for (const part of now) if (!stood.includes(part)) seen.add('came: ' + part);
      for (const part of stood) if (!now.includes(part)) seen.add('went: ' + part);
    };
    const observer = new MutationObserver(look);
    observer.observe(editor, { childList: true, subtree: true, characterData: true, attributes: true });
    window.endMovements = () => (observer.disconnect(), [...seen]);
  `);
  return () => page.evaluate<string[]>('window.endMovements()');
}
