import { diagnosticCodes } from '../core/diagnostics/diagnostic-code';
import { documentationOf } from '../core/diagnostics/documentation';
import type { LineIndex } from '../core/text/line-index';
import type { Span } from '../core/text/span';
import type { CheckReport } from './report';
import { ownVersion } from './version';

/** The pages of `docs/diagnostics` by code, as the build read them. */
declare const DIAGNOSTIC_PAGES: Readonly<Record<string, string>>;

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note', off: 'none' } as const;

/** SARIF 2.1.0 (OASIS Standard, 27 March 2020). Paths are relative to the folder that the command runs in. */
export function toSarif({ files }: CheckReport) {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Coursewright',
            version: ownVersion,
            informationUri: 'https://github.com/coursewright/coursewright',
            rules: Object.entries(diagnosticCodes).map(([id, severity]) => rule(id, severity)),
          },
        },
        originalUriBaseIds: { SRCROOT: { description: { text: 'The folder that the check ran in.' } } },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ file: { path }, lines, diagnostics }) => {
          const artifactLocation = { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' };
          return diagnostics.map(({ code, severity, message, span, fixes }) => ({
            ruleId: code,
            level: levels[severity],
            message: { text: message },
            locations: [{ physicalLocation: { artifactLocation, region: region(lines, span) } }],
            ...(fixes.length > 0 && {
              fixes: fixes.map((fix) => ({
                description: { text: fix.title },
                artifactChanges: [
                  {
                    artifactLocation,
                    replacements: fix.changes.map((change) => ({
                      deletedRegion: region(lines, change.span),
                      insertedContent: { text: change.newText },
                    })),
                  },
                ],
              })),
            }),
          }));
        }),
      },
    ],
  };
}

/** A page is its title, its default severity, one paragraph that says what is wrong, and what to do about it. */
function rule(id: string, severity: keyof typeof levels) {
  const [, , said = id, ...help] = DIAGNOSTIC_PAGES[id]!.split(/\n\n+/);
  const full = said.replace(/\n/g, ' ');
  const level = levels[severity];
  return {
    id,
    shortDescription: { text: /^.*?[.:](?= |$)/.exec(full)?.[0] ?? full },
    fullDescription: { text: full },
    help: { text: help.join('\n\n'), markdown: help.join('\n\n') },
    helpUri: documentationOf(id),
    defaultConfiguration: level === 'none' ? { enabled: false } : { level },
  };
}

function region(lines: LineIndex, span: Span) {
  const { start, end } = lines.rangeOf(span);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
