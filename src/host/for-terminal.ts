/**
 * A text as a terminal may have it: names of files, labels and messages hold what strangers wrote, and a control character
 * among it could colour, move and rewrite what stands on the screen, or type for its reader. Each is written out, as JSON
 * writes it, so that JSON stays what it is; line ends and tabs stay.
 */
export const forTerminal = (text: string): string => {
  const plain = withoutControls(text);
  return process.env.GITHUB_ACTIONS === 'true' ? withoutCommands(plain) : plain;
};

/** The same of lines that are commands for GitHub Actions themselves. */
export const withoutControls = (text: string): string =>
  text.replace(/\r\n|(?![\n\t])\p{Cc}/gu, (sign) =>
    sign === '\r\n' ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * In the log of GitHub Actions a line that begins with `::`, and a `##[` anywhere, is a command for the runner
 * (https://docs.github.com/actions/reference/workflow-commands), which the name of a file can hold.
 */
const withoutCommands = (text: string): string =>
  text.replace(/^(\s*):(?=:)/gm, '$1\\u003a').replaceAll('##[', '#\\u0023[');

/** Says on standard error what a person must know. */
export function complain(message: string): void {
  process.stderr.write(`coursewright: ${forTerminal(message)}\n`);
}
