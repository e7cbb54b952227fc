import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { documentSymbols } from '../../../../src/core/features/document-symbols';
import { diagramFolding } from '../../../../src/core/features/mermaid/folding';
import { diagramLinkedEditing } from '../../../../src/core/features/mermaid/linked-editing';
import { nodeHover } from '../../../../src/core/features/mermaid/node-hover';
import {
  diagramTokens,
  semanticTokenModifiers,
  semanticTokenTypes,
} from '../../../../src/core/features/mermaid/semantic-tokens';
import { fenced, markedCourse } from '../../../support/marked-course';

const tree = (symbols: readonly DocumentSymbol[]): unknown[] =>
  symbols.map(({ name, children }) => (children?.length ? { [name]: tree(children) } : name));

describe('documentSymbols', () => {
  it('shows groups and nodes inside their diagram', () => {
    const { context } = markedCourse(
      fenced(
        'flowchart TD\n  A[Router] --> B\n  subgraph one [Experts]\n    C --> D[Expert 2]\n  end\n  one --> B\n  class Z hot',
      ),
    );
    const [lesson] = documentSymbols(context);
    const flowchart = lesson!.children!.find(({ name }) => /flowchart/i.test(name))!;
    assert.deepEqual(tree(flowchart.children!), ['Router', 'B', { Experts: ['C', 'Expert 2'] }]);
  });

  it('shows a nesting that no editor could walk down to a depth that every one can', () => {
    const { context } = markedCourse(fenced(`flowchart TD\n${'subgraph a\n'.repeat(3000)}A --> B`));
    const depth = ({ children }: DocumentSymbol): number => 1 + Math.max(0, ...(children ?? []).map(depth));
    const [lesson] = documentSymbols(context);
    assert.ok(depth(lesson!) < 120);
    assert.match(JSON.stringify(lesson), /"name":"B"/);
  });

  it('keeps every name inside the range of its symbol, as editors demand', () => {
    for (const diagram of [
      'erDiagram\n  A { string x }\n  A ||--o{ B : has',
      'classDiagram\n  class A["Label"] {\n    +x\n  }',
      'sequenceDiagram\n  loop often\n    A->>B: hi\n  end',
      'gantt\n  section One\n  Task :a, 2026-01-01, 3d',
      'mindmap\n  root((Root))\n    child',
      'flowchart TD\n subgraph "x"\n A',
    ]) {
      const { context } = markedCourse(fenced(diagram));
      const check = (symbol: DocumentSymbol): void => {
        const { lines } = context.document;
        const [range, name] = [lines.spanOf(symbol.range), lines.spanOf(symbol.selectionRange)];
        assert.ok(range.start <= name.start && name.end <= range.end, `${symbol.name} in ${diagram}`);
        symbol.children?.forEach(check);
      };
      documentSymbols(context).forEach(check);
    }
  });
});

describe('diagramFolding', () => {
  it('folds subgraphs, blocks and sections of more than one line', () => {
    const folds = (diagram: string) =>
      diagramFolding(markedCourse(fenced(diagram)).context).map(({ startLine, endLine }) => [startLine, endLine]);
    assert.deepEqual(folds('flowchart TD\n  subgraph one\n    A\n    B\n  end\n  C'), [[6, 8]]);
    assert.deepEqual(folds('sequenceDiagram\n  alt x\n    A->>B: 1\n  else y\n    B->>A: 2\n  end'), [[6, 9]]);
    assert.deepEqual(folds('gantt\n  section One\n  T :1d\n  section Two\n  U :1d'), [
      [6, 7],
      [8, 9],
    ]);
    assert.deepEqual(folds('classDiagram\n  class A { +x }\n  class B {\n    +y\n  }'), [[7, 8]]);
    assert.deepEqual(folds('flowchart TD\n  A --> B'), []);
  });
});

describe('nodeHover', () => {
  const hover = (diagram: string) => {
    const { context, offset } = markedCourse(fenced(diagram));
    const found = nodeHover(context, offset);
    return found && (found.contents as { value: string }).value;
  };

  it('shows label, kind, id, group and edges out and in', () => {
    assert.equal(
      hover(
        'flowchart TD\n  subgraph one [Layer]\n  A<|>[Router <b>x</b>] -->|picks| B[Expert]\n  end\n  C -- feeds --> A\n  A --> A',
      ),
      '**Router x** · node `A` · in Layer\n\n→ *picks* → Expert  \n→ Router x  \n← *feeds* ← C',
    );
  });

  it('shows what a style class is, and where it is missing', () => {
    assert.match(
      hover('flowchart TD\n  A:::h<|>ot\n  classDef hot fill:#f96,stroke:#333')!,
      /1 uses[\s\S]*fill:#f96,stroke:#333/,
    );
    assert.match(hover('flowchart TD\n  A:::h<|>ot')!, /not defined/);
  });

  it('leaves a term to the glossary’s hover', () => {
    const { context, offset } = markedCourse(
      `- **Mixture of Experts (MoE):** Many.\n\n${fenced('graph TD\n  Mo<|>E --> B')}`,
    );
    assert.equal(nodeHover(context, offset), undefined);
  });
});

