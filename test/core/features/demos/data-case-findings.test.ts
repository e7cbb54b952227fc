import assert from 'node:assert/strict';
import { dataCaseFindings } from '../../../../src/core/features/demos/data-case-findings';
import { applyChanges } from '../../../../src/core/text/span';
import { marked } from '../../../support/markers';
import { memoryCourse } from '../../../support/memory-course';

const demo = (path: string) => `# Runs\n\n\`\`\`scaling-law\ndata:\n  path: ${path}\n  n: N\n  loss: L\n\`\`\`\n`;

describe('dataCaseFindings', () => {
  /** The path as written, what becomes of it, and the files beside the lesson. */
  const rows: readonly (readonly [path: string, mended: string | undefined, others: readonly string[]])[] = [
    ['<|Runs.csv|>', 'runs.csv', ['runs.csv']],
    ['<|"Data/my Runs.csv"|>', '"data/My runs.csv"', ['data/My runs.csv']],
    ['<|caf\u00e9.csv|>', 'cafe\u0301.csv', ['cafe\u0301.csv']],
    ['<|RUNS.csv|>', 'RUNS.csv', ['runs.csv', 'Runs.csv']],
    ['runs.csv', undefined, ['runs.csv', 'Runs.csv']],
    ['data/my+runs 1.csv', undefined, ['data/my+runs 1.csv']],
    ['gone.csv', undefined, ['runs.csv']],
    ['../Runs.csv', undefined, ['runs.csv']],
  ];
  for (const [path, mended, others] of rows) {
    for (const name of ['lesson.md', 'lesson.mdx', 'lesson.qmd']) {
      it(`${mended ? 'mends' : 'is silent about'} ${path} in ${name} beside ${others.join(', ')}`, async () => {
        const { text, spans } = marked(demo(path));
        const files = Object.fromEntries(others.map((other) => [other, 'N,L\n1,2\n']));
        const { context } = memoryCourse({ ...files, [name]: text });
        const found = await dataCaseFindings(context(name));
        assert.deepEqual(
          found.map(({ code, span }) => [code, span]),
          spans.map((span) => ['link.case', span]),
        );
        const [fix] = found[0]?.fixes ?? [];
        assert.ok(fix?.safe ?? true);
        assert.equal(applyChanges(text, fix?.changes ?? []), demo(mended ?? path));
      });
    }
  }
});
