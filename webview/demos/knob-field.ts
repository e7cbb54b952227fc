import { defaultInWords } from '../../src/core/demos/schema/key';
import type { KnobValue } from '../../src/core/demos/values-by-path';
import { say } from '../../src/core/l10n/say';
import { iconButton } from '../controls';
import { element } from '../dom';
import type { Knob } from './knob-list';
import { inWords } from './parts/in-words';

/** What a knob tells: every value on the way, and the one it is left at. Undefined takes the key out of the fence. */
export interface KnobEvents {
  turning(path: string, value: KnobValue | undefined): void;
  turned(path: string, value: KnobValue | undefined): void;
}

interface Field {
  readonly parts: readonly HTMLElement[];
  show(value: KnobValue | undefined): void;
}

let fields = 0;

/** One knob with its label, and a button that gives it back to its default where the fence sets it. */
export class KnobField {
  readonly element: HTMLElement;
  readonly path: string;
  readonly #field: Field;
  readonly #reset: HTMLButtonElement;

  constructor(knob: Knob, events: KnobEvents) {
    this.path = knob.path;
    const id = `knob-${++fields}`;
    this.#field = fieldOf(knob, id, events);
    this.#reset = iconButton('close', say`Take ${knob.label} out: ${defaultInWords(knob.key) ?? say`default`}`, () =>
      events.turned(knob.path, undefined),
    );
    const label = element('label', { for: id, title: knob.key.meaning }, knob.label);
    const parts = element('div', { class: 'knob-parts' }, ...this.#field.parts);
    const row = element('div', { class: 'knob-row' }, parts, this.#reset);
    this.element = element('div', { class: 'knob', 'data-path': knob.path }, label, row);
  }

  /** Shows the value in force, and whether the fence sets it. */
  show(value: KnobValue | undefined, set: boolean): void {
    this.#field.show(value);
    this.#reset.style.visibility = set ? 'visible' : 'hidden';
    this.element.classList.toggle('set', set);
  }
}

function fieldOf(knob: Knob, id: string, events: KnobEvents): Field {
  const { shape } = knob.key;
  if (shape.kind === 'truth') return truthField(knob, id, events);
  if (shape.kind === 'choice') {
    return choiceField(
      knob,
      id,
      shape.choices.map(({ name }) => name),
      events,
    );
  }
  return shape.kind === 'whole' || shape.kind === 'number'
    ? numberField(knob, id, shape, events)
    : textField(knob, id, events);
}

function truthField({ path }: Knob, id: string, events: KnobEvents): Field {
  const box = element('input', { type: 'checkbox', id });
  box.addEventListener('change', () => events.turned(path, box.checked));
  return {
    parts: [box],
    show: (value) => {
      box.checked = value === true;
    },
  };
}

function choiceField({ path }: Knob, id: string, choices: readonly string[], events: KnobEvents): Field {
  const options = ['', ...choices].map((name) => element('option', { value: name }, name || say`(default)`));
  const select = element('select', { id }, ...options);
  select.addEventListener('change', () => events.turned(path, select.value || undefined));
  return {
    parts: [select],
    show: (value) => {
      select.value = typeof value === 'string' ? value : '';
      select.title = select.value;
    },
  };
}

function numberField(
  { path, slider, label }: Knob,
  id: string,
  shape: { kind: string; min: number; max: number },
  events: KnobEvents,
): Field {
  const whole = shape.kind === 'whole';
  const box = element('input', {
    ...{ type: 'number', id, min: shape.min, max: shape.max, step: whole ? 1 : 'any', placeholder: say`off` },
  });
  const typed = () => (box.value === '' ? undefined : box.valueAsNumber);
  box.addEventListener('input', () => events.turning(path, typed()));
  box.addEventListener('change', () => events.turned(path, typed()));
  const showBox = (value: KnobValue | undefined) => {
    if (box.matches(':focus') && typed() === value) return;
    box.value = typeof value === 'number' ? inBox(value) : '';
    // A number that is cut reads as another one.
    box.style.minWidth = `calc(${Math.max(4, box.value.length)}ch + 26px)`;
  };
  if (!slider) return { parts: [box], show: showBox };
  const { min, max, log = false, step = whole ? 1 : (max - min) / 200 } = slider;
  const range = element('input', {
    ...{ type: 'range', 'aria-label': say`${label}, slider` },
    ...(log ? { min: 0, max: 400, step: 1 } : { min, max, step }),
  });
  const toValue = (at: number) => {
    if (!log) return Number(at.toPrecision(6));
    const value = min * (max / min) ** (at / 400);
    return whole ? Math.round(value) : Number(value.toPrecision(3));
  };
  const toPlace = (value: number) => (log ? (400 * Math.log(Math.max(value, min) / min)) / Math.log(max / min) : value);
  range.addEventListener('input', () => events.turning(path, toValue(range.valueAsNumber)));
  range.addEventListener('change', () => events.turned(path, toValue(range.valueAsNumber)));
  return {
    parts: [range, box],
    show: (value) => {
      showBox(value);
      if (typeof value !== 'number') return;
      if (toValue(range.valueAsNumber) !== value) range.value = String(toPlace(value));
      range.setAttribute('aria-valuetext', inWords(value));
    },
  };
}

function textField({ path, key }: Knob, id: string, events: KnobEvents): Field {
  const box = element('input', { type: 'text', id, spellcheck: 'false', autocomplete: 'off' });
  const typed = (): KnobValue | undefined => {
    const text = box.value.trim();
    if (text === '') return undefined;
    if (key.shape.kind !== 'tokens') return box.value;
    return /^\d+$/.test(text) ? Number(text) : text.split(/\s+/);
  };
  box.addEventListener('input', () => events.turning(path, typed()));
  box.addEventListener('change', () => events.turned(path, typed()));
  return {
    parts: [box],
    show: (value) => {
      const text = Array.isArray(value) ? value.join(' ') : value === undefined ? '' : String(value);
      if (!box.matches(':focus') || String(typed()) !== String(value)) box.value = text;
      box.title = text;
    },
  };
}

/** A whole number as it is and others with six digits, with a power of ten where that is shorter. */
function inBox(value: number): string {
  const kept = Number.isSafeInteger(value) ? value : Number(value.toPrecision(6));
  const [plain, power] = [`${kept}`, kept.toExponential()].map((text) => text.replace('e+', 'e')) as [string, string];
  return plain.length > 7 && power.length < plain.length ? power : plain;
}
