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
    const head =
      failing === 0 ? say`All ${claims.length} claims hold` : say`${failing} of ${claims.length} claims do not hold`;
    this.#head.textContent =
      claims.length === 1 && failing === 0 ? say`✓ The claim holds` : `${failing ? '✗' : '✓'} ${head}`;
    this.#list.replaceChildren(...items);
    // Opened once something fails; after that it is the reader's to close.
    if (failing > 0 && this.#failing === 0) this.#details.open = true;
    this.#failing = failing;
  }
}

const clip = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 77)}…`);
