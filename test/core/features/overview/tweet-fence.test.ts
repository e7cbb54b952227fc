import assert from 'node:assert/strict';
import { tweetFindings, tweetHints } from '../../../../src/core/features/overview/tweet-fence';
import { weightedLength } from '../../../../src/core/overview/weighted-length';
import { memoryCourse } from '../../../support/memory-course';

const contextOf = (text: string, name = 'a.md') => memoryCourse({ [name]: text }).context(name);

describe('a tweet fence', () => {
  it('says behind its opening line how much it counts', () => {
    const context = contextOf('# A\n\n```tweet\n🎯 ATT: weights.\n```\n');
    const [hint] = tweetHints(context, { start: 0, end: context.document.text.length });
    assert.deepEqual([hint?.label, hint?.position], ['16 of 280', { line: 2, character: 8 }]);
    assert.deepEqual(tweetFindings(context), []);
  });

  it('that is too long is marked from where it is full, and shortened between words', () => {
    const context = contextOf(`> \`\`\`tweet\n> ${'word '.repeat(60)}🧩🧩\n> \`\`\`\n`);
    const { document } = context;
    const [finding] = tweetFindings(context);
    assert.equal(finding?.code, 'tweet.too-long');
    assert.match(finding.message, /counts 304 of 280 characters: 24 too many/);
    assert.equal(document.text.slice(finding.span.start, finding.span.end), `${'word '.repeat(4)}🧩🧩`);
    const [change] = finding.fixes[0]!.changes;
    const mended = document.text.slice(0, change!.span.start) + change!.newText + document.text.slice(change!.span.end);
    const post = /> (word.*)\n/.exec(mended)![1]!;
    assert.ok(weightedLength(post) <= 280 && post.endsWith('word…'), post);
    assert.deepEqual(tweetFindings(contextOf(mended)), []);
  });

  it('of another language is no post', () => {
    assert.deepEqual(tweetFindings(contextOf(`\`\`\`text\n${'word '.repeat(90)}\n\`\`\`\n`)), []);
  });
});
