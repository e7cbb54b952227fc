import { say } from '../../../src/core/l10n/say';
import type { PanelTheme } from '../../theme';
import type { DemoViewHost, Table } from '../demo-view';
import { Figure } from '../parts/figure';
import { HeatMap } from '../parts/heat-map';
import { inWords } from '../parts/in-words';
import type { StageMap } from './stages';

/** A stage's matrix under its heading, with its numbers to be opened. */
export class MapSection {
  readonly #map = new HeatMap();
  readonly #figure: Figure;

  constructor(host: DemoViewHost) {
    this.#figure = new Figure(this.#map, host);
  }

  get element(): HTMLElement {
    return this.#figure.element;
  }

  picture(): SVGSVGElement | undefined {
    return this.#map.picture();
  }

  /** @param tokens the names of the rows. */
  update({ title, across, matrix }: StageMap, tokens: readonly string[], theme: PanelTheme): void {
    const weights = across !== 'channels';
    const columns = across === 'tokens' ? tokens : Array.from({ length: matrix.size(1) }, (_, channel) => `${channel}`);
    const at = (row: number, column: number) => matrix.row(row)[column]!;
    const greatest = matrix.data.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-12);
    this.#map.update(
      {
        ...{ name: title, rows: tokens, columns, at },
        ...{
          rowAxis: across === 'tokens' ? say`queries` : say`tokens`,
          columnAxis: across === 'tokens' ? say`keys` : across,
        },
        // Vectors have two sides of equal reach, so that a colour means the same above zero as below.
        ...{ low: weights ? 0 : -greatest, high: greatest },
        say: (row, column) => {
          const value = inWords(at(row, column));
          const query = `“${tokens[row]}” (${row})`;
          if (across === 'channels') return say`${query}, channel ${column}: ${value}`;
          if (across === 'experts')
            return say`${query}, expert ${column}: ${at(row, column) > 0 ? value : say`not chosen`}`;
          const hidden = column > row ? say` (hidden, as it comes later)` : '';
          return `${query} → “${tokens[column]}” (${column}): ${value}${hidden}`;
        },
      },
      theme,
    );
    this.#figure.update(
      title,
      (): Table => ({
        columns: ['', ...columns],
        rows: tokens.map((token, row) => [token, ...matrix.row(row)]),
      }),
    );
  }
}
