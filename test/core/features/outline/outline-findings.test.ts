import assert from 'node:assert/strict';
import { outlineFindings } from '../../../../src/core/features/outline/outline-findings';
import { applyChanges } from '../../../../src/core/text/span';
import { marked } from '../../../support/markers';
import { memoryCourse } from '../../../support/memory-course';

/** The findings' codes; their spans are where the markers stand. */
function findings(source: string) {
  const { text, spans } = marked(source);
  const { context } = memoryCourse({ 'lesson.md': text });
  const found = outlineFindings(context('lesson.md'));
  assert.deepEqual(
    found.map(({ span }) => span),
    spans,
  );
  return { text, found, codes: found.map(({ code }) => code) };
}

function mended(source: string, index = 0): string {
  const { text, found } = findings(source);
  return applyChanges(text, found[index]!.fixes[0]!.changes);
}

describe('outlineFindings', () => {
  it('finds a gap, and renumbers what follows with the numbers below', () => {
    const source = '# 1. A\n# <|3|>. B\n## 3.1 C\n# 4. D\n';
    assert.deepEqual(findings(source).codes, ['outline.number-gap']);
    assert.equal(mended(source), '# 1. A\n# 2. B\n## 2.1 C\n# 3. D\n');
  });

  it('finds a repeated number', () => {
    const source = '### ✅ **1. A**\n### ✅ **2. B**\n### ✅ **<|2|>. C**\n### ✅ **3. D**\n';
    assert.deepEqual(findings(source).codes, ['outline.number-duplicate']);
    assert.equal(mended(source), '### ✅ **1. A**\n### ✅ **2. B**\n### ✅ **3. C**\n### ✅ **4. D**\n');
  });

  it('marks each break once, not what only follows from it', () => {
    assert.deepEqual(
      findings('# 1. A\n# <|1|>. B\n# 3. C\n# <|3|>. D\n# 4. E\n').codes,
      Array(2).fill('outline.number-duplicate'),
    );
    assert.equal(
      mended('# 1. A\n# <|1|>. B\n# 3. C\n# <|3|>. D\n# 4. E\n', 1),
      '# 1. A\n# 2. B\n# 3. C\n# 4. D\n# 5. E\n',
    );
    findings('# 2. A\n# <|4|>. B\n# 5. C\n');
  });

  it('renumbers in the style that is written', () => {
    assert.equal(mended('## 9️⃣ A\n## <|1️⃣1️⃣|> B\n'), '## 9️⃣ A\n## 1️⃣0️⃣ B\n');
    assert.equal(mended('## 1.1 A\n## <|1.3|> B\n'), '## 1.1 A\n## 1.2 B\n');
    assert.equal(mended('1. a\n2. b\n<|4|>. c\n'), '1. a\n2. b\n3. c\n');
  });

  const quiet: Record<string, string> = {
    'a first number of any size': '# 3. A\n# 4. B\n',
    'numbers that run on below another section': '# A\n## 1. B\n# C\n## 2. D\n',
    'a list that markdown counts': '1. a\n1. b\n1. c\n',
    'a list that begins again': '1. a\n2. b\n\ntext\n\n1. c\n2. d\n',
    'dotted numbers of two parents': '# 1. A\n## 1.1 B\n# 2. C\n## 2.1 D\n',
    'one level beside another': '## 1. A\n### 1. B\n### 2. C\n## 2. D\n',
    'the same title below different sections': '# A\n## Notes\n# B\n## Notes\n',
  };
  for (const [what, text] of Object.entries(quiet)) it(`is quiet about ${what}`, () => void findings(text));

  it('finds sections of one parent that share a title', () => {
    const source = '# A\n## 📚 Notes\n## <|📝 notes|>\n## <|Notes|>\n';
    assert.deepEqual(findings(source).codes, ['outline.duplicate-heading', 'outline.duplicate-heading']);
    assert.equal(mended(source, 1), '# A\n## 📚 Notes\n## 📝 notes\n## Notes (3)\n');
  });
});
