import type { ResultValue } from '../../../src/core/demos/result';
import { solveDemo } from '../../../src/core/demos/run-demo';
import { demoSchemas } from '../../../src/core/demos/schema/demo-schema';
import type { KnobValue } from '../../../src/core/demos/set-demo-key';
import { element } from '../../dom';
import type { DemoModule, KnobValues, Shown, Table } from '../demo-view';
import { inWords } from '../parts/in-words';

/** Any demo, as a table of what it gives. */
export const resultsDemo: DemoModule<Shown['prepared'], null> = {
  knobs: [],
  viewKeys: [],
  valuesInForce: ({ values }) => flat(values),
  *solve(prepared) {
    return { results: yield* solveDemo(prepared), trace: null };
  },
  createView() {
    const root = element('div', { class: 'results' });
    let table: Table = { columns: [], rows: [] };
    return {
      root,
      update({ demo, results }) {
        const about = demoSchemas[demo.kind].results;
        const rows = Object.entries(results).map(([key, value]) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, key),
            element('td', {}, written(value)),
            element('td', {}, about[key]?.meaning ?? ''),
          ),
        );
        const head = ['Result', 'Value', 'Meaning'].map((name) => element('th', { scope: 'col' }, name));
        root.replaceChildren(
          element(
            'table',
            { class: 'numbers' },
            element('thead', {}, element('tr', {}, ...head)),
            element('tbody', {}, ...rows),
          ),
        );
        table = {
          columns: ['result', 'value'],
          rows: Object.entries(results).map(([key, value]) => [key, JSON.stringify(value)]),
        };
      },
      table: () => table,
    };
  },
};

/** Values by path, `groups.count`; lists are no knobs. */
export function flat(values: object, above = ''): KnobValues {
  const entries = Object.entries(values).flatMap(([key, value]: [string, unknown]): [string, KnobValue][] => {
    if (typeof value !== 'object' || value === null) return [[above + key, value as KnobValue]];
    return Array.isArray(value) ? [] : (Object.entries(flat(value, `${above}${key}.`)) as [string, KnobValue][]);
  });
  return Object.fromEntries(entries);
}

function written(value: ResultValue): string {
  if (typeof value === 'number') return inWords(value);
  if (typeof value === 'string') return value;
  if (value === null) return 'not finite';
  const text = JSON.stringify(value, (_, item: unknown) => (typeof item === 'number' ? Number(inWords(item)) : item));
  return text.length <= 120 ? text : `${text.slice(0, 117)}…`;
}
