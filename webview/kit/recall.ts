import type { Card, RecallStates } from '../../src/protocol';

type RecallState = RecallStates[string];

/** After how many days a card comes again, by its box: the boxes of Leitner (1972), each twice as patient as the last. */
const intervals = [0, 1, 2, 4, 8, 16, 32] as const;

/** Where a card goes that was known, or was not: a box further, or back to the first, which is asked again today. */
export function graded(state: RecallState | undefined, knew: boolean, today: number): RecallState {
  const box = knew ? Math.min((state?.box ?? 0) + 1, intervals.length - 1) : 0;
  return { box, due: today + intervals[box]! };
}

/** The cards to be asked today: those whose day has come, the longest waiting first, then the new ones in their order. */
export function dueCards(cards: readonly Card[], states: RecallStates, today: number): Card[] {
  const seen = cards.filter(({ id }) => (states[id]?.due ?? Number.POSITIVE_INFINITY) <= today);
  const fresh = cards.filter(({ id }) => states[id] === undefined);
  return [...seen.sort((a, b) => states[a.id]!.due - states[b.id]!.due), ...fresh];
}

/** The day on which a card is asked next; undefined where none waits. */
export function nextDay(cards: readonly Card[], states: RecallStates, today: number): number | undefined {
  const days = cards.map(({ id }) => states[id]?.due ?? today).filter((due) => due > today);
  return days.length > 0 ? Math.min(...days) : undefined;
}

/** A moment as the number of its day where the learner is. */
export const dayOf = (now: Date): number => Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / 86_400_000);

/** The day of a number, as people write it. */
export const dateOf = (day: number): string =>
  new Date(day * 86_400_000).toLocaleDateString('en', { timeZone: 'UTC', day: 'numeric', month: 'long' });
