import { setImmediate } from 'node:timers/promises';

/**
 * Does something with each item, `atOnce` of them under way, and gives the results in order. Between two items the
 * event loop turns: threads hand in their results and get new work, and a signal is heard.
 */
export async function aFewAtOnce<T, R>(
  items: readonly T[],
  atOnce: number,
  act: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const left = items.entries();
  const work = async () => {
    for (const [index, item] of left) {
      results[index] = await act(item);
      await setImmediate();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}
