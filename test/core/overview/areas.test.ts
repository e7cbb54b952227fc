import assert from 'node:assert/strict';
import { sourceFile } from '../../../src/core/features/overview/source-file';
import { areasOf } from '../../../src/core/overview/areas';
import { parseCourseDocument } from '../../../src/core/parse-course-document';

const areasIn = (files: Readonly<Record<string, string>>) =>
  areasOf({
    name: 'folder-name',
    files: Object.entries(files).map(([path, text]) =>
      sourceFile(parseCourseDocument({ uri: `file:///c/${path}`, text, version: 1 }, 'markdown'), path),
    ),
    terms: [],
    graph: { nodes: [], edges: [] },
    manifests: [],
    translations: [],
  });

describe('areasOf', () => {
  for (const [what, files, title, names] of [
    [
      'files by their titles, the course by its first page',
      { 'README.md': '# Weaving\n\nHello.', 'a.md': '# 🧵 Warp\n## One\n', 'b.md': '# Weft (WF)\n' },
      'Weaving',
      ['Weaving', 'Warp', 'Weft'],
    ],
    [
      'every top-level title of a file',
      { 'a.md': '# Warp\n# Weft\n', 'b.md': '# Dye' },
      'folder-name',
      ['Warp', 'Weft', 'Dye'],
    ],
    ['the sections of a course of one file', { 'a.md': '# Weaving\n## Warp\n## Weft\n' }, 'Weaving', ['Warp', 'Weft']],
    [
      'sections without a title above them',
      { 'README.md': '1. Begin\n\n## Warp\n## Weft\n' },
      'folder name',
      ['Warp', 'Weft'],
    ],
    [
      'an acronym that is short for the whole title',
      { 'a.md': '# Mixture of Experts (MoE)', 'b.md': '# The Loom (LM)' },
      'folder-name',
      ['Mixture of Experts', 'The Loom'],
    ],
    [
      'no acronym of the last words',
      { 'a.md': '# Ideas for Mixture of Experts (MoE)', 'b.md': '# B' },
      'folder-name',
      ['Ideas for Mixture of Experts (MoE)', 'B'],
    ],
    [
      'no title of a paragraph above a line',
      { 'a.md': 'one\ntwo\nthree\n---\n\n# Warp\n\n# Weft\n' },
      'folder-name',
      ['Warp', 'Weft'],
    ],
    ['no anchor of a builder of pages', { 'a.md': '# End [[end]]', 'b.md': '# B' }, 'folder-name', ['End', 'B']],
  ] as const) {
    it(`names ${what}`, () => {
      const { title: found, areas } = areasIn(files);
      assert.deepEqual([found, areas.map(({ name }) => name)], [title, names]);
    });
  }
});
