import fc from 'fast-check';
import type { DiagramSymbols } from '../../../../../src/core/mermaid/diagram-symbols';
import { canonicalLabel, declared, describeAgainstMermaid } from '../../scan/against-mermaid';

const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('Alice', 'Bob', 'A', 'B', 'John') },
  fc.constantFrom(
    'Query head',
    'x',
    'o-x',
    'a-b',
    'Ünï',
    'loopy',
    'end1',
    'K/V',
    'links',
    'S(1)',
    'a=b',
    'A#35;B',
    '🧠 model',
  ),
);
const text = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'hi',
      'a -> b',
      'x: y',
      'wrap: long text',
      'nowrap:t',
      'end',
      '(MLA)',
      'x#59; y',
      'a<br/>b',
    ),
  },
  fc.constantFrom('', ' ', '"quoted"', '+1', '%%', 'é'),
);
const arrow = fc.constantFrom(
  ...['->', '-->', '->>', '-->>', '-x', '--x', '-)', '--)', '<<->>', '<<-->>', '-X'],
  ...[
    '--|\\',
    '--|/',
    '--\\\\',
    '--//',
    '/|--',
    '\\|--',
    '//--',
    '\\\\--',
    '-|\\',
    '-|/',
    '-\\\\',
    '-//',
    '/|-',
    '\\|-',
    '//-',
    '\\\\-',
  ],
);
const gap = fc.constantFrom('', ' ', ' ');
const message = fc
  .tuple(name, gap, arrow, gap, fc.constantFrom('', '', '+', '-', '()'), gap, name, gap, text)
  .map(([from, a, line, b, mark, c, to, d, said]) => `${from}${a}${line}${b}${mark}${c}${to}${d}: ${said}`);
const declaration = fc
  .tuple(
    fc.constantFrom('participant', 'actor', 'Participant', 'create participant'),
    name,
    fc.constantFrom(
      '',
      ' as Label',
      ' as A long (label)',
      '@{ "type": "database" }',
      '@{ "type": "queue", "alias": "Jobs" }',
      '@{"type":"entity"} as Named',
    ),
  )
  .map(([keyword, id, rest]) => `${keyword} ${id}${rest}`);
const other = fc
  .tuple(name, name, text)
  .chain(([a, b, said]) =>
    fc.constantFrom(
      `note over ${a},${b}: ${said}`,
      `Note left of ${a}: ${said}`,
      `activate ${a}`,
      `deactivate ${a}`,
      `link ${a}: Dashboard @ https://example.org`,
      `links ${a}: {"Dashboard": "https://example.org"}`,
      'autonumber',
      'autonumber 5 2',
      'title: A title',
      '# a comment',
      '%% a comment',
      'accTitle: one',
      '',
    ),
  );

const statement: fc.Arbitrary<string> = fc.letrec<{ statement: string; block: string }>((tie) => ({
  statement: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: message },
    { weight: 2, arbitrary: declaration },
    other,
    tie('block'),
  ),
  block: fc
    .tuple(
      fc.constantFrom(
        'loop Every day',
        'alt is sick',
        'opt',
        'par one',
        'critical x',
        'break y',
        'rect rgb(0, 255, 0)',
        'box Aqua Group',
        'box rgb(1,2,3)',
        'box Two words',
      ),
      fc.array(tie('statement'), { maxLength: 3 }),
      declaration,
      fc.constantFrom('', 'else well', 'and more', 'option z'),
    )
    .map(([head, body, inBox, section]) => {
      const lines = head.startsWith('box') ? [inBox] : head.startsWith('alt') || !section ? body : [...body, section];
      return [head, ...lines, 'end'].join('\n');
    }),
})).statement;

const arbitrarySequence = fc
  .array(fc.tuple(statement, fc.constantFrom('\n', '\n', '\n  ', ' ;', '\r\n', ' # why\n')), { maxLength: 5 })
  .map((lines) => `sequenceDiagram\n${lines.flat().join('')}`);

describeAgainstMermaid({
  type: 'sequence',
  arbitrary: arbitrarySequence,

  ofDatabase(db) {
    const actors: [string, { description: string }][] = [...db.getActors()];
    const messages: { from?: string; to?: string; message: string; type: number; placement?: number }[] =
      db.getMessages();
    return {
      participants: Object.fromEntries(
        actors.map(([id, { description }]) => [canonicalLabel(id), canonicalLabel(description)]),
      ),
      messages: messages
        .filter(({ from, to, type, placement }) => from && to && type !== 2 && placement === undefined)
        .filter(({ type }) => type !== db.LINETYPE.ACTIVE_START && type !== db.LINETYPE.ACTIVE_END)
        .map(({ from, to, message }) => `${canonicalLabel(from)} → ${canonicalLabel(to)}: ${canonicalLabel(message)}`),
      boxes: db.getBoxes().map((box: { name?: string }) => canonicalLabel(box.name)),
    };
  },

  ofSymbols(symbols: DiagramSymbols) {
    const { edges, groups } = symbols;
    return {
      participants: Object.fromEntries(
        declared(symbols).map(({ id, label }) => [shown(id), canonicalLabel(label?.text ?? shown(id))]),
      ),
      messages: edges.map(({ from, to, label }) => `${shown(from)} → ${shown(to)}: ${canonicalLabel(label?.text)}`),
      boxes: groups.filter(({ kind }) => kind === 'box').map(({ label }) => canonicalLabel(label?.text)),
    };
  },
});

/** An id is kept as written, an entity in it too. */
const shown = (id: string): string => canonicalLabel(id).replace('#35;', '#');
