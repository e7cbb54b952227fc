import { element } from '../dom';
import type { Proof } from './demo-view';
import { inWords } from './parts/in-words';

/** What the numbers were computed by, and how far a second computation is from them. */
export class ProofBadge {
  readonly element = element('p', { class: 'proof' });

  computing(milliseconds: number): void {
    this.#say('', `Computed in float64 in ${time(milliseconds)}; now compared with the GPU …`);
  }

  /** For what no kernel computes. */
  reference(milliseconds: number): void {
    this.#say('cpu', `Ran on the CPU: computed in float64 in ${time(milliseconds)}.`);
  }

  proven({ answer, difference, note }: Proof): void {
    const { backend, milliseconds, gpuMilliseconds } = answer;
    const apart = difference === 0 ? 'equal to' : `at most ${inWords(difference, 3)} from`;
    const more = note ? ` ${note}` : '';
    if (backend.kind === 'cpu') {
      this.#say('cpu', `Ran on the CPU: ${backend.reason} ${time(milliseconds)}.${more}`);
      return;
    }
    const own = gpuMilliseconds === undefined ? '' : ` (${time(gpuMilliseconds)} on the adapter's own clock)`;
    const software = backend.software ? ', which runs on the processor' : '';
    this.#say(
      'gpu',
      `WebGPU on ${backend.adapter}${software}: ${apart} the float64 reference on this input, ${time(milliseconds)}${own}.${more}`,
    );
  }

  failed(reason: string): void {
    this.#say('cpu', `Ran on the CPU: the GPU could not be asked. ${reason}`);
  }

  #say(kind: string, words: string): void {
    this.element.dataset.ran = kind;
    this.element.textContent = words;
  }
}

const time = (milliseconds: number): string =>
  milliseconds < 1 ? 'less than 1 ms' : `${inWords(milliseconds, milliseconds < 10 ? 2 : 3)} ms`;
