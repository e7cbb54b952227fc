import type { DemoResults } from '../../src/core/demos/result';
import type { HostChannel } from '../host-channel';
import type { PanelTheme } from '../theme';
import { fileName, paintPng, standaloneSvg, toBase64 } from '../tree/export-picture';
import type { DemoView } from './demo-view';
import { csv } from './parts/csv';

export interface SaveHost extends Pick<HostChannel, 'request'> {
  say(message: string): void;
}

export interface SavedDemo {
  readonly title: string;
  readonly kind: string;
  readonly results: DemoResults;
  readonly theme: PanelTheme;
  readonly view: DemoView;
}

/** Saves the picture or the numbers behind it, or copies all results as JSON; whatever goes wrong is said. */
export async function saveDemo(
  what: 'svg' | 'png' | 'csv' | 'numbers',
  { title, kind, results, theme, view }: SavedDemo,
  host: SaveHost,
): Promise<void> {
  const name = fileName(title, kind);
  const save = async (ending: 'svg' | 'png' | 'csv', blob: Blob) => {
    await host.request('saveFile', { name: `${name}.${ending}`, base64: await toBase64(blob), kind: ending });
  };
  try {
    if (what === 'numbers') {
      await host.request('copyText', `${JSON.stringify(results, undefined, 2)}\n`);
      host.say('Copied.');
      return;
    }
    if (what === 'csv') {
      await save('csv', new Blob([csv(view.table())]));
      return;
    }
    const svg = view.picture?.();
    if (!svg) {
      host.say('This demo has no picture to save; its numbers can be saved as CSV.');
      return;
    }
    const { width, height } = svg.viewBox.baseVal;
    const text = standaloneSvg({ svg, size: { width, height } }, theme, title);
    await save(what, what === 'svg' ? new Blob([text]) : await paintPng(text));
  } catch (error) {
    host.say(`This could not be saved: ${error instanceof Error ? error.message : error}`);
  }
}
