import { detached } from './text/detached';

/**
 * A function of a text that remembers its last answers, `most` at the most: an edit leaves nearly all names of a
 * glossary as they were. The answers are shared, so they must be frozen or never written to.
 */
export function remembering<T>(most: number, answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    const own = detached(text);
    const made = answer(own);
    if (known.size === most) known.clear();
    known.set(own, made);
    return made;
  };
}
