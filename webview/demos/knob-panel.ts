import type { Demo } from '../../src/core/demos/demo';
import type { DemoKind } from '../../src/core/demos/demo-kind';
import type { ValuesByPath } from '../../src/core/demos/values-by-path';
import { say } from '../../src/core/l10n/say';
import { element } from '../dom';
import type { DemoModule } from './demo-view';
import { type KnobEvents, KnobField } from './knob-field';
import { knobsOf } from './knob-list';

/** The knobs of a demo, one a line: those that the fence names in sight, all others folded. */
export class KnobPanel {
  readonly element: HTMLElement;
  readonly #fields: readonly KnobField[];
  readonly #named = element('div', { class: 'named-knobs' });
  readonly #others = element('div', { class: 'other-knobs' });
  readonly #head = element('summary');
  readonly #more = element('details', { class: 'more-knobs' }, this.#head, this.#others);

  constructor(kind: DemoKind, module: DemoModule, events: KnobEvents) {
    const { first, more } = knobsOf(kind, module);
    this.#fields = [...first, ...more].map((knob) => new KnobField(knob, events));
    this.element = element(
      'div',
      { class: 'knobs', role: 'group', 'aria-label': say`Knobs` },
      this.#named,
      this.#fields.length > 0 && this.#more,
    );
  }

  show(values: ValuesByPath, demo: Demo): void {
    for (const field of this.#fields) field.show(values[field.path], isSet(demo, field.path));
    // A knob in the hand stays where it is; it finds its place when it is let go.
    const held = this.#fields.find(({ element: knob }) => knob.matches(':focus-within, :active'));
    const isNamed = (field: KnobField) =>
      field === held ? this.#named.contains(field.element) : isSet(demo, field.path);
    const named = this.#fields.filter(isNamed);
    place(this.#named, named);
    place(
      this.#others,
      this.#fields.filter((field) => !named.includes(field)),
    );
    this.#head.textContent = named.length === 0 ? say`Knobs` : say`More knobs`;
  }
}

/** Puts fields into their holder in order, and moves none that stands right already. */
function place(holder: HTMLElement, fields: readonly KnobField[]): void {
  for (const [index, { element: knob }] of fields.entries())
    if (holder.children[index] !== knob) holder.insertBefore(knob, holder.children[index] ?? null);
}

/** Whether the fence sets a key, by name or by its parent's shorthand. */
function isSet({ places, values }: Demo, path: string): boolean {
  if (places.has(path)) return true;
  let value: unknown = values;
  for (const part of path.split('.')) value = (value as Readonly<Record<string, unknown>> | undefined)?.[part];
  return value !== undefined;
}
