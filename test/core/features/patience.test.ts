import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { checkDemo } from '../../../src/core/demos/check-demo';
import type { DemoJob, DemoSolver } from '../../../src/core/demos/demo-solver';
import { readDemo } from '../../../src/core/demos/read-demo';
import { createCourseService } from '../../../src/core/service';
import { defaultSettings } from '../../../src/core/settings';
import { bareHost } from '../../support/demos';
import { memoryRoot, memoryWorkspace, noJudge } from '../../support/memory-course';
import { until } from '../../support/until';

const uri = `${memoryRoot}/lesson.md`;
const text = '# Gates\n\n[here](gone.md)\n\n```moe\nexperts: 8\nexpect:\n  capacity: 999\n```\n';

/** A service whose demos run when they are let go, and whose asker's patience is as long as is said. */
function slowService(over?: () => Promise<void>) {
  const held: (() => void)[] = [];
  const asked: DemoJob[] = [];
  const heard: string[] = [];
  const demos: DemoSolver = {
    async check(job, cancellation) {
      asked.push(job);
      await new Promise<void>((go) => held.push(go));
      return cancellation?.aborted ? undefined : checkDemo(readDemo(job.kind, job.text), bareHost);
    },
    glance: async () => undefined,
    dispose: async () => undefined,
  };
  const service = createCourseService({
    workspace: memoryWorkspace(new Map([['lesson.md', text]])),
    judge: noJudge,
    demos,
    settingsOf: async () => defaultSettings,
    ...(over && { over }),
    caughtUp: (about) => void heard.push(about),
  });
  service.open({ uri, text, version: 1 }, 'markdown');
  const codes = async () => (await service.diagnostics(uri))!.map(({ code }) => code);
  const letGo = () => {
    for (const go of held.splice(0)) go();
  };
  return { service, codes, letGo, asked, heard };
}

describe('An answer that takes longer than a person waits', () => {
  it('says what is known by then, and the whole when it is asked for again', async () => {
    const { service, codes, letGo, asked, heard } = slowService(() => setImmediate());
    await service.load(memoryRoot);
    assert.deepEqual(await codes(), ['link.broken']);
    assert.deepEqual(await codes(), ['link.broken'], 'while it is worked out it is not begun anew');
    assert.equal(asked.length, 1);
    assert.deepEqual(await service.quickFixes(uri, { start: 0, end: text.length }), []);
    assert.deepEqual(heard, []);
    letGo();
    await until(() => heard.length > 0, 'word that the rest is known');
    assert.deepEqual(await codes(), ['link.broken', 'demo.expectation']);
    assert.equal(asked.length, 1);
  });

  it('is given up when the text is another', async () => {
    const { service, codes, letGo, asked, heard } = slowService(() => setImmediate());
    await service.load(memoryRoot);
    await codes();
    assert.equal(asked.length, 1);
    service.open({ uri, text: `${text}\nMore.\n`, version: 2 }, 'markdown');
    letGo();
    assert.deepEqual(await codes(), ['link.broken']);
    await until(() => heard.length > 0, 'word that the rest is known');
  });

  it('leaves hints behind lines away, and says when they are known', async () => {
    const { service, letGo, heard } = slowService(() => setImmediate());
    await service.load(memoryRoot);
    assert.deepEqual(await service.inlayHints(uri, { start: 0, end: text.length }), []);
    letGo();
    await until(() => heard.length > 0, 'word that hints are known');
    assert.deepEqual(heard, [uri]);
  });

  it('is waited for where nobody sits before it', async () => {
    const { service, codes, letGo, asked, heard } = slowService();
    await service.load(memoryRoot);
    const all = codes();
    await until(() => asked.length > 0, 'the demo to be run');
    letGo();
    assert.deepEqual(await all, ['link.broken', 'demo.expectation']);
    assert.deepEqual(heard, []);
  });
});
