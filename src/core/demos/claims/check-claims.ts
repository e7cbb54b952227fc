import type { DemoProblem } from '../demo';
import { nearestKey } from '../nearest-key';
import { type DemoResults, type ResultValue, resultAt } from '../result';
import { type Claim, hasForm, holds, plainClaim, rewritten, shown } from './claim';
import { numberPattern } from './number-text';

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

/**
 * What is wrong with the claims: keys that the demo lacks, texts in which no number can be claimed, and claims that fail.
 * `whyAbsent` says in words why a result is null.
 */
export function claimProblems(
  checked: readonly CheckedClaim[],
  results: DemoResults,
  whyAbsent: (key: string) => string | undefined = () => undefined,
): DemoProblem[] {
  return checked.flatMap((one) => {
    if (one.holds) return [];
    const found = resultAt(results, one.claim.key);
    if (found === undefined) return [unknownResult(one.claim, results)];
    return [found === null ? absent(one.claim, whyAbsent(one.claim.key)) : failed(one.claim, found)];
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
  return { code: 'demo.unknown-key', span: claim.keySpan, message, fixes, atLeast: 'error' };
}

function failed(claim: Claim, found: ResultValue): DemoProblem {
  const newText = rewritten(claim.claimed, found);
  const fixes =
    newText === undefined
      ? []
      : [{ title: `Write what was found: ${short(newText)}`, safe: false, span: claim.valueSpan, newText }];
  if (!hasForm(claim.claimed, found)) {
    const written = claimText(plainClaim(claim.claimed));
    const message = `${claim.key} is a number, and ${written} is no way to claim one: ${whyNoForm(written) ?? claimForms}.`;
    return { code: 'demo.value', span: claim.valueSpan, message, fixes };
  }
  const message = `${claim.key} is ${shown(found, claim.claimed)}, not ${claimText(plainClaim(claim.claimed))}.`;
  return { code: 'demo.expectation', span: claim.valueSpan, message, fixes };
}

/** A claim about a result that has no value. */
function absent(claim: Claim, why = 'what comes out is not a finite number'): DemoProblem {
  const message = `${claim.key} has no value here, so it cannot be ${claimText(plainClaim(claim.claimed))}: ${why}.`;
  return { code: 'demo.expectation', span: claim.valueSpan, message, fixes: [] };
}

/** What keeps a text that nearly claims a number from claiming one. */
function whyNoForm(written: string): string | undefined {
  const backwards = new RegExp(`^\\s*(${numberPattern})\\s*\\.\\.\\s*(${numberPattern})\\s*$`).exec(written);
  if (backwards && Number(backwards[1]) > Number(backwards[2]))
    return `the range runs backwards, write ${backwards[2]}..${backwards[1]}`;
  if (/\.{3}/.test(written)) return 'a range has two dots, as 0.2..0.4';
  if (/(?:±|\+-|\+\/-)\s*-/.test(written)) return 'what follows ± says how far off it may be, and is not negative';
  if (/^\s*[-+]?\d+,\d+\s*%?\s*$/.test(written))
    return 'a comma may part decimals or thousands: write a point for decimals, and thousands without it or as 34_560';
  return undefined;
}

/** The ways to claim a number, for messages. */
const claimForms = 'write 0.5, 50%, ~0.5, 0.5 ± 0.01, "< 1", ">= 2" or 0.2..0.4';

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
