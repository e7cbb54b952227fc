import { toHex } from '../../color';
import { element, svgElement } from '../../dom';
import type { PanelTheme } from '../../theme';

export interface Bar {
  readonly name: string;
  readonly value: number;
  /** The value as it is written beside the bar. */
  readonly text: string;
  /** Drawn in the accent's colour. */
  readonly ours?: boolean;
}

/** Bars from the left, one a line, each with its name and its value in words; narrow, so that a narrow panel can be read. */
function bars(name: string, data: readonly Bar[], theme: PanelTheme): SVGSVGElement {
  const [left, right, line] = [100, 85, 30];
  const width = 400;
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

/** The same as a part of the page that is drawn anew. */
export class Bars {
  readonly element = element('div');
  #svg: SVGSVGElement | undefined;

  update(name: string, data: readonly Bar[], theme: PanelTheme): void {
    this.#svg = bars(name, data, theme);
    this.element.replaceChildren(this.#svg);
  }

  picture(): SVGSVGElement | undefined {
    return this.#svg;
  }
}
