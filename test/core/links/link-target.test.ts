import assert from 'node:assert/strict';
import fc from 'fast-check';
import { URI } from 'vscode-uri';
import { readTarget, safeTarget } from '../../../src/core/links/link-target';
import '../../support/property-seed';

const root = 'file:///course';
const lesson = `${root}/notes/lesson.md`;

const toldOf = (written: string) => {
  const told = safeTarget(written, lesson, root);
  return told && (told.kind === 'file' ? told.uri : told.href);
};

describe('safeTarget', () => {
  const followed: readonly (readonly [written: string, target: string])[] = [
    ['https://e.org/x#y', 'https://e.org/x#y'],
    ['HTTPS://e.org/a b', 'https://e.org/a%20b'],
    ['http&#58;//e.org/?a=1&amp;b=2', 'http://e.org/?a=1&b=2'],
    ['https://e.org/\\(a\\)', 'https://e.org/(a)'],
    ['mailto:a@b.c', 'mailto:a@b.c'],
    ['two%20words.md#x', 'file:///course/notes/two%20words.md'],
    ['<odd>.md', 'file:///course/notes/%3Codd%3E.md'],
    ['../routing.md', 'file:///course/routing.md'],
    ['/routing.md?raw=1', 'file:///course/routing.md'],
    ['caf&eacute;.md', 'file:///course/notes/caf%C3%A9.md'],
    ['./week 1: start.md', 'file:///course/notes/week%201%3A%20start.md'],
    ['\ud800.md', 'file:///course/notes/%EF%BF%BD.md'],
    ['#own', lesson],
    ['..', root],
  ];
  for (const [written, target] of followed) {
    it(`follows ${JSON.stringify(written)}`, () => assert.equal(toldOf(written), target));
  }

  const texts = [
    'command:workbench.action.terminal.new',
    'COMMAND:x',
    'command&#58;x',
    'command&colon;x',
    'com\\mand:x',
    'java\tscript:alert(1)',
    'java&#10;script:alert(1)',
    '\u0001javascript:alert(1)',
    '&#106;avascript:alert(1)',
    'javascript\\:alert(1)',
    '%6Aavascript:alert(1)',
    'vscode:extension/x.y',
    'vscode-insiders://x',
    'vbscript:x',
    'data:text/html,x',
    'data:image/png;base64,AAAA',
    'blob:x',
    'ftp://e.org',
    'file:///etc/passwd',
    'file:relative.md',
    'FILE:///course/routing.md',
    '//e.org/x',
    '\\/\\/e.org/x',
    '&#47;/e.org/x',
    '\\\\\\\\server\\\\share',
    '/\\\\server/share',
    '&bsol;&bsol;server&bsol;share',
    'c:\\windows',
    'C:/windows',
    '/C:/windows',
    '%5C%5Cserver/share',
    '../../etc/passwd',
    '/../etc/passwd',
    '%2e%2e/%2E%2E/etc/passwd',
    '..%2F..%2F..%2Fetc',
    '..%5C..%5Cetc',
    '..&#47;..&sol;etc',
    'a%00.md',
    'https:e.org',
    'https:///e.org',
    'https://\\e.org',
    'mailto:',
    'a:b.md',
  ];
  for (const written of texts) {
    it(`leaves ${JSON.stringify(written)} text`, () => assert.equal(toldOf(written), undefined));
  }

  it('leads nowhere else, whatever is written', () => {
    const piece = fc.oneof(
      fc.constantFrom(...texts, ...'/ // \\ .. ../ %2e%2e %2F %5C : &colon; &#58; &Tab; # ? % %00 < > ~'.split(' ')),
      fc.constantFrom('command', 'javascript', 'file', 'https', 'mailto', '\t', '\u0000', '\u2028', '\ud800', 'é', ' '),
      fc.string({ maxLength: 4 }),
    );
    const written = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(written, (text) => {
        const told = toldOf(text);
        if (told === undefined || /^(?:https?:\/\/[^/\\]|mailto:[^\s])/.test(told)) return;
        const { scheme, authority, path } = URI.parse(told, true);
        assert.deepEqual([scheme, authority], ['file', '']);
        assert.match(path, /^\/course(?:\/|$)/);
        assert.ok(!/\p{Cc}|\\|(?:^|\/)\.\.(?:\/|$)/u.test(path), path);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('readTarget', () => {
  it('has an answer for whatever is written', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), fc.nat(20), (text, at) => {
        readTarget(text, lesson, root);
        readTarget(`${text.slice(0, at)}\ud800${text.slice(at)}.md`, lesson, root);
      }),
    );
  });
});
