import assert from 'node:assert/strict';
import { spareMistakes } from '../../../src/core/diagnostics/meant-as-wrong';
import { courseDocument } from '../../support/course-text';

const broken = 'flowchart TD\n  A[One (two)] --> B\n';
const fence = (info = 'mermaid') => `\`\`\`${info}\n${broken}\`\`\`\n`;

/** What becomes of an error, with a safe fix, on the label in the last diagram of a text. */
function verdict(text: string) {
  const start = text.lastIndexOf('One');
  const span = { start, end: start + 3 };
  const fixes = [{ title: 'Mend', safe: true, changes: [{ span, newText: '"One"' }] }];
  const error = { code: 'mermaid.unquoted-label', severity: 'error', span, message: 'x', fixes } as const;
  const [one] = spareMistakes(courseDocument(text), [error]);
  return { severity: one!.severity, safe: one!.fixes.some(({ safe }) => safe) };
}

const wrong: Record<string, string> = {
  'a word in the info string': fence('mermaid invalid'),
  'an attribute': fence('{mermaid .wrong}'),
  'a label in bold': `**Wrong:**\n\n${fence()}`,
  'a label that calls it bad': `Bad:\n${fence()}`,
  'a cross': `❌ Brackets in a label\n\n${fence()}`,
  'a short don’t': `Don't:\n\n${fence()}`,
  'a sentence that ends in a colon': `A label with brackets is wrong, since they mean a shape, as in this picture of it all:\n\n${fence()}`,
  'a sentence behind another': `Look at this. The next one is broken.\n\n${fence()}`,
  'that it does not parse': `This does not parse:\n\n${fence()}`,
  'a heading': `## Wrong way\n\nA label with brackets.\n\n${fence()}`,
  'a heading with a cross': `## ❌ Brackets\n\n${fence()}`,
  'German words': `So ist es falsch:\n\n${fence()}`,
  'Chinese words': `错误示例：\n\n${fence()}`,
};

const right: Record<string, string> = {
  nothing: `# A\n\nA picture:\n\n${fence()}`,
  'words of something else': `## Error handling\n\nWhen a request is broken it is sent again by the client, which asks for it until it comes.\n\n${fence()}`,
  'a mended one below a broken': `Wrong:\n\n\`\`\`text\nx\n\`\`\`\n\nRight:\n\n${fence()}`,
  'a fence below the one that was meant': `Wrong:\n\n\`\`\`text\nx\n\`\`\`\n\n${fence()}`,
  'a tick under a heading with a cross': `## ❌ or ✅\n\n✅ So:\n\n${fence()}`,
  'the title of a file': `# 🩹 Broken\n\n${fence()}`,
  'what to write instead of the wrong': `Instead of the wrong one, write:\n\n${fence()}`,
  'a comfort': `Don't worry, it is short:\n\n${fence()}`,
};

describe('a diagram in a lesson about mistakes', () => {
  for (const [what, text] of Object.entries(wrong)) {
    it(`is only an information by ${what}`, () =>
      assert.deepEqual(verdict(text), { severity: 'information', safe: false }));
  }
  for (const [what, text] of Object.entries(right)) {
    it(`stays an error by ${what}`, () => assert.deepEqual(verdict(text), { severity: 'error', safe: true }));
  }
});
