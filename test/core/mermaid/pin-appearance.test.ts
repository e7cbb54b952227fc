import assert from 'node:assert/strict';
import { pinAppearance } from '../../../src/core/mermaid/pin-appearance';
import { applyChanges } from '../../../src/core/text/span';

describe('pinAppearance', () => {
  const pinned = (text: string) => {
    const changes = pinAppearance(text);
    return changes && applyChanges(text, changes);
  };
  const config = 'config:\n  layout: dagre\n  theme: default\n  look: classic\n';

  it('writes front matter where there is none', () => {
    assert.equal(pinned('flowchart TD\n  A --> B\n'), `---\n${config}---\nflowchart TD\n  A --> B\n`);
  });

  it('adds to the front matter that is there', () => {
    assert.equal(
      pinned('---\ntitle: Attention\n---\nflowchart TD\n'),
      `---\ntitle: Attention\n${config}---\nflowchart TD\n`,
    );
  });

  it('keeps what the author has set, in the author’s own indentation', () => {
    assert.equal(
      pinned('---\nconfig:\n    theme: dark\n---\nflowchart TD\n'),
      '---\nconfig:\n    layout: dagre\n    look: classic\n    theme: dark\n---\nflowchart TD\n',
    );
  });

  it('has nothing to do once all is pinned, or where the settings stand on one line', () => {
    assert.equal(pinned(`---\n${config}---\nflowchart TD\n`), undefined);
    assert.equal(pinned('---\nconfig: { theme: dark }\n---\nflowchart TD\n'), undefined);
  });
});
