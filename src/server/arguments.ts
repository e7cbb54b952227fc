declare const COURSEWRIGHT_VERSION: string;

/** What the server's program says for itself; undefined where it is to serve. */
export interface Answer {
  readonly text: string;
  /** What it ends with: 2 where it cannot tell how to reach the client. */
  readonly status: 0 | 2;
}

const usage = `Usage:
  coursewright-language-server --stdio          the Language Server Protocol over standard input and output
  coursewright-language-server --socket=PORT    the same over a socket that the editor listens on
  coursewright-language-server --pipe=NAME      the same over a named pipe
  coursewright-language-server --version | --help`;

/** Reads the arguments of the server's program. How the client is reached the protocol's library reads from them itself. */
export function answerTo(args: readonly string[]): Answer | undefined {
  const has = (...names: readonly string[]) => args.some((argument) => names.includes(argument));
  if (has('--version', '-v')) return { text: `coursewright-language-server ${COURSEWRIGHT_VERSION}`, status: 0 };
  if (has('--help', '-h')) return { text: usage, status: 0 };
  if (args.some((argument) => /^--(?:stdio|node-ipc|(?:socket|pipe)(?:=|$))/.test(argument))) return undefined;
  const said = args.length > 0 ? `'${args.join(' ')}' does not say how` : 'name a way';
  return { text: `coursewright-language-server: ${said} to reach the editor\n\n${usage}`, status: 2 };
}
