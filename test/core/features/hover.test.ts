import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../../src/core/features/feature-context';
import { hover, longestHover } from '../../../src/core/features/hover';
import { memoryCourse } from '../../support/memory-course';

/** What a hover says where `¦` stands, of a course in which each formula becomes a picture of so many characters. */
async function said(marked: string, picture = 10): Promise<string> {
  const { context } = memoryCourse({ 'lesson.md': marked.replace('¦', '') });
  const typeset: FeatureContext['typeset'] = async () => ({ svg: 'a'.repeat(picture), width: 1, height: 1 });
  const found = await hover({ ...context('lesson.md'), typeset }, marked.indexOf('¦'));
  assert.ok(found);
  const { value } = found.contents as MarkupContent;
  assert.ok(value.length <= longestHover, `${value.length} characters`);
  return value;
}

const long = 'router '.repeat(40_000);

describe('A hover of any length', () => {
  it('is shown whole while it can be drawn', async () => {
    assert.match(await said('$x¦$\n', 30_000), /^!\[x\]\(data:[^)]{30000,}\)$/);
  });

  it('says that a picture is too long, and does not cut it', async () => {
    assert.equal(
      await said('$x¦$\n', longestHover),
      'This formula cannot be drawn: its picture is too large for a hover. Split it into several formulas.',
    );
  });

  it('says so of a node whose text is long', async () => {
    assert.match(await said(`\`\`\`mermaid\nflowchart TD\n  A¦["${long}"] --> B\n\`\`\`\n`), /is not shown here/);
  });

  it('says so of a node whose neighbours are', async () => {
    assert.match(await said(`\`\`\`mermaid\nflowchart TD\n  A¦ --> B["${long}"]\n\`\`\`\n`), /is not shown here/);
  });
});
