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
});
