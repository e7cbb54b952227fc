import assert from 'node:assert/strict';
import { type Binding, bindingsOf } from '../../../../src/core/demos/bindings/binding';
import { checkBinding } from '../../../../src/core/demos/bindings/check-binding';
import { readDemo } from '../../../../src/core/demos/read-demo';
import type { DemoResults } from '../../../../src/core/demos/result';
import { applyChanges } from '../../../../src/core/text/span';
import { courseDocument } from '../../../support/course-text';

/** What mla gives, as far as the rows below speak of it. */
const results: DemoResults = {
  kv_elements_per_token: 35136,
  bytes_per_token: 70272,
  cache_bytes: 10_436_000_000,
  reduction_vs_mha: 0.98242,
  max_abs_error: 3.5e-12,
  against_elements_per_token: 1_998_848,
  weights: [0.25, 0.75],
  next: ' experts',
  ratio: 56.89,
  half: 0.5,
  flops: 5.76e23,
  parameters: 46_702_792_704,
  runs: 57,
};

const bindingIn = (text: string, name = 'lesson.md'): Binding => {
  const [binding, ...others] = bindingsOf(courseDocument(text, name));
  assert.ok(binding && others.length === 0, text);
  return binding;
};

const judged = (text: string, name?: string) => {
  const { address, bound, writtenSpan } = bindingIn(text, name);
  const resultSpan = { start: writtenSpan.start + address!.id.length + 1, end: writtenSpan.end };
  return checkBinding(bound, address!.result, resultSpan, readDemo('mla', ''), results);
};

