/** The top-level modules that Python code imports. */
export function* pythonImports(text: string): Iterable<string> {
  for (const [, names, from] of text.matchAll(
    /^[ \t>]*(?:import[ \t]+([\w.]+(?:[ \t]+as[ \t]+\w+)?(?:[ \t]*,[ \t]*[\w.]+(?:[ \t]+as[ \t]+\w+)?){0,20})|from[ \t]+([a-zA-Z_]\w*)[\w.]*[ \t]+import\b)/gm,
  )) {
    if (from) yield from;
    for (const name of names?.split(',') ?? []) yield /^\s*(\w+)/.exec(name)![1]!;
  }
}

/** The packages that JavaScript or TypeScript imports. */
export function* scriptImports(text: string): Iterable<string> {
  for (const [, a, b] of text.matchAll(
    /\bfrom\s*['"]([^'"\n]{1,100})['"]|\b(?:import|require)\s*\(?\s*['"]([^'"\n]{1,100})['"]/g,
  )) {
    const name = packageOf((a ?? b)!);
    if (name) yield name;
  }
}

/** The package of a module's address; undefined for a file of the author's own, a web address or a module of the platform. */
function packageOf(module: string): string | undefined {
  if (/^[./~#]|^[\w+.-]+:|^@\//.test(module)) return undefined;
  return /^(?:@[\w.-]+\/)?[\w.-]+/.exec(module)?.[0];
}

/** Commands that install packages, where a command can stand: at a line's begin, behind a prompt or another command. */
const begin = '(?:^|&&|;)[ \\t>]*(?:[$%!#]\\s?)?(?:sudo )?';
const installs = {
  Python: new RegExp(`${begin}(?:python3? -m )?(?:pip3?|uv(?: pip)?) (?:install|add)[ \\t]+([^\\n&|;]+)`, 'gm'),
  JavaScript: new RegExp(`${begin}(?:npm|pnpm|yarn) (?:install|add|i)[ \\t]+([^\\n&|;]+)`, 'gm'),
};

/** The packages that commands in code let readers install: no options, no files, no addresses. */
export function* installedIn(code: string, language: keyof typeof installs): Iterable<string> {
  for (const [, line] of code.matchAll(installs[language])) {
    for (const word of line!.trim().split(/\s+/)) {
      const bare = word.replace(/^["']|["']$/g, '');
      if (/^(?:#|\\$)/.test(bare)) break;
      const name =
        /^((?:@[\w-]+\/)?[a-zA-Z][\w-]*(?:\.(?:js|io))?)(?:\[[\w,]+\])?(?:(?:[=<>~!]=?|@)[\w.,<>=*^~-]+)?$/.exec(
          bare,
        )?.[1];
      if (name && !/\.(?:txt|whl)$/.test(bare)) yield name;
    }
  }
}

/** The code in a prose text, each piece on a line of its own. */
export const codeInProse = (prose: string): string =>
  [...prose.matchAll(/`([^`\n]{1,300})`/g)].map(([, code]) => code!.trim()).join('\n');
