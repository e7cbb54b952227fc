import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { copyFolder } from '../support/copy-folder';
import { until } from '../support/until';
import type { Workbench } from '../support/workbench';
import { openCourse, sample } from './installed';

/** What asks before it does anything: which part of the map, which folder, which colours, which earlier text. */
describe('The studio’s questions', () => {
  let workbench: Workbench;

  const quick = () => workbench.page.locator('.quick-input-widget:visible');
  const row = (name: string): Locator => quick().locator('.monaco-list-row').filter({ hasText: name }).first();
  const choose = (name: string) => row(name).click();
  /** The dialog for a file or folder, as VS Code shows it where it has no window of the system. */
  const place = (title: string) => quick().filter({ hasText: title });
  const notification = (words: string | RegExp) =>
    workbench.page.locator('.notifications-toasts .notification-list-item').filter({ hasText: words });
  const dismissed = async (words: string | RegExp) => {
    const note = notification(words).first();
    await note.waitFor();
    const said = await note.locator('.notification-list-item-message').innerText();
    await workbench.command('Notifications: Clear All Notifications');
    await note.waitFor({ state: 'detached' });
    return said;
  };

  /** Lines of the editor beside the source, which opens with what was asked for. */
  const beside = (words: string) =>
    workbench.page.locator('.editor-group-container').nth(1).locator('.view-lines').filter({ hasText: words });
  const many = 600;
  /** The first line of each picture in the folder, which says what it was drawn of. */
  const firstLines = () => {
    const names = readdirSync(workbench.folder).filter((name) => name.endsWith('.svg'));
    return new Map(
      names.map((name) => [name, readFileSync(join(workbench.folder, name), 'utf8').split('\n', 1)[0]] as const),
    );
  };

  // The course as Git has it in a branch and in HEAD, with one file that nobody has committed.
  before(async () => {
    const folder = copyFolder(sample);
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: folder });
    const skills = readFileSync(join(folder, 'skills.md'), 'utf8');
    git('init', '-q', '-b', 'main');
    writeFileSync(join(folder, 'skills.md'), skills.replace('Budget Planning]', 'Planning of Budgets]'));
    git('add', 'skills.md');
    git('commit', '-qm', 'one');
    git('branch', 'older');
    writeFileSync(join(folder, 'skills.md'), skills);
    git('commit', '-qam', 'two');
    writeFileSync(join(folder, 'other.md'), skills.replace('SR -->|costs| BP', 'SR -->|spares| BP'));
    workbench = await openCourse(folder, 'skills.md', { settings: { 'git.enabled': true } });
  });
  after(() => workbench.close());

  it('show what is around a concept, and arrows with a label, of the course’s map', async () => {
    await workbench.command('Coursewright: Show Course Map');
    await choose('What is around a concept…');
    await workbench.screenshot('map-concepts');
    await quick().locator('input[type="text"]').fill('sparse');
    await choose('Sparse Routing');
    await choose('1 arrow away');
    const map = workbench.page.locator('.editor-group-container').nth(1).locator('.view-lines');
    await map.filter({ hasText: 'flowchart TD' }).waitFor();
    await workbench.screenshot('map-around');
    await workbench.command('View: Revert and Close Editor');
  });

  it('write nothing where the folder, or the colours, are not chosen', async () => {
    await workbench.open('skills.md');
    await workbench.command('Coursewright: Export All Diagrams…');
    await place('Folder for the pictures').waitFor();
    await workbench.screenshot('export-folder');
    await workbench.page.keyboard.press('Escape');
    await quick().waitFor({ state: 'detached' });
    await workbench.command('Coursewright: Export All Diagrams…');
    await place('Folder for the pictures').waitFor();
    await quick().locator('input[type="text"]').press('Enter');
    await row('Light').waitFor();
    await workbench.page.keyboard.press('Escape');
    await row('Light').waitFor({ state: 'hidden' });
    assert.equal(
      readdirSync(workbench.folder).some((name) => name.endsWith('.svg')),
      false,
    );
  });

  it('write every diagram into the folder that is chosen, and say so', async () => {
    await workbench.command('Coursewright: Export All Diagrams…');
    await place('Folder for the pictures').waitFor();
    await quick().locator('input[type="text"]').press('Enter');
    await choose('Dark');
    const said = await dismissed(/\d+ written/);
    const written = readdirSync(workbench.folder).filter((name) => name.endsWith('.svg'));
    assert.match(said, new RegExp(`^${written.length} written, 0 unchanged`));
    assert.ok(written.length > 3);
  });

  it('save the picture that the panel shows, with a link to its line', async () => {
    await workbench.open('skills.md');
    await workbench.goTo(13);
    await workbench.command('Coursewright: Open Panel');
    const panel = await workbench.webview('.canvas [data-node="LW"]');
    await panel.getByRole('button', { name: 'Save or copy' }).click();
    await panel.getByRole('menuitem', { name: 'Save as SVG…' }).click();
    await quick().locator('input[type="text"]').press('Enter');
    const saved = join(workbench.folder, 'skill-tree.svg');
    await until(() => existsSync(saved), 'the picture saved');
    const text = await until(() => readFileSync(saved, 'utf8') || undefined, 'the picture written');
    const line = readFileSync(join(workbench.folder, 'skills.md'), 'utf8').split('\n').indexOf('```mermaid') + 1;
    assert.ok(text.includes(`<a href="skills.md#L${line}"><title>skills.md, line ${line}</title><rect `));
  });

  it('compare a diagram with a branch that is chosen', async () => {
    await workbench.open('skills.md');
    await workbench.goTo(13);
    await workbench.command('Coursewright: Compare Diagram with…');
    await choose('A branch or tag…');
    await row('older').waitFor();
    await workbench.screenshot('compare-branches');
    await choose('older');
    await beside('Planning of Budgets').waitFor();
    await workbench.screenshot('compare-branch');
    await workbench.command('View: Revert and Close Editor');
  });

  it('compare a diagram with another file that is chosen', async () => {
    await workbench.open('skills.md');
    await workbench.goTo(13);
    await workbench.command('Coursewright: Compare Diagram with…');
    await choose('Another file…');
    const path = quick().locator('input[type="text"]');
    // Until it has listed its first folder the dialog writes that one's name over what was filled in.
    await until(async () => (await path.inputValue()).startsWith(workbench.folder), 'the dialog for a file');
    const other = join(workbench.folder, 'other.md');
    await until(async () => {
      await path.fill(other);
      const listed = await row('other.md')
        .waitFor({ timeout: 8000 })
        .then(() => true)
        .catch(() => false);
      return listed && (await path.inputValue()) === other;
    }, 'the file in the dialog');
    await path.press('Enter');
    await beside('spares').waitFor();
    await workbench.screenshot('compare-file');
    await workbench.command('View: Revert and Close Editor');
  });

  it('say in one sentence that there is no earlier text', async () => {
    await workbench.open('other.md');
    await workbench.goTo(13);
    await workbench.command('Coursewright: Compare Diagram with…');
    await choose('HEAD');
    assert.equal(await dismissed(/Git/), 'Git has no such file in HEAD.');
  });

  it('leave what is written where a running export is given up', async () => {
    const lessons = Array.from(
      { length: many },
      (_, d) => `## Part ${d}\n\n\`\`\`mermaid\nflowchart TD\n${edges(d)}\n\`\`\`\n`,
    );
    const before = firstLines();
    writeFileSync(join(workbench.folder, 'many.md'), `# Many\n\n${lessons.join('\n')}`);
    await workbench.open('many.md');
    await workbench.command('Coursewright: Export All Diagrams…');
    await place('Folder for the pictures').waitFor();
    await quick().locator('input[type="text"]').press('Enter');
    await choose('Light');
    const running = notification('Exporting diagrams');
    await running.filter({ hasText: /\d+ of \d+/ }).waitFor();
    await workbench.screenshot('export-running');
    await running.getByRole('button', { name: 'Cancel' }).click();
    const said = await dismissed(/Given up/);
    const [, written] = /^Given up: (\d+) written, \d+ unchanged/.exec(said) ?? [];
    assert.ok(Number(written) < many, said);
    const after = firstLines();
    const changed = [...after].filter(([name, line]) => before.get(name) !== line);
    assert.equal(changed.length, Number(written));
    for (const [name] of changed)
      assert.ok(readFileSync(join(workbench.folder, name), 'utf8').trimEnd().endsWith('</svg>'), name);
  });

  it('say nothing else on the way', async () => {
    assert.deepEqual(await workbench.complaints(), []);
  });
});

/** Some thirty arrows, so that a picture takes a while. */
const edges = (d: number): string =>
  Array.from({ length: 30 }, (_, i) => `  N${i}[Concept ${d} ${i}] --> N${(i * 7 + d) % 30}`).join('\n');
