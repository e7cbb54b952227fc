import { getOrSet } from '../get-or-set';

/** ISO 639-1. */
const codes = new Set(
  (
    'aa ab af am ar as az be bg bh bn bo br bs ca cs cy da de dv dz ee el en eo es et eu fa fi fo fr fy ga gd gl gn gu ha he hi hr hu hy ' +
    'id ig is it ja jv ka kk kl km kn ko ku ky la lb lo lt lv mg mi mk ml mn mr ms mt my ne nl no nb nn oc or pa pl ps pt qu ro ru rw ' +
    'sa sd si sk sl so sq sr st su sv sw ta te tg th ti tk tl tn to tr ts tt ug uk ur uz vi wo xh yi yo zh zu'
  ).split(' '),
);
const region = /^[a-z]{2,3}[-_](?:[a-z]{2}|[a-z]{4}|\d{3}|cn|tw|hans|hant)$/i;
const homes = /^(?:translations?|translated[-_]\w+|i18n|locales?|l10n|lang|languages)$/i;

const isCode = (name: string): boolean => {
  const small = name.toLowerCase();
  return codes.has(small) || (region.test(small) && codes.has(small.slice(0, 2)));
};

/** Where a path may say a language: everything but that, and the language itself. */
interface Translation {
  readonly original: string;
  readonly language: string;
  /** Whether the place says beyond doubt that this is a language: `translations/de/…`, `pt-BR/…`. */
  readonly sure: boolean;
  /** The folder that says it, where no file name does. */
  readonly folder?: string;
}

function translationsIn(path: string): Translation[] {
  const parts = path.split('/');
  const found: Translation[] = [];
  parts.slice(0, -1).forEach((part, i) => {
    if (!isCode(part)) return;
    const home = i > 0 && homes.test(parts[i - 1]!);
    const original = [...parts.slice(0, home ? i - 1 : i), ...parts.slice(i + 1)].join('/');
    found.push({
      original,
      language: part.toLowerCase(),
      sure: home || /[-_]/.test(part),
      folder: parts.slice(0, i + 1).join('/'),
    });
  });
  const name = /^(.+)\.([\w-]{2,7})(\.\w+)$/.exec(parts.at(-1)!);
  if (name && isCode(name[2]!)) {
    const original = [...parts.slice(0, -1), name[1]! + name[3]!].join('/');
    found.push({ original, language: name[2]!.toLowerCase(), sure: false });
  }
  return found;
}

/** In which language each file of a course is, as far as its path says so. */
export interface FileLanguages {
  /** The language of a file, in small letters; '' where nothing says one, as it is for originals. */
  of(uri: string): string;
  /** The file that a translation is one of: the one that names no language, else the English one. */
  originalOf(uri: string): string | undefined;
}

/**
 * Translations stand in `translations/<lang>/…`, `i18n/<lang>/…`, `<lang>/…` or `name.<lang>.md`. A folder `cs` or `ml` is a
 * language only where the same file stands in another one as well, or beside it as the original. Linear in all paths.
 */
export function fileLanguages(uris: Iterable<string>): FileLanguages {
  const all = [...uris];
  const present = new Set(all);
  const versions = new Map<string, Map<string, string>>();
  const readings = new Map<string, readonly Translation[]>();
  for (const uri of all) {
    const found = translationsIn(uri);
    if (found.length > 0) readings.set(uri, found);
    for (const { original, language } of found) getOrSet(versions, original, () => new Map()).set(language, uri);
  }
  const folders = new Set<string>();
  for (const found of readings.values()) {
    for (const { original, folder } of found) {
      if (folder && (versions.get(original)!.size > 1 || present.has(original))) folders.add(folder);
    }
  }
  const reading = (uri: string): Translation | undefined =>
    readings
      .get(uri)
      ?.find(
        ({ original, sure, folder }) =>
          sure ||
          versions.get(original)!.size > 1 ||
          present.has(original) ||
          (folder !== undefined && folders.has(folder)),
      );
  return {
    of: (uri) => reading(uri)?.language ?? '',
    originalOf(uri) {
      const own = reading(uri);
      const original = own && (present.has(own.original) ? own.original : versions.get(own.original)!.get('en'));
      return original === uri ? undefined : original;
    },
  };
}
