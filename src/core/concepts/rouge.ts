/** How much of a reference a text says: precision, recall and their harmonic mean, each from 0 to 1. */
export interface RougeScore {
  readonly precision: number;
  readonly recall: number;
  readonly f: number;
}

export interface Rouge {
  readonly rouge1: RougeScore;
  readonly rouge2: RougeScore;
  readonly rougeL: RougeScore;
}

/** Longer texts are compared by so many words of their beginnings, for the longest common subsequence takes their product. */
const mostWords = 4000;

/**
 * ROUGE-1, ROUGE-2 and ROUGE-L of a text against a reference (Lin 2004, "ROUGE: A Package for Automatic Evaluation of
 * Summaries"), without stemming, the whole text as one sentence. Words are runs of letters and digits in small letters.
 */
export function rouge(reference: string, candidate: string): Rouge {
  const [target, said] = [tokens(reference), tokens(candidate)];
  return { rouge1: ofGrams(target, said, 1), rouge2: ofGrams(target, said, 2), rougeL: ofSequence(target, said) };
}

const tokens = (text: string): string[] => (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, mostWords);

function ofGrams(target: readonly string[], said: readonly string[], length: number): RougeScore {
  const [wanted, found] = [grams(target, length), grams(said, length)];
  let shared = 0;
  for (const [gram, count] of found) shared += Math.min(count, wanted.get(gram) ?? 0);
  return score(shared, target.length - length + 1, said.length - length + 1);
}

function grams(words: readonly string[], length: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + length <= words.length; i++) {
    const gram = words.slice(i, i + length).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** By the longest common subsequence, of which two rows of its table are kept. */
function ofSequence(target: readonly string[], said: readonly string[]): RougeScore {
  let last = new Uint16Array(said.length + 1);
  for (const word of target) {
    const row = new Uint16Array(said.length + 1);
    for (let i = 0; i < said.length; i++)
      row[i + 1] = said[i] === word ? last[i]! + 1 : Math.max(row[i]!, last[i + 1]!);
    last = row;
  }
  return score(last[said.length]!, target.length, said.length);
}

function score(shared: number, wanted: number, found: number): RougeScore {
  const precision = shared / Math.max(found, 1);
  const recall = shared / Math.max(wanted, 1);
  const f = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f };
}
