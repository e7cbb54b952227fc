import fc from 'fast-check';

// The same cases on every run, so that a red test is a change's own; `PROPERTY_SEED=random` goes looking for new ones.
const seed = process.env.PROPERTY_SEED;
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed ?? 20260101) });
