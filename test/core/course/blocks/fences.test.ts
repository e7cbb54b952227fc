import assert from 'node:assert/strict';
import { applyChanges } from '../../../../src/core/text/span';
import { readMarkdown } from '../read-course';

describe('fences', () => {
  const cases: Record<string, { text: string; content: string; language: string; closed: boolean; span?: string }> = {
    'of backticks': {
      text: 'a\n\n```mermaid\nA\n```\nb',
      content: 'A\n',
      language: 'mermaid',
      closed: true,
      span: '```mermaid\nA\n```',
    },
    'of tildes, longer than what they hold': {
      text: '~~~~ Mermaid x=1\n```\n~~~\n~~~~',
      content: '```\n~~~\n',
      language: 'mermaid',
      closed: true,
    },
    'in braces': { text: '```{mermaid}\nA\n```', content: 'A\n', language: 'mermaid', closed: true },
    'with a class attribute': { text: '``` {.mermaid #a}\nA\n```', content: 'A\n', language: 'mermaid', closed: true },
    'with options after a comma': {
      text: '```{python, echo=FALSE}\n1\n```',
      content: '1\n',
      language: 'python',
      closed: true,
    },
    'of colons': {
      text: 'a\n:::mermaid\nA\n:::\nb',
      content: 'A\n',
      language: 'mermaid',
      closed: true,
      span: ':::mermaid\nA\n:::',
    },
    'of colons, spaced and longer': {
      text: ':::: mermaid\nA\n:::\n::::',
      content: 'A\n:::\n',
      language: 'mermaid',
      closed: true,
    },
    'of colons, unclosed': {
      text: '> :::mermaid\n> A\n\nb',
      content: 'A\n',
      language: 'mermaid',
      closed: false,
      span: ':::mermaid\n> A',
    },
    indented: { text: '  ```\n   A\n B\n  ```', content: ' A\nB\n', language: '', closed: true },
    'in a quote': { text: '> ```mermaid\n> A\n>B\n> ```', content: 'A\nB\n', language: 'mermaid', closed: true },
    'in a list item': {
      text: '1. x\n\n   ```moe\n   A\n\n     B\n   ```',
      content: 'A\n\n  B\n',
      language: 'moe',
      closed: true,
    },
    'in a list item by tabs': { text: '-\t```\n\tA\n\t\tB\n\t```', content: 'A\n\tB\n', language: '', closed: true },
    'by tabs that are split': { text: '- ```\n\tA\n  ```', content: '  A\n', language: '', closed: true },
    'unclosed to the end': {
      text: '```mermaid\nA',
      content: 'A',
      language: 'mermaid',
      closed: false,
      span: '```mermaid\nA',
    },
    'unclosed to the end of its quote': {
      text: '> ```\n> A\n\nb',
      content: 'A\n',
      language: '',
      closed: false,
      span: '```\n> A',
    },
    'unclosed and empty': { text: 'x\n```', content: '', language: '', closed: false, span: '```' },
    'with CRLF': {
      text: '```mermaid\r\nA\r\nB\r\n```\r\n',
      content: 'A\nB\n',
      language: 'mermaid',
      closed: true,
      span: '```mermaid\r\nA\r\nB\r\n```',
    },
  };
  for (const [name, { text, content, language, closed, span }] of Object.entries(cases)) {
    it(`are read ${name}`, () => {
      const document = readMarkdown(text);
      assert.equal(document.fences.length, 1);
      const fence = document.fences[0]!;
      assert.equal(fence.content.text, content);
      assert.equal(fence.language, language);
      assert.equal(fence.closed, closed);
      if (span !== undefined) assert.equal(text.slice(fence.span.start, fence.span.end), span);
      assert.equal(document.diagrams.length, language === 'mermaid' ? 1 : 0);
    });
  }

  it('leave the options of a MyST directive out of its diagram', () => {
    const options = ':name: fig-a\n:zoom:\n\n';
    for (const [text, content] of [
      [`\`\`\`{mermaid}\n${options}flowchart LR\n\`\`\`\n`, 'flowchart LR\n'],
      [`:::{mermaid}\n${options}flowchart LR\n:::\n`, 'flowchart LR\n'],
      ['```mermaid\n:a: b\n```\n', ':a: b\n'],
      ['```{mermaid}\nflowchart LR\n:a: b\n```\n', 'flowchart LR\n:a: b\n'],
    ] as const) {
      const { diagrams } = readMarkdown(text);
      assert.equal(diagrams[0]!.content.text, content);
      assert.equal(diagrams[0]!.contentSpan.start, text.indexOf(content));
    }
  });

  it('leave other colon fences to markdown', () => {
    const document = readMarkdown(':::note\n```mermaid\nA\n```\n:::');
    assert.deepEqual(
      document.fences.map((fence) => fence.language),
      ['mermaid'],
    );
  });

  it('say where marker, info string and content stand', () => {
    const text = '> ~~~~  mermaid x \n> A\n> ~~~~';
    const fence = readMarkdown(text).fences[0]!;
    const at = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    assert.equal(at(fence.markerSpan), '~~~~');
    assert.equal(at(fence.infoSpan), 'mermaid x');
    assert.equal(fence.info, 'mermaid x');
    assert.equal(at(fence.contentSpan), 'A\n');
  });

  it('write a new line with the marks of their containers', () => {
    const text = '- > ```mermaid\r\n  > A\r\n  > ```';
    const change = readMarkdown(text).fences[0]!.content.change({ start: 1, end: 1 }, '\nB');
    assert.equal(applyChanges(text, [change!]), '- > ```mermaid\r\n  > A\r\n  > B\r\n  > ```');
  });
});
