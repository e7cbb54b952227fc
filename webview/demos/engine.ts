import type { Engine } from '../gpu/engine';

let engine: Promise<Engine> | undefined;

/** The one engine of the page, opened when it is first asked for. */
export function theEngine(): Promise<Engine> {
  engine ??= import('../gpu/engine').then(({ createEngine }) => createEngine());
  return engine;
}
