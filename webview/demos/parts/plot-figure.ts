import type { PanelTheme } from '../../theme';
import type { DemoViewHost, Table } from '../demo-view';
import { Figure, type FigureParts } from './figure';
import type { Plot, PlotData } from './plot';

/** A picture with the numbers behind it. */
export interface PlotWithTable {
  readonly data: PlotData;
  readonly table: Table;
}

/** A plot in its figure; hidden where there is nothing to plot. */
export class PlotFigure extends Figure {
  readonly #name: string;
  readonly #plot: Plot;

  constructor(name: string, host: Pick<DemoViewHost, 'save'>, plot: Plot, parts: FigureParts = {}) {
    super(plot, host, parts);
    this.#name = name;
    this.#plot = plot;
  }

  show(drawn: PlotWithTable | undefined, theme: PanelTheme): void {
    this.element.hidden = drawn === undefined;
    if (!drawn) return;
    this.#plot.update(drawn.data, theme);
    this.update(this.#name, () => drawn.table);
  }
}
