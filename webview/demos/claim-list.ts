import type { CheckedClaim } from '../../src/core/demos/claims/check-claims';
import { shown } from '../../src/core/demos/claims/claim';
import { say } from '../../src/core/l10n/say';
import { element } from '../dom';

/** What the lesson claims, and what was found, a line each; closed as long as every claim holds. */
export class ClaimList {
  readonly #head = element('summary');
  readonly #list = element('ul');
  readonly #details = element('details', {}, this.#head, this.#list);
  readonly element = element(
    'section',
    { class: 'claims', role: 'group', 'aria-label': say`Claims`, hidden: true },
    this.#details,
  );
  #failing = 0;

  /** @param text the demo's text, in which the claims stand. */
  update(claims: readonly CheckedClaim[], text: string): void {
    this.element.hidden = claims.length === 0;
    const items = claims.map((one) => {
      const { keySpan, valueSpan, claimed } = one.claim;
      const asWritten = clip(text.slice(valueSpan.start, valueSpan.end));
      const why = one.actual === null || one.problem?.code === 'demo.value' ? one.problem?.message : undefined;
      const found = why ?? say`found ${clip(shown(one.actual, claimed, one.unit))}`;
      return element(
        'li',
        { class: one.holds ? 'holds' : 'fails' },
        element('span', { class: 'verdict', 'aria-hidden': 'true' }, one.holds ? '✓' : '✗'),
        element('span', { class: 'visually-hidden' }, one.holds ? say`holds: ` : say`fails: `),
        element('code', {}, text.slice(keySpan.start, keySpan.end)),
        ` ${asWritten}`,
        element('span', { class: 'found' }, found),
      );
    });
    const failing = claims.filter(({ holds }) => !holds).length;
    this.#head.textContent = headOf(claims.length, failing);
    this.#list.replaceChildren(...items);
    // Opened once something fails; after that it is the reader's to close.
    if (failing > 0 && this.#failing === 0) this.#details.open = true;
    this.#failing = failing;
  }
}

function headOf(all: number, failing: number): string {
  if (failing === 0) return all === 1 ? say`✓ The claim holds` : `✓ ${say`All ${all} claims hold`}`;
  if (all === 1) return say`✗ The claim does not hold`;
  return `✗ ${failing === 1 ? say`1 of ${all} claims does not hold` : say`${failing} of ${all} claims do not hold`}`;
}

const clip = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 77)}…`);
