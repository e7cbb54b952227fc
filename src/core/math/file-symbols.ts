import type { Fact } from '../course/fact';
import { detached } from '../text/detached';
import { formulasOf } from './formulas';

/**
 * How often a file's formulas use each command (`\alpha`), each name set in its own type (`\operatorname{softmax}`), and
 * each letter with an index or exponent (`d_k`, `p_\text{gate}`, `\lambda_1`).
 */
export type FileSymbols = ReadonlyMap<string, number>;

const most = 400;
const argument = String.raw`\{[^{}\n]{1,40}\}`;
const scripts = String.raw`(?:[_^](?:${argument}|\\[a-zA-Z]+(?:${argument})?|[\p{L}\p{N}*]))`;
const named = String.raw`\\(?:operatorname\*?|text|math[a-z]{2,8}|boldsymbol|bm)${argument}`;
const greek =
  String.raw`\\(?:var)?(?:[Aa]lpha|[Bb]eta|[Gg]amma|[Dd]elta|[Ee]psilon|zeta|eta|[Tt]heta|iota|kappa|[Ll]ambda|mu|nu|[Xx]i|` +
  '[Pp]i|rho|[Ss]igma|tau|[Pp]hi|chi|[Pp]si|[Oo]mega|ell)(?![a-zA-Z])';
const symbol = new RegExp(
  String.raw`${named}${scripts}*|(?:${greek}|(?<![\\a-zA-Z])\p{L})${scripts}+|\\[a-zA-Z]+`,
  'gu',
);

/** Kept of every file, so that formulas can be completed with the course's own symbols. */
export const fileSymbols: Fact<FileSymbols> = {
  name: 'symbols',
  of(document) {
    const counts = new Map<string, number>();
    const count = (found: string): void => {
      const known = counts.get(found);
      if (known !== undefined) counts.set(found, known + 1);
      else if (counts.size < most) counts.set(detached(found), 1);
    };
    for (const { tex } of formulasOf(document)) {
      for (const [found] of tex.matchAll(symbol)) {
        count(found);
        const command = /^\\[a-zA-Z]+/.exec(found)?.[0] ?? found;
        if (command !== found) count(command);
      }
    }
    return counts;
  },
};
