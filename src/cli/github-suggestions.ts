import type { Fix } from '../core/diagnostics/course-diagnostic';
import type { CheckedFile } from '../session/checked-file';
import type { CheckReport } from './report';

/**
 * The body of a review with suggested changes, for `POST /repos/{owner}/{repo}/pulls/{number}/reviews`
 * (https://docs.github.com/rest/pulls/reviews). Nothing is sent: whoever has the right to does that.
 */
export function toGithubSuggestions({ files }: CheckReport) {
  const comments = files.flatMap((file) =>
    file.diagnostics.flatMap(({ code, message, fixes: [fix] }) => {
      if (!fix) return [];
      const { first, last, text } = changedLines(file, fix);
      return {
        path: file.file.path,
        side: 'RIGHT',
        line: last + 1,
        ...(first < last && { start_line: first + 1, start_side: 'RIGHT' }),
        body: `${message} (\`${code}\`)\n\n${fix.title}:\n\n${suggestion(text)}`,
      };
    }),
  );
  return { event: 'COMMENT', body: '', comments };
}

/** The lines that a fix touches, whole and as they are after it. */
function changedLines({ text, lines }: CheckedFile, fix: Fix) {
  const changes = [...fix.changes].sort((a, b) => a.span.start - b.span.start);
  const first = lines.lineOf(changes[0]!.span.start);
  const last = lines.lineOf(Math.max(...changes.map(({ span }) => span.end)));
  let after = '';
  let at = lines.lineStart(first);
  for (const { span, newText } of changes) {
    after += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return { first, last, text: (after + text.slice(at, lines.lineEnd(last))).replace(/\r\n?/g, '\n') };
}

/** A fence that nothing in it can close. */
function suggestion(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}suggestion\n${text.replace(/\n$/, '')}\n${fence}`;
}
