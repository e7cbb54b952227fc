import { toHex } from '../../color';
import { element, svgElement } from '../../dom';
import type { PanelTheme } from '../../theme';
import { Room } from './room';

export interface Bar {
  readonly name: string;
  readonly value: number;
  /** The value as it is written beside the bar. */
  readonly text: string;
  /** Drawn in the accent's colour. */
  readonly ours?: boolean;
}

const [left, right, line] = [112, 92, 30];
const [narrowest, widest] = [300, 1000];

/** Bars from the left, one a line, each with its name and its value in words. */
function bars(name: string, data: readonly Bar[], width: number, theme: PanelTheme): SVGSVGElement {
  const most = Math.max(...data.map(({ value }) => value), Number.MIN_VALUE);
  const ink = toHex(theme.foreground);
  const parts = data.flatMap(({ name, value, text, ours }, i) => {
    const y = i * line + 4;
    const long = Math.max(1, (value / most) * (width - left - right));
    return [
      svgElement('text', { x: left - 8, y: y + 15, fill: ink, 'text-anchor': 'end' }, name),
      svgElement('rect', {
        ...{ x: left, y, width: long, height: line - 9, rx: 3 },
        fill: toHex(ours ? theme.series[1]! : theme.series[0]!),
      }),
      svgElement('text', { x: left + long + 8, y: y + 15, fill: ink }, text),
    ];
  });
  const height = data.length * line + 4;
  const head = { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': name };
  return svgElement('svg', { ...head, 'font-family': theme.fontFamily, 'font-size': 12 }, ...parts);
}

/** Bars as a part of the page, as wide as their place. */
export class Bars {
  readonly element = element('div', { class: 'bars' });
  readonly #room = new Room(this.element, () => this.#draw());
  #shown: { readonly name: string; readonly data: readonly Bar[]; readonly theme: PanelTheme } | undefined;
  #svg: SVGSVGElement | undefined;

  update(name: string, data: readonly Bar[], theme: PanelTheme): void {
    this.#shown = { name, data, theme };
    this.#draw();
  }

  picture(): SVGSVGElement | undefined {
    return this.#svg;
  }

  #draw(): void {
    if (!this.#shown) return;
    const { name, data, theme } = this.#shown;
    this.#svg = bars(name, data, this.#room.width(narrowest, widest), theme);
    this.element.replaceChildren(this.#svg);
  }
}
