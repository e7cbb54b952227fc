import { say } from '../../l10n/say';
import type { Span } from '../../text/span';
import type { CheckedClaim } from '../claims/check-claims';
import { checkClaims } from '../claims/check-claims';
import type { Demo, DemoProblem } from '../demo';
import { type DemoResults, resultAt } from '../result';
import { resultNotes } from '../schema/find-key';
import { type BoundText, type ProseClaim, proseClaims } from './prose-claims';
import { shownText } from './shown-text';

/** A bound number and what became of it. */
export interface CheckedBinding {
  readonly holds: boolean;
  /** What is to be said where it does not hold, in offsets of its inline text. */
  readonly problem?: DemoProblem;
  /** The number as it was read; undefined where none was. */
  readonly claim?: ProseClaim;
}

/**
 * Holds a bound number against the results of its demo.
 * @param result as claims name it
 * @param resultSpan where it is named
 */
export function checkBinding(
  bound: BoundText,
  result: string,
  resultSpan: Span,
  demo: Demo,
  results: DemoResults,
): CheckedBinding {
  const notes = resultNotes(demo);
  const found = resultAt(results, result);
  const span = bound.span.end > bound.span.start && bound.stands === 'anywhere' ? bound.span : resultSpan;
  const place = { key: result, keySpan: resultSpan };
  if (found === undefined || found === null || Array.isArray(found)) {
    if (Array.isArray(found)) return { holds: false, problem: notOne(result, resultSpan, notes.of(result)?.axes) };
    const claimed = { kind: 'word', value: shownText(bound.source, bound.span).text.trim() } as const;
    return verdict(checkClaims([{ ...place, valueSpan: span, claimed }], results, notes)[0]!);
  }
  if (typeof found === 'string') return word(bound, found, result, span);
  const claims = proseClaims(bound, notes.of(result)?.unit);
  const judged = claims.map((claim) => {
    const claimed = { kind: 'word', value: claim.claim } as const;
    const [checked] = checkClaims([{ ...place, valueSpan: claim.span, claimed }], results, notes, claim.wording);
    return { ...verdict(checked!), claim };
  });
  return judged.find(({ holds }) => holds) ?? judged[0] ?? { holds: false, problem: noNumber(bound, result, span) };
}

const verdict = ({ holds, problem }: CheckedClaim): CheckedBinding => ({ holds, ...(problem && { problem }) });

/** A word, at the end of what stands there or alone. */
function word({ source, span, stands }: BoundText, found: string, result: string, at: Span): CheckedBinding {
  const text = shownText(source, span)
    .text.trim()
    .replace(/["“”‘’]/g, '');
  const wanted = found.trim();
  const holds = stands === 'at-end' ? text === wanted || text.endsWith(` ${wanted}`) : text === wanted;
  if (holds) return { holds };
  const message = say`${result} is “${wanted}”, not ${stands === 'at-end' ? say`what stands here` : `“${text}”`}.`;
  return { holds, problem: { code: 'demo.expectation', span: at, message, fixes: [] } };
}

function notOne(result: string, span: Span, axes = '[]'): DemoProblem {
  const depth = axes.split('[').length - result.split('.').length;
  const example = [result, ...Array(Math.max(1, depth)).fill('0')].join('.');
  const message = say`${result} is a list: name one of its values, counted from zero, as ${example}.`;
  return { code: 'demo.unknown-key', span, message, fixes: [], atLeast: 'error' };
}

function noNumber({ stands }: BoundText, result: string, span: Span): DemoProblem {
  const where = stands === 'at-end' ? say`stands right before this comment` : say`stands in this link`;
  return { code: 'demo.value', span, message: say`${result} is a number, and none ${where}.`, fixes: [] };
}
