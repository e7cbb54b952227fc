import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { findEntries } from '../src/core/features/search/find-entries';
import { type SearchEntry, searchable } from '../src/core/features/search/search-entry';
import { fileTerms } from '../src/core/glossary/file-terms';
import { Glossary } from '../src/core/glossary/glossary';
import { DiagramMerger } from '../src/core/map/diagram-merger';
import { parseCourseDocument } from '../src/core/parse-course-document';
import { drawPicture } from '../src/host/pictures/draw-picture';
import { openBrowser } from '../test/support/browser';
import { PanelPage, servePanel } from '../test/support/panel-page';
import { inTurn, spread, spreadOf } from './measure';
import type { Row } from './row';

export const name = 'Studio: the panel, the map, search and export';

export async function run(): Promise<Row[]> {
  return [...(await search()), ...(await merge()), exported(), ...(await panel()), ...(await largePanel())];
}

const node = (i: number) => `N${i}["Concept ${i} of ${['attention', 'routing', 'caching', 'scaling'][i % 4]}"]`;
/** A diagram of twelve nodes, every third of which stands in the next diagram too. */
const diagram = (d: number, size = 12) =>
  [
    'flowchart TD',
    ...Array.from({ length: size - 1 }, (_, i) => `  ${node(d * 8 + i)} --> ${node(d * 8 + i + 1)}`),
  ].join('\n');
const lesson = (d: number) => `# Lesson ${d}\n\n\`\`\`mermaid\n${diagram(d)}\n\`\`\`\n`;

async function search(): Promise<Row[]> {
  const at = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const kinds: readonly SearchEntry['kind'][] = ['term', 'heading', 'label'];
  const all = Array.from({ length: 10_000 }, (_, i) =>
    searchable({
      kind: kinds[i % 3]!,
      text: `Concept ${i} of attention`,
      uri: 'file:///a.md',
      path: 'a.md',
      range: at,
    }),
  );
  const { many, few } = await inTurn({
    many: () => findEntries(all, 'att', 50),
    few: () => findEntries(all, 'concept 99', 50),
  });
  return [
    { name: 'search of 10,000 names, all found', value: many.median, unit: 'ms', note: `${spread(many)}; aim: 20` },
    { name: 'search of 10,000 names, few found', value: few.median, unit: 'ms', note: `${spread(few)}; aim: 20` },
  ];
}

/** Texts that are read already, as those of open files are, and with the reading, as those of closed ones. */
async function merge(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [count, aim] of [
    [100, 50],
    [1800, 1000],
  ] as const) {
    const read = () =>
      Array.from({ length: count }, (_, d) =>
        parseCourseDocument({ uri: `file:///c/${d}.md`, text: lesson(d), version: 1 }, 'markdown'),
      );
    const documents = read();
    const glossary = new Glossary(documents.map((document) => [document.uri, fileTerms.of(document)] as const));
    const merged = (texts: typeof documents) => {
      const merger = new DiagramMerger();
      for (const document of texts) merger.add(document, glossary);
      return merger.graph();
    };
    const { again, cold } = await inTurn(
      { again: () => merged(documents), cold: () => merged(read()) },
      { runs: 5, warm: 1 },
    );
    rows.push(
      {
        name: `merge ${count} diagrams that are read`,
        value: again.median,
        unit: 'ms',
        note: `${spread(again)}; aim: ${aim}`,
      },
      { name: `read and merge ${count} diagrams`, value: cold.median, unit: 'ms', note: spread(cold) },
    );
  }
  return rows;
}

