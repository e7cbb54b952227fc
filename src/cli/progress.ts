/** Says on a terminal's stderr how far a long run is; says nothing elsewhere, so that logs and pipes stay clean. */
export interface Progress {
  /** One more is done. */
  step(): void;
  /** Takes the line away. */
  end(): void;
}

/** How long a line stands before the next one, in milliseconds. */
const pace = 100;

export function startProgress(what: string, total: number, out: NodeJS.WriteStream = process.stderr): Progress {
  if (!out.isTTY) return { step() {}, end() {} };
  let done = 0;
  let shownAt = performance.now();
  return {
    step() {
      done++;
      if (performance.now() - shownAt < pace) return;
      shownAt = performance.now();
      out.write(`\r${what}: ${done} of ${total} files`);
    },
    end() {
      out.write('\r\u001b[K');
    },
  };
}
