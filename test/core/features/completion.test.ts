import assert from 'node:assert/strict';
import { checkDemo } from '../../../src/core/demos/check-demo';
import type { DemoSolver } from '../../../src/core/demos/demo-solver';
import { readDemo } from '../../../src/core/demos/read-demo';
import { completion } from '../../../src/core/features/completion';
import { fileTerms } from '../../../src/core/glossary/file-terms';
import { fileLinks } from '../../../src/core/links/file-links';
import { fileSymbols } from '../../../src/core/math/file-symbols';
import { bareHost } from '../../support/demos';
import { memoryCourse } from '../../support/memory-course';
import { suggestionCases, suggestionFiles } from '../../support/suggestions';

const demos: DemoSolver = {
  check: ({ kind, text }) => checkDemo(readDemo(kind, text), bareHost),
  glance: ({ kind, text }) => checkDemo(readDemo(kind, text), bareHost),
  dispose: async () => {},
};

async function suggested(marked: string, name = 'lesson.md') {
  const offset = marked.indexOf('¦');
  const { context } = memoryCourse({ ...suggestionFiles, [name]: marked.replace('¦', '') }, {}, [
    fileTerms,
    fileSymbols,
    fileLinks,
  ]);
  return completion({ ...context(name), demos }, offset, { snippets: true });
}

describe('completion', () => {
  for (const { where, text, first } of suggestionCases) {
    it(`offers first: ${where}`, async () => {
      const { items } = await suggested(text);
      const found = items.slice(0, 8).map(({ label }) => label);
      if (first.length === 0) assert.deepEqual(found, []);
      else assert.ok([first].flat().includes(found[0] ?? ''), `${first} expected, found ${JSON.stringify(found)}`);
    });
  }
});