describe('a bound number', () => {
  const right = [
    'It takes [10.4 GB](demo:a.cache_bytes).',
    'It takes [10 GB](demo:a.cache_bytes).',
    'It takes [10.4&nbsp;GB](demo:a.cache_bytes).',
    'It takes [**10.4** GB](demo:a.cache_bytes) of memory.',
    'It takes [9.72 GiB](demo:a.cache_bytes).',
    'It takes [`10436000000`](demo:a.cache_bytes) bytes.',
    'It takes [a cache of 10.4 GB](demo:a.cache_bytes).',
    'It takes 10.4 GB <!-- = a.cache_bytes --> of memory.',
    'It takes **10.4 GB**<!--=a.cache_bytes-->.',
    'It takes (10.4 GB) <!-- = a.cache_bytes -->.',
    'It takes 10.4 GB of memory <!-- = a.cache_bytes -->.',
    'It takes about 10.4 GB <!-- = a.cache_bytes -->.',
    'It takes ~10 GB <!-- = a.cache_bytes -->.',
    'It takes more than 10 GB <!-- = a.cache_bytes -->.',
    'It takes more than [10 GB](demo:a.cache_bytes).',
    'It takes at least 10.2 GB <!-- = a.cache_bytes -->.',
    'It takes less than 11 GB <!-- = a.cache_bytes -->.',
    'It takes up to 11 GB <!-- = a.cache_bytes -->.',
    'It takes 10–11 GB <!-- = a.cache_bytes -->.',
    'It takes 10 to 11 GB <!-- = a.cache_bytes -->.',
    'It takes 10-11 GB <!-- = a.cache_bytes -->.',
    'It takes 10.4 ± 0.1 GB <!-- = a.cache_bytes -->.',
    'Er braucht 10,4 Gigabyte <!-- = a.cache_bytes -->.',
    'Er braucht 10,4 GB <!-- = a.cache_bytes -->.',
    'Er braucht rund [10 GB](demo:a.cache_bytes).',
    'There are 35,136 <!-- = a.kv_elements_per_token --> elements.',
    'There are 35,136 elements <!-- = a.kv_elements_per_token -->.',
    'There are [35 136 elements](demo:a.kv_elements_per_token).',
    "There are [35'136](demo:a.kv_elements_per_token).",
    'There are [$35{,}136$](demo:a.kv_elements_per_token).',
    'There are [35k](demo:a.kv_elements_per_token).',
    'Against 1,998,848 <!-- = a.against_elements_per_token -->.',
    'Against [1.998.848](demo:a.against_elements_per_token).',
    'Against [2.0 million](demo:a.against_elements_per_token).',
    'Against about 2,000,000 <!-- = a.against_elements_per_token -->.',
    'It is [98.24 %](demo:a.reduction_vs_mha) smaller.',
    'It is 98 percent <!-- = a.reduction_vs_mha --> smaller.',
    'It is over [98%](demo:a.reduction_vs_mha) smaller.',
    'It is [57 times](demo:a.ratio) smaller.',
    'It is [57×](demo:a.ratio) smaller.',
    'It is about 60 times <!-- = a.ratio --> smaller.',
    'Averaged over [57](demo:a.ratio) runs.',
    'It has more than 46 billion <!-- = a.parameters --> parameters.',
    'It has more than [46.7 billion](demo:a.parameters) parameters.',
    'It has over [46B](demo:a.parameters) parameters.',
    'It has at least 46 billion <!-- = a.parameters --> parameters.',
    'It has no fewer than 46 billion <!-- = a.parameters --> parameters.',
    'It has fewer than 47 billion <!-- = a.parameters --> parameters.',
    'It has under 47 billion <!-- = a.parameters --> parameters.',
    'It has at most 47 billion <!-- = a.parameters --> parameters.',
    'It has never more than 47 billion <!-- = a.parameters --> parameters.',
    'It has 47 billion <!-- = a.parameters --> parameters.',
    'It has about 47 billion <!-- = a.parameters --> parameters.',
    'It has just short of 47 billion <!-- = a.parameters --> parameters.',
    'It has parameters less than or equal to 47 billion <!-- = a.parameters -->.',
    'It has up to 47 billion <!-- = a.parameters --> parameters.',
    'It has up to 46 billion of [46.7 billion](demo:a.parameters) parameters.',
    'It takes up to 10.4 GB <!-- = a.cache_bytes -->.',
    'It takes as much as 10.4 GB <!-- = a.cache_bytes -->.',
    'Es sind mehr als 46 Milliarden <!-- = a.parameters --> Parameter.',
    'Es sind mehr als 46,5 Mrd. <!-- = a.parameters --> Parameter.',
    'Es sind weniger als 47 Mrd. Parameter <!-- = a.parameters -->.',
    'Es sind mindestens 46 Mrd. Parameter <!-- = a.parameters -->.',
    'Es sind höchstens [47 Mrd.](demo:a.parameters) Parameter.',
    'Es sind nicht mehr als [47 Mrd.](demo:a.parameters) Parameter.',
    'Es sind bis zu [46,7 Mrd.](demo:a.parameters) Parameter.',
    'Es sind über 46 Mrd. <!-- = a.parameters --> Parameter.',
    'Es sind 46,7 Mrd. <!-- = a.parameters -->',
    'Es sind 46,7 Mrd. Parameter <!-- = a.parameters -->',
    'Es sind 46.702,8 Mio. <!-- = a.parameters --> Parameter.',
    'Es sind 0,0467 Billionen <!-- = a.parameters --> Parameter.',
    'Es ist um 98 Prozent <!-- = a.reduction_vs_mha --> kleiner.',
    'It has 46.7bn <!-- = a.parameters --> parameters.',
    'Averaged over [57](demo:a.runs) runs.',
    'The mean over [57](demo:a.runs) runs.',
    'Über [57](demo:a.runs) Läufe gemittelt.',
    'A card of 8 GB is less than [10.4 GB](demo:a.cache_bytes).',
    'It is 30 % less than [10.4 GB](demo:a.cache_bytes).',
    'It is [30 %](x.md) less than [10.4 GB](demo:a.cache_bytes).',
    'It is five times more than, and twice as much as [10.4 GB](demo:a.cache_bytes).',
    'It is 3 times larger than [10.4 GB](demo:a.cache_bytes).',
    'It costs [5.76e23](demo:a.flops).',
    'It costs 5.76 × 10^23 <!-- = a.flops -->.',
    'It costs [5.76·10²³](demo:a.flops) FLOPs.',
    'It costs [$5.76 \\times 10^{23}$](demo:a.flops).',
    'They differ by [3.5e-12](demo:a.max_abs_error).',
    'They differ by [3.5 × 10⁻¹²](demo:a.max_abs_error).',
    'They differ by less than 1e-9 <!-- = a.max_abs_error -->.',
    'The weights are [0.25](demo:a.weights.0) and 0.75.',
    'The next is [experts](demo:a.next).',
    'The next is “experts” <!-- = a.next -->.',
    'In layer 61 of 3.2, GPT-4 takes 10.4 GB <!-- = a.cache_bytes -->.',
    '| 10.4 GB <!-- = a.cache_bytes --> | x |\n| --- | --- |\n| 1 | 2 |',
    '# A cache of [10.4 GB](demo:a.cache_bytes)',
  ];
  for (const text of right)
    it(`holds in ${text}`, () => {
      const { holds, problem } = judged(text);
      assert.deepEqual({ holds, problem }, { holds: true, problem: undefined });
    });

  const wrong: [text: string, marked: string, message: string, mended: string | undefined][] = [
    [
      'It takes [10.5 GB](demo:a.cache_bytes).',
      '10.5 GB',
      'cache_bytes is 10.4 GB, not 10.5 GB.',
      'It takes [10.4 GB](demo:a.cache_bytes).',
    ],
    ['It takes [**10.5** GB](demo:a.cache_bytes).', '10.5** GB', 'cache_bytes is 10.4 GB, not 10.5 GB.', undefined],
    [
      'It takes [10.4 GiB](demo:a.cache_bytes).',
      '10.4 GiB',
      'cache_bytes is 9.7 GiB, not 10.4 GiB.',
      'It takes [9.7 GiB](demo:a.cache_bytes).',
    ],
    [
      'It takes 11 GB of memory <!-- = a.cache_bytes -->.',
      '11 GB',
      'cache_bytes is 10 GB, not 11 GB.',
      'It takes 10 GB of memory <!-- = a.cache_bytes -->.',
    ],
    [
      'It takes about 20 GB <!-- = a.cache_bytes -->.',
      '20 GB',
      'cache_bytes is 10 GB, not about 20 GB.',
      'It takes about 10 GB <!-- = a.cache_bytes -->.',
    ],
    [
      'It takes less than 10 GB <!-- = a.kv_elements_per_token -->.',
      '10 GB',
      'kv_elements_per_token is a number, and less than 10 GB is no way to claim one: write 5 elements, ~0.5, 0.5 ± 0.01, "< 1", ">= 2" or 0.2..0.4.',
      undefined,
    ],
    [
      'It takes less than 9 GB <!-- = a.cache_bytes -->.',
      '9 GB',
      'cache_bytes is 10.436 GB, not less than 9 GB.',
      'It takes less than 11 GB <!-- = a.cache_bytes -->.',
    ],
    ...(
      [
        ['more than', '47 billion', '46 billion'],
        ['over', '47 billion', '46 billion'],
        ['above', '46.8 billion', '46.7 billion'],
        ['Over', '47 billion', '46 billion'],
        ['exceeds', '47 billion', '46 billion'],
        ['at least', '47 billion', '46 billion'],
        ['no fewer than', '47 billion', '46 billion'],
        ['not less than', '47B', '46B'],
        ['fewer than', '46.7 billion', '46.8 billion'],
        ['under', '46 billion', '47 billion'],
        ['at most', '46.7 billion', '46.8 billion'],
        ['no more than', '46 billion', '47 billion'],
        ['less than or equal to', '46 billion', '47 billion'],
        ['mehr als', '47 Milliarden', '46 Milliarden'],
        ['über', '47 Mrd.', '46 Mrd.'],
        ['mindestens', '46,8 Mrd.', '46,7 Mrd.'],
        ['weniger als', '46,7 Mrd.', '46,8 Mrd.'],
        ['höchstens', '46 Mrd.', '47 Mrd.'],
        ['nicht mehr als', '46 Mrd.', '47 Mrd.'],
        ['unter', '46 Mrd.', '47 Mrd.'],
      ] as const
    ).map(([words, written, mended]): (typeof wrong)[number] => [
      `It has ${words} ${written} <!-- = a.parameters --> parameters.`,
      written,
      `parameters is ${written.replace(/^[\d.,]+/, written.includes(',') ? '46,7028' : '46.7028')}, not ${words} ${written}.`,
      `It has ${words} ${mended} <!-- = a.parameters --> parameters.`,
    ]),
    [
      'Up to 2 of [them](x.md), at most [46.7B](demo:a.parameters).',
      '46.7B',
      'parameters is 46.7028B, not at most 46.7B.',
      'Up to 2 of [them](x.md), at most [46.8B](demo:a.parameters).',
    ],
    [
      'Of [8](x.md), at most [46.7B](demo:a.parameters).',
      '46.7B',
      'parameters is 46.7028B, not at most 46.7B.',
      'Of [8](x.md), at most [46.8B](demo:a.parameters).',
    ],
    [
      'It has more than 57 <!-- = a.runs --> runs.',
      '57',
      'runs is 57, not more than 57.',
      'It has more than 56 <!-- = a.runs --> runs.',
    ],
    [
      'It costs less than [5 × 10^23](demo:a.flops).',
      '5 × 10^23',
      'flops is 5.76 × 10^23, not less than 5 × 10^23.',
      'It costs less than [6 × 10^23](demo:a.flops).',
    ],
    [
      'It takes 11–12 GB <!-- = a.cache_bytes -->.',
      '11–12 GB',
      'cache_bytes is 10.436 GB, not 11–12 GB.',
      'It takes 10.436 GB <!-- = a.cache_bytes -->.',
    ],
    [
      'It takes 10.6 ± 0.1 GB <!-- = a.cache_bytes -->.',
      '10.6 ± 0.1 GB',
      'cache_bytes is 10.4 GB, not 10.6 ± 0.1 GB.',
      'It takes 10.4 GB ± 0.1 GB <!-- = a.cache_bytes -->.',
    ],
    [
      'Er braucht 10,6 GB <!-- = a.cache_bytes -->.',
      '10,6 GB',
      'cache_bytes is 10,4 GB, not 10,6 GB.',
      'Er braucht 10,4 GB <!-- = a.cache_bytes -->.',
    ],
    [
      'There are [35,137](demo:a.kv_elements_per_token).',
      '35,137',
      'kv_elements_per_token is 35,136, not 35,137.',
      'There are [35,136](demo:a.kv_elements_per_token).',
    ],
    [
      'It is [97.24 %](demo:a.reduction_vs_mha) smaller.',
      '97.24 %',
      'reduction_vs_mha is 98.24 %, not 97.24 %.',
      'It is [98.24 %](demo:a.reduction_vs_mha) smaller.',
    ],
    [
      'It is 97 percent <!-- = a.reduction_vs_mha --> smaller.',
      '97 percent',
      'reduction_vs_mha is 98 percent, not 97 percent.',
      'It is 98 percent <!-- = a.reduction_vs_mha --> smaller.',
    ],
    [
      'It costs 5.7 × 10^23 <!-- = a.flops -->.',
      '5.7 × 10^23',
      'flops is 5.8 × 10^23, not 5.7 × 10^23.',
      'It costs 5.8 × 10^23 <!-- = a.flops -->.',
    ],
    [
      'It costs [5.7·10²³](demo:a.flops).',
      '5.7·10²³',
      'flops is 5.8·10²³, not 5.7·10²³.',
      'It costs [5.8·10²³](demo:a.flops).',
    ],
    ['The next is [tokens](demo:a.next).', 'tokens', 'next is “experts”, not “tokens”.', undefined],
    [
      'It is [small](demo:a.cache_bytes).',
      'small',
      'cache_bytes is a number, and none stands in this link.',
      undefined,
    ],
    [
      'It is small. <!-- = a.cache_bytes -->',
      'cache_bytes',
      'cache_bytes is a number, and none stands right before this comment.',
      undefined,
    ],
    [
      'It is [10 GB](demo:a.cache_byte).',
      'cache_byte',
      'This demo gives no cache_byte. Did you mean cache_bytes?',
      'It is [10 GB](demo:a.cache_bytes).',
    ],
    [
      'It is [0.25](demo:a.weights).',
      'weights',
      'weights is a list: name one of its values, counted from zero, as weights.0.',
      undefined,
    ],
  ];
  for (const [text, marked, message, mended] of wrong)
    it(`fails in ${text}`, () => {
      const { source } = bindingIn(text);
      const { problem } = judged(text);
      assert.ok(problem);
      const change = problem.fixes[0] && source.change(problem.fixes[0].span, problem.fixes[0].newText);
      assert.deepEqual(
        [
          source.text.slice(problem.span.start, problem.span.end),
          problem.message,
          change && applyChanges(text, [change]),
        ],
        [marked, message, mended],
      );
      if (mended) assert.ok(judged(mended).holds, mended);
    });

  it('is bound by an expression in MDX', () => {
    const text = 'It takes 10.4 GB {/* = a.cache_bytes */} of memory.';
    assert.ok(judged(text, 'lesson.mdx').holds);
    assert.deepEqual(bindingsOf(courseDocument(text, 'lesson.md')), []);
  });

  it('is none in code, and none by other comments', () => {
    for (const text of [
      '`[10 GB](demo:a.b)` and `10 GB <!-- = a.b -->`',
      '```\n[10 GB](demo:a.b) <!-- = a.b -->\n```',
      '10 <!-- = 5 --> or <!-- = so it is --> <!-- a.b -->',
      '[10](demonstration.md) ![x](demo:a.b)',
    ])
      assert.deepEqual(bindingsOf(courseDocument(text)), [], text);
  });
});
