import assert from 'node:assert/strict';
import type { IRawGrammar } from 'vscode-textmate';
import { demoKinds } from '../../src/core/demos/demo-kind';
import { languages } from '../../src/core/mermaid/languages/languages';
import { type Colored, colored, scopesOf } from '../support/grammar';

/** As much of the editor's own grammars as ours are injected into. */
const grammar = (scopeName: string, patterns: IRawGrammar['patterns']): IRawGrammar => ({
  scopeName,
  patterns,
  repository: {} as IRawGrammar['repository'],
});
const string = (quote: string) => ({
  begin: quote,
  end: quote,
  name: 'string.quoted.multi.python',
});
/** A string that is a statement, which the editor's grammar takes for a docstring wherever it stands. */
const docstring = (quote: string) => ({
  begin: `^[ \\t]*[rR]?${quote}`,
  end: quote,
  name: 'string.quoted.docstring.multi.python',
});
const grammars = {
  'source.python': grammar('source.python', [
    docstring('"""'),
    docstring("'''"),
    string('"""'),
    string("'''"),
    { match: '#.*$', name: 'comment.line.python' },
  ]),
  'text.html.markdown': grammar('text.html.markdown', [
    { begin: '^```', end: '^```', name: 'markup.fenced_code.block.markdown' },
  ]),
};

const python = (text: string) => colored('source.python', text, grammars);
const last = (pieces: readonly Colored[], text: string) => scopesOf(pieces, text).at(-1);

describe('The grammar of Mermaid', () => {
  it('colours the parts of a flowchart', async () => {
    const pieces = await colored(
      'source.mermaid',
      '%% note\nflowchart TD\n  subgraph Deep thoughts\n  A[Read it] -->|so| B{"Choose"}:::warm\n  B -- then --> C\n  end\n',
    );
    assert.equal(last(pieces, '%% note'), 'comment.line.percentage.mermaid');
    assert.equal(last(pieces, 'flowchart'), 'storage.type.diagram.mermaid');
    assert.equal(last(pieces, 'TD'), 'constant.language.direction.mermaid');
    assert.equal(last(pieces, 'Deep thoughts'), 'string.unquoted.label.mermaid');
    assert.equal(last(pieces, 'A'), 'variable.other.node.mermaid');
    assert.equal(last(pieces, 'Read it'), 'string.unquoted.label.mermaid');
    assert.equal(last(pieces, '-->'), 'keyword.operator.link.mermaid');
    assert.equal(last(pieces, 'so'), 'string.unquoted.label.mermaid');
    assert.equal(last(pieces, '"Choose"'), 'string.quoted.double.mermaid');
    assert.equal(last(pieces, ' then '), 'string.unquoted.label.mermaid');
    assert.equal(last(pieces, 'end'), 'keyword.control.mermaid');
  });

  it('knows the word that opens each kind, in a file and in a string of Python', async () => {
    for (const word of languages.flatMap(({ keywords }) => keywords.map((one) => one.word))) {
      assert.equal(last(await colored('source.mermaid', `${word}\n  x\n`), word), 'storage.type.diagram.mermaid');
      const pieces = await python(`a = """\n${word}\n  x\n"""\nb = """${word} of the day"""\n`);
      assert.equal(last(pieces, word), 'storage.type.diagram.mermaid', word);
    }
  });

  it('colours words that only one kind has, and leaves ordinary ones to the nodes of the others', async () => {
    const chart = await colored('source.mermaid', 'xychart-beta\n  x-axis [a, b]\nC4Context\n  Person(a, "Ann")\n');
    assert.equal(last(chart, 'x-axis'), 'keyword.control.mermaid');
    assert.equal(last(chart, 'Person'), 'keyword.control.mermaid');
    const tree = await colored('source.mermaid', 'flowchart TD\n  data --> size\n  Person --> text\n');
    for (const { text, scopes } of tree.slice(1)) assert.ok(!scopes.includes('keyword.control.mermaid'), text);
  });

  it('takes no word of a message for a keyword', async () => {
    const pieces = await colored(
      'source.mermaid',
      'sequenceDiagram\n  participant A as Ann\n  A->>B: end of the note\n',
    );
    assert.equal(last(pieces, 'participant'), 'keyword.control.mermaid');
    assert.equal(last(pieces, 'Ann'), 'string.unquoted.label.mermaid');
    assert.equal(last(pieces, '->>'), 'keyword.operator.link.mermaid');
    assert.equal(last(pieces, 'end of the note'), 'string.unquoted.mermaid');
  });
});