describe('diagramTokens', () => {
  it('colours ids, labels, arrows and keywords where they stand, line by line', () => {
    const { context, text } = markedCourse(
      fenced('flowchart TD\n  %% note\n  A["two\n  lines"] --> B\n  classDef hot fill:red').replaceAll('\n', '\r\n'),
    );
    const { data } = diagramTokens(context);
    const found: string[] = [];
    let line = 0;
    let character = 0;
    for (let i = 0; i < data.length; i += 5) {
      character = data[i] === 0 ? character + data[i + 1]! : data[i + 1]!;
      line += data[i]!;
      const start = context.document.lines.offsetAt({ line, character });
      const written = text.slice(start, start + data[i + 2]!);
      assert.ok(!/[\r\n]/.test(written));
      found.push(`${semanticTokenTypes[data[i + 3]!]} ${written}`);
    }
    assert.deepEqual(found, [
      'type flowchart',
      'enumMember TD',
      'comment %% note',
      'variable A',
      'string "',
      'string two',
      'string   lines',
      'string "',
      'operator -->',
      'variable B',
      'keyword classDef',
      'class hot',
      'property fill:red',
    ]);
  });
});

describe('the colours of a demo', () => {
  const source =
    '# D\n\n> ```moe\n> experts: 8  # few\n> balance: {method: bias, rate: 1e-2}\n> expect:\n>   max_vio: "<= 2"\n>   drop_rate: 0 ± 0.1\n>   load: 1..2\n> ```\n\n```mermaid\npie\n```\n';
  const colours = (name: string, builtInMarkdown: boolean): string[] => {
    const { context, text } = markedCourse(source, name);
    const { data } = diagramTokens({ ...context, builtInMarkdown });
    let line = 0;
    let character = 0;
    return Array.from({ length: data.length / 5 }, (_, i) => {
      const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(i * 5);
      character = lines === 0 ? character + characters : characters;
      line += lines;
      const start = context.document.lines.offsetAt({ line, character });
      const kind = semanticTokenTypes[type] + (modifiers === 0 ? '' : `.${semanticTokenModifiers[modifiers - 1]}`);
      return `${kind} ${text.slice(start, start + length)}`;
    });
  };

  it('tell keys from values, claims and comments where no grammar of ours is', () => {
    assert.deepEqual(colours('lesson.mdx', false), [
      ...['property.declaration experts', 'number 8', 'comment # few'],
      ...[
        'property.declaration balance',
        'property.declaration method',
        'string bias',
        'property.declaration rate',
        'number 1e-2',
      ],
      ...['property.declaration expect', 'property.declaration max_vio', 'string "<= 2"'],
      ...['property.declaration drop_rate', 'number 0', 'operator ±', 'number 0.1'],
      ...['property.declaration load', 'number 1', 'operator ..', 'number 2'],
      'type pie',
    ]);
  });

  it('are left to the grammar in VS Code’s markdown', () => {
    assert.deepEqual(colours('lesson.md', true), ['type pie']);
  });
});

describe('diagramTokens in a Python string', () => {
  it('go forward only, through escapes and what the program fills in', () => {
    const source = 'T = f"""\n```mermaid\ngraph TD\n  A[\\"{x}\\"] --> {name}[{y} z]\\n  B --> {name}\n```\n"""\n';
    const { context } = markedCourse(source, 'app.py');
    const { data } = diagramTokens(context);
    assert.ok(data.length > 0);
    let end = 0;
    for (let i = 0; i < data.length; i += 5) {
      assert.ok(data[i]! > 0 || data[i + 1]! >= end, 'two tokens in one place');
      end = data[i + 2]!;
    }
  });
});

describe('diagramLinkedEditing', () => {
  const linked = (diagram: string) => {
    const { context, offset } = markedCourse(fenced(diagram));
    return diagramLinkedEditing(context, offset)?.ranges.length;
  };

  it('links an id at its label and a class at its definition with all their uses, and nothing else', () => {
    assert.equal(linked('flowchart TD\n  A<|>[Router] --> B\n  B --> A'), 2);
    assert.equal(linked('flowchart TD\n  A[Router] --> B\n  B --> A<|>'), undefined);
    assert.equal(linked('flowchart TD\n  A<|> --> B\n  B --> A'), undefined);
    assert.equal(linked('flowchart TD\n  A:::hot\n  classDef h<|>ot fill:red'), 2);
  });
});
