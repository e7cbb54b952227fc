import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/support/paths.mjs';

/** The texts that `package.json` names, in a language; in English by default. */
export const textsOfPackage = (language = ''): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(root, `package.nls${language && `.${language}`}.json`), 'utf8'));

/** What `package.json` holds, with its texts in English as VS Code puts them in. */
// biome-ignore lint/suspicious/noExplicitAny: as JSON.parse gives it
export const localized = (parsed: any): any => {
  const texts = textsOfPackage();
  return JSON.parse(JSON.stringify(parsed), (_, value) =>
    typeof value === 'string' ? value.replace(/^%([\w.-]+)%$/, (whole, key: string) => texts[key] ?? whole) : value,
  );
};
