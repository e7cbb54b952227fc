import fc from 'fast-check';
import type { DiagramSymbols } from '../../../../../src/core/mermaid/diagram-symbols';
import { declared, describeAgainstMermaid } from '../../scan/against-mermaid';

const branch = fc.constantFrom('develop', 'feature/x', 'rel-1.0', '"two words"', 'main2', 'commits');
const commit = fc
  .tuple(
    fc.constantFrom('', ' id: "c1"', ' id: "Alpha beta"', ' id:"ü"'),
    fc.constantFrom('', ' tag: "v1"', ' msg: "a message"', ' type: HIGHLIGHT', ' "plain message"'),
  )
  .map((parts) => `commit${parts.join('')}`);

/** Mermaid refuses a branch made twice or checked out before: each branch comes with its commands. */
const arbitraryGitGraph = fc
  .tuple(
    fc.constantFrom('gitGraph', 'gitGraph:', 'gitGraph LR:', 'gitGraph TB:'),
    fc.array(commit, { minLength: 1, maxLength: 2 }),
    fc.uniqueArray(branch, { maxLength: 3 }),
    fc.array(commit, { maxLength: 2 }),
    fc.boolean(),
  )
  .map(([header, first, branches, rest, cherry]) => {
    const lines = [...first];
    for (const name of branches) {
      lines.push(
        `branch ${name}${cherry ? ' order: 2' : ''}`,
        `commit id: "on ${name.replaceAll('"', '')}"`,
        'checkout main',
      );
      lines.push('%% a comment', `merge ${name} tag: "t"`, ...rest, '');
    }
    return `${header}\n  ${lines.join('\n  ')}\n`;
  });

describeAgainstMermaid({
  type: 'gitgraph',
  arbitrary: arbitraryGitGraph,

  ofDatabase(db) {
    const generated = /^\d+-[0-9a-f]+$/;
    return {
      branches: [...db.getBranches().keys()].filter((name) => name !== 'main').sort(),
      commits: [...db.getCommits().keys()].filter((id) => !generated.test(id) && !/-[0-9a-f]{7}$/.test(id)).sort(),
    };
  },

  ofSymbols(symbols: DiagramSymbols) {
    const ids = (kind: string) =>
      declared(symbols)
        .filter((node) => node.kind === kind)
        .map(({ id }) => id)
        .sort();
    return { branches: ids('branch'), commits: ids('commit') };
  },
});
