import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { inputSchema, type ToolDefinition, toolDefinitions } from '../../src/assistant/tool-definitions';
import { demoDefinitions } from '../../src/core/demos/demo-definitions';
import { demoKinds } from '../../src/core/demos/demo-kind';
import { demoSketches } from '../../src/core/demos/demo-sketches';
import { diagnosticCodes } from '../../src/core/diagnostics/diagnostic-code';
import { runBesideCommand } from '../../src/core/features/demos/demo-lenses';
import { showReferencesCommand } from '../../src/core/features/inlay-hints';
import { newEntry } from '../../src/core/features/terms/entry-completion';
import { translatedLanguages } from '../../src/core/l10n/language-for';
import { architecture } from '../../src/core/mermaid/languages/architecture/architecture';
import { block } from '../../src/core/mermaid/languages/block/block';
import { c4 } from '../../src/core/mermaid/languages/c4/c4';
import { classDiagram } from '../../src/core/mermaid/languages/class/class';
import { er } from '../../src/core/mermaid/languages/er/er';
import { flowchart } from '../../src/core/mermaid/languages/flowchart/flowchart';
import { gantt } from '../../src/core/mermaid/languages/gantt/gantt';
import { gitgraph } from '../../src/core/mermaid/languages/gitgraph/gitgraph';
import type { DiagramLanguage } from '../../src/core/mermaid/languages/language';
import { languages } from '../../src/core/mermaid/languages/languages';
import { sequence } from '../../src/core/mermaid/languages/sequence/sequence';
import { state } from '../../src/core/mermaid/languages/state/state';
import { keywordsOf } from '../../src/core/mermaid/vocabulary';
import { defaultSettings, readSettings } from '../../src/core/settings';
import { protocolSnippet } from '../../src/core/text/placeholders';
import { held, withWords } from '../support/held';
import { localized, textsOfPackage } from '../support/localized';
import { settingsSchema } from '../support/settings-schema';

// What VS Code, the documents and the colours say of the code is said there by hand in the first place. This test holds it
// to the code; UPDATE=1 writes what can be written.
const codes = Object.entries(diagnosticCodes);
const extension = localized(JSON.parse(readFileSync('package.json', 'utf8')));
const { commands, menus, configuration, views } = extension.contributes;
const settings: Readonly<Record<string, { default: unknown; markdownDescription: string }>> = configuration.properties;
/** The settings that a course may have of its own, without the prefix: those that the core reads. */
const ofCourse = Object.entries(defaultSettings).flatMap(([name, value]) =>
  name === 'severity' || Array.isArray(value) ? [name] : Object.keys(value).map((inner) => `${name}.${inner}`),
);
const pageOf = (code: string) => join('docs', 'diagnostics', `${code}.md`);
const unique = (words: readonly string[]) => [...new Set(words)];

/** The sources of a room, one after the other. */
const sources = (room: string): string =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(room, name), 'utf8'))
    .join('\n');
const ofExtension = sources('src/extension');

