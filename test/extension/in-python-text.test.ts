import assert from 'node:assert/strict';
import { inPythonText } from '../../src/extension/in-python-text';

describe('inPythonText', () => {
  for (const text of [
    'LESSON = """',
    'LESSON = """\n# Weaving\n\n- **Warp**: st',
    'x = f\'\'\'\nA {field} and """ more',
    's = "a" + r"""\\',
    '"""one""" + """two',
    '"""a \\""" still',
    '# it’s "not\n"""text',
    'x = "open\ny = """text',
    'x = "\\"" ; y = """text',
    'x = "\'\'\'"\ny = """it’s "quoted" and',
  ]) {
    it(`holds the cursor: ${JSON.stringify(text)}`, () => assert.equal(inPythonText(text), true));
  }
  for (const text of [
    '',
    'x = 1',
    'x = "text',
    'x = """text"""\ny = ',
    '# """ in a comment',
    'x = "\\"" # """',
    'x = \'"""\'\ny',
    '"""a \\\\"""\nx',
    '""""""',
    "'''it’s'''.format",
  ]) {
    it(`does not: ${JSON.stringify(text)}`, () => assert.equal(inPythonText(text), false));
  }
});