describe('The grammar for Mermaid in markdown', () => {
  it('colours a fence to its end and no further', async () => {
    const text = '````mermaid {a}\nflowchart LR\n```\n````\nflowchart LR\n```js\ngraph TD\n```\n';
    const pieces = await colored('text.html.markdown', text, grammars);
    assert.equal(last(pieces, 'flowchart'), 'storage.type.diagram.mermaid');
    assert.deepEqual(scopesOf(pieces, 'flowchart LR'), []);
    assert.equal(last(pieces, 'graph TD'), 'markup.fenced_code.block.markdown');
  });
});

const demo =
  'preset: mixtral # why\nbalance: {method: bias, rate: 0.01}\ncausal: true\nexpect:\n  tokens_per_param: 20 ± 5\n' +
  '  drop_rate: 0.2..0.4\n  max_vio: "<= 2"\n  weights.0.1: [0.5, 2e-3]\n';

function assertDemoColours(pieces: readonly Colored[]): void {
  const operator = 'keyword.operator.claim.coursewright';
  for (const key of ['preset', 'balance', 'method', 'rate', 'expect', 'weights.0.1'])
    assert.equal(last(pieces, key), 'entity.name.tag.yaml', key);
  for (const number of ['0.01', '20', '5', '0.2', '0.4', '2', '0.5', '2e-3'])
    assert.equal(last(pieces, number), 'constant.numeric.coursewright', number);
  for (const sign of ['±', '..', '<=']) assert.equal(last(pieces, sign), operator, sign);
  for (const word of ['mixtral', 'bias']) assert.equal(last(pieces, word), 'string.unquoted.plain.out.yaml', word);
  assert.equal(last(pieces, 'true'), 'constant.language.boolean.yaml');
  assert.equal(last(pieces, '# why'), 'comment.line.number-sign.yaml');
}

describe('The grammar for diagrams', () => {
  it('has one colour for the keywords of every kind', async () => {
    const text =
      'pie showData\ntitle Tea\n```\n```mermaid\ngitGraph\n  commit id: "a" tag: "v1"\n```\n```mermaid\ngantt\n  dateFormat YYYY\n  section Pot\n';
    const pieces = await colored('text.html.markdown', `\`\`\`mermaid\n${text}\`\`\`\n`, grammars);
    for (const word of ['showData', 'title', 'commit', 'id', 'tag', 'dateFormat', 'section'])
      assert.equal(last(pieces, word), 'keyword.control.mermaid', word);
  });
});

describe('The grammar for demos', () => {
  for (const info of [...demoKinds, '{moe}', 'yaml demo=moe']) {
    it(`colours keys, values and claims behind ${info}, and nothing below`, async () => {
      const pieces = await colored('text.html.markdown', `\`\`\`${info}\n${demo}\`\`\`\nafter: 1\n`, grammars);
      assertDemoColours(pieces);
      assert.deepEqual(scopesOf(pieces, 'after: 1'), []);
    });
  }

  it('leaves other fences alone, those whose name only begins so too', async () => {
    for (const info of ['yaml', 'moes', 'attention-map', 'text moe']) {
      const pieces = await colored('text.html.markdown', `\`\`\`${info}\npreset: mixtral\n\`\`\`\n`, grammars);
      assert.equal(last(pieces, 'preset: mixtral'), 'markup.fenced_code.block.markdown', info);
    }
  });

  it('colours formulas, with their names, functions, numbers and units, and claims in words', async () => {
    const body =
      'let:\n  - fleet = 2048 * 400 TFLOPs/s\n  - time = 6 * sqrt(70B) / fleet\nexpect:\n  time: about 8.3 days\n  wait: 20 ± 5 ms\n';
    for (const pieces of [
      await colored('text.html.markdown', `\`\`\`compute\n${body}\`\`\`\n`, grammars),
      await python(`page = """\n# Title\n\n~~~compute\n${body}~~~\n"""\n`),
    ]) {
      for (const name of ['fleet', 'time'])
        assert.match(last(pieces, name)!, /^variable\.other|^entity\.name\.tag/, name);
      for (const number of ['2048', '400', '6', '70', '8.3', '20', '5'])
        assert.equal(last(pieces, number), 'constant.numeric.coursewright', number);
      for (const unit of ['TFLOPs/s', 'B', 'days', 'ms'])
        assert.equal(last(pieces, unit), 'keyword.other.unit.coursewright', unit);
      for (const sign of ['*', '/', '='])
        assert.equal(last(pieces, sign), 'keyword.operator.formula.coursewright', sign);
      assert.equal(last(pieces, 'sqrt'), 'support.function.coursewright');
      assert.equal(last(pieces, 'about'), 'keyword.operator.claim.coursewright');
    }
  });

  it('colours them in strings and docstrings of Python', async () => {
    for (const quote of ['"""', "'''"]) {
      assertDemoColours(await python(`page = ${quote}\n# Title\n\n~~~moe\n${demo}~~~\n${quote}\n`));
      assertDemoColours(await python(`def f():\n  ${quote}\n  ~~~moe\n${demo}  ~~~\n  ${quote}\n`));
    }
  });
});

