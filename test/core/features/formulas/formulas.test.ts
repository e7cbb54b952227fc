import assert from 'node:assert/strict';
import { formulaCompletion } from '../../../../src/core/features/formulas/formula-completion';
import { formulaHover } from '../../../../src/core/features/formulas/formula-hover';
import { mathFindings } from '../../../../src/core/features/formulas/math-findings';
import { texFindings } from '../../../../src/core/features/formulas/tex-findings';
import { fileMacros } from '../../../../src/core/math/course-macros';
import { fileSymbols } from '../../../../src/core/math/file-symbols';
import { readSettings } from '../../../../src/core/settings';
import { applyChanges } from '../../../../src/core/text/span';
import type { FormulaEngine } from '../../../../src/host/formula-engine';
import { formulaEngine } from '../../../support/formula-engine';
import { marked } from '../../../support/markers';
import { memoryCourse } from '../../../support/memory-course';

const about = (source: string, name = 'lesson.md') => {
  const { text, spans } = marked(source);
  const { context } = memoryCourse({ [name]: text }, {}, [fileSymbols]);
  return { text, spans, context: context(name) };
};

describe('mathFindings', () => {
  const broken: Record<string, string> = {
    'let <|\\(|>x_{1} be': 'let \\(x_{1}\\) be',
    'the norm <|$|>\\lVert x \\rVert, and so on': 'the norm $\\lVert x \\rVert$, and so on',
    'a square <|$|>x^2': 'a square $x^2$',
    '<|$$|>\nE = mc^2\n': '$$\nE = mc^2\n$$\n',
    '> <|$$|>\n> x\n\n$$\ny\n$$\n': '> $$\n> x\n> $$\n\n$$\ny\n$$\n',
    '> <|\\[|>\n> x\n': '> \\[\n> x\n> \\]\n',
    'so <|\\[|>\\frac{a}{b}': 'so \\[\\frac{a}{b}\\]',
    '- <|$$|> \\alpha\n': '- $$ \\alpha$$\n',
    'Let <|$|>\\{d_t\\}_{t=0}^T $ be paid.': 'Let $\\{d_t\\}_{t=0}^T$ be paid.',
    'for <|$|>x $ and $y$': 'for $x$ and $y$',
    'is <|$|>\\frac{a}\n{b} = p $.': 'is $\\frac{a}\n{b} = p$.',
    'where <|$|>x + 1  $.': 'where $x + 1$.',
    'the <|$|>2 \\times 2 $matrix $A$': 'the $2 \\times 2$matrix $A$',
    '| a | b |\n| - | - |\n| <|$|>\\alpha | $5 |\n': '| a | b |\n| - | - |\n| $\\alpha$ | $5 |\n',
  };
  for (const [source, mended] of Object.entries(broken)) {
    it(`finds and closes ${JSON.stringify(source)}`, async () => {
      const { text, spans, context } = about(source);
      const found = await mathFindings(context);
      assert.deepEqual(
        found.map(({ code, span }) => [code, span]),
        spans.map((span) => ['math.unclosed', span]),
      );
      assert.equal(applyChanges(text, found[0]!.fixes[0]!.changes), mended);
    });
  }

  const quiet = [
    'it costs $5, or $5-$20',
    '| Kind | $M$ | $/GB/month |\n| - | - | - |\n| RAM | $1_{GB}$ | 3 |\n',
    'at $ / hour, x^2',
    '{:.quiz}\n1 | $A-L-P-H-A\n0 | $ a name | Not so.\n',
    'set $HOME_DIR and $PATH',
    `\${a}{a|1|0,10,1} of _{span.red}\${a-b[0]}°_ and _{b}x`,
    'an escaped \\(bracket) and \\[x]',
    '`$x^2`',
    '$x^2$ and \\(y\\)',
    '```\n$x^2\n```\n',
    'US$ and C^2',
    '$$x$$',
    'a \\\\(x^2',
    'If I put $90 in, 7% a year gives 90 (1+0.07)^5 at the end.',
    'It costs $5 now, and a \\(x^2\\) more later.',
    'from $10k (about x^2) to $20/month, or $1,200.50: a_{i}',
    '| plan | price |\n| - | - |\n| small | $5 | x^2 |\n| large | $50 a month |\n',
    '| $5 | x^2 |',
    '- 30M × $100k = $3T, and $10K + $1-2K',
    'requests: $0.20 / 1,000,000 = $0.20',
    'a kernel of 5$\\times$5, a stride of 2$\\times$2',
    `echo $HOME and x^2, ${'$'}{HOME}/\\alpha, $(pwd)/\\beta`,
    '`$a` is $user_name = foo($bar); x^2',
    '> $$\n> a + b_{1}\n$$\n\nText.\n\n> $$\n> c\n> $$\n\nMore.\n\n$$\nd\n$$\n',
    '> A\n>\n> $$\n  a + b_{1} \\\\\n  = c\n  $$\n>\n> B\n\n$$\nd\n$$\n\nText\n\n$$\ne\n$$\n',
    '> so $$x$$\n\n$$\na\n$$\n',
    'sets $\\{1, \\ldots, n\\}$ and $\\text{if $x$}$',
    '$$\nx\n$$ (eq:one)\n\nText.\n\n$$\ny\n$$ {#eq-two}\n',
    '| Syntax: | addiu $t, $s, imm |',
    'if $s == $t advance',
  ];
  for (const source of quiet) {
    it(`is quiet about ${JSON.stringify(source)}`, async () =>
      assert.deepEqual(await mathFindings(about(source).context), []));
  }

  it('offers no fix that would leave a $ alone', async () => {
    for (const source of ['so $\\alpha and $y$', 'so \\(\\log(a) + b\\\\).', 'so \\($\\log(a)$.']) {
      const [found] = await mathFindings(about(source).context);
      assert.deepEqual([found?.code, found?.fixes], ['math.unclosed', []], source);
    }
  });

  it('lets a space stand before the closing $ where the site does', async () => {
    const text = 'Let $x_{t} $ be.';
    const said = async (name: string, files: Record<string, string> = {}, source = text) => {
      const { context } = memoryCourse({ ...files, [name]: source });
      return (await mathFindings(context(name))).length;
    };
    assert.equal(await said('a.md'), 1);
    assert.equal(await said('a.mdx'), 0);
    assert.equal(await said('a.md', {}, `---\njupytext:\n  text_representation: x\n---\n\n${text}`), 0);
    for (const name of ['myst.yml', '_toc.yml', '_config.yml']) {
      assert.equal(await said('part/a.md', { [name]: '' }), 0, name);
      assert.equal(await said('part/a.md', { [`other/${name}`]: '' }), 1, name);
    }
    assert.equal(await said('content/a.md', { 'hugo.toml': '' }), 0);
    assert.equal(await said('content/a.md', { 'mkdocs.yml': '' }), 1);
  });

  it('leaves blank lines in a formula to a vault', async () => {
    const text = 'So: $$\ny = \\frac{1}{x}\n\n$$\nMore.\n';
    const said = async (files: Record<string, string>) =>
      (await mathFindings(memoryCourse({ ...files, 'a.md': text }).context('a.md'))).length;
    assert.equal(await said({ '.obsidian/app.json': '{}' }), 0);
    assert.equal(await said({}), 1);
  });

  it('leaves a bar in a table of a notebook to Jupyter, which reads formulas first', async () => {
    const table = '| a | b |\\n| - | - |\\n| $\\\\sum |x|^2$ | c |\\n';
    const cell = (source: string) =>
      `{"cells":[{"cell_type":"markdown","metadata":{},"source":"${source}"}],"metadata":{},"nbformat":4,"nbformat_minor":5}`;
    const said = async (text: string, name: string) => (await mathFindings(about(text, name).context)).length;
    assert.equal(await said(cell(table), 'a.ipynb'), 0);
    assert.equal(await said(cell('the norm $\\\\lVert x'), 'a.ipynb'), 1);
    assert.equal(await said(table.replaceAll('\\n', '\n').replaceAll('\\\\', '\\'), 'a.md'), 1);
  });

  it('marks and mends in a Python string as Python writes it', async () => {
    const { text, spans, context } = about('A = """\n# A\n\nlet <|$|>\\\\alpha\n"""\n', 'app.py');
    const [found] = await mathFindings(context);
    assert.deepEqual(found!.span, spans[0]);
    assert.equal(applyChanges(text, found!.fixes[0]!.changes), 'A = """\n# A\n\nlet $\\\\alpha$\n"""\n');
  });
});

