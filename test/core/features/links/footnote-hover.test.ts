import assert from 'node:assert/strict';
import { courseFacts } from '../../../../src/core/course-facts';
import { hover } from '../../../../src/core/features/hover';
import { marked } from '../../../support/markers';
import { memoryCourse } from '../../../support/memory-course';

describe('the mark of a footnote', () => {
  const notes = '\n\n[^1]: It is *said* in [b](b.md).\n[^Long-name]: Another,\n    on two lines.\n';
  const rows: readonly (readonly [source: string, shown: string | undefined])[] = [
    [`So it is[<|>^1].${notes}`, 'It is *said* in'],
    [`So it is[^1<|>].${notes}`, 'It is *said* in'],
    [`So[^1] it is[^long<|>-name].${notes}`, 'Another,'],
    [`- So[^<|>1]\n${notes}`, 'It is *said* in'],
    [`So<|> it is[^1].${notes}`, undefined],
    [`So \`it[^<|>1]\`.${notes}`, undefined],
    [`So it is\\[^<|>1].${notes}`, undefined],
    [`So it is[^<|>2].${notes}`, undefined],
    [`\`\`\`text\n[^<|>1]\n\`\`\`\n${notes}`, undefined],
  ];
  for (const [source, shown] of rows) {
    it(`${shown ? 'shows its text' : 'is none'} in ${JSON.stringify(source.split('\n\n')[0])}`, async () => {
      const { text, spans } = marked(source);
      const { context } = memoryCourse({ 'one.md': text, 'b.md': '# B\n' }, {}, courseFacts);
      const found = (await hover(context('one.md'), spans[0]!.start))?.contents as { value: string } | undefined;
      if (shown) assert.ok(found?.value.includes(shown), found?.value);
      else assert.equal(found, undefined);
    });
  }
});