describe('package.json', () => {
  it('offers a severity for each code', () =>
    held('package.json', (text) => {
      const whole = JSON.parse(text);
      const choices = ['error', 'warning', 'information', 'hint', 'off'];
      whole.contributes.configuration.properties['coursewright.severity'].properties = Object.fromEntries(
        codes.map(([code, severity]) => [code, { enum: choices, default: severity }]),
      );
      return `${JSON.stringify(whole, null, 2)}\n`;
    }));

  it('has the settings that the code reads, with its defaults', () => {
    const section = Object.fromEntries(
      Object.entries(settings).map(([name, { default: value }]) => [name.replace('coursewright.', ''), value]),
    );
    assert.deepEqual(readSettings(section), defaultSettings);
    const ofWindow = [...ofExtension.matchAll(/getConfiguration\('coursewright'(?:, \w+)?\)\.get\('([^']+)'/g)].map(
      ([, name]) => name!,
    );
    assert.deepEqual(Object.keys(section).sort(), unique([...ofCourse, ...ofWindow]).sort());
  });

  it('has a command for each that is registered, and none besides', () => {
    const named = ofExtension.matchAll(/(?<![.\w])(?:panelCommand|command)\(\s*'([^']+)'/g);
    const whole = ofExtension.matchAll(/registerCommand\(\s*'coursewright\.([^']+)'/g);
    const perView = [...ofExtension.matchAll(/registerCommand\(`\$\{this\.#id\}\.([^`]+)`/g)];
    const ids = Object.values<{ id: string }[]>(views)
      .flat()
      .map(({ id }) => id);
    const registered = [
      ...[...named, ...whole].map(([, name]) => `coursewright.${name}`),
      ...perView.flatMap(([, name]) => ids.map((id) => `${id}.${name}`)),
    ];
    // What a code lens runs has arguments, which nobody can type.
    const internal = [runBesideCommand, showReferencesCommand];
    const contributed: string[] = commands.map(({ command }: { command: string }) => command);
    assert.deepEqual([...contributed, ...internal].sort(), unique(registered).sort());
    assert.deepEqual(unique(contributed), contributed);
  });

  it('names in its menus and conditions only commands, views and languages that there are', () => {
    const contributed = new Set(commands.map(({ command }: { command: string }) => command));
    const ids = new Set(
      Object.values<{ id: string }[]>(views)
        .flat()
        .map(({ id }) => id),
    );
    const spoken = languagesOfExtension();
    for (const items of Object.values<{ command: string; when?: string }[]>(menus)) {
      for (const { command, when = '' } of items) {
        assert.ok(contributed.has(command), command);
        for (const [, id] of when.matchAll(/\bview == (\S+)/g)) assert.ok(ids.has(id!), when);
        for (const [, list] of when.matchAll(/resourceLangId =~ \/\^\(([^)]+)\)\$\//g)) {
          for (const language of list!.split('|')) assert.ok(spoken.includes(language), when);
        }
      }
    }
  });

  it('has a walkthrough whose buttons and ticks are commands that there are', () => {
    const contributed = [...commands.map(({ command }: { command: string }) => command), runBesideCommand];
    const steps: { description: string; completionEvents: string[] }[] = extension.contributes.walkthroughs[0].steps;
    assert.equal(steps.length, 5);
    for (const { description, completionEvents } of steps) {
      assert.doesNotMatch(description, /`/, 'a walkthrough shows no code');
      const buttons = [...description.matchAll(/\]\(command:([^)]+)\)/g)].map(([, command]) => command!);
      const ticks = completionEvents.map((event) => /^onCommand:(.+)$/.exec(event)?.[1]);
      for (const command of [...buttons, ...ticks]) {
        assert.ok(command);
        if (command.startsWith('coursewright.')) assert.ok(contributed.includes(command), command);
      }
    }
  });

  it('colours keys of demos as its grammar does, where VS Code has no grammar for it to go into', () => {
    const demo = readFileSync('syntaxes/markdown-demo.tmLanguage.json', 'utf8');
    const languages = extension.contributes.semanticTokenScopes.map(
      ({ language, scopes }: { language: string; scopes: Record<string, string[]> }) => {
        assert.deepEqual(Object.keys(scopes), ['property.declaration']);
        for (const scope of scopes['property.declaration']!) assert.ok(demo.includes(`"${scope}"`), scope);
        return language;
      },
    );
    assert.deepEqual(languages, ['mdx', 'quarto']);
  });

  it('has the keys that are given to the author beside VS Code’s own', () => {
    const keys: Readonly<Record<string, string>> = Object.fromEntries(
      extension.contributes.keybindings.map((one: { key: string; command: string }) => [one.key, one.command]),
    );
    assert.equal(keys['alt+enter'], 'editor.action.quickFix');
    assert.equal(keys.tab, 'focusAndAcceptSuggestion');
    const named = /also `(\w+\+\w+)`/.exec(readFileSync('README.md', 'utf8'))?.[1];
    assert.ok(named && named.toLowerCase() in keys, named);
  });

  it('wakes the extension for the languages that it serves', () =>
    held('package.json', (text) => {
      const whole = JSON.parse(text);
      const others = whole.activationEvents.filter((event: string) => !event.startsWith('onLanguage:'));
      whole.activationEvents = [...languagesOfExtension().map((language) => `onLanguage:${language}`), ...others];
      return `${JSON.stringify(whole, null, 2)}\n`;
    }));

  it('offers the tools of `coursewright mcp` to the assistants of VS Code', () =>
    held('package.json', (text) => {
      const whole = JSON.parse(text);
      const folder = { type: 'string', description: 'which of the open folders, by its name, where there are several' };
      whole.contributes.languageModelTools = Object.entries<ToolDefinition>(toolDefinitions).map(([name, tool]) => {
        const { properties, ...schema } = inputSchema(tool);
        return {
          name: `coursewright_${name}`,
          displayName: `%tool.${name}.title%`,
          toolReferenceName: name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
          canBeReferencedInPrompt: true,
          icon: '$(mortar-board)',
          tags: ['coursewright', 'markdown', 'course'],
          userDescription: `%tool.${name}.summary%`,
          modelDescription: tool.description,
          inputSchema: { ...schema, properties: { ...properties, folder } },
        };
      });
      return `${JSON.stringify(whole, null, 2)}\n`;
    }));

  it('says of those tools in its texts what their one definition says', () =>
    held('package.nls.json', (text) => {
      const texts = Object.entries<ToolDefinition>(toolDefinitions).flatMap(([name, tool]) => [
        [`tool.${name}.title`, tool.title],
        [`tool.${name}.summary`, tool.summary],
      ]);
      return `${JSON.stringify({ ...JSON.parse(text), ...Object.fromEntries(texts) }, null, 2)}\n`;
    }));

  it('says everything by its texts, in each language: commands, settings, views, steps', () => {
    const named = new Set([...readFileSync('package.json', 'utf8').matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key!));
    for (const language of ['', ...translatedLanguages]) {
      assert.deepEqual(Object.keys(textsOfPackage(language)).sort(), [...named].sort(), language);
    }
    const plain: string[] = [];
    JSON.parse(readFileSync('package.json', 'utf8'), (key, value) => {
      const shown = /^(title|description|markdownDescription|contents|altText|displayName|userDescription)$/.test(key);
      // What an assistant is told of a tool's parameters is no text for a person.
      if (shown && typeof value === 'string' && /^[A-Z].* /.test(value)) plain.push(value);
      return value;
    });
    assert.deepEqual(plain, []);
  });

  it('leads to the same commands in each language, and shows the same code', () => {
    const fixed = (text: string) => [...text.matchAll(/`[^`]+`|\]\([^)]+\)/g)].map(([part]) => part).sort();
    const english = textsOfPackage('');
    for (const language of translatedLanguages) {
      for (const [key, text] of Object.entries(textsOfPackage(language))) {
        assert.deepEqual(fixed(text), fixed(english[key]!), `${language}: ${key}`);
      }
    }
  });

  it('gives the settings that a course may have as a JSON schema, by which editors complete them', () =>
    held('schemas/coursewright.schema.json', () => {
      const { contributes } = localized(JSON.parse(readFileSync('package.json', 'utf8')));
      const schema = settingsSchema(contributes.configuration.properties, ofCourse);
      return `${JSON.stringify(schema, null, 2)}\n`;
    }));

  it('has a snippet for each demo and for an entry of a glossary, without a prefix by which typing would meet it', () => {
    held('media/snippets.json', () => {
      const fences = demoKinds.map((kind) => {
        const body = protocolSnippet(`\`\`\`${kind}\n${demoSketches[kind]}\n\`\`\`\n‹›`);
        return [`Demo: ${kind}`, { body, description: demoDefinitions[kind].summary }];
      });
      const entry = { body: protocolSnippet(newEntry), description: 'A term, its short form, and what it means.' };
      return `${JSON.stringify(Object.fromEntries([...fences, ['Glossary: entry', entry]]), null, 2)}\n`;
    });
    for (const { path } of extension.contributes.snippets) assert.equal(path, './media/snippets.json');
  });

  it('names files that are there', () => {
    const { grammars, jsonValidation, languages: contributed, snippets, walkthroughs } = extension.contributes;
    const paths = [...[...grammars, ...snippets].map(({ path }: { path: string }) => path), extension.icon];
    for (const { url } of jsonValidation) paths.push(url);
    for (const { media } of walkthroughs.flatMap(({ steps }: { steps: unknown[] }) => steps)) {
      paths.push(media.image ?? media.svg);
      assert.ok(media.altText);
    }
    for (const { configuration: path } of contributed) if (path !== undefined) paths.push(path);
    for (const path of paths) assert.ok(existsSync(path), path);
  });
});

