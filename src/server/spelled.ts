import type { OpenText } from './open-texts';

/** Where an answer holds URIs. */
const places: ReadonlySet<string> = new Set(['uri', 'targetUri', 'target', 'arguments']);

/**
 * An answer with the URIs of open files as the client spells them: some clients know a file again by nothing else.
 * The same object where nothing is spelled otherwise.
 */
export function spelled<T>(answer: T, texts: Iterable<Pick<OpenText, 'uri' | 'spelling'>>): T {
  const spellings = new Map<string, string>();
  for (const { uri, spelling } of texts) if (uri !== spelling) spellings.set(uri, spelling);
  return spellings.size === 0 ? answer : (respelled(answer, spellings) as T);
}

function respelled(value: unknown, spellings: ReadonlyMap<string, string>, place?: string): unknown {
  if (typeof value === 'string')
    return place !== undefined && places.has(place) ? respelledUri(value, spellings) : value;
  if (Array.isArray(value)) return value.map((item) => respelled(item, spellings, place));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [
    place === 'changes' ? respelledUri(key, spellings) : key,
    respelled(item, spellings, key),
  ]);
  return Object.fromEntries(entries);
}

/** A link may lead on to a line. */
function respelledUri(uri: string, spellings: ReadonlyMap<string, string>): string {
  const whole = spellings.get(uri);
  if (whole !== undefined) return whole;
  const [path = '', ...rest] = uri.split('#');
  return [spellings.get(path) ?? path, ...rest].join('#');
}
