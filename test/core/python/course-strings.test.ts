import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { holdsCourseText } from '../../../src/core/python/course-strings';
import { applyChanges } from '../../../src/core/text/span';
import { sharedFile, skipWithoutShared } from '../../support/shared';
import { readPython } from '../course/read-course';

const textsOf = (python: string): string[] => readPython(python).regions.map((region) => region.source.text);

describe('course text in Python', () => {
  const fence = '```mermaid\nA\n```';

  it('is a string with a fence, an ATX heading or a glossary entry', () => {
    for (const text of [
      fence,
      '~~~moe\nexperts: 8\n~~~',
      '```yaml demo=mla\n```',
      ':::mermaid\nA\n:::',
      '# Title',
      'a\n\n## Title ##',
      '- **🤖 Multimodal (MM):** several kinds',
      'Attention\n: looks',
      '| Term | Definition |\n|---|---|\n| A | b |',
      '*[AC]: Attention cost',
    ]) {
      assert.deepEqual(textsOf(`x = """${text}"""`), [text]);
      assert.ok(holdsCourseText(`x = """${text}"""`));
    }
    for (const text of [
      'plain',
      'A\n===',
      '```python\n# no\n```',
      '- **bold** words',
      '- **Note:** no acronym',
      '#hash',
      'select * -- # x',
      '',
    ]) {
      assert.deepEqual(textsOf(`x = """${text}"""`), []);
      assert.ok(!holdsCourseText(`x = """${text}"""`));
    }
  });

  it('is no bytes, no single-quoted string and no docstring without a fence', () => {
    assert.deepEqual(textsOf(`x = b"""${fence}"""\ny = "# a"\n# """# c"""`), []);
    assert.deepEqual(textsOf('"""# Module"""\ndef f():\n  """# Function"""\n  """# Shown"""'), ['# Shown']);
    assert.deepEqual(textsOf(`"""Docs\n${fence}"""`), [`Docs\n${fence}`]);
    assert.deepEqual(textsOf('"""Docs\n```python\n# a\n```"""'), []);
  });

  it('is nothing that is shown or run as code', () => {
    for (const python of [
      'st.code("""\n# Plot\nplt.show(fig)\n""")',
      'st.code(body="""\n# Plot\n""")',
      'st.code(dedent("""\n  # Plot\n"""), language="python")',
      'A = """\n# Plot\n"""\nst.code(A)',
      'exec("""\n# Plot\n""")',
      'cursor.execute("""\n# Plot\n""")',
      'A = """\n# Load\nimport x\nx.load("a")\n\n# Plot\nfor a in x:\n    a.plot()\n"""',
    ])
      assert.deepEqual(textsOf(python), [], python);
    for (const python of [
      'st.markdown("""\n# Plot\nx\n""")',
      'st.code("""\n# Plot\n""", language="markdown")',
      'A = """\n# Plot\nIt shows (a) this.\nAnd that, too.\n"""\nst.code(A, language="markdown")',
      'decode("""\n# Plot\n""")',
    ])
      assert.equal(textsOf(python).length, 1, python);
  });

  it('reads a doubled brace of a template as one', () => {
    const diagram = (python: string) => readPython(python).diagrams[0]!.content.text;
    const text = '\n```mermaid\nclassDiagram\n  class A {{\n    +int b\n  }}\n```\n';
    const single = 'classDiagram\n  class A {\n    +int b\n  }\n';
    assert.equal(diagram(`P = """${text}Topic: {topic}\n"""`), single);
    assert.equal(diagram(`P = """${text}"""\nprint(P.format(topic=1))`), single);
    assert.equal(diagram(`print("""${text}""".format())`), single);
    const hexagon = '\n```mermaid\nflowchart LR\n  A{Pick} --> B{{Hex}}\n```\n';
    assert.equal(diagram(`P = """${hexagon}"""`), 'flowchart LR\n  A{Pick} --> B{{Hex}}\n');
    assert.equal(diagram(`P = """${text}"""`), 'classDiagram\n  class A {{\n    +int b\n  }}\n');
  });

  it('is a diagram where a string is wholly one by its first word', () => {
    const python = 'x = """\n    flowchart TD\n      A --> B\n    """\ny = """pie of the day\nand more"""';
    const document = readPython(python);
    assert.deepEqual(document.regions, []);
    assert.deepEqual(
      document.diagrams.map((diagram) => diagram.content.text),
      ['\nflowchart TD\n  A --> B\n'],
    );
    assert.equal(document.diagrams[0]!.fence, undefined);
    assert.equal(python.slice(document.diagrams[0]!.content.toOuter(1)).slice(0, 9), 'flowchart');
    assert.equal(readPython('"""graph TD\nA"""').diagrams.length, 0);
    assert.equal(readPython('x = """---\ntitle: a\n---\n%% c\nmindmap\n a"""').diagrams.length, 1);
    for (const prose of ['info about it\nall', 'timeline of AI\n2017', 'graph theory\nis', 'gantt', 'Graph TD\nA']) {
      assert.equal(readPython(`x = """${prose}"""`).diagrams.length, 0, prose);
    }
  });

  it('ends a fence with its string', () => {
    const document = readPython('x = """\n```mermaid\nA"""\ny = """\n# B\n```\n"""');
    assert.deepEqual(
      document.fences.map((one) => [one.content.text, one.closed]),
      [
        ['A', false],
        ['', false],
      ],
    );
    assert.deepEqual(
      document.headings.map((heading) => heading.title),
      ['B'],
    );
    assert.deepEqual(
      document.headings.map((heading) => heading.region),
      [1],
    );
  });

  it('loses the indentation of its lines', () => {
    assert.deepEqual(textsOf('def f():\n    m("""\n        # A\n\n          b\n    """)'), [
      '\n    # A\n\n      b\n'.replace(/^ {4}/gm, ''),
    ]);
    assert.deepEqual(textsOf('def f():\n    m("""# A\n      - b\n    """)'), ['# A\n  - b\n']);
    assert.deepEqual(textsOf('m("""- **Ab (B):** b\n  - c\n""")'), ['- **Ab (B):** b\n  - c\n']);
    assert.deepEqual(textsOf('m("""\n\t# A\n\tb""")'), ['\n# A\nb']);
  });

  it('has its escapes decoded, each mapped as a whole', () => {
    const python = String.raw`x = """# \"\x41\u00e9\U0001F9E0\101\
b\q \N{BULLET}"""`;
    const { headings, regions } = readPython(python);
    assert.equal(headings[0]!.title, '"Aé🧠Ab\\q \uFFFD');
    const { source } = regions[0]!;
    const at = (inner: number, length: number): string => {
      const { start, end } = source.spanToOuter({ start: inner, end: inner + length });
      return python.slice(start, end);
    };
    assert.deepEqual(
      [at(2, 1), at(3, 1), at(4, 1), at(5, 2), at(6, 1), at(7, 1)],
      [
        String.raw`\"`,
        String.raw`\x41`,
        String.raw`\u00e9`,
        String.raw`\U0001F9E0`,
        String.raw`\U0001F9E0`,
        String.raw`\101`,
      ],
    );
    assert.equal(readPython(String.raw`x = r"""# \n{{"""`).headings[0]!.title, String.raw`\n{{`);
  });

  it('reads doubled braces of an f-string as one and a field as one opaque word', () => {
    const python = 'x = f"""# {{a}} {name} {b + 1} {end}"""';
    const { headings, regions } = readPython(python);
    assert.equal(headings[0]!.title, '{a} name value value');
    const { source } = regions[0]!;
    assert.ok(source.isOpaque({ start: 6, end: 7 }));
    assert.ok(!source.isOpaque({ start: 2, end: 6 }));
    assert.equal(source.change({ start: 5, end: 7 }, 'x'), undefined);
    assert.deepEqual(source.change({ start: 2, end: 5 }, '{b}'), { span: { start: 10, end: 15 }, newText: '{{b}}' });
  });

  it('is written back as its string needs it', () => {
    const write = (python: string, old: string, newText: string): string | undefined => {
      const { source } = readPython(python).regions[0]!;
      const start = source.text.indexOf(old);
      const change = source.change({ start, end: start + old.length }, newText);
      return change && applyChanges(python, [change]);
    };
    assert.equal(write('x = """# \\u00e9\\tb\n"""', 'é\tb', '"é\tb"'), 'x = """# "\\u00e9\\tb"\n"""');
    assert.equal(write('x = """# a"""', 'a', '"a"'), 'x = """# \\"a\\""""');
    assert.equal(write('x = """# a\n"""', 'a', '"a"'), 'x = """# "a"\n"""');
    assert.equal(write("x = '''# a\n'''", 'a', '"""'), "x = '''# \"\"\"\n'''");
    assert.equal(write('x = """# a\n"""', 'a', '\\alpha'), 'x = """# \\\\alpha\n"""');
    assert.equal(write('x = r"""# a\n"""', 'a', '\\alpha'), 'x = r"""# \\alpha\n"""');
    assert.equal(write('x = r"""# a"""', 'a', '\\'), undefined);
    assert.equal(write('x = r"""# a\n"""', 'a', '"""'), undefined);
    assert.equal(write('x = """# \\qa\n"""', 'q', ''), 'x = """# \\\\a\n"""');
    assert.equal(
      write('  x = """\r\n    # a\r\n    """', '# a', '# b\n\nc'),
      '  x = """\r\n    # b\r\n    \r\n    c\r\n    """',
    );
  });

  it('survives every change', () => {
    const piece = fc.constantFrom('a', ' ', '\n', '"', "'", '{', '}', '\\', 'n', '🧠', '\t', 'x4', '\u0007', '\r');
    const newText = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    const code = fc.constantFrom('a', ' ', '\n', '"', "'", '{{', '}}', '{v}', '\\\\', '\\"', '\\x41', '\\q', '\\\n');
    const literal = fc.tuple(
      fc.array(code, { maxLength: 12 }).map((pieces) => pieces.join('')),
      fc.constantFrom('', 'f', 'r', 'rf'),
      fc.constantFrom('"""', "'''"),
    );
    let changed = 0;
    fc.assert(
      fc.property(literal, newText, fc.nat(), fc.nat(), ([body, prefix, quote], added, a, b) => {
        const python = `def f():\n  x = ${prefix}${quote}\n    # T\n    ${body.replaceAll('\n', '\n    ')}\n  ${quote}`;
        const document = readPython(python);
        if (document.regions.length !== 1 || document.regions[0]!.span.end !== python.length - 3) return;
        const { source } = document.regions[0]!;
        const length = source.text.length;
        const [start, end] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y) as [number, number];
        // What the rest of the string is dedented by, and whether it is course text, must stay as it is.
        if (start < source.text.indexOf('# T') + 4) return;
        const change = source.change({ start, end }, added);
        if (!change) return;
        changed++;
        const expected = source.text.slice(0, start) + added + source.text.slice(end);
        const found = readPython(applyChanges(python, [change])).regions[0]?.source.text;
        const blankLines = (text: string | undefined) => text?.replace(/[ \t]+$/gm, '').trimEnd();
        assert.equal(blankLines(found), blankLines(expected), JSON.stringify({ python, start, end, added, change }));
      }),
      { numRuns: 2000 },
    );
    assert.ok(changed > 200, String(changed));
  });

  it('is the two strings of the real app', function () {
    const file = sharedFile('corpus/courses/streamlit-app.py');
    if (!file) return skipWithoutShared(this);
    const document = readPython(readFileSync(file, 'utf8'));
    assert.equal(document.regions.length, 2);
    assert.equal(document.diagrams.length, 1);
    assert.equal(document.diagrams[0]!.content.text.split('\n')[0], 'flowchart TD');
    assert.equal(document.listItems.length, 58);
  });
});
