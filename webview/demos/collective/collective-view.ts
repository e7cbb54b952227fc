import { say } from '../../../src/core/l10n/say';
import { publishedTopologies } from '../../../src/core/reference/collective/published-topologies';
import { element } from '../../dom';
import type { DemoView, DemoViewHost, Shown, Table } from '../demo-view';
import { Bars } from '../parts/bars';
import { Figure } from '../parts/figure';
import { inWords } from '../parts/in-words';
import { Plot } from '../parts/plot';
import { PlotFigure } from '../parts/plot-figure';
import { StepPlayer } from '../parts/step-player';
import { TableSection } from '../parts/table-section';
import { inBytes, inSeconds } from '../parts/units';
import type { DrawnCollective } from './drawn-collective';
import { RanksPicture } from './ranks-picture';
import { timeOverBytes } from './time-plot';

type ShownCollective = Shown<'collective', DrawnCollective>;

/** Milliseconds between steps that are played. */
const beat = 700;

/** The ranks step by step, the sums, time over size, what experts send, and the published machines. */
export class CollectiveView implements DemoView<'collective', DrawnCollective> {
  readonly root: HTMLElement;
  readonly #ranks = new RanksPicture();
  readonly #player = new StepPlayer({ beat, show: (frame) => this.#drawStep(frame) });
  readonly #drawn: Figure;
  readonly #step = element('p', {});
  readonly #sums = element('ul', { class: 'sums' });
  readonly #time: PlotFigure;
  readonly #bars = new Bars();
  readonly #experts: Figure;
  readonly #expertWords = element('ul', { class: 'sums' });
  readonly #overlap = element('ul', { class: 'sums' });
  readonly #overlapSection: HTMLElement;
  #shown: ShownCollective | undefined;

  constructor(host: DemoViewHost) {
    this.#drawn = new Figure(this.#ranks, host, { words: [this.#player.element, this.#step] });
    this.#time = new PlotFigure(say`Time over size`, host, new Plot());
    this.#experts = new Figure(this.#bars, host, { words: [this.#expertWords] });
    this.#overlapSection = section(say`Behind the computing`, this.#overlap);
    const machines = new TableSection(say`Published machines`, host);
    machines.update(machineTable());
    this.root = element(
      'div',
      { class: 'collective' },
      this.#drawn.element,
      section(say`What it costs`, this.#sums),
      this.#time.element,
      this.#experts.element,
      this.#overlapSection,
      machines.element,
    );
  }

  update(shown: ShownCollective): void {
    const before = this.#shown?.trace;
    this.#shown = shown;
    const { problem } = shown.prepared;
    const { steps } = shown.trace;
    if (before?.steps.length !== steps.length) {
      this.#player.stop();
      this.#player.reset(steps.length, Math.min(1, steps.length));
    }
    this.#player.draw();
    this.#sums.replaceChildren(...lines(costWords(shown)));
    this.#time.show(timeOverBytes(problem), shown.theme);
    this.#drawExperts(shown);
    this.#overlapSection.hidden = problem.compute === undefined;
    if (problem.compute) this.#overlap.replaceChildren(...lines(overlapWords(shown)));
  }

  picture(): SVGSVGElement | undefined {
    return this.#drawn.picture();
  }

  table(): Table {
    return this.#shown ? (timeOverBytes(this.#shown.prepared.problem)?.table ?? noTable) : noTable;
  }

  dispose(): void {
    this.#player.stop();
  }

  #drawStep(frame: number): string {
    const shown = this.#shown;
    if (!shown) return '';
    const { trace, prepared, theme } = shown;
    const { operation, algorithm } = prepared.problem;
    this.#ranks.update({ drawn: trace, operation, done: frame }, theme);
    const step = trace.steps[frame - 1];
    const words = step ? say`Step ${frame} of ${trace.steps.length}: ${step.what}` : say`Before the first step`;
    const part = trace.isPart
      ? say` Drawn with ${trace.nodes} × ${trace.perNode} ranks; more go the same way, in more steps.`
      : '';
    const ring =
      algorithm === 'ring' && prepared.problem.rings > 1 && trace.nodes > 1 ? say` One ring of several.` : '';
    this.#step.textContent = `${words}.${ring}${part}`;
    this.#drawn.update(say`${operation} by ${algorithm}, step by step`, () => stepTable(trace));
    return words;
  }

