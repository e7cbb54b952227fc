import assert from 'node:assert/strict';
import { defaultSettings } from '../../src/core/settings';
import { applyChanges } from '../../src/core/text/span';
import { checkSettingsFile } from '../../src/host/check-settings-file';

/** What is marked in a text, `code mark: message`, and the text after the first fix of the first mark that has one. */
function check(text: string, severity: Partial<typeof defaultSettings.severity> = {}) {
  const settings = { severity: { ...defaultSettings.severity, ...severity } };
  const found = checkSettingsFile(text, settings);
  const fix = found.flatMap(({ fixes }) => fixes)[0];
  return {
    marks: found.map(({ code, span, message }) => `${code} ${text.slice(span.start, span.end)}: ${message}`),
    mended: fix && applyChanges(text, fix.changes),
  };
}

describe('checkSettingsFile', () => {
  for (const [what, wrong, mark, right] of [
    [
      'a key slipped',
      '{ "links.rotes": {} }',
      'settings.unknown-key "links.rotes": There is no setting links.rotes of a course. Did you mean links.routes?',
      '{ "links.routes": {} }',
    ],
    [
      'a nested key slipped',
      '{ "links": { "rotues": {} } }',
      'settings.unknown-key "rotues": There is no setting links.rotues of a course. Did you mean links.routes?',
      '{ "links": { "routes": {} } }',
    ],
    [
      'the prefix of VS Code stands before',
      '{ "coursewright.lens.run": false }',
      'settings.unknown-key "coursewright.lens.run": Keys stand here without coursewright.: write lens.run.',
      '{ "lens.run": false }',
    ],
    [
      'a check slipped',
      '{ "severity": { "link.brken": "off" } }',
      'settings.unknown-key "link.brken": There is no check link.brken. Did you mean link.broken?',
      '{ "severity": { "link.broken": "off" } }',
    ],
    [
      'a check slipped in a dotted key',
      '{ "severity.link.brken": "off" }',
      'settings.unknown-key "severity.link.brken": There is no check link.brken. Did you mean link.broken?',
      '{ "severity.link.broken": "off" }',
    ],
    [
      'a word slipped',
      '{ "severity": { "link.broken": "wraning" } }',
      'settings.value "wraning": severity.link.broken is error, warning, information, hint or off.',
      '{ "severity": { "link.broken": "warning" } }',
    ],
    ['a flag is a text', '{ "hints.uses": "no" }', 'settings.value "no": hints.uses is true or false.'],
    [
      'a version is a number',
      '{ "mermaid.target": 10.10 }',
      'settings.value 10.10: mermaid.target is a text in quotes.',
    ],
    [
      'a version is none',
      '{ "mermaid.target": "new" }',
      'settings.value "new": mermaid.target cannot be new. A version such as 11 or 10.9.1, or none.',
    ],
    [
      'a number is too small',
      '{ "mermaid.timeout": 1 }',
      'settings.value 1: mermaid.timeout is a number of 100 or more.',
    ],
    ['a size is none', '{ "files": { "maxSize": 0 } }', 'settings.value 0: files.maxSize is a number above 0.'],
    ['an entry is none', '{ "exclude": [3] }', 'settings.value [3]: Each entry of exclude is a text in quotes.'],
    [
      'a route begins otherwise',
      '{ "links.routes": { "course": "a" } }',
      'settings.value { "course": "a" }: A key of links.routes cannot be course. Routes begin with /.',
    ],
    ['a group holds no settings', '{ "files": 3 }', 'settings.value 3: files is an object that holds maxSize.'],
    ['it is a list', '[]', 'settings.value []: A settings file is an object: { "key": value }.'],
  ] as const) {
    it(`says when ${what}`, () => {
      const { marks, mended } = check(wrong);
      assert.deepEqual(marks, [mark]);
      assert.equal(mended, right);
      if (right) assert.deepEqual(check(right).marks, []);
    });
  }

  for (const [what, text, mark] of [
    [
      'a comma is missing',
      '{ "hints.uses": true "lens.run": true }',
      '"lens.run": This is not JSON: a comma is missing',
    ],
    ['it ends early', '{ "hints.uses": true', 'e: This is not JSON: a closing } is missing'],
    ['a text is never closed', '{ "hints.uses', '"hints.uses: This is not JSON: the closing quote is missing'],
    [
      'texts stand in single quotes',
      "{ 'hints.uses': true }",
      "'hints.uses': This is not JSON: this sign cannot stand",
    ],
  ] as const) {
    it(`says where ${what}`, () => {
      const [first] = check(text).marks;
      assert.ok(first?.startsWith(`settings.syntax ${mark}`), first);
    });
  }

  it('says what else is wrong in a broken file', () => {
    const { marks } = check('{ "hints.uses": 1 "lens.rn": true }');
    assert.deepEqual(
      marks.map((mark) => mark.split(' ')[0]),
      ['settings.value', 'settings.syntax', 'settings.unknown-key'],
    );
  });

  it('has nothing against what counts', () => {
    for (const text of [
      '',
      '\n// This folder is a course.\n',
      '{}',
      '{ "$schema": "x.json", /* both */ "hints": { "uses": false }, "lens.run": null, }',
      '{ "severity": { "settings.value": "off" }, "severity.link.case": "error", "mermaid.target": "none" }',
      '{ "math.macros": { "R": "\\\\mathbb{R}", "\\\\set": ["{#1}", 1] }, "links.routes": { "/": "docs" } }',
      '{ "exclude": ["drafts/**"], "files": { "maxSize": 0.5 }, "suggest.whileTyping": "everywhere" }',
    ]) {
      assert.deepEqual(check(text).marks, [], text);
    }
  });

  it('speaks as loudly as the settings will have it', () => {
    assert.deepEqual(check('{ "x": 1 }', { 'settings.unknown-key': 'off' }).marks, []);
    const [found] = checkSettingsFile('{ "x": 1 }', defaultSettings);
    assert.equal(found!.severity, 'warning');
  });
});
