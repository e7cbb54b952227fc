import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { architecture } from '../../src/core/mermaid/languages/architecture/architecture';
import { block } from '../../src/core/mermaid/languages/block/block';
import { classDiagram } from '../../src/core/mermaid/languages/class/class';
import { er } from '../../src/core/mermaid/languages/er/er';
import { flowchart } from '../../src/core/mermaid/languages/flowchart/flowchart';
import { gantt } from '../../src/core/mermaid/languages/gantt/gantt';
import { gitgraph } from '../../src/core/mermaid/languages/gitgraph/gitgraph';
import { languages } from '../../src/core/mermaid/languages/languages';
import { sequence } from '../../src/core/mermaid/languages/sequence/sequence';
import { state } from '../../src/core/mermaid/languages/state/state';
import { keywordsOf } from '../../src/core/mermaid/vocabulary';

const file = 'syntaxes/mermaid.tmLanguage.json';
const lineStart = '(?:^|\\G|(?<=;))[ \\t]*';
const oneOf = (words: readonly string[]): string => words.join('|');

/** Settings whose line goes on with text. */
const directives = [
  ...new Set(['title', 'accTitle', 'accDescr', ...keywordsOf(gantt.words).filter((word) => word !== 'click')]),
];

/** The kinds whose keywords may be coloured at the start of a line of any kind; those of others are everyday words. */
const plain = [flowchart, sequence, classDiagram, state, er, gitgraph, block, architecture];
const keywords = [...new Set(plain.flatMap(({ words }) => keywordsOf(words)))].filter(
  (word) => !directives.includes(word),
);

/** The expressions of the grammar that are told by the languages, by their place in its repository. */
const derived: readonly (readonly [path: readonly (string | number)[], expression: string])[] = [
  [
    ['header', 'match'],
    `${lineStart}(${oneOf(languages.flatMap((one) => one.keywords.map(({ word }) => word)))})(?=[\\s:;]|$)(?:\\s+(TB|TD|BT|RL|LR)\\b)?`,
  ],
  [['directive', 'match'], `${lineStart}(${oneOf(directives)})\\b\\s*:?(.*)$`],
  [['keyword', 'patterns', 4, 'match'], `${lineStart}(${oneOf(keywords)})(?=[\\s;]|$)`],
];

describe('The grammar of Mermaid', () => {
  it('has the keywords that the languages have (UPDATE=1 writes them)', () => {
    let text = readFileSync(file, 'utf8');
    const written = (path: (typeof derived)[number][0]): unknown =>
      path.reduce<unknown>((node, key) => Object(node)[key], JSON.parse(text).repository);
    if (process.env.UPDATE) {
      for (const [path, expression] of derived) {
        text = text.replace(JSON.stringify(written(path)), () => JSON.stringify(expression));
      }
      writeFileSync(file, text);
    }
    for (const [path, expression] of derived) assert.equal(written(path), expression);
  });
});
