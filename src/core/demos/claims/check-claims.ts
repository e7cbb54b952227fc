import { say } from '../../l10n/say';
import type { DemoProblem } from '../demo';
import { nearestKey } from '../nearest-key';
import { type DemoResults, type ResultValue, resultAt } from '../result';
import type { ResultKey } from '../schema/result-key';
import { type Claim, comparison, hasForm, holds, plainClaim, rewritten, shown } from './claim';
import { numberPattern } from './number-text';
import type { ResultUnit } from './units';

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
  /** What the result counts. */
  readonly unit?: ResultUnit;
  /** What is to be said of a claim that does not hold. */
  readonly problem?: DemoProblem;
}

/** What is known of a demo's results: of the one that a claim's key speaks of, and their names. */
export interface ResultNotes {
  of(key: string): ResultKey | undefined;
  readonly names: readonly string[];
}

/** How what a claim says is worded in the place where it stands. */
export interface Wording {
  /** A claim's text, or what was found in its form, as it is told of. */
  say(text: string): string;
  /** What was found, as it is put in the claim's place; undefined where it cannot be put there. */
  put(text: string): string | undefined;
  /** Whether what says that a number is a bound stays where it is, so that what is put behind it has to be one. */
  readonly keepsBound?: true;
}

const asInFence: Wording = { say: (text) => text, put: (text) => text };

/**
 * Holds each claim against the results, in the order of the text. Wrong are keys that the demo lacks, texts in which no
 * number can be claimed, and claims that fail.
 */
export function checkClaims(
  claims: readonly Claim[],
  results: DemoResults,
  notes: ResultNotes,
  wording = asInFence,
): CheckedClaim[] {
  return claims.map((claim) => {
    const found = resultAt(results, claim.key);
    const { absent: why, unit } = notes.of(claim.key) ?? {};
    const isHeld = found !== undefined && holds(claim.claimed, found, unit);
    const problem = () =>
      found === undefined
        ? unknownResult(claim, results, notes)
        : found === null
          ? absent(claim, why)
          : failed(claim, found, wording, unit);
    return {
      ...{ claim, key: claim.key, expected: plainClaim(claim.claimed), actual: found ?? null, holds: isHeld },
      ...(unit && { unit }),
      ...(!isHeld && { problem: problem() }),
    };
  });
}

function unknownResult(claim: Claim, results: DemoResults, { names }: ResultNotes): DemoProblem {
  const [name = '', ...indices] = claim.key.split('.');
  const known = names.includes(name);
  const near = known ? undefined : nearestKey(name, names);
  const message = known
    ? say`${name} has no element ${indices.join('.')}${sizes(results[name])}.`
    : near
      ? say`This demo gives no ${name}. Did you mean ${near}?`
      : say`This demo gives no ${name}; it gives ${names.join(', ')}.`;
  const newText = [near, ...indices].join('.');
  const fixes = near ? [{ title: say`Change to ${newText}`, safe: false, span: claim.keySpan, newText }] : [];
  return { code: 'demo.unknown-key', span: claim.keySpan, message, fixes, atLeast: 'error' };
}

function failed(
  { key, claimed, valueSpan: span }: Claim,
  found: ResultValue,
  { say: toSay, put, keepsBound }: Wording,
  unit?: ResultUnit,
): DemoProblem {
  const inForm = rewritten(claimed, found, unit, keepsBound);
  const newText = inForm === undefined ? undefined : put(inForm);
  const fixes =
    newText === undefined ? [] : [{ title: say`Write what was found: ${short(newText)}`, safe: false, span, newText }];
  const written = toSay(claimText(plainClaim(claimed)));
  if (!hasForm(claimed, found, unit)) {
    const message = say`${key} is a number, and ${written} is no way to claim one: ${whyNoForm(written) ?? claimForms(unit)}.`;
    return { code: 'demo.value', span, message, fixes };
  }
  const message = say`${key} is ${toSay(shown(found, claimed, unit))}, not ${written}${inBinary(claimed, found, unit)}.`;
  return { code: 'demo.expectation', span, message, fixes };
}

/** `, and it is 2.11 GiB`, where bytes were counted in 1024s under a name that counts in thousands. */
function inBinary(claimed: Claim['claimed'], found: ResultValue, unit?: ResultUnit): string {
  if (claimed.kind !== 'word' || typeof found !== 'number' || unit !== 'bytes') return '';
  const binary = claimed.value.replace(/([kKMGTP])B\b/g, (_, prefix: string) => `${prefix.toUpperCase()}iB`);
  return binary !== claimed.value && comparison(binary, unit)?.holds(found) ? say`: in 1024s it is ${binary}` : '';
}

/** A claim about a result that has no value. */
function absent(claim: Claim, why = say`what comes out is not a finite number`): DemoProblem {
  const message = say`${claim.key} has no value here, so it cannot be ${claimText(plainClaim(claim.claimed))}: ${why}.`;
  return { code: 'demo.expectation', span: claim.valueSpan, message, fixes: [] };
}

/** What keeps a text that nearly claims a number from claiming one. */
function whyNoForm(written: string): string | undefined {
  if (/\.{3}/.test(written)) return say`a range has two dots, as 0.2..0.4`;
  const backwards = new RegExp(`^\\s*(${numberPattern})\\s*\\.\\.\\s*(${numberPattern})\\s*$`).exec(written);
  if (backwards && Number(backwards[1]) > Number(backwards[2]))
    return say`the range runs backwards, write ${backwards[2]}..${backwards[1]}`;
  if (/(?:±|\+-|\+\/-)\s*-/.test(written)) return say`what follows ± says how far off it may be, and is not negative`;
  if (/^\s*[-+]?\d+,\d+\s*%?\s*$/.test(written))
    return say`a comma may part decimals or thousands: write a point for decimals, and thousands without it or as 34_560`;
  return undefined;
}

/** The ways to claim a number, for messages. */
const claimForms = (unit: ResultUnit | undefined): string =>
  say`write ${unit ? `5 ${unit === 'bytes' ? 'GB' : unit}` : '0.5, 50%'}, ~0.5, 0.5 ± 0.01, "< 1", ">= 2" or 0.2..0.4`;

/** `; it is [6][6]`, the lengths of a list and of what is inside it. */
function sizes(value: ResultValue | undefined): string {
  if (value === undefined) return '';
  const lengths: number[] = [];
  for (let level: ResultValue | undefined = value; Array.isArray(level); level = (level as readonly ResultValue[])[0])
    lengths.push(level.length);
  return lengths.length === 0
    ? say`; it is one value`
    : say`; its lengths are ${lengths.join(', ')}, counted from zero`;
}

const claimText = (expected: ResultValue): string =>
  Array.isArray(expected) ? short(JSON.stringify(expected)) : `${expected}`;

const short = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 57)}…`);
