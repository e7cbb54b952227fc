import type { ResourceLimits } from 'node:worker_threads';

/**
 * What a thread may take for objects that have just been made: a third of what Node gives each, some 30 MB less a thread,
 * and no more time.
 */
export const smallYouth: ResourceLimits = { maxYoungGenerationSizeMb: 12 };
