import assert from 'node:assert/strict';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import type { DemoJob, DemoSolver } from '../../../../src/core/demos/demo-solver';
import { codeLenses } from '../../../../src/core/features/code-lenses';
import { completion } from '../../../../src/core/features/completion';
import { definition } from '../../../../src/core/features/definition';
import { resolveDemoLens } from '../../../../src/core/features/demos/demo-lenses';
import { hover } from '../../../../src/core/features/hover';
import { inlayHints } from '../../../../src/core/features/inlay-hints';
import { references } from '../../../../src/core/features/references';
import { prepareRename, rename } from '../../../../src/core/features/rename';
import { RenameRefused } from '../../../../src/core/features/rename-refused';
import { applyChanges } from '../../../../src/core/text/span';
import { checked } from '../../../support/demos';
import { marked } from '../../../support/markers';
import { memoryCourse, memoryRoot } from '../../../support/memory-course';

const check = ({ kind, text }: DemoJob) => checked(kind, text);
const demos: DemoSolver = { check, glance: check, dispose: async () => undefined };

const fence = '```mla\nid: cache\npreset: deepseek-v3\n```\n';
const other = 'Also [35 thousand](demo:cache.kv_elements_per_token) and 71 kB <!-- = cache.bytes_per_token -->.\n';

/** A course whose first file holds one `<|>`, which is taken out. */
function about(source: string, others: Readonly<Record<string, string>> = {}, name = 'lesson.md') {
  const { text, spans } = marked(source);
  const { course, context } = memoryCourse({ [name]: text, ...others });
  return { course, text, offset: spans[0]!.start, context: { ...context(name), demos } };
}

const uriOf = (name: string) => `${memoryRoot}/${name}`;

describe('a number that is bound', () => {
  for (const [what, source] of [
    ['a link', `There are [35,1<|>36](demo:cache.kv_elements_per_token).\n\n${fence}`],
    ['the target of a link', `There are [35,136](demo:cache.kv_<|>elements_per_token).\n\n${fence}`],
    ['the number before a comment', `There are 35,<|>136 <!-- = cache.kv_elements_per_token -->.\n\n${fence}`],
    ['a reference', `There are [35,1<|>36][c].\n\n[c]: demo:cache.kv_elements_per_token\n\n${fence}`],
    ['a definition', `There are [35,136][c].\n\n[c]: demo:cac<|>he.kv_elements_per_token\n\n${fence}`],
    ['a comment', `There are 35,136 <!-- = cac<|>he.kv_elements_per_token -->.\n\n${fence}`],
  ] as const)
    it(`leads to the demo and says what that gives, at ${what}`, async () => {
      const { context, offset, text } = about(source);
      const [goal, ...more] = await definition(context, offset);
      assert.deepEqual(more, []);
      assert.equal(goal?.targetUri, uriOf('lesson.md'));
      const { start, end } = context.document.lines.spanOf(goal!.targetRange);
      assert.equal(text.slice(start, end), 'cache');
      const shown = await hover(context, offset);
      const { value } = shown!.contents as { value: string };
      assert.match(value, /\*\*cache\\?\.kv\\?_elements\\?_per\\?_token\*\* = 35136 elements/);
      assert.match(value, /✓ 35,136 holds\./);
      assert.match(value, /Numbers cached for a token over all layers/);
      assert.match(value, /d_c \+ d_R/);
    });

  it('says what is wrong with it', async () => {
    const { context, offset } = about(`There are [36,0<|>00](demo:cache.kv_elements_per_token).\n\n${fence}`);
    const { value } = (await hover(context, offset))!.contents as { value: string };
    assert.match(value, /✗ kv\\?_elements\\?_per\\?_token is 35,136, not 36,000/);
  });

  it('leads to a demo of another file', async () => {
    const { context, offset } = about('It is [7<|>0 kB](demo:cache.bytes_per_token).', { 'numbers/caches.md': fence });
    const [goal] = await definition(context, offset);
    assert.equal(goal?.targetUri, uriOf('numbers/caches.md'));
    assert.deepEqual(goal?.targetRange, { start: { line: 1, character: 4 }, end: { line: 1, character: 9 } });
    const { value } = (await hover(context, offset))!.contents as { value: string };
    assert.match(value, /70\.27 kB/);
    assert.match(value, /✓ 70 kB holds, 0\.39% from it\./);
    assert.match(value, /numbers\/caches\.md/);
  });

  it('is found from its demo, and counted there', async () => {
    const source = `It is [70 kB](demo:cache.bytes_per_token).\n\n${fence.replace('cache', 'ca<|>che')}`;
    const { context, offset, text } = about(source, { 'other.md': other });
    const found = await references(context, offset, true);
    assert.deepEqual(
      found.map(({ uri, range }) => [uri, range.start.line]),
      [
        [uriOf('lesson.md'), 3],
        [uriOf('lesson.md'), 0],
        [uriOf('other.md'), 0],
        [uriOf('other.md'), 0],
      ],
    );
    const [lens] = codeLenses(context);
    const { command } = await resolveDemoLens(context, lens!);
    assert.equal(command!.title, '▶ Run beside · ✗ 3 numbers bound, 1 differs');
    const [hint] = await inlayHints(context, { start: 0, end: text.length });
    assert.deepEqual([hint?.position.line, (hint!.label as { value: string }[])[0]!.value], [3, '3 numbers']);
  });

  it('follows its demo’s new id, in other files and in strings of Python too', async () => {
    const source = `It is [70 kB](demo:ca<|>che.bytes_per_token), 2 <!-- = cachet.x -->.\n\n${fence}`;
    const inPython = `TEXT = """\n# A\n\n${other}"""\n`;
    const twice = '[1][c], [2][c]\n\n[c]: <demo:cache.kv_elements_per_token> "Title"\n';
    const files = { 'other.md': other, 'twice.md': twice, 'app.py': inPython, 'deep/own.md': `${other}\n${fence}` };
    const { course, context, offset } = about(source, files);
    assert.equal((await prepareRename(context, offset))?.placeholder, 'cache');
    const edits = (await rename(context, offset, 'kv-cache'))!;
    const edited = (name: string) => {
      const document = course.openDocument(uriOf(name))!;
      const own = edits.filter(({ uri }) => uri === uriOf(name));
      const changes = own.map(({ range, newText }) => ({ span: document.lines.spanOf(range), newText }));
      return applyChanges(document.text, changes);
    };
    const renamed = (text: string) => text.replaceAll(/\bcache(?=\.|$)/gm, 'kv-cache');
    assert.equal(edited('lesson.md'), renamed(marked(source).text));
    assert.equal(edited('other.md'), renamed(other));
    assert.equal(edited('app.py'), renamed(inPython));
    assert.equal(edited('twice.md'), renamed(twice));
    assert.equal(edited('deep/own.md'), files['deep/own.md'], 'has a demo of its own by this id');
    for (const name of ['kv cache', '3', 'a.b']) await assert.rejects(rename(context, offset, name), RenameRefused);
  });
});

