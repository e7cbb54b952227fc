/** What a demo may be called: a letter, then letters, digits, `-` and `_`. */
const demoId = String.raw`[\p{L}_][\p{L}\p{N}_-]*`;
const wholeId = new RegExp(`^${demoId}$`, 'u');
const whole = new RegExp(`^(${demoId})(?:\\.([\\p{L}\\p{N}_.-]*))?$`, 'u');

export const isDemoId = (word: string): boolean => wholeId.test(word);

/** What a number is bound to: the demo with this `id`, and a result of it as claims name it, `weights.0.1`. */
export interface BindingAddress {
  readonly id: string;
  /** Empty where the demo itself is meant. */
  readonly result: string;
}

/** `cache.cache_bytes` taken apart; undefined for what names no demo. */
export function bindingAddress(written: string): BindingAddress | undefined {
  const [, id, result = ''] = whole.exec(written) ?? [];
  return id === undefined ? undefined : { id, result };
}
