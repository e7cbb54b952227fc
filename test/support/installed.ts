import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

/** Skips a test, with an allowed reason, where an editor or one of its packages is not installed. */
export function skipWithout(context: Mocha.Context, program: string, packages: readonly string[] = []): void {
  const found = spawnSync(program, ['--version']).status === 0;
  const missing = found ? packages.find((name) => !isInstalled(name)) : program;
  if (missing === undefined) return;
  Object.assign(context.runnable(), { skipped: `an editor is not installed: ${missing}` });
  context.skip();
}

/** Debian keeps Emacs' packages in folders named by package and version. */
function isInstalled(name: string): boolean {
  try {
    return readdirSync('/usr/share/emacs/site-lisp/elpa').some((folder) => folder.startsWith(`${name}-`));
  } catch {
    return false;
  }
}
