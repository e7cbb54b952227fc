import assert from 'node:assert/strict';
import { unfencedFindings } from '../../../../src/core/features/mermaid/unfenced-findings';
import type { MermaidJudge } from '../../../../src/core/mermaid/judge';
import { applyChanges } from '../../../../src/core/text/span';
import { memoryCourse } from '../../../support/memory-course';
import { mermaidJudge } from '../../../support/mermaid-judge';

describe('mermaid.unfenced', function () {
  this.timeout(120_000);
  let judge: MermaidJudge;
  before(async () => {
    judge = await mermaidJudge({ threads: 1 });
  });
  after(() => judge.dispose());

  const found = async (text: string) => {
    const context = memoryCourse({ 'a.md': text }).context('a.md');
    return unfencedFindings({ ...context, judge });
  };

  it('leaves a term of a glossary that is a word of Mermaid too', async () => {
    const term = 'block\n    Blocks hold content.\n';
    assert.deepEqual(await found(`# Glossary\n\n${term}`), []);
    assert.equal((await found(`# Layout\n\n${term}`)).length, 1);
  });

  it('marks the first line of a diagram in prose, and wraps all of it', async () => {
    const text = 'Like so:\n\nflowchart TD\n  A[One] --> B\n  B --> C\n\nAnd so on.\n';
    const [finding, ...more] = await found(text);
    assert.deepEqual(more, []);
    assert.equal(finding?.code, 'mermaid.unfenced');
    assert.equal(text.slice(finding!.span.start, finding!.span.end), 'flowchart TD');
    assert.equal(
      applyChanges(text, finding!.fixes[0]!.changes),
      'Like so:\n\n```mermaid\nflowchart TD\n  A[One] --> B\n  B --> C\n```\n\nAnd so on.\n',
    );
  });

  it('finds it right below a line of prose, in a quote, and over blank lines', async () => {
    const below = 'Like so:\ngraph LR;\nA-->B;\n';
    assert.equal(
      applyChanges(below, (await found(below))[0]!.fixes[0]!.changes),
      'Like so:\n```mermaid\ngraph LR;\nA-->B;\n```\n',
    );
    const quoted = '> sequenceDiagram\n> A->>B: hi\n';
    assert.equal(
      applyChanges(quoted, (await found(quoted))[0]!.fixes[0]!.changes),
      '> ```mermaid\n> sequenceDiagram\n> A->>B: hi\n> ```\n',
    );
    const parted = 'flowchart TD\nA --> B\n\nB --> C\n\nThat is all.\n';
    assert.equal(
      applyChanges(parted, (await found(parted))[0]!.fixes[0]!.changes),
      '```mermaid\nflowchart TD\nA --> B\n\nB --> C\n```\n\nThat is all.\n',
    );
  });

  it('leaves prose alone, and diagrams in their fences', async () => {
    for (const text of [
      'flowchart TD is how a flowchart begins.\n',
      'The timeline\nof the course: 2024\n',
      'Info\n',
      'Graph theory\nA --> B\n',
      '```mermaid\nflowchart TD\n  A --> B\n```\n',
      'Write `flowchart TD` first.\n',
      'pie\nchart\n',
    ]) {
      assert.deepEqual(await found(text), [], text);
    }
  });
});
