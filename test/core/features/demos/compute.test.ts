import assert from 'node:assert/strict';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import type { DemoJob, DemoSolver } from '../../../../src/core/demos/demo-solver';
import { completion } from '../../../../src/core/features/completion';
import { bindingFindings } from '../../../../src/core/features/demos/binding-findings';
import { hover } from '../../../../src/core/features/hover';
import { inlayHints } from '../../../../src/core/features/inlay-hints';
import { applyChanges } from '../../../../src/core/text/span';
import { checked } from '../../../support/demos';
import { marked } from '../../../support/markers';
import { memoryCourse } from '../../../support/memory-course';

const check = ({ kind, text }: DemoJob) => checked(kind, text);
const demos: DemoSolver = { check, glance: check, dispose: async () => undefined };

/** A file that holds one `<|>`, which is taken out. */
function about(source: string) {
  const { text, spans } = marked(source);
  const { context } = memoryCourse({ 'lesson.md': text });
  return { text, offset: spans[0]?.start ?? 0, context: { ...context('lesson.md'), demos } };
}

const fence = (...lines: readonly string[]) => `\`\`\`compute\n${lines.join('\n')}\n\`\`\`\n`;

describe('a compute fence', () => {
  it('says what a formula comes to, over its name and where another one uses it', async () => {
    for (const lines of [
      ['  - la<|>yers = 61', '  - cache = layers * 2 bytes'],
      ['  - layers = 61', '  - cache = la<|>yers * 2 bytes'],
    ]) {
      const { context, offset } = about(fence('let:', ...lines));
      const { value } = (await hover(context, offset))!.contents as { value: string };
      assert.equal(value, '**layers** = 61\n\n`layers = 61`');
    }
    const { context, offset } = about(fence('let:', '  - cac<|>he = 35_136 * 2 bytes'));
    const { value } = (await hover(context, offset))!.contents as { value: string };
    assert.equal(value, '**cache** = 70.27 kB\n\n`cache = 35_136 * 2 bytes`');
  });

  it('has what each formula comes to behind its line, but for bare numbers', async () => {
    const { context, text } = about(fence('let:', '  - layers = 61', '  - cache = layers * 1152 bytes'));
    const hints = await inlayHints(context, { start: 0, end: text.length });
    assert.deepEqual(
      hints.map(({ position, label }) => [position.line, label]),
      [[3, '= 70.27 kB']],
    );
  });

  it('gives its numbers to the text', async () => {
    const bound = 'It keeps [70 kB](demo:kv.cache) in [62](demo:kv.layers) layers.\n\n';
    const { context, text } = about(
      `${bound}${fence('id: kv', 'let:', '  - layers = 61', '  - cache = layers * 1152 bytes')}`,
    );
    const found = await bindingFindings(context);
    assert.deepEqual(
      found.map(({ span, message }) => [text.slice(span.start, span.end), message]),
      [['62', 'layers is 61, not 62.']],
    );
  });

  const offered = async (source: string) => {
    const { context, offset, text } = about(source);
    const { items } = await completion(context, offset, { snippets: false });
    const put = ({ textEdit }: CompletionItem) => {
      const { range, newText } = textEdit as TextEdit;
      return applyChanges(text, [{ span: context.document.lines.spanOf(range), newText }])
        .split('\n')
        .at(-3);
    };
    return items.map((item) => [item.label, put(item)]);
  };

  it('offers the names above and functions in a formula, and units in brackets', async () => {
    const above = ['let:', '  - layers = 61', '  - width = 576'];
    const [first, second, third] = await offered(fence(...above, '  - cache = <|>'));
    assert.deepEqual(
      [first, second],
      [
        ['width', '  - cache = width'],
        ['layers', '  - cache = layers'],
      ],
    );
    assert.deepEqual(third, ['sqrt', '  - cache = sqrt(']);
    assert.deepEqual((await offered(fence(...above, '  - cache = layers * wi<|>')))[0], [
      'width',
      '  - cache = layers * width',
    ]);
    assert.deepEqual((await offered(fence(...above, '  - cache [by<|>')))[0], ['bytes', '  - cache [bytes]']);
    assert.deepEqual(await offered(fence(...above, '  - cac<|>')), []);
    assert.deepEqual(await offered(fence(...above, '  - cache = 80 * 2<|>')), []);
  });

  it('offers its own formulas where one is claimed', async () => {
    const items = await offered(fence('let:', '  - layers = 61', 'expect:', '  la<|>'));
    assert.deepEqual(items[0], ['layers', '  layers: ']);
  });
});
