// What the host asks of `node:os`, by a browser.

export const availableParallelism = (): number => navigator.hardwareConcurrency;
