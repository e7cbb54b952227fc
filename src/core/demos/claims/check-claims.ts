import type { DemoProblem } from '../demo';
import { nearestKey } from '../nearest-key';
import { type DemoResults, type ResultValue, resultAt } from '../result';
import { type Claim, holds, plainClaim, rewritten, shown } from './claim';

/** One claim and what became of it, as the command line prints it. */
export interface Expectation {
  readonly key: string;
  readonly expected: ResultValue;
  /** Null when the demo has no such key, or its number is not finite. */
  readonly actual: ResultValue;
  readonly holds: boolean;
}

/** An expectation with where it stands in the demo's text. */
export interface CheckedClaim extends Expectation {
  readonly claim: Claim;
}

/** Holds each claim against the results, in the order of the text. */
export function checkClaims(claims: readonly Claim[], results: DemoResults): CheckedClaim[] {
  return claims.map((claim) => {
    const found = resultAt(results, claim.key);
    const expected = plainClaim(claim.claimed);
    return {
      claim,
      key: claim.key,
      expected,
      actual: found ?? null,
      holds: found !== undefined && holds(claim.claimed, found),
    };
  });
}

/** What is wrong with the claims: keys that the demo lacks, and claims that fail. */
export function claimProblems(checked: readonly CheckedClaim[], results: DemoResults): DemoProblem[] {
  return checked.flatMap((one) => {
    if (one.holds) return [];
    const found = resultAt(results, one.claim.key);
    return [found === undefined ? unknownResult(one.claim, results) : failed(one.claim, found)];
  });
}

function unknownResult(claim: Claim, results: DemoResults): DemoProblem {
  const [name = '', ...indices] = claim.key.split('.');
  const names = Object.keys(results);
  const known = names.includes(name);
  const near = known ? undefined : nearestKey(name, names);
  const message = known
    ? `${name} has no element ${indices.join('.')}${sizes(results[name]!)}.`
    : near
      ? `This demo gives no ${name}. Did you mean ${near}?`
      : `This demo gives no ${name}; it gives ${names.join(', ')}.`;
  const newText = [near, ...indices].join('.');
  const fixes = near ? [{ title: `Change to ${newText}`, safe: false, span: claim.keySpan, newText }] : [];
  return { code: 'demo.unknown-key', span: claim.keySpan, message, fixes };
}

function failed(claim: Claim, found: ResultValue): DemoProblem {
  const newText = rewritten(claim.claimed, found);
  const fixes =
    newText === undefined
      ? []
      : [{ title: `Write what was found: ${short(newText)}`, safe: false, span: claim.valueSpan, newText }];
  const message = `${claim.key} is ${shown(found, claim.claimed)}, not ${claimText(plainClaim(claim.claimed))}.`;
  return { code: 'demo.expectation', span: claim.valueSpan, message, fixes };
}

/** `; it is [6][6]`, the lengths of a list and of what is inside it. */
function sizes(value: ResultValue): string {
  const lengths: number[] = [];
  for (let level: ResultValue | undefined = value; Array.isArray(level); level = (level as readonly ResultValue[])[0])
    lengths.push(level.length);
  return lengths.length === 0 ? '; it is one value' : `; its lengths are ${lengths.join(', ')}, counted from zero`;
}

const claimText = (expected: ResultValue): string =>
  Array.isArray(expected) ? short(JSON.stringify(expected)) : `${expected}`;

const short = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 57)}…`);
