import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../test/support/browser';
import { bareEditor } from '../test/support/typing/typist';
import { until } from '../test/support/until';
import { Workbench } from '../test/support/workbench';
import { packageExtension } from '../tools/support/package-extension.mjs';
import { serveVscode } from '../tools/support/serve-vscode.mjs';
import { throwAwayFolder } from '../tools/support/throw-away-folder.mjs';
import type { Row } from './row';

export const name = 'From key to painted letter, in a document of 1 MB in VS Code';

const batches = 16;
const pace = 90;
const prose = 'and so the water waits a while for the leaf ';
const inFence = 'A --> B\n  C --> D\n  subgraph one\n  end\n  ';

/** Types prose and a diagram's lines at the end of the same document with the extension and without it, in turn. */
export async function run(): Promise<Row[]> {
  const browser = await openBrowser({ gpu: false });
  const opened: OpenWindow[] = [];
  try {
    return await measure(async (vsix) => {
      const window = await open(browser, vsix);
      opened.push(window);
      return window;
    });
  } finally {
    await Promise.all(opened.map(({ stop }) => stop()));
    await browser.close();
  }
}

async function measure(open: (vsix?: string) => Promise<OpenWindow>): Promise<Row[]> {
  const windows = {
    with: await open(await packageExtension()),
    without: await open(),
  };
  const times = { prose: { with: [], without: [] }, fence: { with: [], without: [] } } as Times;
  for (let batch = -1; batch < batches; batch++) {
    for (const which of batch % 2 === 0 ? (['with', 'without'] as const) : (['without', 'with'] as const)) {
      const { page } = windows[which].workbench;
      await page.bringToFront();
      await page.keyboard.press('Control+End');
      const where = batch % 4 < 2 ? 'prose' : 'fence';
      if (where === 'fence') await page.keyboard.insertText('\n\n```mermaid\nflowchart TD\n  ');
      const taken = await painted(windows[which].workbench, where === 'prose' ? prose : inFence);
      if (where === 'fence') await page.keyboard.insertText('\n```\n\n');
      if (batch >= 0) times[where][which].push(...taken);
    }
  }
  const shown = await suggestions(windows.with.workbench);
  return [
    ...(['prose', 'fence'] as const).flatMap((where) => {
      const { with: own, without } = times[where];
      return ([0.5, 0.95] as const).map((part) => ({
        name: `${where}: added at ${part === 0.5 ? 'the median' : '95 of 100 keys'}`,
        value: quantile(own, part) - quantile(without, part),
        unit: 'ms',
        note: `${quantile(own, part).toFixed(1)} with, ${quantile(without, part).toFixed(1)} without, of ${own.length} keys each; aim: ${part === 0.5 ? 2 : 8}`,
      }));
    }),
    {
      name: 'a suggestion on the screen, from the key, the median',
      value: quantile(shown, 0.5),
      unit: 'ms',
      note: `${quantile(shown, 0.95).toFixed(0)} at 95 of 100, of ${shown.length}; aim: 100`,
    },
  ];
}

type Times = Record<'prose' | 'fence', Record<'with' | 'without', number[]>>;

interface OpenWindow {
  readonly workbench: Workbench;
  readonly stop: () => Promise<void>;
}

async function open(browser: Awaited<ReturnType<typeof openBrowser>>, vsix?: string): Promise<OpenWindow> {
  const folder = throwAwayFolder('keys').path;
  mkdirSync(join(folder, '.vscode'));
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(bareEditor));
  writeFileSync(join(folder, 'large.md'), lessons());
  const vscode = await serveVscode({ trusted: true, ...(vsix && { vsix }) });
  const workbench = new Workbench(await browser.newPage(), folder);
  // What runs in the page was compiled with a helper that the page lacks.
  await workbench.page.addInitScript('globalThis.__name = (named) => named');
  await workbench.page.goto(vscode.address({ folder, file: join(folder, 'large.md') }));
  await workbench.ready();
  await workbench.editor().click();
  await until(async () => {
    await workbench.page.keyboard.press('Control+End');
    return !vsix || (await workbench.squiggles().first().isVisible());
  }, 'the mark at the end of the document');
  return { workbench, stop: () => vscode.stop() };
}

/** A megabyte of lessons: prose, terms, lists, formulas and diagrams, a broken one at the end. */
function lessons(): string {
  const parts = ['# Tea\n\n## Glossary\n\n- **Leaf (LF)**: the dried plant.\n- **Pot (PT)**: holds the water.\n'];
  const lesson = (n: number) =>
    `\n## ${n}. Lesson\n\n${'The Leaf lies in the Pot, and $x_i$ is how warm it is, as [before](#glossary) was said. '.repeat(12)}\n\n- one\n- two\n\n\`\`\`mermaid\nflowchart TD\n  LF[Leaf ${n}] --> PT[Pot]\n  PT --> C${n}[Cup]\n\`\`\`\n`;
  for (let n = 1, size = 0; size < 2 ** 20; n++) {
    parts.push(lesson(n));
    size += parts.at(-1)!.length;
  }
  return `${parts.join('')}\n\`\`\`mermaid\nflowchart TD\n  A[b (c)] --> D\n\`\`\`\n\n`;
}

/** Milliseconds from each key to the frame that shows its letter, as the page itself sees it. */
async function painted({ page }: Workbench, text: string): Promise<number[]> {
  await page.evaluate(() => {
    const seen = { times: [] as number[], end: () => {} };
    const lines = document.querySelector('.monaco-editor .view-lines')!;
    let key: number | undefined;
    const down = (event: KeyboardEvent) => {
      key = event.timeStamp;
    };
    const observer = new MutationObserver(() => {
      if (key === undefined) return;
      const since = key;
      key = undefined;
      const afterPaint = new MessageChannel();
      afterPaint.port1.onmessage = () => seen.times.push(performance.now() - since);
      // Seen inside the frame that draws it; a message waits until that is over.
      afterPaint.port2.postMessage(0);
    });
    addEventListener('keydown', down, true);
    observer.observe(lines, { childList: true, subtree: true, characterData: true });
    seen.end = () => {
      observer.disconnect();
      removeEventListener('keydown', down, true);
    };
    Object.assign(window, { seen });
  });
  for (const sign of text) {
    if (sign === '\n') {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
    } else await page.keyboard.press(sign === ' ' ? 'Space' : sign);
    await page.waitForTimeout(pace);
  }
  return page.evaluate(() => {
    const { seen } = window as unknown as { seen: { times: number[]; end: () => void } };
    seen.end();
    return seen.times;
  });
}

/** Milliseconds from a key to the list of suggestions that it brings. */
async function suggestions({ page }: Workbench): Promise<number[]> {
  await page.bringToFront();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('\n\n```mermaid\nflowchart TD\n  ');
  const times: number[] = [];
  for (let run = 0; run < 22; run++) {
    await page.evaluate(() => {
      const shown = new Promise<number>((resolve) => {
        const down = (event: KeyboardEvent) => {
          const look = () => {
            const since = performance.now() - event.timeStamp;
            if (document.querySelector('.suggest-widget.visible .monaco-list-row') || since > 5000) resolve(since);
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        };
        addEventListener('keydown', down, { capture: true, once: true });
      });
      Object.assign(window, { shown: { promise: shown } });
    });
    // Pressed only when the page listens: what is asked of it and what is typed into it go separate ways.
    await page.keyboard.press('s');
    const taken = await page.evaluate(
      () => (window as unknown as { shown: { promise: Promise<number> } }).shown.promise,
    );
    if (run >= 2) times.push(taken);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(300);
  }
  return times;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
}
