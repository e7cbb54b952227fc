import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { Marked } from 'marked';
import type { MermaidJudge } from '../../../src/core/mermaid/judge';
import { createCourseService } from '../../../src/core/service';
import { defaultSettings } from '../../../src/core/settings';
import { memoryRoot, memoryWorkspace } from '../../support/memory-course';

/** What an author, or a stranger whose text is in the course, may write anywhere. */
const hostile: readonly string[] = [
  '![x](https://evil.example/p.png)',
  '[![i](https://evil.example/i.png)](command:x)',
  'a | ![x](https://evil.example/t.png) | b',
  '`` `x` ``![y](https://evil.example/z.png)',
  ']()![x](https://evil.example/b.png)',
  '*![x](https://evil.example/c.png)*',
  '<img src=https://evil.example/i.png onerror=alert(1)>',
  '<!-- --><img src=x>',
  '<svg onload=alert(1)><image href="https://evil.example/s.png"/></svg>',
  '<details><summary>x</summary>![y](https://evil.example/d.png)</details>',
  '![x](data:image/svg+xml;utf8,<svg onload=alert(1)>)',
  '[c](command:workbench.action.quit)',
  '[a](<command:x y>)',
  '<command:x>',
  '<a href="command:x">y</a>',
  '[j](java&#115;cript:alert(1))',
  '[v](vscode://x/y)',
  '[d](data:text/html,x)',
  '[f](file:///etc/passwd)',
  '[f](../../../etc/passwd)',
  '[u](//evil.example/x)',
  '[u](\\\\evil\\share\\x)',
  '$\\href{javascript:alert(1)}{x}$',
  '$\\includegraphics{https://evil.example/m.png}$',
];

const plain = (text: string): string => text.replaceAll('"', '');

/** Where it may stand. */
const places: Readonly<Record<string, (text: string) => string>> = {
  'a definition': (text) => `# Glossary\n\n- **Term (EVT):** Is ${text} here.\n\nTerm\n`,
  'a definition list': (text) => `# G\n\nTerm\n: Is ${text} here.\n\nA Term\n`,
  'a section of a glossary': (text) => `# Glossary\n\n## Term\n\n${text}\n\n## B\n\nTerm\n`,
  'a table of terms': (text) => `# Glossary\n\n| Term | Definition |\n|--|--|\n| Term | ${text} |\n\nTerm\n`,
  'the name of a term': (text) => `# Glossary\n\n- **Evil ${text} Term:** It is.\n\nEvil ${text} Term\n`,
  'a glossary of MyST': (text) => `\`\`\`{glossary}\nTerm\n  ${text}\n\`\`\`\n\n{term}\`Term\`\n`,
  'a footnote': (text) => `Text[^a].\n\n[^a]: ${text}\n`,
  'titles of links': (text) => `[go](#h "${plain(text)}") [r][q]\n\n[q]: #h "${plain(text)}"\n\n# H ${text}\n\n# H\n`,
  'front matter': (text) => `---\ntitle: ${JSON.stringify(text)}\n---\n\n# H ${text}\n\n[a](#) [b](lesson.md#)\n`,
  'labels of a flowchart': (text) =>
    `\`\`\`mermaid\nflowchart TD\n  A["${plain(text)}"] -- "${plain(text)}" --> B\n  subgraph S["${plain(text)}"]\n  B\n  end\n\n\`\`\`\n`,
  'a sequence diagram': (text) =>
    `\`\`\`mermaid\nsequenceDiagram\n  participant A as ${text}\n  A->>B: ${text}\n  Note over A: ${text}\n\n\`\`\`\n`,
  'a formula': (text) => `$${text.replaceAll('$', '')}$\n`,
  'a demo': (text) =>
    `\`\`\`attention\nname: ${JSON.stringify(text)}\ntokens: [${JSON.stringify(text)}, b]\nq: ${JSON.stringify(text)}\n${JSON.stringify(text)}: 4\n\`\`\`\n\n[1](demo:\n`,
  prose: (text) => `${text}\n`,
};

/** Two readers that editors have, both with every door open. */
const strict = new MarkdownIt({ html: true, linkify: true });
strict.validateLink = () => true;
// No editor takes two slashes for an address.
strict.linkify.add('//', null as never);
const readers = [(text: string) => strict.render(text), (text: string) => new Marked().parse(text) as string];

const judge: MermaidJudge = {
  version: '12.3.0',
  judge: async () => ({ kind: 'good', type: 'flowchart-v2' }),
  show: async () => undefined,
  dispose: async () => {},
};

describe('What is shown of a hostile text', () => {
  for (const [place, written] of Object.entries(places))
    it(`asks for no picture, holds no HTML and leads nowhere it should not: ${place}`, async () => {
      for (const one of hostile) {
        for (const { value, from } of await shownOf(written(one)))
          for (const read of readers) assertHarmless(read(value), `${from} ${JSON.stringify(one)}: ${value}`);
      }
    });
});

/** All markdown that is answered about a text, and all places that it leads to, as markdown. */
async function shownOf(text: string): Promise<{ value: string; from: string }[]> {
  const uri = `${memoryRoot}/lesson.md`;
  const service = createCourseService({
    workspace: memoryWorkspace(new Map([['lesson.md', text]])),
    judge,
    settingsOf: () => Promise.resolve(defaultSettings),
  });
  service.open({ uri, text, version: 1 }, 'markdown');
  await service.load(memoryRoot);
  const { lines } = (await service.document(uri))!;
  const found: { value: string; from: string }[] = [];
  const take = (from: string, answer: unknown): void => {
    if (Array.isArray(answer)) for (const one of answer) take(from, one);
    else if (typeof answer === 'object' && answer !== null) {
      if ('kind' in answer && answer.kind === 'markdown' && 'value' in answer)
        found.push({ value: String(answer.value), from });
      if ('target' in answer && typeof answer.target === 'string')
        found.push({ value: `[x](<${answer.target}>)`, from });
      for (const one of Object.values(answer)) take(from, one);
    }
  };
  take('links', await service.documentLinks(uri));
  for (let offset = 0; offset <= text.length; offset += 2) {
    take('hover', await service.hover(uri, lines.positionAt(offset)));
    take('completion', await service.completion(uri, lines.positionAt(offset), { snippets: true }));
  }
  return found;
}

/** Fails where HTML holds anything but text and links that are safe. */
function assertHarmless(html: string, what: string): void {
  for (const [, name, rest] of html.matchAll(/<([a-z!?][^\s>/]*)([^>]*)>/gi)) {
    if (name === 'img') {
      // A formula, typeset by ourselves.
      assert.match(rest!, /^ src="data:image\/svg\+xml;(?:utf8|base64),[^"]*" alt="[^"]*"/, what);
      continue;
    }
    assert.match(
      name!,
      /^(?:p|em|strong|s|del|code|pre|ul|ol|li|blockquote|h\d|hr|br|table|thead|tbody|t[rhd]|a)$/,
      what,
    );
    for (const [, address] of rest!.matchAll(/\b(?:href|src)="([^"]*)"/g))
      assert.match(address!, /^(?:https?:\/\/[^/]|mailto:.|file:\/\/\/course|#)/, what);
    assert.doesNotMatch(rest!, /\son\w+=/, what);
  }
}
