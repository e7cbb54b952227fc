import assert from 'node:assert/strict';
import { stringLiterals } from '../../../src/core/python/string-literals';

const contents = (text: string): string[] =>
  [...stringLiterals(text)].map(({ contentSpan }) => text.slice(contentSpan.start, contentSpan.end));

describe('stringLiterals', () => {
  it('finds triple-quoted strings of every prefix', () => {
    const prefixes = ['', 'r', 'R', 'u', 'f', 'F', 'b', 'Br', 'rb', 'fr', 'rF', 't', 'Tr'];
    const text = prefixes.map((prefix, i) => `a = ${prefix}"""${i}"""`).join('\n');
    const literals = [...stringLiterals(text)];
    assert.deepEqual(
      contents(text),
      prefixes.map((_, i) => String(i)),
    );
    assert.deepEqual(
      literals.map((literal) => literal.raw),
      prefixes.map((prefix) => /r/i.test(prefix)),
    );
    assert.deepEqual(
      literals.map((literal) => literal.formatted),
      prefixes.map((prefix) => /[ft]/i.test(prefix)),
    );
    assert.deepEqual(
      literals.map((literal) => literal.bytes),
      prefixes.map((prefix) => /b/i.test(prefix)),
    );
    assert.deepEqual(contents('bar"""a"""\nx.f\'\'\'b\'\'\''), ['a', 'b']);
  });

  it('passes over comments and other strings', () => {
    assert.deepEqual(contents('# """ a\nx = "\\""  # \'\'\'\ny = \'"""\'\nz = """b"""'), ['b']);
    assert.deepEqual(contents('x = "unclosed\ny = """b"""'), ['b']);
    assert.deepEqual(contents('x = "a \\\n\'\'\' b"\r\ny = """c"""'), ['c']);
    assert.deepEqual(contents("x = '' '''a'''"), ['a']);
  });

  it('ends a string at its own unescaped quotes', () => {
    assert.deepEqual(contents('"""a\'\'\' "" \\""" b"""'), ['a\'\'\' "" \\""" b']);
    assert.deepEqual(contents('r"""a\\""" b"""'), ['a\\""" b']);
    assert.deepEqual(contents('"""a""""""b"""'), ['a', 'b']);
  });

  it('takes a string that nothing closes for none', () => {
    assert.deepEqual(contents('x = """a\n# b'), []);
  });

  it('looks into the expressions of f-strings', () => {
    const text = 'f"""{a["""b"""]} {{c}} {d:>{w}} {e!r:\'>3} { {1: 2}[1] }"""';
    const [literal] = [...stringLiterals(text)];
    assert.deepEqual(
      literal!.fields.map(({ start, end }) => text.slice(start, end)),
      ['{a["""b"""]}', '{d:>{w}}', "{e!r:'>3}", '{ {1: 2}[1] }'],
    );
    assert.deepEqual(contents('f"{x["a"]}" + """b"""'), ['b']);
    assert.deepEqual(contents('f"{x[\'"""\']}" + """b"""'), ['b']);
  });

  it('lets a string end where an expression is not closed', () => {
    assert.deepEqual(contents('x = f"""{a"""\ny = """b"""'), ['{a', 'b']);
    assert.deepEqual(contents('x = f"{"\ny = """b"""'), ['b']);
  });

  it('knows the first statement of a module, class or function', () => {
    const text = [
      '# -*- c -*-',
      '"""module"""',
      '"""magic"""',
      'def f(a: "x",',
      '      b={1: """no"""}) -> int:',
      '    # c',
      '',
      '    r"""function"""',
      '    """shown"""',
      'class C: """one line"""',
      'async def g():',
      '  """async"""',
      'if x:',
      '  """shown too"""',
      'st.markdown("""argument""")',
      'y = """value"""',
    ].join('\n');
    assert.deepEqual(
      [...stringLiterals(text)]
        .filter((literal) => literal.docstring)
        .map(({ contentSpan }) => text.slice(contentSpan.start, contentSpan.end)),
      ['module', 'function', 'one line', 'async'],
    );
  });

  it('knows the indentation of the line of code', () => {
    const text = '  x = """a"""\n\tf("""b""",\n"""c""")';
    assert.deepEqual(
      [...stringLiterals(text)].map((literal) => literal.indent),
      ['  ', '\t', ''],
    );
  });
});
