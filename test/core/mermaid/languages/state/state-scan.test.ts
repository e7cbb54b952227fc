import fc from 'fast-check';
import type { DiagramSymbols } from '../../../../../src/core/mermaid/diagram-symbols';
import { canonicalLabel, declared, describeAgainstMermaid } from '../../scan/against-mermaid';

const name = fc.constantFrom(
  'Still',
  'Moving',
  'A',
  'B',
  's1',
  'Ünï',
  'x_y',
  'f(x)',
  'A.b',
  'stateful',
  'noted',
  'A',
  '🧠',
);
const ends = fc.oneof(
  { weight: 5, arbitrary: name },
  fc.constant('[*]'),
  name.map((id) => `${id}:::hot`),
);
const text = fc.constantFrom('', ' : a label', ': x --> (y)', ' :t<br/>u', ' : "q" ', ' : a # b');
const transition = fc.tuple(ends, fc.constantFrom(' --> ', '-->', '  -->'), ends, text).map((parts) => parts.join(''));
const single = fc.tuple(name, text).map((parts) => parts.join(''));
const other = fc
  .tuple(name, name)
  .chain(([a, b]) =>
    fc.constantFrom(
      'state bareA',
      'State bare-B',
      `state "A long label" as ${a}`,
      `state "first" as ${a}:second`,
      `state ${a} <<fork>>`,
      `state ${b} <<choice>>`,
      `state ${b} [[join]]`,
      `note left of ${a} : a note`,
      `note right of ${b}\n several --> lines\n of it\nend note`,
      'note "floating" as N1',
      'classDef hot fill:#f96,font-weight:bold',
      'classDef default fill:red',
      'class A, B hot',
      'style A fill:#fff',
      'direction LR',
      '%% a comment',
      `${a} %% a comment`,
      '# another',
    ),
  );

/** Mermaid takes these at the top alone; inside a state it reads their words as states. */
const outermost = name.chain((a) =>
  fc.constantFrom(
    `click ${a} "https://example.org" "tip"`,
    'hide empty description',
    'scale 350 width',
    'accTitle: one',
    'accDescr {\n several lines\n}',
  ),
);

const statement: fc.Arbitrary<string> = fc.letrec<{ statement: string; block: string }>((tie) => ({
  statement: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: transition },
    single,
    { weight: 2, arbitrary: other },
    tie('block'),
  ),
  block: fc
    .tuple(
      fc.oneof(
        name,
        name.map((id) => `"A long label" as ${id}`),
      ),
      fc.array(tie('statement'), { maxLength: 3 }),
      fc.boolean(),
    )
    .map(([id, body, divided]) => `state ${id} {\n${body.join(divided ? '\n--\n' : '\n')}\n}`),
})).statement;

interface Statement {
  readonly stmt: string;
  readonly id: string;
  readonly start?: boolean;
  readonly type?: string;
  readonly description?: string | string[];
  readonly doc?: Statement[];
  readonly state1: Statement;
  readonly state2: Statement;
}

describeAgainstMermaid({
  type: 'state',
  arbitrary: fc
    .tuple(
      fc.constantFrom('stateDiagram', 'stateDiagram-v2'),
      fc.array(fc.oneof({ weight: 8, arbitrary: statement }, outermost), { minLength: 1, maxLength: 5 }),
    )
    .map(([header, lines]) => `${header}\n  ${lines.join('\n  ')}\n`),

  ofDatabase(db) {
    const states: Record<string, string[]> = {};
    const transitions: string[] = [];
    const walk = (doc: readonly (Statement | string)[]): void => {
      for (const one of doc) {
        // `state X` alone is read, and then left out of the picture.
        if (typeof one === 'string' && /^bare/.test(one)) states[one] ??= [];
        if (typeof one === 'string') continue;
        if (one.stmt === 'relation') {
          walk([one.state1, one.state2]);
          transitions.push(`${idOf(one.state1)} → ${idOf(one.state2)}: ${canonicalLabel(one.description)}`);
        }
        if (one.stmt !== 'state') continue;
        if (idOf(one) !== '[*]' && one.type !== 'divider') {
          states[one.id.trim()] ??= [];
          states[one.id.trim()]!.push(...[one.description ?? []].flat().filter(Boolean).map(canonicalLabel));
        }
        walk(one.doc ?? []);
      }
    };
    walk(db.getRootDocV2().doc);
    return { states, transitions: transitions.sort() };
  },

  ofSymbols(symbols: DiagramSymbols) {
    return {
      states: Object.fromEntries(
        declared(symbols).map(({ id, labels }) => [id, labels.map(({ text: label }) => canonicalLabel(label))]),
      ),
      transitions: symbols.edges.map(({ from, to, label }) => `${from} → ${to}: ${canonicalLabel(label?.text)}`).sort(),
    };
  },
});

const idOf = ({ id, start }: Statement): string => (start === undefined ? id.trim() : '[*]');
