import type { Answered } from '../../../src/core/demos/sampling/sampling-problem';
import { said, say } from '../../../src/core/l10n/say';
import { publishedSampling } from '../../../src/core/reference/sampling/published-sampling';
import { element } from '../../dom';
import type { DemoView, DemoViewHost, Shown, Table } from '../demo-view';
import { inWords } from '../parts/in-words';
import { Plot } from '../parts/plot';
import { PlotFigure } from '../parts/plot-figure';
import { TableSection } from '../parts/table-section';
import { accuracyOverAnswers, accuracyOverCost, dollars, percent } from './sampling-plots';

type ShownSampling = Shown<'sampling', readonly Answered[]>;

/** Accuracy over answers, what k of them give and cost, accuracy over money, and what was published. */
export class SamplingView implements DemoView<'sampling', readonly Answered[]> {
  readonly root: HTMLElement;
  readonly #accuracy: PlotFigure;
  readonly #cost: PlotFigure;
  readonly #title = element('h2');
  readonly #sums = element('ul', { class: 'sums' });
  #shown: ShownSampling | undefined;

  constructor(host: DemoViewHost) {
    this.#accuracy = new PlotFigure(say`More answers`, host, new Plot());
    this.#cost = new PlotFigure(say`More money`, host, new Plot());
    const published = new TableSection(say`Many answers or a longer one, as published`, host);
    published.update(publishedTable());
    this.root = element(
      'div',
      { class: 'sampling' },
      this.#accuracy.element,
      element('section', { class: 'view-section' }, this.#title, this.#sums),
      this.#cost.element,
      published.element,
    );
  }

  update(shown: ShownSampling): void {
    this.#shown = shown;
    const { problem } = shown.prepared;
    this.#title.textContent = say`With ${problem.k === 1 ? say`one answer` : say`${problem.k} answers`} to a question`;
    this.#sums.replaceChildren(...sumsOf(shown).map((line) => element('li', {}, line)));
    this.#accuracy.show(accuracyOverAnswers(problem, shown.trace), shown.theme);
    this.#cost.show(accuracyOverCost(problem, shown.trace), shown.theme);
  }

  picture(): SVGSVGElement | undefined {
    return this.#accuracy.picture();
  }

  table(): Table {
    return this.#shown
      ? accuracyOverAnswers(this.#shown.prepared.problem, this.#shown.trace).table
      : { columns: [], rows: [] };
  }
}

function sumsOf({ prepared, results }: ShownSampling): string[] {
  const { tasks, confidence, larger } = prepared.problem;
  const [task, ...others] = tasks;
  const drawn =
    others.length > 0
      ? say`a mean over ${tasks.length} tasks`
      : say`${task!.right} of ${task!.drawn} answers were right`;
  const ends = [results.pass_at_k_low, results.pass_at_k_high];
  const range =
    ends[0] === null
      ? ''
      : say` (${inWords(100 * confidence)}% interval: ${say`${percent(ends[0]!)} to ${percent(ends[1]!)}`})`;
  const lines = [say`One answer: ${percent(results.accuracy!)}, ${drawn}`];
  if (results.pass_at_k !== null) lines.push(say`Any right one: ${percent(results.pass_at_k)}${range}`);
  else
    lines.push(
      say`Any right one: not to be estimated, fewer were drawn; 1 − (1 − c/n)^k is ${percent(results.plug_in!)}`,
    );
  if (results.majority !== null)
    lines.push(
      say`Majority vote: ${percent(results.majority)}, with ever more answers ${percent(results.majority_limit!)}`,
    );
  if (results.best_of !== null)
    lines.push(
      say`Verifier’s choice: ${percent(results.best_of)}, with ever more answers ${percent(results.best_of_limit!)}, its precision`,
    );
  lines.push(say`Cost: ${inWords(results.total_tokens)} tokens, ${dollars(results.cost!)}`);
  if (larger) lines.push(breakEvenWords(results, larger));
  return lines;
}

function breakEvenWords(
  { break_even: answers, break_even_cost: cost }: ShownSampling['results'],
  larger: { readonly accuracy: number; readonly cost: number },
): string {
  const theirs = say`${percent(larger.accuracy)} for ${dollars(larger.cost)}`;
  if (answers === null) return say`The larger model: ${theirs}; no number of answers comes up to it`;
  const many = answers === 1 ? say`1 answer` : say`${inWords(answers)} answers`;
  return say`The larger model: ${theirs}; the verifier’s choice comes up to it with ${many}, for ${dollars(cost!)}`;
}

/** How many answers come about. */
const ways = { parallel: say`in parallel`, sequential: say`one after another` } as const;

const publishedTable = (): Table => ({
  columns: [say`model and task`, say`answers`, say`before, %`, say`after, %`, say`how`, say`chosen by`, say`source`],
  rows: publishedSampling.map(({ model, task, how, method, answers, from, to, source }) => [
    ...[`${model}, ${task}`, answers ?? say`one, longer`, from, to, ways[how], said(method), source],
  ]),
});
