import assert from 'node:assert/strict';
import { courseLanguageOf } from '../../src/core/course/course-language';
import type { MermaidJudge } from '../../src/core/mermaid/judge';
import { createCourseService } from '../../src/core/service';
import { defaultSettings } from '../../src/core/settings';
import { memoryRoot, memoryWorkspace } from '../support/memory-course';

/** A text that once took time by its square, of a size at which that is minutes, and what is asked about it. */
interface Large {
  readonly file: string;
  readonly text: () => string;
  readonly ask: (service: ReturnType<typeof createCourseService>, uri: string) => Promise<unknown> | unknown;
}

/** Judges at once: the time is our own. */
const goodJudge: MermaidJudge = {
  version: '0',
  judge: async () => ({ kind: 'good', type: 'flowchart-v2' }),
  show: async () => undefined,
  dispose: async () => undefined,
};

const many = (count: number, unit: (i: number) => string) => Array.from({ length: count }, (_, i) => unit(i)).join('');
const diagnostics: Large['ask'] = (service, uri) => service.diagnostics(uri);

const large: Readonly<Record<string, Large>> = {
  'fences that nothing closes, without a heading': {
    file: 'a.md',
    text: () => many(30_000, (i) => `\`\`\`mermaid\nflowchart TD\n  A${i}[Gate\n\n`),
    ask: (service, uri) => service.document(uri),
  },
  'a notebook of 200,000 cells': {
    file: 'a.ipynb',
    text: () =>
      `{"nbformat":4,"cells":[${many(200_000, (i) => `${i ? ',' : ''}{"cell_type":"markdown","source":"Gate ${i}"}`)}]}`,
    ask: (service, uri) => service.document(uri),
  },
  'a flowchart of dashes': { file: 'a.mmd', text: () => `flowchart TD\n${'-'.repeat(400_000)}`, ask: diagnostics },
  'an axis of many categories': {
    file: 'a.mmd',
    text: () => `xychart-beta\nx-axis [${many(80_000, (i) => `a${i}, `)}b]\nbar [1]\n`,
    ask: diagnostics,
  },
  'thousands of terms with one acronym': {
    file: 'a.md',
    text: () => `# Glossary\n\n${many(8000, (i) => `- **Gate ${i} (GT):** Opens by the way ${i}.\n`)}`,
    ask: (service, uri) => service.listTerms(uri),
  },
  'one long line of sentences': {
    file: 'a.md',
    text: () => `# A\n\n${'\u95e8\u662f\u4e00\u6247\u95e8\u3002'.repeat(50_000)}`,
    ask: async (service, uri) => {
      await service.sectionConcepts(uri, { whole: true });
      return service.reading(uri, { line: 0, character: 0 });
    },
  },
};

describe('A large text', function () {
  this.timeout(120_000);
  for (const [what, { file, text, ask }] of Object.entries(large)) {
    it(`is answered about: ${what}`, async () => {
      const uri = `${memoryRoot}/${file}`;
      const service = createCourseService({
        workspace: memoryWorkspace(new Map()),
        judge: goodJudge,
        settingsOf: () => Promise.resolve(defaultSettings),
      });
      service.open({ uri, text: text(), version: 1 }, courseLanguageOf(file)!);
      assert.ok(await ask(service, uri));
    });
  }
});
