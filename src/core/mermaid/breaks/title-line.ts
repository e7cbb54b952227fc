import { say } from '../../l10n/say';
import { headerStart } from './header-start';
import { brokenLine } from './line';
import type { Finder } from './suspect';

/** A line `title …` in a kind of diagram whose title stands in the front matter alone. */
export const titleLine: Finder = function* (broken) {
  const { text, lines } = broken;
  const line = brokenLine(broken);
  const match = /^(?<margin>\s*)title\s*:?\s+(?<title>[^-=[({>]+)$/.exec(line.text);
  if (!match) return;
  const { margin, title } = match.groups as { margin: string; title: string };
  const start = line.start + margin.length;
  const next = line.number + 1 < lines.lineCount ? lines.lineStart(line.number + 1) : text.length;
  const hasFrontMatter = /^\s*---/.test(text.slice(0, headerStart(text)));
  const words = /^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u.test(title) ? title : JSON.stringify(title);
  yield {
    code: 'mermaid.syntax',
    span: { start, end: start + 'title'.length },
    message: say`The title of this kind of diagram must stand above it, in the front matter between two lines of ---.`,
    sure: true,
    ...(!hasFrontMatter && {
      fix: {
        title: say`Put it in the front matter`,
        safe: false,
        changes: [
          { span: { start: 0, end: 0 }, newText: `---\ntitle: ${words}\n---\n` },
          { span: { start: line.start, end: next }, newText: '' },
        ],
      },
    }),
  };
};
