import assert from 'node:assert/strict';
import { fixAll, quickFixes } from '../../../src/core/features/code-actions';
import { diagnostics } from '../../../src/core/features/diagnostics';
import { memoryCourse, memoryRoot } from '../../support/memory-course';

const lesson = '# Queries\n\n```mermaid\nflowchart TD\n  A --> B\n```\n\nSee [keys](keys.md).\n';

/** A lesson whose diagram is judged good, and how often that was asked; `while` runs during a judgement. */
function judged() {
  const { course, context } = memoryCourse({ 'lesson.md': lesson, 'other.md': '# Keys\n' });
  const asked = { times: 0, while: () => {} };
  const judge = {
    version: '0',
    judge: async () => {
      asked.times++;
      asked.while();
      return { kind: 'good', type: 'flowchart-v2' } as const;
    },
    show: async () => undefined,
    dispose: async () => {},
  };
  const { settings } = context('lesson.md');
  return { course, asked, lessonContext: () => ({ ...context('lesson.md'), settings, judge }) };
}

const brokenLink = { start: lesson.indexOf('keys.md'), end: lesson.indexOf('keys.md') };

describe('diagnostics', () => {
  it('answers questions of the cursor from what was last found in the text', async () => {
    const { asked, lessonContext } = judged();
    const found = await diagnostics(lessonContext());
    assert.deepEqual(
      found.map(({ code }) => code),
      ['link.broken'],
    );
    for (let i = 0; i < 3; i++) await quickFixes(lessonContext(), brokenLink);
    await fixAll(lessonContext());
    assert.equal(asked.times, 1);
  });

  it('works them out for the first question, and waits for work that is under way', async () => {
    const { asked, lessonContext } = judged();
    await Promise.all([quickFixes(lessonContext(), brokenLink), fixAll(lessonContext())]);
    assert.equal(asked.times, 1);
  });

  it('works them out anew when they are asked for themselves', async () => {
    const { asked, lessonContext } = judged();
    await diagnostics(lessonContext());
    await diagnostics(lessonContext());
    assert.equal(asked.times, 2);
  });

  for (const [what, change] of [
    ['the text', 'lesson.md'],
    ['another file of the course', 'other.md'],
  ] as const) {
    it(`forgets them with a change of ${what}`, async () => {
      const { course, asked, lessonContext } = judged();
      await diagnostics(lessonContext());
      course.open({ uri: `${memoryRoot}/${change}`, text: lesson, version: 2 }, 'markdown');
      await quickFixes(lessonContext(), brokenLink);
      assert.equal(asked.times, 2);
    });
  }

  it('forgets them with a change of the settings', async () => {
    const { asked, lessonContext } = judged();
    const before = lessonContext();
    await diagnostics(before);
    const off = { ...before.settings, severity: { ...before.settings.severity, 'link.broken': 'off' as const } };
    assert.deepEqual(await fixAll({ ...before, settings: off }), []);
    assert.equal(asked.times, 2);
  });

  it('remembers nothing of work that was given up or failed', async () => {
    const { asked, lessonContext } = judged();
    const cancellation = { aborted: false };
    asked.while = () => {
      cancellation.aborted = true;
    };
    await diagnostics(lessonContext(), cancellation);
    await quickFixes(lessonContext(), brokenLink);
    assert.equal(asked.times, 2);
    asked.while = () => {
      throw new Error('no judge');
    };
    await assert.rejects(diagnostics(lessonContext()), /no judge/);
    asked.while = () => {};
    await quickFixes(lessonContext(), brokenLink);
    assert.equal(asked.times, 4);
  });

  it('lets others have their turn between the diagrams of a large text, and gives up there when it is another one', async () => {
    const body = '```mermaid\nflowchart TD\n  A --> B\n```\n\n';
    const large = `# Many\n\n${body.repeat(40)}${'Words and words.\n'.repeat(7000)}`;
    const { context } = memoryCourse({ 'large.md': large });
    let asked = 0;
    const askedAtTurns: number[] = [];
    const judge = {
      version: '0',
      judge: async () => {
        asked++;
        return { kind: 'good', type: 'flowchart-v2' } as const;
      },
      show: async () => undefined,
      dispose: async () => {},
    };
    const letOthers = () =>
      new Promise<void>((resolve) => {
        askedAtTurns.push(asked);
        setTimeout(resolve);
      });
    await diagnostics({ ...context('large.md'), judge, letOthers });
    assert.equal(asked, 40);
    // Each turn came after at most so many more.
    assert.ok(
      askedAtTurns.every((count, turn) => count - (askedAtTurns[turn - 1] ?? 0) <= 8),
      `${askedAtTurns}`,
    );

    asked = 0;
    const outdated = {
      get aborted() {
        return asked >= 16;
      },
    };
    await assert.rejects(
      diagnostics({ ...context('large.md'), judge, letOthers, outdated }),
      ({ name }: Error) => name === 'JudgementCancelled',
    );
    assert.equal(asked, 16);
  });
});
