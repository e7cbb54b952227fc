/**
 * The pieces that a text falls into: its alphabet, and the pairs of pieces that stand side by side most often, joined
 * one after the other (byte-pair encoding, Sennrich et al. 2016). No piece reaches over a blank; the blank before a
 * word belongs to its first piece. Equal counts are settled by the order of the characters.
 */
export function learnPieces(text: string, alphabet: readonly string[], count: number): string[] {
  const words = new Map<string, number>();
  for (const [word] of text.matchAll(/ ?[a-z]+/g)) words.set(word, (words.get(word) ?? 0) + 1);
  const split = [...words].map(([word, times]) => ({ pieces: [...word], times }));
  const pieces = [...alphabet];
  while (pieces.length < count) {
    const pairs = new Map<string, number>();
    for (const { pieces: parts, times } of split)
      for (let i = 0; i + 1 < parts.length; i++) {
        const pair = `${parts[i]}|${parts[i + 1]}`;
        pairs.set(pair, (pairs.get(pair) ?? 0) + times);
      }
    const [likeliest] = [...pairs].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    if (!likeliest) break;
    const [left, right] = likeliest[0].split('|') as [string, string];
    const joined = left + right;
    if (!pieces.includes(joined)) pieces.push(joined);
    for (const { pieces: parts } of split)
      for (let i = 0; i + 1 < parts.length; i++)
        if (parts[i] === left && parts[i + 1] === right) parts.splice(i, 2, joined);
  }
  return pieces;
}
