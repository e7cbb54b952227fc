import { realpathSync } from 'node:fs';
import { HumanError, systemReason } from './human-error';

/** Where a path leads, all links followed. Throws a {@link HumanError} where that is nowhere. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw new HumanError(`${path}: ${systemReason(error)}`, { cause: error });
  }
}