/** As `src/extension/course-files.ts` lists them; it asks for VS Code and so cannot be loaded here. */
function languagesOfExtension(): string[] {
  const list = /courseLanguages: readonly string\[\] = \[([^\]]+)\]/.exec(ofExtension)?.[1];
  assert.ok(list);
  return [...list.matchAll(/'([^']+)'/g)].map(([, language]) => language!);
}

describe('docs/diagnostics', () => {
  it('has a page for each code, and no other', () => {
    const pages = readdirSync(join('docs', 'diagnostics')).map((name) => name.replace(/\.md$/, ''));
    assert.deepEqual(pages.sort(), codes.map(([code]) => code).sort());
  });

  for (const [code, severity] of codes) {
    it(`says of ${code} what it is called and how loudly it speaks`, () =>
      held(pageOf(code), (page) => {
        const [, , , ...rest] = page.split('\n');
        return [`# ${code}`, '', `Default severity: ${severity}.`, ...rest].join('\n');
      }));
  }
});

describe('docs/continuous-integration.md', () => {
  for (const path of ['docs/continuous-integration.md', 'README.md']) {
    it(`and the README name the version that they stand beside: ${path}`, () =>
      held(path, (page) => page.replace(/(?<=coursewright@v?|rev: v)\d+\.\d+\.\d+/g, extension.version)));
  }

  it('has a row for each input of the action', () => {
    const { inputs } = parse(readFileSync('action.yml', 'utf8'));
    const page = readFileSync('docs/continuous-integration.md', 'utf8');
    const rows = [...page.matchAll(/^\| `([\w-]+)` \|(?: `([^`]+)`)? \|/gm)].map(([, name, value = '']) => [
      name,
      value,
    ]);
    assert.deepEqual(
      rows,
      Object.entries<{ default: string }>(inputs).map(([name, input]) => [name, input.default]),
    );
  });
});

describe('README.md', () => {
  /** A table under its head line, its rows written anew. */
  const withTable = (
    text: string,
    head: string,
    rows: (old: ReadonlyMap<string, string>) => readonly string[],
  ): string => {
    const start = text.indexOf(head);
    assert.ok(start >= 0, head);
    const lines = text.slice(start).split('\n');
    const end = lines.findIndex((line) => !line.startsWith('|'));
    const old = new Map(lines.slice(2, end).map((line) => [/^\| (\S+)/.exec(line)?.[1] ?? '', line]));
    return text.slice(0, start) + [...lines.slice(0, 2), ...rows(old), ...lines.slice(end)].join('\n');
  };

  it('has a row for each setting, with its default', () =>
    held('README.md', (text) =>
      withTable(text, '| setting | in `coursewright.json` | default | meaning |', (old) =>
        Object.entries(settings).map(([name, { default: value, markdownDescription }]) => {
          const meaning = old.get(`\`${name}\``)?.split(' | ')[3] ?? `${markdownDescription} |`;
          const key = name.replace('coursewright.', '');
          const shown = Array.isArray(value)
            ? value.map((item: string) => `\`${item.replaceAll('**/', '').replaceAll('/**', '')}\``).join(', ')
            : `\`${JSON.stringify(value)}\``;
          return `| \`${name}\` | ${ofCourse.includes(key) ? `\`${key}\`` : '–'} | ${shown} | ${meaning}`;
        }),
      ),
    ));

  it('has a row for each code, with its severity and what it says', () =>
    held('README.md', (text) =>
      withTable(text, '| code | default | what it says |', () =>
        codes.map(([code, severity]) => {
          const says = readFileSync(pageOf(code), 'utf8').split('\n\n')[2]!.replaceAll('\n', ' ');
          const [first] = /^.*?[.:](?=\s|$)/.exec(says) ?? [says];
          return `| [\`${code}\`](docs/diagnostics/${code}.md) | ${severity} | ${first!.replace(/:$/, '.').replaceAll('|', '\\|')} |`;
        }),
      ),
    ));
});

