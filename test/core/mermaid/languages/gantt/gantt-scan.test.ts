import fc from 'fast-check';
import type { DiagramSymbols } from '../../../../../src/core/mermaid/diagram-symbols';
import { canonicalLabel, describeAgainstMermaid } from '../../scan/against-mermaid';

const name = fc.constantFrom(
  'Design',
  'Train the model',
  'A - B',
  'Ünï (x)',
  'section1',
  'After party',
  '"quoted"',
  'titles',
);
const id = fc.constantFrom('a', 'b', 'des1', 'x-1', 'Ü');
const tags = fc.constantFrom('', '', 'done, ', 'crit, active, ', 'milestone,', ' vert , ');
const start = fc.oneof(
  fc.constantFrom('2026-01-06', '2026-02-01'),
  id.map((one) => `after ${one}`),
  fc.constant('after a b'),
);
const end = fc.oneof(
  fc.constantFrom('30d', '2026-03-01', '5h', '1w'),
  id.map((one) => `until ${one}`),
);
const task = fc.oneof(
  fc.tuple(name, tags, id, start, end).map(([text, tag, key, a, b]) => `${text} :${tag}${key}, ${a}, ${b}`),
  fc.tuple(name, tags, start, end).map(([text, tag, a, b]) => `${text}: ${tag}${a}, ${b}`),
  fc.tuple(name, tags, end).map(([text, tag, b]) => `${text}  :${tag}${b}`),
);
const other = fc.constantFrom(
  'section One',
  'section Two: three',
  'title A title: with a colon',
  'axisFormat %m-%d',
  'excludes weekends',
  'todayMarker off',
  'weekday monday',
  '%% a comment : x',
  'click a href "https://example.org"',
  'click a,b call open()',
  'accTitle: one',
  'inclusiveEndDates',
  'tickInterval 1day',
);

describeAgainstMermaid({
  type: 'gantt',
  arbitrary: fc
    .array(fc.oneof({ weight: 3, arbitrary: task }, other), { minLength: 1, maxLength: 6 })
    .map((lines) => `gantt\n  dateFormat YYYY-MM-DD\n  First :first, 2026-01-01, 3d\n  ${lines.join('\n  ')}\n`),

  ofDatabase(db) {
    const tasks = tasksOf(db);
    if (tasks === undefined) return undefined;
    return {
      tasks: tasks
        .map(({ id: key, task: text }) => `${/^task\d+$/.test(key) ? '' : key}: ${canonicalLabel(text)}`)
        .sort(),
      sections: db.getSections().map(canonicalLabel),
    };
  },

  ofSymbols({ nodes, groups }: DiagramSymbols) {
    const tasks = nodes.flatMap(({ id: key, labels, occurrences }) =>
      labels.map(({ text, span }) => ({
        span,
        text: `${occurrences[0]!.span.start === span.start ? '' : key}: ${canonicalLabel(text)}`,
      })),
    );
    return {
      tasks: tasks.map(({ text }) => text).sort(),
      sections: groups.map(({ label }) => canonicalLabel(label?.text)),
    };
  },
});

/** Mermaid reckons the dates only here, and complains of tasks that start after none. */
function tasksOf(db: { getTasks(): { id: string; task: string }[] }): { id: string; task: string }[] | undefined {
  try {
    return db.getTasks();
  } catch {
    return undefined;
  }
}
