import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageFor } from '../core/l10n/language-for';
import { type Language, type Sentences, sourceLanguage } from '../core/l10n/say';
import { ownFolder } from './own-folder';

/** The language that a client's locale asks for, out of the files that came with this program; else English. */
export function ownLanguage(locale: string | undefined): Language {
  const name = languageFor(locale);
  if (!name) return sourceLanguage;
  try {
    const file = readFileSync(join(ownFolder('l10n'), `bundle.l10n.${name}.json`), 'utf8');
    return { name, sentences: JSON.parse(file) as Sentences };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return sourceLanguage;
  }
}
