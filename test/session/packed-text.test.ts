import { equal } from 'node:assert/strict';
import { PackedText } from '../../src/session/packed-text';

const texts = [
  '',
  'a',
  '# Gate\r\n\r\nOpens.\n',
  '\ufeff# Gate',
  'Tür, 门, 🚪 and e\u0301',
  'A gate opens. '.repeat(50_000),
];

describe('PackedText', () => {
  for (const text of texts) {
    it(`gives back ${JSON.stringify(text.slice(0, 20))}, ${text.length} characters`, () => {
      equal(new PackedText(text).text, text);
    });
  }
});
