import assert from 'node:assert/strict';
import { csv } from '../../../../webview/demos/parts/csv';

describe('csv', () => {
  it('quotes what must be quoted and leaves what is not finite empty', () => {
    const table = {
      columns: ['a', 'b, c'],
      rows: [
        ['say "x"', 0.1 + 0.2],
        ['', Number.NaN],
        [null, -1],
      ],
    };
    assert.equal(csv(table), 'a,"b, c"\r\n"say ""x""",0.30000000000000004\r\n,\r\n,-1\r\n');
  });

  it('keeps a spreadsheet from reading a word as a formula, but not a number as a word', () => {
    assert.equal(csv({ columns: ['=1+1'], rows: [['-2'], ['@x']] }), "'=1+1\r\n-2\r\n'@x\r\n");
  });
});
