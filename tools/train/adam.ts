/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019), gradients clipped to length 1, the learning rate
 * warming up over the first twentieth and falling to a tenth along a cosine.
 */
export class Adam {
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  readonly #steps: number;
  readonly #rate: number;
  #step = 0;

  constructor(count: number, steps: number, rate: number) {
    this.#first = new Float64Array(count);
    this.#second = new Float64Array(count);
    this.#steps = steps;
    this.#rate = rate;
  }

  update(parameters: Float64Array, gradient: Float64Array, decay = 0.01): void {
    const step = ++this.#step;
    const rate = this.#rateAt(step);
    let square = 0;
    for (const slope of gradient) square += slope * slope;
    const clip = Math.min(1, 1 / Math.sqrt(square));
    const [keepFirst, keepSecond] = [0.9, 0.99];
    const [firstBias, secondBias] = [1 - keepFirst ** step, 1 - keepSecond ** step];
    for (let i = 0; i < parameters.length; i++) {
      const slope = gradient[i]! * clip;
      this.#first[i] = keepFirst * this.#first[i]! + (1 - keepFirst) * slope;
      this.#second[i] = keepSecond * this.#second[i]! + (1 - keepSecond) * slope * slope;
      const move = this.#first[i]! / firstBias / (Math.sqrt(this.#second[i]! / secondBias) + 1e-8);
      parameters[i]! -= rate * (move + decay * parameters[i]!);
    }
  }

  #rateAt(step: number): number {
    const warm = Math.max(1, this.#steps / 20);
    if (step < warm) return (this.#rate * step) / warm;
    const along = (step - warm) / (this.#steps - warm);
    return this.#rate * (0.1 + 0.45 * (1 + Math.cos(Math.PI * along)));
  }
}
