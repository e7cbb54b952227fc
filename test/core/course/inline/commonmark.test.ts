import assert from 'node:assert/strict';
import MarkdownIt, { type Token } from 'markdown-it';
import { inlineSpans } from '../../../../src/core/course/inline/inline-spans';
import { readReferenceDefinition } from '../../../../src/core/course/inline/reference-definition';
import { onEveryExample } from '../../../support/commonmark';
import { readMarkdown } from '../read-course';

const markdown = new MarkdownIt({ html: true });
type References = Record<string, { href: string; title: string }>;

/** The inline tokens that markdown-it makes of a text, those inside of images among them. */
function tokensOf(text: string, references: References): Token[] {
  const flat = (tokens: readonly Token[]): Token[] => tokens.flatMap((token) => [token, ...flat(token.children ?? [])]);
  return flat(markdown.parseInline(text, { references }));
}

function referencesOf(text: string): References {
  const env: { references?: References } = {};
  markdown.parse(text, env);
  return { __proto__: null, ...env.references } as unknown as References;
}

describe('inline spans, on every CommonMark example', () => {
  it('are the links, images and autolinks of markdown-it', () => {
    onEveryExample((example) => {
      const references = referencesOf(example);
      for (const { source } of readMarkdown(example).inlines) {
        const expected = tokensOf(source.text, references).flatMap((token) => {
          if (token.type === 'image') return ['image'];
          return token.type === 'link_open' ? [token.info === 'auto' ? 'autolink' : 'link'] : [];
        });
        const found = inlineSpans(source.text).links.filter(({ targetSpan, labelSpan }) => {
          if (targetSpan || !labelSpan) return true;
          return markdown.utils.normalizeReference(source.text.slice(labelSpan.start, labelSpan.end)) in references;
        });
        assert.deepEqual(found.map((link) => link.kind).sort(), expected.sort(), source.text);
      }
    });
  });

  it('take code and HTML away from prose, and nothing that only looks like it', () => {
    onEveryExample((example) => {
      const references = referencesOf(example);
      for (const { source } of readMarkdown(example).inlines) {
        const { text } = source;
        const tokens = tokensOf(text, references);
        const opaque = inlineSpans(text).opaque.map(({ start, end }) => text.slice(start, end));
        for (const { type, content } of tokens) {
          if (type === 'html_inline')
            assert.ok(
              opaque.some((one) => one.includes(content)),
              content,
            );
          if (type === 'code_inline') assert.ok(opaque.some((one) => one.replaceAll('\n', ' ').includes(content)));
        }
        const has = (...types: string[]): boolean => tokens.some((token) => types.includes(token.type));
        for (const one of opaque) {
          if (one.startsWith('`')) assert.ok(has('code_inline'), one);
          if (/^<[a-z/!?]/i.test(one)) assert.ok(has('html_inline', 'link_open'), one);
        }
      }
    });
  });

  it('are the labels and targets of reference definitions', () => {
    onEveryExample((example) => {
      const expected = referencesOf(example);
      const found = readMarkdown(example).references.map(({ source: { text } }) => {
        const { labelSpan, targetSpan } = readReferenceDefinition(text)!;
        const target = markdown.utils.unescapeAll(text.slice(targetSpan.start, targetSpan.end));
        return [
          markdown.utils.normalizeReference(text.slice(labelSpan.start, labelSpan.end)),
          markdown.normalizeLink(target),
        ] as const;
      });
      assert.deepEqual(new Set(found.map(([label]) => label)), new Set(Object.keys(expected)));
      for (const [label, href] of new Map([...found].reverse())) assert.equal(href, expected[label]!.href);
    });
  });
});

describe('readReferenceDefinition', () => {
  it('says where label, target and title stand', () => {
    const text = '[a \\] b]:\n  <./c d.md>\n  "t u"';
    const { labelSpan, targetSpan, titleSpan } = readReferenceDefinition(text)!;
    assert.deepEqual(
      [labelSpan, targetSpan, titleSpan!].map(({ start, end }) => text.slice(start, end)),
      ['a \\] b', './c d.md', '"t u"'],
    );
    assert.equal(readReferenceDefinition('[a]: b')!.titleSpan, undefined);
  });
});

describe('inlineSpans', () => {
  it('takes linear time on openers without closers', () => {
    const many = 50_000;
    for (const opener of [
      '`',
      '``` ',
      '[',
      '![',
      '[a](',
      '[a](<',
      '[a](b "',
      '<a ',
      '<a b="',
      '<!--',
      '<?',
      '$a ',
      '$$',
      '\\(',
      '\\[',
      '<a@b',
      '&a',
      '{#',
      'a.b/',
      '[a][',
      '\\',
    ])
      assert.ok(inlineSpans(opener.repeat(many)).opaque.length >= 0);
    const email = `<${'a'.repeat(many)}@${'b'.repeat(2000)}!>`;
    assert.deepEqual(inlineSpans(email).links, []);
  });
});
