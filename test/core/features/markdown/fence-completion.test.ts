import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver-types';
import { demoKinds } from '../../../../src/core/demos/demo-kind';
import { demoSketches } from '../../../../src/core/demos/demo-sketches';
import { completion } from '../../../../src/core/features/completion';
import { diagramSketches } from '../../../../src/core/mermaid/diagram-sketches';
import { filledIn } from '../../../../src/core/text/placeholders';
import { applyChanges } from '../../../../src/core/text/span';
import { problemsOf } from '../../../support/demos';
import { markedCourse } from '../../../support/marked-course';
import { mermaidJudge } from '../../../support/mermaid-judge';

/** The text once a kind of fence is chosen at the marker. */
async function chosen(source: string, label: string, name?: string): Promise<string | undefined> {
  const { context, offset, text } = markedCourse(source, name);
  const { items } = await completion(context, offset, { snippets: false });
  const edit = items.find((item) => item.label === label)?.textEdit as TextEdit | undefined;
  return edit && applyChanges(text, [{ span: context.document.lines.spanOf(edit.range), newText: edit.newText }]);
}

const moe = 'preset: mixtral\ntokens: 16';

describe('fenceCompletion', () => {
  const rows: readonly (readonly [where: string, before: string, after: string])[] = [
    ['at the end of a file', 'A.\n\n```<|>', `A.\n\n\`\`\`moe\n${moe}\n\`\`\``],
    ['above other text', '```mo<|>\n\nMore.\n', `\`\`\`moe\n${moe}\n\`\`\`\n\nMore.\n`],
    ['with tildes', '~~~~<|>\n', `~~~~moe\n${moe}\n~~~~\n`],
    ['with its closing line there', '```<|>\n```\n', `\`\`\`moe\n${moe}\n\`\`\`\n`],
    ['with its content there', '```<|>\nexperts: 4\n```\n', '```moe\nexperts: 4\n```\n'],
    ['above another fence', '```<|>\n\n```python\nx\n```\n', `\`\`\`moe\n${moe}\n\`\`\`\n\n\`\`\`python\nx\n\`\`\`\n`],
    [
      'in a directive that is longer',
      '````{note}\n```<|>\n````\n',
      `\`\`\`\`{note}\n\`\`\`moe\n${moe}\n\`\`\`\n\`\`\`\`\n`,
    ],
    ['in a quote', '> ```<|>\n', `> \`\`\`moe\n> preset: mixtral\n> tokens: 16\n> \`\`\`\n`],
  ];
  for (const [where, before, after] of rows) {
    it(`writes what is missing ${where}`, async () => assert.equal(await chosen(before, 'moe'), after));
  }

  it('writes lines without the indentation of the first, which an editor gives them', async () => {
    assert.equal(await chosen('- a\n\n  ```<|>\n', 'moe'), `- a\n\n  \`\`\`moe\n${moe}\n\`\`\`\n`);
  });

  it('offers nothing behind a closing line, in code and behind other text', async () => {
    for (const source of [
      '```moe\nexperts: 4\n```<|>\n',
      '````text\n```<|>\n````\n',
      'a ```<|>\n',
      '``<|>\n',
      '```{note}\na\n```<|>\n',
    ]) {
      assert.equal(await chosen(source, 'moe'), undefined, source);
    }
  });

  it('offers diagrams that Mermaid takes', async function () {
    this.timeout(60_000);
    const judge = await mermaidJudge();
    for (const { type, text } of diagramSketches) {
      assert.equal((await judge.judge(filledIn(text))).kind, 'good', type);
    }
    await judge.dispose();
  });

  it('offers demos without a fault', async () => {
    for (const kind of demoKinds.filter((one) => one !== 'transformer')) {
      assert.deepEqual(await problemsOf(kind, filledIn(demoSketches[kind])), [], kind);
    }
  });
});
