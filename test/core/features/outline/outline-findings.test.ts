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

  it('finds no gap in a notebook where a heading of another level has the number, however its cells are written', () => {
    const texts = (second: string) => ['# 1. A', `## ${second}`, '# 3. C'];
    const cells = (sources: readonly (string | readonly string[])[]) =>
      JSON.stringify({ cells: sources.map((source) => ({ cell_type: 'markdown', source })), nbformat: 4 }, null, 1);
    for (const source of [
      cells(texts('2. B')),
      cells([texts('2. B').join('\n\n')]),
      cells(texts('2. B').map((text) => ['\n', text])),
    ]) {
      const { context } = memoryCourse({ 'lesson.ipynb': source });
      assert.deepEqual(outlineFindings(context('lesson.ipynb')), [], source);
    }
    const { context } = memoryCourse({ 'lesson.ipynb': cells(texts('5. B')) });
    assert.equal(outlineFindings(context('lesson.ipynb'))[0]?.code, 'outline.number-gap');
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
    findings('## 1. Load and 2. Train\n## <|4|>. Test\n');
    findings('1. a\n2. b\n<|4|>. c, the 3. of them\n5. d\n');
    findings('1) a\n2) b\n<|4|>) c\n');
    findings('## 2.1 A\n## 2.2 B\n### 2.2.1 C\n## <|2.4|> D\n');
  });

  it('tells a slip from what looks like an answer, or like counting left to markdown', () => {
    findings('## 1. Why?\n## 2. How?\n## <|2|>. When?\n## 3. Who?\n');
    findings('## 1. Sort it\n## 2. Sum the answers up\n## <|2|>. Print it\n## 3. End it\n');
    findings('1. a\n2. b\n3. c\n<|3|>. d\n4. e\n');
    findings('1. a\n1. b\n1. c\n<|5|>. d\n');
    findings('1. a\n2. b\n3. c\n4. d\n<|3|>. e\n');
    findings('1. a\n1. b\n1. c\n<|6|>. d\n');
    findings('### Part 1/3: A\n### Part 2/3: B\n### Part <|2|>/3: C\n');
    findings('### Step 1: A\n### Step 2: B\n### Step <|2|>: C\n');
    findings('1. What?\n   1. a\n   2. b\n   <|2|>. c\n2. Which?\n');
    findings('# Nets\n## Step 1: A\n## Step 2: B\n## Step <|2|> → Step 3\n'.replace('<|2|> → Step 3', '<|2|>: C'));
    findings('# 1. A\n# 2. B\n# <|1|>. C\n# <|3|>. D\n# 4. E\n');
    findings('#### 1. A\n#### 2. B\n#### 1. C\n#### 2. D\n#### <|2|>. E\n#### 3. F\n');
    findings('# May, Day 2\n## Step 1\n## Step <|3|>\n');
    findings('## Week 1-2\n## Week 3-4\n## Week <|3|>-6\n');
  });

  it('says what stands before a number', () => {
    const said = (source: string) => findings(source).found.map(({ message }) => message);
    assert.deepEqual(said('# 1. A\n# <|3|>. B\n# 4. C\n# <|6|>. D\n# 7. E\n# 8. F\n# 9. G\n'), [
      '3 comes right behind 1, without 2: was something left out?',
      '6 comes right behind 4, without 5: was something left out?',
    ]);
    assert.deepEqual(
      said('## 3. A\n## <|2|>. B\n## 3. C\n## 4. D\n## 5. E\n## 6. F\n')[0],
      '2 comes behind 3 here: is the order meant?',
    );
  });

  it('renumbers in the style that is written', () => {
    assert.equal(mended('## 9️⃣ A\n## <|1️⃣1️⃣|> B\n'), '## 9️⃣ A\n## 1️⃣0️⃣ B\n');
    assert.equal(mended('## 1.1 A\n## <|1.3|> B\n'), '## 1.1 A\n## 1.2 B\n');
    assert.equal(mended('1. a\n2. b\n<|4|>. c\n'), '1. a\n2. b\n3. c\n');
  });

  const quiet: Record<string, string> = {
    'boxes of one title':
      '## A\n\n::: solution\n\n## Solution\n\nx\n\n:::\n\n:::: {.solution}\n## Solution\n\ny\n\n::::\n',
    'two sections in one title': '## 1. Load and 2. Train\n## 3. Test\n',
    'a list that another sign counts': '1. a\n2. b\n3. c\n\n   1) d\n\nText\n\n2) e\n3) f\n',
    'a list that begins in the middle': 'Text\n\n2. a\n3. b\n\nText\n\n6. c\n',
    'a number that markdown reads as no list': '1. a\n2. b\n   - x\n3.[[Mask]]\n   - y\n4. c\n',
    'a section of another level between two': '## 2.1 A\n## 2.2 B\n### 2.3 C\n## 2.4 D\n',
    'names of problems': '### 496. Next\n### 503. Next\n### 739. Days\n',
    'pages of an errata list': '3. a\n17. b\n45. c\n112. d\n',
    'every other number': '1. a\n3. b\n4. c\n6. d\n7. e\n9. f\n10. g\n',
    'a first number of any size': '# 3. A\n# 4. B\n',
    'numbers that run on below another section': '# A\n## 1. B\n# C\n## 2. D\n',
    'a list that markdown counts': '1. a\n1. b\n1. c\n',
    'a place that is counted right behind ones': '1. a\n1. b\n1. c\n1. d\n5. e\n1. f\n7. g\n8. h\n',
    'a keycap of another level': '### 4️⃣ A\n#### 5️⃣ B\n### 6️⃣ C\n',
    'two steps in one title': '#### Step 1 — a\n#### Step 2 & 3 — b\n#### Step 4 — c\n',
    'two weeks in one title': '### Weeks 3/ 4\n### Week 5\n',
    'an open range': '### Week 13\n### Week 14\n### Weeks 14+ Project\n',
    'chapters to read for an exam': '### Chapter 5\n### Chapter 8\n### Chapter 9\n',
    'what must be known of some weeks': '### Week 2 Keywords\n### Week 5 Keywords\n',
    'what must be known of some modules': '### 3.3 A\n### 3.5 B\n',
    'some sections of several chapters': '### 1.1 A\n### 1.4 B\n### 2.1 C\n### 2.3 D\n### 3.1 E\n### 3.4 F\n',
    'chapters that are there already':
      '## Chapter 1\n## Chapter 2\n## Chapter 4\n## Chapter 5\n## Chapter 7\n## Chapter 8\n## Chapter 9\n## Chapter 10\n## Chapter 12\n',
    'tips picked from many': '### 1. A\n### 2. B\n### 3. C\n### 4. D\n### 11. E\n',
    'a title that speaks of a step': '#### Step 2: A\n#### Step 3: B\n#### Step 3 automation\n',
    'pasted output': '1. a\n2. b\n3. c\n4. d\n5. e\n6. f\n7. g\n\n3. h\n\n2. i\n3. j\n',
    'what is coded together again': '# A\n## Code Along\nx\n## Code along\ny\n',
    'what is to be tried again': '# A\n## Your Turn (in the console)\nx\n## Your turn\ny\n',
    'a smaller number in a list that markdown counts': '1. a\n1. b\n1. c\n3. d\n',
    'steps that the author leaves out': '1. a\n2. b\n\n... [and so on]\n\n9. c\n10. d\n',
    'slides of Quarto': '---\nformat:\n  revealjs:\n    theme: x\n---\n\n## A\n\nx\n\n## A\n\ny\n',
    'slides of Marp': '---\nmarp: true\n---\n\n## A\n\nx\n\n## A\n\ny\n',
    'a list that begins again': '1. a\n2. b\n\ntext\n\n1. c\n2. d\n',
    'dotted numbers of two parents': '# 1. A\n## 1.1 B\n# 2. C\n## 2.1 D\n',
    'one level beside another': '## 1. A\n### 1. B\n### 2. C\n## 2. D\n',
    'numbers that begin anew behind a section without': '## 1. A\n## 2. B\n## Other\n## 1. C\n## 2. D\n',
    'steps of two parts': '# A\n## Step 1\n## Step 2\n# B\n## Step 1\n',
    'a range that counts on': '## Week 1\n## Week 2-4\n## Week 5\n',
    'a number in two halves': '## 1. A\n## 2a. B\n## 2b. C\n## 3. D\n',
    'two words that count': '## Chapter 3\n## Part 1\n## Chapter 4\n',
    'lists of two parents': '- **Mac**:\n  1. a\n- **Linux**:\n  1. b\n  2. c\n',
    'lists of two parents that do not begin at one': '- x\n  1. a\n  2. b\n- y\n  5. c\n',
    'a list indented too little': '5. a\n  1. b\n  2. c\n  3. d\n6. e\n',
    'ones before a list that counts': '1. a\n1. b\n1. c\n\ntext\n\n1. d\n2. e\n',
    'a list between two items': '1. a\n2. b\n   1. c\n   2. d\n3. e\n',
    'branches of a framework': '# Q\n\n{#if fw}\n\n### 1. What?\n\n{:else}\n\n### 1. What?\n\n{/if}\n\n### 2. Next\n',
    'tabs of MkDocs': '# A\n=== "one"\n\n    x\n\n## 1. A\n=== "two"\n\n    y\n\n## 1. A\n',
    'tabs as elements': '# A\n<TabItem>\n\n## 1. A\n\n</TabItem>\n<TabItem>\n\n## 1. A\n\n</TabItem>\n',
    'panels of Quarto':
      '# A\n::: {.panel-tabset}\n## R\n## Python\n:::\n\ntext\n\n::: {.panel-tabset}\n## R\n## Python\n:::\n',
    'slides that go on': '## 2. Heads\n\nx\n\n---\n\n## 2. Heads\n\ny\n\n## 3. Masks\n',
    'slides without a number': '## Heads\n\nx\n\n---\n\n## Heads\n\ny\n',
    'pasted output as headings': '# {\n#   "a": 1\n# }\n\n# {\n#   "a": 2\n# }\n',
    'a title that comes between others again and again':
      '## run\n## Parameters\n## stop\n## Parameters\n## go\n## Parameters\n',
    'ones that markdown counts up to a number': '1. a\n1. b\n1. c\n4. d\n5. e\n',
    'steps that are told again': '## Step 1: A\n## Step 2: B\n## Step 3: C\n## Step 2: B\n## Step 3: C\n',
    'two ways to count steps': '## 第 1 步：装\n## 步骤 2：训\n## 第 3 步：测\n',
    'titles that come again in their order': '## run\n## Takes\n## Gives\n## stop\n## Takes\n## Gives\n',
    'the newest first': '## 3. C\n## 2. B\n## 1. A\n',
    'chosen numbers': '3. a\n5. b\n9. c\n',
    'a list indented too little that begins with its parent':
      '1. What?\n  1. a\n  2. b\n  3. c\n2. Which?\n  1. a\n  2. b\n',
    'ones that markdown counts, and goes on counting behind a picture':
      ':::{tab} A\n1. a\n1. b\n:::\n:::{tab} B\n1. a\n1. b\n1. c\n\n![x](y.png)\n\n4. d\n4. e\n4. f\n:::\n',
    'answers numbered like their questions': '## 1. Why?\n## 1. Because\n## 2. How?\n## 3. When?\n## 4. Who?\n',
    'answers named so': '## 1. Sort it\n## 2. Sum it\n## 2. Solution\n## 3. Print it\n## 4. End it\n',
    'answers in a list': '1. Sort it.\n2. Sum it.\n\n**Then**\n\n2. Answer: 4\n3. Print it.\n4. End it.\n',
    'tabs between double brackets': '# A\n===[[1) Read]]===\n### Do\nx\n\n===[[2) Write]]===\n### Do\ny\n',
    'the titles of flash cards': '# A\n## Card\na\n## Card\nb\n## Card\nc\n## Card\nd\n',
    'a title that comes again farther down': '# A\n## Setup\nx\n## Run\nx\n## Setup\nx\n',
    'cards between elements':
      '# A\n<section>\n\n## Goal\n\nx\n\n</section>\n<section class="b">\n\n## Goal\n\ny\n\n</section>\n',
    'steps in two parts': '### Step 1-1: A\n### Step 1-2: B\n### Step 1-3: C\n',
    'steps in two parts below theirs':
      '## Step 2: A\n### Step 2-1: B\n### Step 2-2: C\n### Step 2-3: D\n## Step 3: E\n### Step 3-1: F\n### Step 3-2: G\n',
    'parts of a day that the title names': '# May, Day 2: Nets\n## Day 1 again\n## Day 2 goals\n## Day 2 checklist\n',
    'days before and behind that of the title': '# Day 2: Nets\n## Day 1 again\n## Day 3 to come\n',
    'weeks that are compared': '## Week 3 goals\n## Week 2 → Week 3\n## Week 1 vs Week 4\n',
    'a series that begins again with its second':
      '#### 1. A\n#### 2. B\n#### 3. C\n\n**Other**\n\n#### 1. D\n#### 2. E\n',
    'a series within another': '### 3. A\n### 4. B\n### 1. C\n### 2. D\n### 5. E\n',
    'numbers in parts that unfold':
      '<details>\n<summary>A</summary>\n\n#### 1. A\n#### 2. B\n\n</details>\n<details>\n<summary>B</summary>\n\n#### 1. C\n\n</details>\n',
    'codes and rates': '- 0.3 a\n- 0.5 b\n- 404: c\n- 500: d\n',
    'exercises that come twice': '## Read\n### Ejercicio:\n### Write\n### Ejercicio\n',
    'the same title below different sections': '# A\n## Notes\n# B\n## Notes\n',
  };
  it('counts steps, and writes the number alone', () => {
    const source = '# Lab\n### Step 1: Load\n### Step 2: Train\n### Step <|4|>: Test\n';
    assert.deepEqual(findings(source).codes, ['outline.number-gap']);
    assert.equal(mended(source), '# Lab\n### Step 1: Load\n### Step 2: Train\n### Step 3: Test\n');
  });

  it('offers no number where it cannot be told', () => {
    const source = '## Week 1\n## Week <|3|>-4\n## Week 5\n';
    const { codes, found } = findings(source);
    assert.deepEqual([codes, found[0]!.fixes], [['outline.number-gap'], []]);
  });

  it('takes no string of a program for a sibling of another', () => {
    const { context } = memoryCourse({ 'app.py': 'A = """\n# 1. Heads\n"""\nB = """\n# 1. Heads\n"""\n' });
    assert.deepEqual(outlineFindings(context('app.py')), []);
  });

  for (const [what, text] of Object.entries(quiet)) it(`is quiet about ${what}`, () => void findings(text));

  it('takes a title that comes again in a notebook of slides for the same slide', () => {
    const cell = (source: string, type: string) =>
      `{"cell_type":"markdown","metadata":{${type}},"source":${JSON.stringify(source)}}`;
    const of = (type: string) => {
      const text = `{"cells":[${cell('## A\n', type)},${cell('## A\n', type)}],"metadata":{},"nbformat":4,"nbformat_minor":5}`;
      return outlineFindings(memoryCourse({ 'a.ipynb': text }).context('a.ipynb')).length;
    };
    assert.deepEqual([of('"slideshow":{"slide_type":"slide"}'), of('')], [0, 1]);
  });

  it('finds a title that comes again within one element', () => {
    const { codes } = findings('# A\n<section>\n\n## Goal\n\nx\n\n## <|Goal|>\n\ny\n\n</section>\n');
    assert.deepEqual(codes, ['outline.duplicate-heading']);
  });

  it('finds a title that a link cannot tell from another', () => {
    const both = '# A\n## Read\nx\n## Write\nx\n## <|read|>\n';
    const { codes, found } = findings(`- [r](#read)\n- [s](#read)\n\n${both}`);
    assert.deepEqual(codes, ['outline.duplicate-heading']);
    assert.match(found[0]!.message, /the link in line 1 leads to that one/);
    findings(`- [r](#read)\n- [s](#read-1)\n\n${both.replace(/<\||\|>/g, '')}`);
    findings(both.replace(/<\||\|>/g, ''));
    const there = (target: string) => {
      const files = { 'lesson.md': both.replace(/<\||\|>/g, ''), 'other/list.md': `[r](${target})\n` };
      return outlineFindings(memoryCourse(files).context('lesson.md')).map(({ message }) => message);
    };
    assert.match(there('../lesson.md#read').join(), /the link in list\.md leads/);
    assert.deepEqual([there('lesson.md#read'), there('../lesson.md#write')], [[], []]);
  });

  it('finds sections that stand behind each other and share a title', () => {
    const source = '# A\n## 📚 Notes\n## <|📝 notes|>\n## <|Notes|>\n';
    assert.deepEqual(findings(source).codes, ['outline.duplicate-heading', 'outline.duplicate-heading']);
    assert.equal(mended(source, 1), '# A\n## 📚 Notes\n## 📝 notes\n## Notes (3)\n');
  });
});
