import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDemo } from '../../../src/core/demos/check-demo';
import { dataUri } from '../../../src/core/demos/demo-host';
import { listDemos } from '../../../src/core/features/demos/list-demos';
import { courseDocument } from '../../support/course-text';
import { shippedModels } from '../../support/models';

const folder = 'samples/course';
const lessons = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));

describe('the demos of the sample course', function () {
  this.timeout(120_000);
  for (const lesson of lessons) {
    const document = courseDocument(readFileSync(join(folder, lesson), 'utf8'), lesson.replaceAll('\\', '/'));
    const readData = async (path: string) => {
      const uri = dataUri(document.uri, 'file:///course', path);
      return uri && readFileSync(join(folder, uri.slice('file:///course/'.length)), 'utf8');
    };
    it(`give what ${lesson} says`, async () => {
      const demos = await listDemos(document, (demo) => checkDemo(demo, { models: shippedModels, readData }));
      for (const { range, error, expectations } of demos) {
        assert.equal(error, undefined, `line ${range.start.line + 1}`);
        assert.deepEqual(
          expectations.filter(({ holds }) => !holds),
          [],
          `line ${range.start.line + 1}`,
        );
      }
    });
  }

  it('make claims at all', async () => {
    const text = readFileSync(join(folder, 'numbers/scaling.md'), 'utf8');
    const readData = async () => readFileSync(join(folder, 'data/simulated-runs.csv'), 'utf8');
    const demos = await listDemos(courseDocument(text), (demo) => checkDemo(demo, { models: shippedModels, readData }));
    assert.ok(demos.flatMap(({ expectations }) => expectations).length > 20);
  });
});
