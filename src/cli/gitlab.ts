import { createHash } from 'node:crypto';
import type { CheckReport } from './report';

const severities = { error: 'major', warning: 'minor', information: 'info', hint: 'info' } as const;

/**
 * GitLab's report of code quality (https://docs.gitlab.com/ci/testing/code_quality). A fingerprint stays the same when
 * lines are added above: it is made of the file, the code, the sentence and how often just that was said before.
 */
export function toGitlab({ files }: CheckReport) {
  return files.flatMap(({ file: { path }, lines, diagnostics }) => {
    const earlier = new Map<string, number>();
    return diagnostics.map(({ code, severity, message, span }) => {
      const what = JSON.stringify([path, code, message]);
      const times = earlier.get(what) ?? 0;
      earlier.set(what, times + 1);
      const { start, end } = lines.rangeOf(span);
      return {
        description: message,
        check_name: code,
        fingerprint: createHash('sha256').update(`${what}${times}`).digest('hex'),
        severity: severities[severity],
        location: { path, lines: { begin: start.line + 1, end: end.line + 1 } },
      };
    });
  });
}
