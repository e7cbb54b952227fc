import assert from 'node:assert/strict';
import { nearDemoFindings } from '../../../src/core/demos/near-demo';
import { courseDocument } from '../../support/course-text';

describe('fences that nearly ask for a demo', () => {
  const rows: [info: string, body: string, kind: string | undefined][] = [
    ['scaling_law', 'expect: { a: 9 }', 'scaling-law'],
    ['scaling-laws', 'fit: kaplan-2020', 'scaling-law'],
    ['ScalingLaw', 'fit: kaplan-2020', 'scaling-law'],
    ['transformers', 'text: CAB', 'transformer'],
    ['attnetion', 'text: a b', 'attention'],
    ['yaml demo=mo', 'experts: 4', 'moe'],
    ['yaml demo=scaling_law', 'fit: kaplan-2020', 'scaling-law'],
    ['scaling-law', 'fit: kaplan-2020', undefined],
    ['yaml', 'experts: 4', undefined],
    ['attention-note', 'Read this twice.', undefined],
    ['transformers', 'from transformers import AutoModel', undefined],
    ['attentions', 'colour: red', undefined],
    ['toml', 'text: a', undefined],
  ];
  for (const [info, body, kind] of rows)
    it(`${kind ? `ask for ${kind}` : 'ask for none'}: ${info} with ${JSON.stringify(body)}`, () => {
      const document = courseDocument(`\`\`\`${info}\n${body}\n\`\`\`\n`);
      const changes = nearDemoFindings(document).flatMap(({ fixes }) => fixes.flatMap((fix) => fix.changes));
      assert.deepEqual(
        changes.map(({ newText }) => newText),
        kind ? [kind] : [],
      );
      if (!kind) return;
      const { span } = changes[0]!;
      assert.ok(info.endsWith(document.text.slice(span.start, span.end)));
    });
});