/** The built command line as a process of its own, into an empty folder. */
function exported(): Row {
  const folder = mkdtempSync(join(tmpdir(), 'coursewright-export-'));
  try {
    mkdirSync(join(folder, 'course'));
    for (let d = 0; d < 400; d++) writeFileSync(join(folder, 'course', `${d}.md`), lesson(d));
    const start = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      ['dist/cli.js', 'export', join(folder, 'course'), '--out', join(folder, 'pictures')],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`the export failed: ${stderr.slice(-500)}`);
    const value = (performance.now() - start) / 1000;
    return { name: 'export of 400 diagrams, as a whole process', value, unit: 's', note: 'aim: 10' };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The built panel in a browser: without VS Code around it, and so the page's own part. */
async function panel(): Promise<Row[]> {
  const [browser, served] = await Promise.all([openBrowser({ gpu: false }), servePanel()]);
  try {
    const first: number[] = [];
    let bytes = 0;
    for (let run = 0; run < 5; run++) {
      const page = await browser.newPage();
      const start = performance.now();
      const one = await PanelPage.open(page, served.url('dark'));
      await one.show(lesson(1));
      await one.drawn();
      first.push(performance.now() - start);
      bytes = await loadedBytes(page);
      await page.close();
    }
    const page = await browser.newPage();
    const one = await PanelPage.open(page, served.url('dark'));
    const text = (name: string) => `\`\`\`mermaid\n${diagram(0, 30)} --> Z[${name}]\n\`\`\`\n`;
    await one.show(text('word0'));
    await one.drawn();
    const redraws: number[] = [];
    const lights: number[] = [];
    for (let run = 1; run <= 12; run++) {
      const start = performance.now();
      await one.show(text(`word${run}`), { index: 0 }, run + 1);
      await page
        .locator('[data-node="Z"]', { hasText: `word${run}` })
        .first()
        .waitFor();
      redraws.push(performance.now() - start);
      await one.post({ type: 'light', part: null });
      const lit = performance.now();
      await one.post({ type: 'light', part: { node: `N${run}` } });
      await page.waitForSelector('.ring.lit', { state: 'attached' });
      lights.push(performance.now() - lit);
    }
    const [opened, redrawn, light] = [first, redraws, lights].map(spreadOf);
    return [
      {
        name: 'from an empty page to the first drawing',
        value: opened!.median,
        unit: 'ms',
        note: `${spread(opened!)}; aim: 1500`,
      },
      {
        name: 'an edit of 30 nodes, drawn again',
        value: redrawn!.median,
        unit: 'ms',
        note: `${spread(redrawn!)}; aim: 250`,
      },
      { name: 'the cursor’s node is lit', value: light!.median, unit: 'ms', note: `${spread(light!)}; aim: 50` },
      { name: 'scripts for the first drawing, a flowchart', value: bytes / 1000, unit: 'kB', note: 'aim: 1000' },
      { name: 'scripts before anything is drawn', value: statSync('dist/media/panel.js').size / 1000, unit: 'kB' },
    ];
  } finally {
    await browser.close();
    await served.close();
  }
}

const largeNodes = 2000;
/** 2,000 nodes and as many arrows, drawn as the server draws them. Without VS Code: its messages come on top. */
async function largePanel(): Promise<Row[]> {
  const lines = (word: string) =>
    Array.from({ length: largeNodes }, (_, i) => `  N${i}["${word} ${i}"] --> N${(i * 7 + 3) % largeNodes}`).join('\n');
  const text = (word: string) => `\`\`\`mermaid\nflowchart TD\n${lines(word)}\n\`\`\`\n`;
  const [browser, served] = await Promise.all([openBrowser({ gpu: false }), servePanel()]);
  try {
    const opened: number[] = [];
    const redrawn: number[] = [];
    let frames: readonly number[] = [];
    for (let run = 0; run < 5; run++) {
      const page = await browser.newPage();
      const one = await PanelPage.open(page, served.url('dark'));
      one.answer = (message) => {
        if (message.method !== 'picture') return { ok: [] };
        const drawn = drawPicture(message.params);
        return { ok: drawn.kind === 'drawn' ? drawn.picture : null };
      };
      const shown = async (word: string, version: number) => {
        const start = performance.now();
        await one.show(text(word), { index: 0 }, version);
        const last = page.locator(`.pele-node[data-node="N${largeNodes - 1}"]`, { hasText: word });
        await last.waitFor({ state: 'attached' });
        return performance.now() - start;
      };
      opened.push(await shown('Concept', 1));
      redrawn.push(await shown('Thought', 2));
      frames = [...frames, ...(await panned(page))];
      await page.close();
    }
    const [open, again, frame] = [opened, redrawn, frames].map(spreadOf);
    return [
      {
        name: 'a diagram of 2,000 nodes, opened',
        value: open!.median,
        unit: 'ms',
        note: `${spread(open!)}; aim: 2000`,
      },
      { name: 'a diagram of 2,000 nodes, drawn again', value: again!.median, unit: 'ms', note: spread(again!) },
      {
        name: 'a frame while 2,000 nodes are panned, by software',
        value: frame!.median,
        unit: 'ms',
        note: `${spread(frame!)}; aim on a GPU: 17`,
      },
    ];
  } finally {
    await browser.close();
    await served.close();
  }
}

/** Milliseconds between the frames while the picture, seen from nearer, is dragged about. */
async function panned(page: Page): Promise<readonly number[]> {
  const stage = page.locator('.stage');
  for (let step = 0; step < 4; step++) await stage.press('+');
  const box = (await stage.boundingBox())!;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.evaluate(`{
    const times = [];
    const next = (time) => { times.push(time); if (!window.enough) requestAnimationFrame(next); };
    window.times = times;
    requestAnimationFrame(next);
  }`);
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  for (let step = 0; step < 60; step++) {
    await page.mouse.move(middle.x + 80 * Math.sin(step / 5), middle.y + 80 * Math.cos(step / 5));
  }
  await page.mouse.up();
  const times = (await page.evaluate('window.enough = true, window.times')) as readonly number[];
  return times.slice(1).map((time, i) => time - times[i]!);
}

/** Bytes of scripts that a page has loaded, before compression. */
const loadedBytes = (page: Page): Promise<number> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).decodedBodySize, 0),
  );
