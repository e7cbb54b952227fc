/** Something made once, at its first asking. */
export class Once<T> {
  readonly #make: () => Promise<T>;
  #made: Promise<T> | undefined;

  constructor(make: () => Promise<T>) {
    this.#make = make;
  }

  get(): Promise<T> {
    this.#made ??= this.#make();
    return this.#made;
  }

  /** What is there so far; asking does not make it. */
  peek(): Promise<T> | undefined {
    return this.#made;
  }
}
