/** What a report of an issue says of where it was found. Nothing of an author's text and no name of a file is among it. */
export interface IssueFacts {
  readonly version: string;
  /** The kind of VS Code: `desktop`, `web` and its like. */
  readonly host: string;
  /** Undefined while the course is not read. */
  readonly files: number | undefined;
  /** Open texts by their language. */
  readonly open: Readonly<Record<string, number>>;
  /** How often something of ours failed since the server began. */
  readonly failures: number;
  /** Settings that are not as they come, by name: what they are set to may be the author's words. */
  readonly settings: readonly string[];
}

/** The text that a report begins with. */
export function issueBody({ version, host, files, open, failures, settings }: IssueFacts): string {
  const texts = Object.entries(open).map(([language, count]) => `${count} ${language}`);
  return [
    'What I did:',
    '',
    'What I expected, and what came instead:',
    '',
    '<!-- Below are counts and names of settings. Nothing of your text is sent unless you write it above. -->',
    '',
    `- Coursewright ${version}, ${host}`,
    `- Course: ${files === undefined ? 'not read' : count(files, 'file')}; open: ${texts.join(', ') || 'none'}`,
    `- Failures since the server began: ${failures}`,
    `- Settings changed: ${settings.join(', ') || 'none'}`,
    '',
  ].join('\n');
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
