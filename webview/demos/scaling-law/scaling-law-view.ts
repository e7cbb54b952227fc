import type { FoundLaw } from '../../../src/core/demos/scaling-law/scaling-law-problem';
import { say } from '../../../src/core/l10n/say';
import { element } from '../../dom';
import type { DemoView, DemoViewHost, Shown, Table } from '../demo-view';
import { inWords } from '../parts/in-words';
import { Plot } from '../parts/plot';
import { PlotFigure } from '../parts/plot-figure';
import { TableSection } from '../parts/table-section';
import { lawTable, optimumWords } from './law-table';
import { curvesOfEqualCompute, type Found, lossOverCompute, residuals, sizeOverCompute } from './loss-plots';
import { resampledLaws } from './resampling';

type ShownLaw = Shown<'scaling-law', FoundLaw>;

/** The law over compute and over size, what it misses, how sure it is, and what was published. */
export class ScalingLawView implements DemoView<'scaling-law', FoundLaw> {
  readonly root: HTMLElement;
  readonly #host: DemoViewHost;
  readonly #title = element('h2');
  readonly #optimum = element('ul', { class: 'sums' });
  readonly #sure = element('p', { class: 'hint' });
  readonly #loss: PlotFigure;
  readonly #size: PlotFigure;
  readonly #curves: PlotFigure;
  readonly #residuals: PlotFigure;
  readonly #laws: TableSection;
  #shown: ShownLaw | undefined;
  #resampled: { readonly of: FoundLaw; readonly laws: readonly FoundLaw[]; readonly done: boolean } | undefined;
  #resampling: { readonly of: FoundLaw; readonly stop: AbortController } | undefined;

  constructor(host: DemoViewHost) {
    this.#host = host;
    const exclude = (_: number, point: number) => this.#exclude(point);
    const how = say`Enter or a click on a run leaves it out of the fit, and takes it in again.`;
    this.#loss = new PlotFigure(say`Loss over compute`, host, new Plot(exclude));
    this.#size = new PlotFigure(say`Best size over compute`, host, new Plot());
    this.#curves = new PlotFigure(say`Curves of equal compute`, host, new Plot());
    this.#residuals = new PlotFigure(say`What the fit misses`, host, new Plot(exclude), {
      words: [element('p', {}, how)],
    });
    this.#laws = new TableSection(say`Beside what was published`, host);
    this.root = element(
      'div',
      { class: 'scaling-law' },
      this.#loss.element,
      element('section', { class: 'view-section' }, this.#title, this.#optimum, this.#sure),
      this.#size.element,
      this.#curves.element,
      this.#residuals.element,
      this.#laws.element,
    );
  }

  update(shown: ShownLaw): void {
    this.#shown = shown;
    this.#draw();
    if (shown.prepared.problem.runs.used.length > 0) this.#resample(shown);
    else this.dispose();
  }

  picture(): SVGSVGElement | undefined {
    return (this.#loss.element.hidden ? this.#size : this.#loss).picture();
  }

  /** The runs; without any the numbers of the laws. */
  table(): Table {
    const found = this.#found();
    if (!found) return { columns: [], rows: [] };
    return found.problem.runs.used.length > 0 ? residuals(found).table : lawTable(found);
  }

  dispose(): void {
    this.#resampling?.stop.abort();
    this.#resampling = undefined;
  }

  #found(): Found | undefined {
    if (!this.#shown) return undefined;
    const { prepared, trace } = this.#shown;
    const resampled = this.#resampled?.of === trace ? this.#resampled.laws : [];
    return { problem: prepared.problem, law: trace, resampled };
  }

  #draw(): void {
    const found = this.#found();
    if (!found) return;
    const { problem, law } = found;
    const { theme } = this.#shown!;
    const table = lawTable(found);
    this.#title.textContent = say`At a compute of ${inWords(problem.compute)} FLOP`;
    this.#optimum.replaceChildren(...optimumWords(table).map((line) => element('li', {}, line)));
    const runs = problem.runs.used.length > 0;
    this.#sure.hidden = !runs;
    this.#sure.textContent = this.#surenessWords(found);
    this.#loss.show(law.kind === 'exponent' ? undefined : lossOverCompute(found), theme);
    const open = law.kind === 'law' && law.undetermined !== undefined;
    this.#size.show(open ? undefined : sizeOverCompute(found), theme);
    this.#curves.show(law.kind === 'law' && !open ? curvesOfEqualCompute(law.law, problem.compute) : undefined, theme);
    this.#residuals.show(runs ? residuals(found) : undefined, theme);
    this.#laws.update(table);
  }

  #surenessWords({ resampled, law }: Found): string {
    const done = this.#resampled?.of === law && this.#resampled.done;
    const how = say`fits to the runs drawn anew with replacement (bootstrap, seed 0)`;
    if (resampled.length === 0) return say`How sure is it? Being computed from ${how} …`;
    return say`Bands and intervals hold 90% of ${resampled.length} ${how}${done ? '.' : say`, more to come …`}`;
  }

  /** Bands come after the picture, and are not begun again while the fit is the same. */
  #resample({ prepared, trace }: ShownLaw): void {
    if (this.#resampling?.of === trace) return;
    this.#resampling?.stop.abort();
    const stop = new AbortController();
    this.#resampling = { of: trace, stop };
    const failed = (error: unknown) => {
      this.#sure.textContent = say`The runs could not be resampled: ${error instanceof Error ? error.message : error}`;
    };
    resampledLaws(prepared.problem, trace, stop.signal, (laws, done) => {
      this.#resampled = { of: trace, laws, done };
      if (this.#shown?.trace === trace) this.#draw();
    }).catch(failed);
  }

  /** Leaves a run out, or takes it in again; points stand as the runs do, those left out last. */
  #exclude(point: number): void {
    const { runs } = this.#shown!.prepared.problem;
    const left = new Set(runs.leftOut);
    const all = Array.from({ length: runs.used.length + left.size }, (_, row) => row);
    const row = [...all.filter((one) => !left.has(one)), ...runs.leftOut][point];
    if (row === undefined) return;
    if (!left.delete(row)) left.add(row);
    const rows = [...left].sort((a, b) => a - b);
    this.#host.set({ 'exclude.highest_loss': undefined, 'exclude.rows': rows.length > 0 ? rows : undefined });
  }
}
