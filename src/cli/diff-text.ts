import type { CourseChange } from '../core/diff/course-change';
import { getOrSet } from '../core/get-or-set';
import { escapedMarkdown } from '../core/text/escaped-markdown';
import { relativeUri } from '../session/session';

export const diffFormats = ['text', 'markdown', 'json'] as const;

/** The two states by their names; the files on disk have none. */
export interface Compared {
  readonly before: string;
  readonly after: string | null;
}

export function diffText(
  changes: readonly CourseChange[],
  format: (typeof diffFormats)[number],
  compared: Compared,
): string {
  if (format === 'json') return json(changes, compared);
  return format === 'markdown' ? markdown(changes, compared) : changes.map(line).join('');
}

const json = (changes: readonly CourseChange[], { before, after }: Compared): string =>
  `${JSON.stringify(
    { before, after, changes: changes.map(({ uri, ...change }) => ({ ...change, path: relativeUri(uri) })) },
    null,
    2,
  )}\n`;

const line = (change: CourseChange): string => {
  const { start } = change.range;
  const place = `${relativeUri(change.uri)}:${start.line + 1}:${start.character + 1}`;
  return `${place} ${change.kind} ${change.change} ${inWords(change, (text) => text)}\n`;
};

/** Made for a comment: what changed, file by file, nothing in it read as markup or as a mention. */
function markdown(changes: readonly CourseChange[], { before, after }: Compared): string {
  const quoted = (text: string) => escapedMarkdown(text).replaceAll('@', '&#64;');
  const files = new Map<string, CourseChange[]>();
  for (const change of changes) getOrSet(files, relativeUri(change.uri), () => []).push(change);
  const states = `${quoted(before)} → ${after === null ? 'the files as they are' : quoted(after)}`;
  const parts = [`### What changed in the course\n\n${states}: ${counted(changes)}`];
  for (const [path, own] of files) {
    const rows = own.map(
      (change) => `| ${change.kind} | ${change.change} | ${inWords(change, quoted)} | ${change.range.start.line + 1} |`,
    );
    parts.push(`**${quoted(path)}**\n\n| what | how | which | line |\n| --- | --- | --- | ---: |\n${rows.join('\n')}`);
  }
  return `${parts.join('\n\n')}\n`;
}

function inWords({ kind, change, name, before, after }: CourseChange, shown: (text: string) => string): string {
  const shownText = (text: string | null) => (text === null ? 'nothing' : `“${shown(text.replace(/\s+/g, ' '))}”`);
  if (change === 'renamed') return `${shownText(before)} → ${shownText(after)}`;
  if (change === 'changed') return `${shownText(name)}: ${shownText(before)} → ${shownText(after)}`;
  const value = change === 'added' ? after : before;
  return kind === 'node' || value === null ? shownText(name) : `${shownText(name)}: ${shownText(value)}`;
}

function counted(changes: readonly CourseChange[]): string {
  if (changes.length === 0) return 'no node, edge, term or claim differs.';
  const counts = (['added', 'removed', 'renamed', 'changed'] as const)
    .map((how) => [changes.filter(({ change }) => change === how).length, how] as const)
    .filter(([count]) => count > 0);
  return `${counts.map(([count, how]) => `${count} ${how}`).join(', ')}.`;
}
