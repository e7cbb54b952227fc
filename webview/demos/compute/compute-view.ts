import { quantityText } from '../../../src/core/demos/claims/quantity-text';
import { resultKeysOf } from '../../../src/core/demos/schema/find-key';
import { say } from '../../../src/core/l10n/say';
import { element } from '../../dom';
import type { DemoView, DemoViewHost, Shown, Table } from '../demo-view';
import { TableSection } from '../parts/table-section';

type ShownCompute = Shown<'compute', undefined>;

/** Each formula with what comes out of it, in the order of the fence. */
export class ComputeView implements DemoView<'compute', undefined> {
  readonly root: HTMLElement;
  readonly #section: TableSection;
  #shown: ShownCompute | undefined;

  constructor(host: DemoViewHost) {
    this.#section = new TableSection(say`Formulas`, host);
    this.root = element('div', { class: 'compute' }, this.#section.element);
  }

  update(shown: ShownCompute): void {
    this.#shown = shown;
    this.#section.update(this.table());
  }

  table(): Table {
    if (!this.#shown) return { columns: [], rows: [] };
    const { demo, prepared, results } = this.#shown;
    const keys = resultKeysOf(demo);
    const rows = prepared.problem.formulas.map(({ name, text }) => {
      const value = results[name] ?? null;
      const shown = value === null ? say`no finite number` : quantityText(value, keys[name]?.unit);
      return [name, text.slice(text.indexOf('=') + 1).trim(), shown, value === null ? null : String(value)];
    });
    return { columns: [say`name`, say`formula`, say`comes to`, say`in full`], rows };
  }
}
