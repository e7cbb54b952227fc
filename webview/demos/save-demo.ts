import type { DemoResults } from '../../src/core/demos/result';
import { say } from '../../src/core/l10n/say';
import type { DemoSubject } from '../../src/protocol';
import type { HostChannel } from '../host-channel';
import type { PanelTheme } from '../theme';
import { fileName, paintPng, standaloneSvg, toBase64 } from '../tree/export-picture';
import type { SavedAs, SavedPicture } from './demo-view';
import { csv } from './parts/csv';

export interface SaveHost extends Pick<HostChannel, 'request'> {
  say(message: string): void;
}

/** Saves a picture or the numbers behind it, or copies them; whatever goes wrong is said. */
export async function savePicture(
  what: SavedAs,
  { title, picture, table }: SavedPicture,
  theme: PanelTheme,
  { uri, range }: DemoSubject,
  host: SaveHost,
): Promise<void> {
  const source = { uri, line: range.start.line };
  const save = async (ending: 'svg' | 'png' | 'csv', blob: Blob) => {
    const name = `${fileName(title, 'demo')}.${ending}`;
    const base64 = await toBase64(blob);
    await host.request('saveFile', { name, base64, kind: ending, ...(ending === 'svg' && { source }) });
  };
  try {
    if (what === 'numbers') {
      await host.request('copyText', csv(table()));
      host.say(say`Copied.`);
      return;
    }
    if (what === 'csv') {
      await save('csv', new Blob([csv(table())]));
      return;
    }
    const svg = picture();
    if (!svg) {
      host.say(say`There is no picture to save here; its numbers can be saved as CSV.`);
      return;
    }
    const { width, height } = svg.viewBox.baseVal;
    const text = standaloneSvg({ svg, size: { width, height } }, theme, title);
    await save(what, what === 'svg' ? new Blob([text]) : await paintPng(text));
  } catch (error) {
    host.say(say`This could not be saved: ${error instanceof Error ? error.message : error}`);
  }
}

/** Copies all results of a demo as JSON. */
export async function copyResults(results: DemoResults, host: SaveHost): Promise<void> {
  try {
    await host.request('copyText', `${JSON.stringify(results, undefined, 2)}\n`);
    host.say(say`Copied.`);
  } catch (error) {
    host.say(say`This could not be copied: ${error instanceof Error ? error.message : error}`);
  }
}
