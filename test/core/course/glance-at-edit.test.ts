import assert from 'node:assert/strict';
import type { CourseDocument } from '../../../src/core/course/course-document';
import { glanceAtEdit } from '../../../src/core/course/glance-at-edit';
import { parseCourseDocument } from '../../../src/core/parse-course-document';
import { suggestionCases } from '../../support/suggestions';

const above = `---\nneeds: tea.md\n---\n\n# Water\n\n[well]: https://example.org\n\n${lessons('A')}\n## Here\n\n`;
const below = `\n\n## Below\n\n${lessons('B')}\n[cup]: https://example.org 'A cup'\n`;

function lessons(name: string): string {
  const lesson = (n: number) =>
    `## ${name}${n}\n\nThe $x_${n}$ is [warm](#here).\n\n- one\n  > two\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n$$\nx\n$$\n\n\`\`\`mermaid\nflowchart TD\n  A --> B${n}\n\`\`\`\n`;
  return Array.from({ length: 6 }, (_, n) => lesson(n)).join('\n');
}

const read = (text: string, version = 1) => parseCourseDocument({ uri: 'file:///a.md', text, version }, 'markdown');

/** What of a model can be told of both readings: each block that begins before an offset, and all references. */
function seen(document: CourseDocument, end: number) {
  const lists = ['headings', 'listItems', 'tables', 'fences', 'directives', 'diagrams', 'formulas', 'inlines'] as const;
  const plain = (block: unknown) =>
    JSON.stringify(block, (key, value) => (key === 'content' || key === 'source' ? value.text : value));
  return Object.fromEntries([
    ...lists.map((list) => [list, document[list].filter(({ span }) => span.start < end).map(plain)]),
    ['references', document.references.map(plain)],
    ['regions', document.regions.map(({ span, frontMatter }) => plain({ span, frontMatter }))],
  ]);
}

describe('a glance at an edit', () => {
  const places = suggestionCases.map(({ text }) => text.replace(/^---\n[\s\S]*?\n---\n/, ''));

  it('reads the section of the edit as it is read with the whole text', () => {
    for (const text of places) {
      const typed = text.indexOf('¦');
      const whole = text.replace('¦', '');
      const before = read(`${above}${whole.slice(0, Math.max(0, typed - 1))}${whole.slice(typed)}${below}`);
      const after = `${above}${whole}${below}`;
      const glance = glanceAtEdit(before, { uri: 'file:///a.md', text: after, version: 2 });
      assert.ok(glance, text);
      const end = above.length + typed;
      assert.deepEqual(seen(glance, end), seen(read(after, 2), end), text);
    }
  });

  it('finds its way back to the text', () => {
    const before = read(`${above}\`\`\`moe\nexperts: 8\n${below}`);
    const text = `${above}\`\`\`moe\nexperts: 80\n${below}`;
    const glance = glanceAtEdit(before, { uri: 'file:///a.md', text, version: 2 })!;
    const { content } = glance.fences.find(({ language }) => language === 'moe')!;
    const at = content.text.indexOf('80');
    const change = content.change({ start: at, end: at + 2 }, '16')!;
    assert.equal(text.slice(0, change.span.start) + change.newText, `${above}\`\`\`moe\nexperts: 16`);
    const cup = glance.references.at(-1)!;
    assert.equal(text.slice(cup.span.start, cup.span.end), "[cup]: https://example.org 'A cup'");
    assert.equal(cup.source.toOuter(1), cup.span.start + 1);
  });

  it('gives way where a section is long, where headings stand in what is opened above, and outside of markdown', () => {
    const prose = 'The water waits. '.repeat(7000);
    assert.equal(glanceAtEdit(read(prose), { uri: 'file:///a.md', text: `${prose}a`, version: 2 }), undefined);
    const note = `${above}\`\`\`{note}\n## In it\n\nwater\n\`\`\`\n${below}`;
    const glance = glanceAtEdit(read(note), { uri: 'file:///a.md', text: note.replace('water', 'waters'), version: 2 });
    assert.equal(glance?.directives.length, 1);
    const python = parseCourseDocument({ uri: 'file:///a.py', text: 'x = """# a"""', version: 1 }, 'python');
    assert.equal(glanceAtEdit(python, { uri: 'file:///a.py', text: 'x = """# ab"""', version: 2 }), undefined);
  });
});
