import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageFor } from '../core/l10n/language-for';
import { type Language, type Sentences, sourceLanguage } from '../core/l10n/say';

/** Where the tables are: beside this program in the npm package, beside its folder in the extension. */
const folders = [join(__dirname, 'l10n'), join(__dirname, '..', 'l10n')];

/** The language that a client's locale asks for, out of the files that came with this program; else English. */
export function ownLanguage(locale: string | undefined): Language {
  const name = languageFor(locale);
  if (!name) return sourceLanguage;
  for (const folder of folders) {
    try {
      const file = readFileSync(join(folder, `bundle.l10n.${name}.json`), 'utf8');
      return { name, sentences: JSON.parse(file) as Sentences };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return sourceLanguage;
}
