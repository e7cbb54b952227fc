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
  /** By default one that takes everything. */
  readonly judge?: MermaidJudge;
}

/** Refuses at the end, whatever it is asked. */
const refusing: MermaidJudge = {
  version: '0',
  judge: async (text) => ({
    kind: 'broken',
    type: text.startsWith('gitGraph') ? 'gitGraph' : 'flowchart-v2',
    message: 'Parse error',
    token: { start: text.length, end: text.length, name: 'EOF' },
  }),
  show: async () => undefined,
  dispose: async () => undefined,
};

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
  'a word of apostrophes, each end of which is a word': {
    file: 'a.mmd',
    text: () => `stateDiagram-v2\n${"'".repeat(150_000)}\n`,
    ask: diagnostics,
  },
  'brackets in each other in a demo, at whose depth the process ends': {
    file: 'a.md',
    text: () => `# A\n\n\`\`\`moe\n${'{'.repeat(16_000)}\n\`\`\`\n`,
    ask: diagnostics,
  },
  'keys in each other in a line of a demo': {
    file: 'a.md',
    text: () => `# A\n\n\`\`\`moe\n${'"a": '.repeat(16_000)}\n\`\`\`\n`,
    ask: diagnostics,
  },
  'lists in each other in front matter': {
    file: 'a.md',
    text: () => `---\nneeds: ${'['.repeat(16_000)}\nid: ${'- '.repeat(16_000)}\n---\n# A\n`,
    ask: diagnostics,
  },
  'a name that thousands of entries define': {
    file: 'a.md',
    text: () => `# A\n\n${many(20_000, (i) => `Term\n: a${i}\n\n`)}`,
    ask: (service, uri) => service.inlayHints(uri, { start: 0, end: Number.MAX_SAFE_INTEGER }),
  },
  'a line of arrows in a diagram that is taken': {
    file: 'a.mmd',
    text: () => `sequenceDiagram\n${'A-->'.repeat(25_000)}`,
    ask: diagnostics,
  },
  'a line of messages between two': {
    file: 'a.mmd',
    text: () => `sequenceDiagram\n  ${'A-->B'.repeat(60_000)}`,
    ask: diagnostics,
  },
  'a line of shapes that are not closed': {
    file: 'a.mmd',
    text: () => `flowchart TD\n${'  A@{ '.repeat(50_000)}`,
    ask: diagnostics,
  },
  'quoted fences that the next line leaves': {
    file: 'a.md',
    text: () => `# A\n\n${'> ```mermaid\nx\n'.repeat(20_000)}`,
    ask: (service, uri) => service.document(uri),
  },
  'a line of signs in a broken diagram': {
    file: 'a.mmd',
    text: () => `flowchart TD\n${'=='.repeat(60_000)}`,
    ask: diagnostics,
    judge: refusing,
  },
  'a line of brackets in another broken diagram': {
    file: 'a.mmd',
    text: () => `gitGraph\n${'<'.repeat(120_000)}`,
    ask: diagnostics,
    judge: refusing,
  },
};

describe('A large text', function () {
  this.timeout(120_000);
  for (const [what, { file, text, ask, judge = goodJudge }] of Object.entries(large)) {
    it(`is answered about: ${what}`, async () => {
      const uri = `${memoryRoot}/${file}`;
      const service = createCourseService({
        workspace: memoryWorkspace(new Map()),
        judge,
        settingsOf: () => Promise.resolve(defaultSettings),
      });
      service.open({ uri, text: text(), version: 1 }, courseLanguageOf(file)!);
      assert.ok(await ask(service, uri));
    });
  }
});
