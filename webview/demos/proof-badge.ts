import { say } from '../../src/core/l10n/say';
import { element } from '../dom';
import type { Proof } from './demo-view';
import { inWords } from './parts/in-words';

/**
 * What the numbers were computed by, and how far a second computation is from them: in a word beside the title, in a
 * sentence when it is opened.
 */
export class ProofBadge {
  readonly #word = element('summary', { class: 'badge' });
  readonly #sentence = element('p');
  readonly element = element('details', { class: 'proof' }, this.#word, this.#sentence);

  computing(milliseconds: number): void {
    this.#say('', '… float64', say`Computed in float64 in ${time(milliseconds)}; now compared with the GPU …`);
  }

  /** For what no kernel computes. */
  reference(milliseconds: number): void {
    this.#say('cpu', say`CPU, float64`, say`Ran on the CPU: computed in float64 in ${time(milliseconds)}.`);
  }

  proven({ answer, difference, note }: Proof): void {
    const { backend, milliseconds, gpuMilliseconds } = answer;
    const apart = difference === 0 ? say`equal to` : say`at most ${inWords(difference, 3)} from`;
    const more = note ? ` ${note}` : '';
    if (backend.kind === 'cpu') {
      this.#say('cpu', say`CPU, float64`, say`Ran on the CPU: ${backend.reason} ${time(milliseconds)}.${more}`);
      return;
    }
    const own = gpuMilliseconds === undefined ? '' : say` (${time(gpuMilliseconds)} on the adapter's own clock)`;
    const software = backend.software ? say`, which runs on the processor` : '';
    this.#say(
      'gpu',
      difference === 0 ? say`✓ WebGPU, equal` : `✓ WebGPU, ±${inWords(difference, 2)}`,
      say`WebGPU on ${backend.adapter}${software}: ${apart} the float64 reference on this input, ${time(milliseconds)}${own}.${more}`,
    );
  }

  failed(reason: string): void {
    this.#say('cpu', say`CPU, float64`, say`Ran on the CPU: the GPU could not be asked. ${reason}`);
  }

  #say(kind: string, word: string, sentence: string): void {
    this.element.dataset.ran = kind;
    this.#word.textContent = word;
    this.#word.title = sentence;
    this.#sentence.textContent = sentence;
  }
}

const time = (milliseconds: number): string =>
  milliseconds < 1 ? say`less than 1 ms` : say`${inWords(milliseconds, milliseconds < 10 ? 2 : 3)} ms`;