describe('what a number can be bound to', () => {
  const offered = async (source: string, name?: string, others?: Readonly<Record<string, string>>) => {
    const { context, offset, text } = about(source, others, name);
    const { items } = await completion(context, offset, { snippets: false });
    const put = (item: CompletionItem) => {
      const edit = item.textEdit as TextEdit;
      return applyChanges(text, [{ span: context.document.lines.spanOf(edit.range), newText: edit.newText }]);
    };
    return items.map((item) => ({ label: item.label, detail: item.detail, text: put(item).split('\n')[0] }));
  };

  it('is offered behind demo:, what agrees with the number first', async () => {
    const [first, ...more] = await offered(`It is [70 kB](demo:<|>).\n\n${fence}`);
    assert.deepEqual(first, {
      label: 'demo:cache.bytes_per_token',
      detail: '70.27 kB',
      text: 'It is [70 kB](demo:cache.bytes_per_token).',
    });
    assert.ok(more.some(({ label, detail }) => label === 'demo:cache.cache_bytes' && detail === '2.303 GB'));
  });

  it('is offered where a link of a number begins', async () => {
    const [first] = await offered(`It is [70 kB](<|>).\n\n${fence}`);
    assert.equal(first?.label, 'demo:cache.bytes_per_token');
    const words = await offered(`It is [a page](<|>).\n\n${fence}`);
    assert.ok(!words.some(({ label }) => label.startsWith('demo:')));
  });

  it('is offered in a comment, which it closes', async () => {
    const [first] = await offered(`It is 98.24% <!-- = <|>\n\n${fence}`);
    assert.deepEqual(
      [first?.label, first?.text],
      ['cache.reduction_elements', 'It is 98.24% <!-- = cache.reduction_elements -->'],
    );
    const [closed] = await offered(`It is 98.24% <!-- = cache.reduction_v<|> -->\n\n${fence}`);
    assert.equal(closed?.text, 'It is 98.24% <!-- = cache.reduction_vs_mha -->');
  });

  it('is offered in the definition of a reference', async () => {
    const offers = await offered(`[c]: demo:cache.kv<|>\n\nIt is [70 kB][c].\n\n${fence}`);
    assert.ok(offers.some(({ text }) => text === '[c]: demo:cache.kv_elements_per_token'));
  });

  it('is offered in an expression of MDX, and from other files', async () => {
    const [first] = await offered('It is 70 kB {/* = <|>', 'lesson.mdx', { 'caches.md': fence });
    assert.equal(first?.text, 'It is 70 kB {/* = cache.bytes_per_token */}');
  });
});
