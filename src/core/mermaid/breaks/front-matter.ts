import { say } from '../../l10n/say';
import { lineAt } from './line';
import type { Break, Suspect } from './suspect';

/** What breaks the YAML above a diagram: a quote left open, a colon in a bare value, a tab. */
export function* brokenFrontMatter(broken: Break): Iterable<Suspect> {
  const { text, lines } = broken;
  for (let number = 1; number < lines.lineCount; number++) {
    const line = lineAt(broken, number);
    if (/^\s*---/.test(line.text)) break;
    const comment = /^\s*(\/\/|%%)/.exec(line.text);
    if (comment) {
      const start = line.start + comment[0].length - 2;
      const span = { start, end: start + 2 };
      yield {
        code: 'mermaid.syntax',
        span,
        message: say`A comment in the front matter begins with #, not with ${comment[1]}.`,
        fix: { title: say`Write #`, safe: true, changes: [{ span, newText: '#' }] },
      };
    }
    const [, key, value] = /^(\s*[\w-]+:[ \t]+)(.*)$/.exec(line.text) ?? [];
    if (key === undefined || value === undefined) continue;
    const start = line.start + key.length;
    const open = /^(["'])(?:(?!\1).)*$/.exec(value);
    if (open) {
      yield {
        code: 'mermaid.unclosed',
        span: { start, end: start + 1 },
        message: say`This quote is never closed.`,
        fix: {
          title: say`Close the quote`,
          safe: false,
          changes: [{ span: { start: line.end, end: line.end }, newText: open[1]! }],
        },
      };
    } else if (/^[^"'[{|>&*].*(?::(?:\s|$)|\s#)|^[@`%]/.test(value)) {
      yield {
        code: 'mermaid.syntax',
        span: { start, end: line.end },
        message: say`A value that holds a colon must stand in quotes.`,
        fix: {
          title: say`Put the value in quotes`,
          safe: true,
          changes: [{ span: { start, end: line.end }, newText: JSON.stringify(value) }],
        },
      };
    }
  }
  for (let number = 1; number < lines.lineCount; number++) {
    const line = lineAt(broken, number);
    const tabs = /^[ ]*(\t+)/.exec(line.text);
    if (!tabs) continue;
    const span = { start: line.start, end: line.start + tabs[0].length };
    yield {
      code: 'mermaid.syntax',
      span,
      message: say`YAML takes no tabs in front of a line.`,
      fix: {
        title: say`Replace the tab by spaces`,
        safe: true,
        changes: [{ span, newText: '  '.repeat(tabs[1]!.length) }],
      },
    };
  }
  for (let number = 1; number < lines.lineCount; number++) {
    const line = lineAt(broken, number);
    if (/^\s*---/.test(line.text)) break;
    const bare = /^\s*(?=[^\s#-])[^:]*$/.exec(line.text);
    if (!bare) continue;
    const start = line.start + line.text.length - line.text.trimStart().length;
    yield {
      code: 'mermaid.syntax',
      span: { start, end: line.end },
      message: say`This line of the front matter is no key with a value.`,
      fix: { title: say`Make it a comment`, safe: false, changes: [{ span: { start, end: start }, newText: '# ' }] },
    };
  }
  const { token } = broken.verdict;
  const at = Math.min(token?.start ?? 0, text.length);
  const line = lineAt(broken, lines.lineOf(at));
  const start = Math.min(at, line.end);
  yield {
    code: 'mermaid.syntax',
    span: { start, end: Math.max(start, Math.min(start + 1, line.end)) },
    message: say`The front matter is no YAML: ${firstLine(broken.verdict.message)}`,
  };
}

const firstLine = (message: string): string => message.split('\n', 1)[0]!;

/** Front matter that is opened and not closed: Mermaid then takes `---` for the type. */
export function* unclosedFrontMatter({ text }: Break): Iterable<Suspect> {
  for (const match of text.matchAll(/^[ \t]*([-–—=]+>?|-{2}|-{4,})[ \t]*$/gm)) {
    if (match.index === 0 || match[1] === '---') continue;
    const start = match.index + match[0].indexOf(match[1]!);
    const span = { start, end: start + match[1]!.length };
    yield {
      code: 'mermaid.syntax',
      span,
      message: say`The front matter is closed by three dashes.`,
      fix: { title: say`Write ---`, safe: false, changes: [{ span, newText: '---' }] },
    };
  }
  const start = text.indexOf('---');
  const run = /^[ \t]*---[ \t]+(?<here>\S+)/dm.exec(text.slice(start + 3));
  if (run) {
    const [from, to] = run.indices!.groups!.here!;
    const span = { start: start + 3 + from, end: start + 3 + to };
    yield {
      code: 'mermaid.syntax',
      span,
      message: say`The diagram begins on a line of its own.`,
      fix: {
        title: say`Begin a line`,
        safe: true,
        changes: [{ span: { start: span.start, end: span.start }, newText: '\n' }],
      },
    };
  }
  const header =
    /^[ \t]*(?:flowchart|graph|[a-z0-9]+(?:Diagram|Chart|Graph)|gantt|pie|mindmap|timeline|journey|block|kanban|[a-z]+-beta)\b/im.exec(
      text.slice(start + 3),
    );
  const at = header && start + 3 + header.index;
  yield {
    code: 'mermaid.unclosed',
    span: { start, end: start + 3 },
    message: say`The front matter is opened here and never closed.`,
    ...(at !== null && {
      fix: {
        title: say`Close the front matter`,
        safe: false,
        changes: [{ span: { start: at, end: at }, newText: '---\n' }],
      },
    }),
  };
}
