import { say } from '../../src/core/l10n/say';
import type { DiagramSubject } from '../../src/protocol';
import type { HostChannel } from '../host-channel';
import type { PanelTheme } from '../theme';
import type { Picture } from './drawn-picture';
import { fileName, paintPng, standaloneSvg, toBase64 } from './export-picture';

export interface SaveHost extends Pick<HostChannel, 'request'> {
  /** Says something that went wrong, or well, in a word. */
  say(message: string): void;
}

export interface Saved {
  readonly subject: DiagramSubject;
  readonly theme: PanelTheme;
  /** As it is on the stage. */
  readonly picture: Picture;
  /** The same with its labels as plain SVG text; undefined when something newer came between. */
  portable(): Promise<Picture | undefined>;
}

/** Saves or copies the picture that is shown; whatever goes wrong is said. */
export async function savePicture(
  command: 'exportSvg' | 'exportPng' | 'copy',
  { subject, theme, picture, portable }: Saved,
  host: SaveHost,
): Promise<void> {
  const name = fileName(subject.title, subject.type === 'unknown' ? 'diagram' : subject.type);
  const title = subject.title ?? name;
  try {
    if (command === 'exportSvg') {
      const plain = await portable();
      if (!plain) return;
      const base64 = await toBase64(new Blob([standaloneSvg(plain, theme, title)]));
      const source = { uri: subject.uri, line: subject.range.start.line };
      await host.request('saveFile', { name: `${name}.svg`, base64, kind: 'svg', source });
      return;
    }
    const png = await paintPng(standaloneSvg(picture, theme, title));
    if (command === 'exportPng') {
      await host.request('saveFile', { name: `${name}.png`, base64: await toBase64(png), kind: 'png' });
      return;
    }
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    host.say(say`Copied.`);
  } catch (error) {
    host.say(say`The picture could not be saved: ${error instanceof Error ? error.message : error}`);
  }
}
