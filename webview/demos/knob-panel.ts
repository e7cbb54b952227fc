import type { Demo } from '../../src/core/demos/demo';
import type { DemoKind } from '../../src/core/demos/demo-kind';
import type { ValuesByPath } from '../../src/core/demos/values-by-path';
import { element } from '../dom';
import type { DemoModule } from './demo-view';
import { type KnobEvents, KnobField } from './knob-field';
import { knobsOf } from './knob-list';

/** The knobs of a demo: those that matter most in sight, all others under "More". */
export class KnobPanel {
  readonly element: HTMLElement;
  readonly #fields: readonly KnobField[];

  constructor(kind: DemoKind, module: DemoModule, events: KnobEvents) {
    const { first, more } = knobsOf(kind, module);
    const [near, far] = [first, more].map((knobs) => knobs.map((knob) => new KnobField(knob, events))) as [
      KnobField[],
      KnobField[],
    ];
    this.#fields = [...near, ...far];
    const rest = element(
      'details',
      { class: 'more-knobs', open: near.length === 0 },
      element('summary', {}, near.length === 0 ? 'Knobs' : 'More knobs'),
      ...far.map((field) => field.element),
    );
    this.element = element(
      'div',
      { class: 'knobs', role: 'group', 'aria-label': 'Knobs' },
      ...near.map((field) => field.element),
      far.length > 0 && rest,
    );
  }

  show(values: ValuesByPath, demo: Demo): void {
    for (const field of this.#fields) field.show(values[field.path], isSet(demo, field.path));
  }
}

/** Whether the fence sets a key, by name or by its parent's shorthand. */
function isSet({ places, values }: Demo, path: string): boolean {
  if (places.has(path)) return true;
  let value: unknown = values;
  for (const part of path.split('.')) value = (value as Readonly<Record<string, unknown>> | undefined)?.[part];
  return value !== undefined;
}