describe('texFindings', () => {
  let formulas: FormulaEngine;
  before(async function () {
    this.timeout(120_000);
    formulas = await formulaEngine();
  });
  after(() => formulas.dispose());
  const found = async (source: string, files: Readonly<Record<string, string>> = {}, name = 'lesson.md') => {
    const { text, spans } = marked(source);
    const { context } = memoryCourse({ ...files, [name]: text }, {}, [fileSymbols, fileMacros]);
    const all = await texFindings({ ...context(name), formulas });
    return { text, spans, all, mended: all[0]?.fixes[0] && applyChanges(text, all[0].fixes[0].changes) };
  };

  it('keeps what TeX means by a name in all other formulas, whatever one makes of it', () => {
    const { context } = memoryCourse(
      { 'a.md': '$\\renewcommand{\\alpha}{\\text{EVIL}} x$, $\\def\\beta{E}$, $\\newcommand{\\loss}{L}$\n' },
      {},
      [fileMacros],
    );
    assert.deepEqual(fileMacros.of(context('a.md').document), { loss: ['L', 0] });
  });

  it('takes a command that the course uses often for one that its site defines, and marks a rare one', async () => {
    const often = { 'a.md': 'Let $\\vect{x}$, $\\vect{y}$ be, and $\\vect{x} + \\vect{y}$.\n' };
    assert.deepEqual((await found('with $\\vect{z}$', often)).all, []);
    const { all, spans } = await found('with $<|\\vect|>{z}$', { 'a.md': 'Let $\\vect{x}$ be.\n' });
    assert.deepEqual(
      all.map(({ span }) => span),
      spans,
    );
  });

  it('leaves signs that are kept from the language of a site to that site', async () => {
    assert.deepEqual((await found('$$\nx = \\frac&#123;a&#125;&#123;b&#125;\n$$\n')).all, []);
    assert.deepEqual((await found('$a &lt; b^2$')).all, []);
    assert.equal((await found('$$\nx = \\frac{a}{b} & c\n$$\n')).all.length, 1);
  });

  it('lets a formula of several lines have columns where Sphinx splits it', async () => {
    const lines = '$$\na &= b \\\\\nc &= d\n$$\n';
    assert.deepEqual((await found(lines, { '_toc.yml': 'format: jb-book\n' })).all, []);
    assert.equal((await found(lines)).all.length, 1);
    assert.equal((await found('$$\na &= b\n$$\n', { '_toc.yml': 'format: jb-book\n' })).all.length, 1);
  });

  const broken: readonly (readonly [string, RegExp, string?])[] = [
    ['so $x + <|\\alpah|>$', /no command \\alpah; \\alpha is one/, 'so $x + \\alpha$'],
    ['> $$\n> \\frac{a}{<|\\fooo|> b}\n> $$\n', /no command \\fooo/],
    [
      '\\[ \\begin{<|algined|>} a \\end{algined} \\]',
      /no environment “algined”; “aligned”/,
      '\\[ \\begin{aligned} a \\end{algined} \\]',
    ],
    [
      '$$\\begin{aligned} a \\end{<|align|>}$$',
      /\\begin\{aligned\} is ended here by \\end\{align\}/,
      '$$\\begin{aligned} a \\end{aligned}$$',
    ],
    ['$$\n<|\\begin{cases}|> a \\\\ b\n$$', /opened here and never closed/],
    ['the $\\frac<|{|>a$ of', /^\{ is opened here/],
    ['the $<|\\left|>( \\frac{a}{b} )$ of', /^\\left is opened here/],
    ['the $x^2<|^|>3$ of', /second exponent/],
    ['the $x_a<|_|>{b}$ of', /second index/],
    ["the $\\theta_i^<|'|>$ of", /in braces/],
    ['$$\na <|&|>= b\n$$', /separates columns/],
    ['the $x<|}|>^2$ of', /closes nothing/],
    ['| $<|\\fooo|>$ | b |\n| - | - |\n', /no command/],
  ];
  for (const [source, message, mended] of broken) {
    it(`marks ${JSON.stringify(source)}`, async () => {
      const { spans, all, mended: after } = await found(source);
      assert.deepEqual(
        all.map(({ code, span }) => [code, span]),
        [['math.syntax', spans[0]]],
      );
      assert.match(all[0]!.message, message);
      assert.equal(after, mended);
    });
  }

  const quiet = [
    '$\\bm{x} \\in \\R$, $\\llbracket x \\rrbracket$',
    '$$\n\\newcommand{\\loss}[1]{\\mathcal{L}_{#1}} \\loss{a}\n$$\n\nand $\\loss{b}$, $\\nix$'.replace(', $\\nix$', ''),
    '$\\text{a_b}$ and $\\{ x \\}$ and $5\\%$',
    'cd $HOME/my_own_dir/$USER and $a_b_c$',
    '`$\\foo$` and\n\n```\n$\\foo$\n```\n',
    '$\\require{physics} \\qty{x}$',
    "name = 'a'\n\n\\[\\[two words\\]\\] and \\[\\[more\\]\\]",
    '- [P5308 \\[COCI 2019 #4\\] Akvizna](https://example.org/P5308)',
    'the pattern $^.+\\.(png|jpg)$ and so on',
  ];
  for (const source of quiet) {
    it(`is quiet about ${JSON.stringify(source)}`, async () => assert.deepEqual((await found(source)).all, []));
  }

  it('knows the commands of the course, its site and its settings', async () => {
    const text = 'so $\\dist{x}{y} + \\RR$';
    const files: readonly Readonly<Record<string, string>>[] = [
      { 'macros.md': '$$\n\\newcommand{\\dist}[2]{d(#1, #2)}\n\\DeclareMathOperator{\\RR}{R}\n$$\n' },
      { 'macros.md': '$$\n\\def\\dist#1#2{d(#1, #2)} \\let\\RR=\\alpha\n$$\n' },
      { 'myst.yml': 'project:\n  math:\n    \\dist: d(#1, #2)\n    \\RR:\n      macro: \\mathbb{R}\n' },
      {
        '_config.yml':
          'sphinx:\n  config:\n    mathjax3_config:\n      tex:\n        macros:\n          dist: ["d(#1,#2)", 2]\n          RR: "\\\\mathbb{R}"\n',
      },
    ];
    assert.equal((await found(text)).all.length, 1);
    for (const some of files) assert.deepEqual((await found(text, some)).all, [], JSON.stringify(some));
    const page = `---\nmath:\n  '\\dist': 'd(#1, #2)'\n  '\\RR': '\\mathbb{R}'\n---\n\n${text}\n`;
    assert.deepEqual((await found(page)).all, []);
    const settings = readSettings({ 'math.macros': { '\\dist': ['d(#1, #2)', 2], RR: '\\mathbb{R}' } });
    const { context } = memoryCourse({ 'a.md': text }, settings);
    assert.deepEqual(await texFindings({ ...context('a.md'), formulas }), []);
  });
});

describe('formulaHover', () => {
  const drawn: string[] = [];
  const hover = async (
    source: string,
    answer: { svg: string; width: number; height: number } | { error: string },
    name?: string,
  ) => {
    const { text, spans, context } = about(source, name);
    const typeset = async (tex: string, display: boolean) => {
      drawn.push(`${display ? 'display' : 'inline'} ${tex}`);
      return answer;
    };
    const found = await formulaHover({ ...context, typeset }, spans[0]!.start);
    const range = found?.range && context.document.lines.spanOf(found.range);
    return { value: JSON.stringify(found?.contents), text: range && text.slice(range.start, range.end) };
  };
  const picture = { svg: "<svg width='1'>(x)</svg>", width: 1, height: 1 };

  it('draws formulas inside text and on their own, as they read', async () => {
    assert.equal((await hover('a $x<|>_1$ b', picture)).text, '$x_1$');
    assert.equal((await hover('> \\[\n> \\fra<|>c12\n> y\n> \\]', picture)).text, '\\[\n> \\frac12\n> y\n> \\]');
    await hover('A = """\n# A\n\n$\\\\al<|>pha$\n"""\n', picture, 'app.py');
    assert.deepEqual(drawn.splice(0), ['inline x_1', 'display \\frac12\ny', 'inline \\alpha']);
    assert.match(
      (await hover('$x<|>_1$', picture)).value,
      /!\[x\\\\_1\]\(data:image\/svg\+xml;utf8,%3Csvg%20width%3D%271%27%3E%28x%29%3C%2Fsvg%3E\)/,
    );
  });

  it('says why a formula cannot be drawn, and nothing elsewhere', async () => {
    assert.match(
      (await hover('$\\fo<|>o$', { error: 'Undefined \\foo' })).value,
      /cannot be drawn: Undefined \\\\\\\\foo/,
    );
    assert.equal((await hover('no $x$ he<|>re', picture)).value, undefined);
  });

  it('says of a formula that is too long to be drawn at once that it is', async () => {
    const before = drawn.length;
    assert.match((await hover(`$x<|>${'+x'.repeat(3000)}$`, picture)).value, /more than 5000 characters/);
    assert.equal(drawn.length, before);
    for (const large of [
      { svg: `<svg>${'<g/>'.repeat(20_000)}</svg>`, width: 9, height: 9 },
      { svg: '<svg></svg>', width: 15_837_105, height: 9 },
    ])
      assert.match((await hover('$x<|>$', large)).value, /This formula cannot be drawn: its picture is too large/);
    assert.match((await hover(`$x<|>${'+x'.repeat(300)}\ud800$`, picture)).value, /svg/);
  });
});

describe('formulaCompletion', () => {
  const completed = async (source: string, typed?: string, name?: string) => {
    const { text, spans, context } = about(source, name);
    const items = await formulaCompletion(context, spans[0]!.start, { snippets: false, ...(typed ? { typed } : {}) });
    return items.map(({ label, textEdit }) => {
      assert.ok(textEdit && 'range' in textEdit);
      return [
        label,
        applyChanges(text, [{ span: context.document.lines.spanOf(textEdit.range), newText: textEdit.newText }]),
      ];
    });
  };

  it('offers the symbols that the course uses, the commonest first', async () => {
    const items = await completed('$\\lambda_i + d_k$ and $d_k$, $<|>x$');
    assert.deepEqual(
      items.slice(0, 3).map(([label]) => label),
      ['d_k', '\\lambda', '\\lambda_i'],
    );
  });

  it('takes names in their own type and indices in braces as one', async () => {
    const items = await completed(
      '$\\operatorname{softmax}_i(p_\\text{gate}) + x\\sum_{i=1}^n \\mathbf{W}^O_{KV}$ and $<|>y$',
    );
    const labels = items.slice(0, 8).map(([label]) => label);
    const own = [
      '\\mathbf',
      '\\mathbf{W}^O_{KV}',
      '\\operatorname',
      '\\operatorname{softmax}_i',
      '\\sum',
      'p_\\text{gate}',
    ];
    assert.deepEqual(labels.slice(0, 6), own);
  });

  it('goes on with a command that was begun, in a formula that is not closed too', async () => {
    const text = '$\\operatorname{x}$ then $\\oper<|>';
    assert.ok((await completed(text, '\\')).some(([, after]) => after === '$\\operatorname{x}$ then $\\operatorname'));
    assert.ok((await completed(text)).every(([label]) => label!.startsWith('\\')));
  });

  it('writes commands into Python strings as Python wants them', async () => {
    const [[, after] = []] = await completed('A = """\n# A\n\n$\\\\beta \\\\bet<|>$\n"""\n', undefined, 'app.py');
    assert.equal(after, 'A = """\n# A\n\n$\\\\beta \\\\beta$\n"""\n');
  });

  it('offers nothing outside of formulas', async () => {
    assert.deepEqual(await completed('$x$ \\al<|>'), []);
    assert.deepEqual(await completed('$x$ word<|>'), []);
  });
});