describe('The grammar for course text in Python', () => {
  for (const quote of ['"""', "'''"]) {
    it(`colours a string between ${quote} that begins as markdown, to its end`, async () => {
      const pieces = await python(
        `page = ${quote}\n\n# 🌳 Title\nIt is **bold**.\n\n~~~mermaid\nflowchart LR\n~~~\nLast${quote} # comment\n`,
      );
      assert.equal(last(pieces, ' 🌳 Title'), 'markup.heading.markdown');
      assert.equal(last(pieces, '**bold**'), 'markup.bold.markdown');
      assert.equal(last(pieces, 'flowchart'), 'storage.type.diagram.mermaid');
      assert.deepEqual(scopesOf(pieces, 'Last'), [
        'string.quoted.multi.python',
        'meta.embedded.block.markdown',
        'meta.string.course',
      ]);
      assert.deepEqual(scopesOf(pieces, '# comment'), ['comment.line.python']);
    });
  }

  it('leaves all of it a string, in which VS Code opens no list of words by itself', async () => {
    // As VS Code reads it: the innermost scope that says what kind of text stands there.
    const kindOf = (scopes: readonly string[]) =>
      scopes.map((scope) => /\b(comment|string|regex|meta\.embedded)\b/.exec(scope)?.[0]).findLast((kind) => kind);
    const diagram = '```mermaid\nflowchart LR\n  A --> B\n```';
    const text = `x = """\n# A title\nSome words.\n\n${diagram}\n\n~~~moe\nexperts: 8\n~~~\n"""\ny = f()\n`;
    const pieces = await python(text);
    for (const word of ['Some words.', ' A title', 'flowchart', '  A ', 'experts'])
      assert.equal(kindOf(scopesOf(pieces, word)), 'string', word);
    assert.equal(kindOf(scopesOf(pieces, 'y = f()')), undefined);
  });

  it('colours text that begins right after the quotes, and ends an open fence with the string', async () => {
    const pieces = await python('a = """## One"""\nb = """- **Name (AC):** text\n```mermaid\ngraph TD"""\n# comment\n');
    assert.equal(last(pieces, ' One'), 'markup.heading.markdown');
    assert.equal(last(pieces, '**Name (AC):**'), 'markup.bold.markdown');
    assert.equal(last(pieces, 'graph'), 'storage.type.diagram.mermaid');
    assert.deepEqual(scopesOf(pieces, '# comment'), ['comment.line.python']);
  });

  it('colours a diagram that is a string as a whole', async () => {
    const pieces = await python('tree = """\nflowchart TD\n  A --> B\n"""\n');
    assert.equal(last(pieces, 'TD'), 'constant.language.direction.mermaid');
    assert.equal(last(pieces, '-->'), 'keyword.operator.link.mermaid');
  });

  it('leaves docstrings to Python, but for their fences', async () => {
    const pieces = await python(
      '"""# Module"""\ndef f():\n  """\n  # Heading\n\n  ```mermaid\n  flowchart LR\n  ```\n  # After\n  """\n# comment\n',
    );
    for (const text of ['# Module', '  # Heading', '  # After']) {
      assert.deepEqual(scopesOf(pieces, text), ['string.quoted.docstring.multi.python'], text);
    }
    assert.equal(last(pieces, 'flowchart'), 'storage.type.diagram.mermaid');
    assert.deepEqual(scopesOf(pieces, '# comment'), ['comment.line.python']);
  });

  it('leaves every other string to Python', async () => {
    const pieces = await python(
      'query = """\nSELECT 1\n# Title\n"""\nempty = """"""\nprompt = """graph of things\n# A"""\n',
    );
    for (const text of ['# Title', 'graph of things', '# A']) {
      assert.deepEqual(scopesOf(pieces, text), ['string.quoted.multi.python']);
    }
  });
});