describe('The grammars', () => {
  /** Rewrites expressions of a grammar where they stand, so that the file keeps its form. */
  const withExpression = (text: string, expression: string, wanted: string): string => {
    const [from, to] = [JSON.stringify(expression), JSON.stringify(wanted)];
    assert.ok(text.includes(from), from);
    return text.replaceAll(from, to);
  };
  const openers = languages.flatMap(({ keywords }) => keywords.map(({ word }) => word));
  const wordsOf = (...kinds: readonly DiagramLanguage[]) => unique(kinds.flatMap(({ words }) => keywordsOf(words)));
  const isOrdinary = (word: string) => /^[a-z]+$/.test(word);
  /** Settings whose line goes on with text. */
  const directives = unique(['title', 'accTitle', 'accDescr', ...wordsOf(gantt).filter((word) => word !== 'click')]);
  /** What is written as a call. */
  const calls = wordsOf(c4).filter((word) => /^[A-Z]/.test(word));
  /** The kinds whose words are coloured in all others too; of the rest only those that are no ordinary words. */
  const common = [flowchart, sequence, classDiagram, state, er, gitgraph, block, architecture];
  const keywords = unique([...wordsOf(...common), ...wordsOf(...languages).filter((word) => !isOrdinary(word))]).filter(
    (word) => !calls.includes(word) && !directives.includes(word),
  );

  it('of Mermaid know the words of every kind', () =>
    held('syntaxes/mermaid.tmLanguage.json', (text) => {
      const { header, directive, keyword } = JSON.parse(text).repository;
      const [call, last] = [keyword.patterns[0].match, keyword.patterns.at(-1).match];
      let whole = withExpression(text, header.match, withWords(header.match, openers));
      whole = withExpression(whole, directive.match, withWords(directive.match, directives));
      whole = withExpression(whole, call, withWords(call, calls));
      return withExpression(whole, last, withWords(last, keywords));
    }));

  it('of Python know the words that open a diagram', () =>
    held('syntaxes/python-course.tmLanguage.json', (text) => {
      const whole = openers.filter((word) => !isOrdinary(word));
      const alone = openers.filter(isOrdinary);
      return text.replace(
        /\(\?:\(\?:[\w|-]+\)\(\?!\[\\\\w-\]\)\.\*\|\(\?:[\w|-]+\)/g,
        `(?:(?:${whole.join('|')})(?![\\\\w-]).*|(?:${alone.join('|')})`,
      );
    }));

  it('know every kind of demo', () => {
    for (const path of ['syntaxes/markdown-demo.tmLanguage.json', 'syntaxes/python-course.tmLanguage.json'])
      held(path, (text) => text.replaceAll(/\(\?:attention\|[\w|-]+\)/g, `(?:${demoKinds.join('|')})`));
  });
});
