/**
 * A command as a platform can start it: npm, code and friends are .cmd files on Windows, which only its shell starts, and
 * the shell is given text that it takes apart again, so that whatever is no plain word wants quotes.
 * @param {string[]} command the program and its arguments
 * @returns {{ program: string, args: string[], shell: boolean }}
 */
export function startable([program = '', ...args], platform = process.platform) {
  if (platform !== 'win32' || /\.exe$/i.test(program)) return { program, args, shell: false };
  return { program: quoted(program), args: args.map(quoted), shell: true };
}

/** @param {string} text */
function quoted(text) {
  return /^[\w.:\\/@=-]+$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
}