  #drawExperts({ prepared, results, theme }: ShownCollective): void {
    this.#experts.element.hidden = prepared.problem.layer === undefined;
    if (!prepared.problem.layer) return;
    const ways = [
      {
        name: say`to the chosen`,
        seconds: results.experts_seconds!,
        bytes: results.dispatch_bytes! + results.combine_bytes!,
      },
      { name: say`gather all`, seconds: results.gather_seconds!, bytes: results.gather_bytes! },
      { name: say`split experts`, seconds: results.layer_all_reduce_seconds!, bytes: results.layer_all_reduce_bytes! },
    ];
    const title = say`A layer of experts, both ways`;
    this.#bars.update(
      title,
      ways.map(({ name, seconds }, i) => ({ name, value: seconds, text: inSeconds(seconds), ours: i === 0 })),
      theme,
    );
    this.#experts.update(title, () => ({
      columns: [say`way`, say`bytes a rank`, say`seconds`],
      rows: ways.map(({ name, bytes, seconds }) => [name, bytes, seconds]),
    }));
    this.#expertWords.replaceChildren(...lines(expertWords(results)));
  }
}

const noTable: Table = { columns: [], rows: [] };

function costWords({ prepared, results }: ShownCollective): string[] {
  const { algorithm, bytes } = prepared.problem;
  const { steps, bytes_per_rank: sent, inter_bytes: outside, seconds, latency_share: share } = results;
  const fastest =
    results.fastest === algorithm
      ? say`None is faster here than ${algorithm}`
      : say`Fastest here: ${results.fastest}, in ${inSeconds(results.fastest_seconds!)}`;
  return [
    say`${results.ranks} ranks, ${inBytes(bytes)} each: ${steps} steps`,
    say`A rank sends ${inBytes(sent!)}, of it at most ${inBytes(outside!)} out of its node`,
    say`Time: ${inSeconds(seconds!)}${share === null ? '' : say`, of it ${inWords(100 * share, 3)}% waiting (latency)`}`,
    fastest,
  ];
}

function expertWords(results: ShownCollective['results']): string[] {
  const { dispatch_bytes: there, dispatch_inter_bytes: outside, combine_bytes: back } = results;
  return [
    say`To the chosen: ${inBytes(there!)} there in ${inSeconds(results.dispatch_seconds!)}, ${inBytes(outside!)} of it out of the node; ${inBytes(back!)} back in ${inSeconds(results.combine_seconds!)}`,
    say`Gather all: every token to every rank, outputs reduced back: ${inBytes(results.gather_bytes!)}`,
    say`Split experts: every expert over all ranks, outputs summed by an all-reduce: ${inBytes(results.layer_all_reduce_bytes!)}`,
  ];
}

function overlapWords({ prepared, results }: ShownCollective): string[] {
  const { sms, kept } = prepared.problem.compute!;
  return [
    say`One after the other: ${inSeconds(results.serial_seconds!)}`,
    say`At once, ${kept} of ${sms} multiprocessors kept for communication: computing takes ${inSeconds(results.compute_seconds!)}, all of it ${inSeconds(results.overlapped_seconds!)}`,
    say`Communication left over: ${inSeconds(results.exposed_seconds!)}`,
  ];
}

const stepTable = ({ steps }: DrawnCollective): Table => ({
  columns: [say`step`, say`what`, say`from`, say`to`, say`pieces`, say`leaves its node`],
  rows: steps.flatMap(({ what, transfers }, i) =>
    transfers.map(({ from, to, pieces, isOutside }) => [
      i + 1,
      what,
      from,
      to,
      pieces.length,
      isOutside ? say`yes` : '–',
    ]),
  ),
});

const machineTable = (): Table => ({
  columns: [
    say`machine`,
    say`ranks a node`,
    say`Gb/s inside`,
    say`Gb/s between`,
    say`µs inside`,
    say`µs between`,
    say`source`,
  ],
  rows: Object.entries(publishedTopologies).map(([name, { perNode, intra, inter, source }]) => [
    ...[name, perNode, intra.gbps, inter.gbps, intra.us, inter.us, source],
  ]),
});

const section = (title: string, ...children: HTMLElement[]): HTMLElement =>
  element('section', { class: 'view-section' }, element('h2', {}, title), ...children);

const lines = (words: readonly string[]): HTMLElement[] => words.map((line) => element('li', {}, line));
