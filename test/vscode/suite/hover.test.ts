import assert from 'node:assert/strict';
import { until } from '../../support/until';
import { hoversAt, rangeOf, show } from './course';

describe('A term', () => {
  it('is explained once wherever it stands: in prose, in a label, on a node id', async () => {
    const { document } = await show('README.md');
    const hovers = (text: string) => hoversAt(document.uri, rangeOf(document, text).start);
    const explains = (text: string) => text.includes('one short latent vector a token');
    await until(async () => (await hovers('Multi-Head')).some(explains), 'the course’s terms');
    for (const place of ['Multi-Head', 'Multi-Head Latent Attention (MLA)', 'MLA[']) {
      assert.equal((await hovers(place)).filter(explains).length, 1, place);
    }
  });
});
