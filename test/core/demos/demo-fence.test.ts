import assert from 'node:assert/strict';
import { DemoChecker } from '../../../src/core/demos/demo-checker';
import { DataRefused } from '../../../src/core/demos/demo-definition';
import { demoChange, demoFences, demoFinding } from '../../../src/core/demos/demo-fence';
import { dataUri, demoHost } from '../../../src/core/demos/demo-host';
import { demoJob } from '../../../src/core/demos/demo-job';
import { readDemo } from '../../../src/core/demos/read-demo';
import { setDemoKey } from '../../../src/core/demos/set-demo-key';
import { applyChanges } from '../../../src/core/text/span';
import { courseDocument } from '../../support/course-text';
import { bareHost } from '../../support/demos';

describe('demo fences', () => {
  it('are found by their word, in braces, and as an attribute of YAML', () => {
    const text = '```moe\n```\n\n```{mla}\n```\n\n```yaml demo=attention\n```\n\n```yaml\n```\n\n```scaling-law\n```\n';
    assert.deepEqual(
      demoFences(courseDocument(text)).map(({ demo }) => demo.kind),
      ['moe', 'mla', 'attention', 'scaling-law'],
    );
  });

  it('carry findings and fixes back to where they stand, also inside quotes and strings', () => {
    const quote = '> ```moe\n> expert: 4\n> top_k: 9\n> ```\n';
    const document = courseDocument(quote);
    const [{ fence, demo }] = demoFences(document) as [ReturnType<typeof demoFences>[number]];
    const finding = demoFinding(demo.problems[0]!, fence)!;
    assert.equal(quote.slice(finding.span.start, finding.span.end), 'expert');
    assert.equal(applyChanges(quote, finding.fixes[0]!.changes), quote.replace('expert', 'experts'));
    const change = demoChange(setDemoKey('moe', demo.text, 'seed', 7), fence)!;
    assert.equal(applyChanges(quote, [change]), quote.replace('top_k: 9\n', 'top_k: 9\n> seed: 7\n'));

    const python = 'LESSON = """\n# Routing\n\n```moe\nexpert: 4\n```\n"""\n';
    const [inside] = demoFences(courseDocument(python, 'app.py')) as [ReturnType<typeof demoFences>[number]];
    const found = demoFinding(inside.demo.problems[0]!, inside.fence)!;
    assert.equal(python.slice(found.span.start, found.span.end), 'expert');
  });

  it('leave alone what is not literal text', () => {
    const python = 'LESSON = f"""\n# Routing\n\n```moe\nexperts: {n}\n```\n"""\n';
    const [{ fence, demo }] = demoFences(courseDocument(python, 'app.py')) as [ReturnType<typeof demoFences>[number]];
    assert.equal(demo.problems.length, 1);
    assert.equal(demoFinding(demo.problems[0]!, fence), undefined);
  });

  it('mark the info string where a problem has no place of its own', () => {
    const [{ fence }] = demoFences(courseDocument('```moe\n```\n')) as [ReturnType<typeof demoFences>[number]];
    const finding = demoFinding({ code: 'demo.value', span: { start: 0, end: 0 }, message: '', fixes: [] }, fence)!;
    assert.deepEqual(finding.span, fence.infoSpan);
  });
});

describe('data files', () => {
  const uri = (path: string) => dataUri('file:///course/part%201/lesson.md', 'file:///course', path);

  it('are looked for beside the lesson, inside the workspace only', () => {
    assert.equal(uri('runs.csv'), 'file:///course/part%201/runs.csv');
    assert.equal(uri('../data/my%20runs.csv'), 'file:///course/data/my%2520runs.csv');
    assert.equal(uri('..\\data\\runs.csv'), 'file:///course/data/runs.csv');
    for (const path of [
      '',
      '../../etc/passwd',
      '/etc/passwd',
      'C:\\x',
      'file:///etc/passwd',
      'https://x/y',
      '../../course2/x',
    ])
      assert.equal(uri(path), undefined, path);
  });

  it('come with the demo that names them', async () => {
    const demo = readDemo('scaling-law', 'data: {path: a.csv, n: n, d: d, loss: l}');
    const { data } = await demoJob(demo, async (path) => ({ text: `${path} n,d,loss` }));
    const host = demoHost(data, bareHost.models);
    assert.equal(await host.readData('a.csv'), 'a.csv n,d,loss');
    assert.equal(await host.readData('../a.csv'), undefined);
    assert.equal(await host.readData('toString'), undefined);
    assert.deepEqual((await demoJob(demo, async () => undefined)).data, {});
    const refusing = demoHost({ 'a.csv': { refused: 'is no regular file' } }, bareHost.models);
    await assert.rejects(refusing.readData('a.csv'), DataRefused);
  });
});

describe('DemoChecker', () => {
  it('runs a demo once as long as its text stands', async () => {
    const checker = new DemoChecker();
    const check = (text: string) => checker.check(readDemo('moe', text), bareHost);
    const first = await check('tokens: 4\n');
    assert.equal(await check('tokens: 4\n'), first);
    assert.notEqual(await check('tokens: 5\n'), first);
  });

  it('reads a data file anew each time', async () => {
    const checker = new DemoChecker();
    let reads = 0;
    const host = { ...bareHost, readData: async () => String(++reads) };
    for (let i = 0; i < 2; i++)
      await checker.check(readDemo('scaling-law', 'data: {path: a, n: n, d: d, loss: l}'), host);
    assert.equal(reads, 2);
  });
});
