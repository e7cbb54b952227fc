// npm run typing [-- id…] [--pace 10,40,110] [--official] [--page FILE]… [--of N] [--from K] [--windows W] [--bare]: types texts into VS Code, key by key, and says what changed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkNode } from '../../tools/support/check-node.mjs';
import { main } from '../../tools/support/main.mjs';
import { packageExtension } from '../../tools/support/package-extension.mjs';
import { say } from '../../tools/support/say.mjs';
import { serveVscode } from '../../tools/support/serve-vscode.mjs';
import { throwAwayFolder } from '../../tools/support/throw-away-folder.mjs';
import { openBrowser } from '../support/browser';
import { sharedFile } from '../support/shared';
import { head, ownTexts, type TypedText } from '../support/typing/texts';
import { bareEditor, paceOf, Typist } from '../support/typing/typist';
import { until } from '../support/until';
import { Workbench } from '../support/workbench';

const endings: readonly TypedText['ending'][] = ['md', 'mdx', 'qmd', 'mmd', 'py'];

/** Several windows that open beside others that are typed into take their time. */
const openingMilliseconds = 600_000;

/** As much of a page as a person types in some minutes. */
const longestPage = 3000;

void main(async () => {
  checkNode();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      pace: { type: 'string', default: '10,40,110' },
      official: { type: 'boolean', default: false },
      /** A file of anyone's, of which the beginning is typed. */
      page: { type: 'string', multiple: true, default: [] },
      /** Of the texts, only every Nth. */
      of: { type: 'string', default: '1' },
      /** Which of each N: the first is 0. */
      from: { type: 'string', default: '0' },
      /** How many windows are typed into at once. */
      windows: { type: 'string', default: '1' },
      /** Without the extension: what VS Code alone makes of it. */
      bare: { type: 'boolean', default: false },
    },
  });
  const pages = values.page.map(pageText);
  const texts = (pages.length > 0 ? pages : values.official ? officialTexts() : [...ownTexts, ...sharedTexts()])
    .filter(({ id }) => positionals.length === 0 || positionals.includes(id))
    .filter((_, index) => index % Number(values.of) === Number(values.from));
  const vscode = await serveVscode({
    trusted: true,
    ...(values.bare ? {} : { vsix: await packageExtension() }),
  });
  const browser = await openBrowser();
  const jobs = endings
    .map((ending) => texts.filter((text) => text.ending === ending))
    .flatMap((some) => values.pace.split(',').flatMap((pace) => some.map((text) => ({ text, pace: Number(pace) }))));
  const results: Promise<number>[] = [];
  for (let window = 0; window < Number(values.windows); window++) {
    const folder = typingFolder();
    const workbench = new Workbench(await browser.newPage(), folder);
    await workbench.page.goto(vscode.address({ folder, file: join(folder, 'typed.md') }));
    await workbench.ready();
    if (!values.bare) await untilAtWork(workbench);
    const own = jobs.filter((_, index) => index % Number(values.windows) === window);
    results.push(typeAll(workbench, own));
  }
  const changed = (await Promise.all(results)).reduce((sum, one) => sum + one, 0);
  console.log(`${jobs.length} typed, ${changed} changed`);
  return changed === 0 ? 0 : 1;
});

interface Job {
  readonly text: TypedText;
  /** Milliseconds a key. */
  readonly pace: number;
}

/** Types texts one after the other into one window; how many were changed. */
async function typeAll(workbench: Workbench, jobs: readonly Job[]): Promise<number> {
  let changed = 0;
  for (const ending of endings) {
    const some = jobs.filter(({ text }) => text.ending === ending);
    if (some.length === 0) continue;
    await workbench.open(`typed.${ending}`);
    const typist = new Typist(workbench, `typed.${ending}`);
    for (const [index, { text, pace }] of some.entries()) {
      const change = await typist.changes(ending === 'md' ? head : '', text.text, paceOf(pace));
      if (change) changed++;
      if (change) console.log(`changed  ${text.id} at ${pace} ms, ${change}`);
      if (index % 20 === 19 || index === some.length - 1) say(`.${ending}: ${index + 1} of ${some.length} texts typed`);
    }
  }
  for (const complaint of await workbench.complaints()) console.log(`said     ${complaint}`);
  return changed;
}

/** A folder with a file of each ending to type into. */
function typingFolder(): string {
  const folder = throwAwayFolder('typing').path;
  mkdirSync(join(folder, '.vscode'));
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(bareEditor));
  for (const ending of endings) writeFileSync(join(folder, `typed.${ending}`), '\n');
  return folder;
}

/** Waits until the extension marks what is broken: from then on it may suggest. */
async function untilAtWork(workbench: Workbench): Promise<void> {
  const typist = new Typist(workbench, 'typed.md');
  await workbench.editor().click();
  await typist.begin('```mermaid\nflowchart TD\n  A[b (c)] --> D\n```\n');
  await until(async () => (await workbench.squiggles().count()) > 0, 'a mark of the extension', openingMilliseconds);
}

function pageText(file: string): TypedText {
  const ending = endings.find((one) => file.endsWith(`.${one}`));
  if (!ending) throw new Error(`${file} ends with none of ${endings.map((one) => `.${one}`).join(', ')}.`);
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const end = text.length <= longestPage ? text.length : text.lastIndexOf('\n', longestPage) + 1;
  return { id: file, ending, text: text.slice(0, end) };
}

/** The texts of the shared folder, where it is there. */
function sharedTexts(): TypedText[] {
  const file = sharedFile('field/keyboard.json');
  const typed = file ? (JSON.parse(readFileSync(file, 'utf8')).typed as { id: string; text: string }[]) : [];
  return typed.map(({ id, text }) => ({ id: `shared-${id}`, ending: 'md', text }));
}

/** The diagrams of Mermaid's documentation, where they are there. */
function officialTexts(): TypedText[] {
  const file = sharedFile('corpus/mermaid/official-docs.json');
  const pages = file ? (JSON.parse(readFileSync(file, 'utf8')) as { page: string; source: string }[]) : [];
  return pages.map(({ page, source }, index) => ({
    id: `${page}-${index}`,
    ending: 'md',
    text: `\`\`\`mermaid\n${source.trim()}\n\`\`\`\n`,
  }));
}
