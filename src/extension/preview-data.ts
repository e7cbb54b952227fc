import { say } from '../core/l10n/say';
import { type Ask, dataEndings, type ServerRequests } from '../protocol';

/** More than any table behind a lesson's picture; what a page holds is sent to it at every edit. */
const mostCharacters = 500_000;

const tooLarge = () => ({ refused: say`is too large for a preview: the Coursewright panel reads it.` });

/** What looks like the name of a data file. */
const names = new RegExp(`[^\\s"'{}\\[\\],]+\\.(?:${dataEndings.join('|')})\\b`, 'gi');

/** The data files of demos in a preview, which can read none by itself: read before, by the server, and put into the page. */
export class PreviewData {
  readonly #ask: Ask;
  readonly #come: (page: string) => void;
  /** What was read, as JSON by document and path; undefined while it is asked for. */
  readonly #known = new Map<string, unknown>();

  /** @param come is called when a file that was asked for is there, or is another: with the document that asked for it */
  constructor(ask: Ask, come: (page: string) => void) {
    this.#ask = ask;
    this.#come = come;
  }

  /**
   * The files that a demo names, by path, as JSON; undefined where it names none. What is not known yet is left out, and
   * asked for.
   * @param uri the document that the demo stands in
   */
  of(demo: string, uri: string): string | undefined {
    const paths = [...new Set(demo.match(names))];
    if (paths.length === 0) return undefined;
    return JSON.stringify(Object.fromEntries(paths.map((path) => [path, this.#file(uri, path)])));
  }

  /** Forgets the files of all other documents. */
  keep(isKept: (page: string) => boolean): void {
    for (const key of this.#known.keys()) if (!isKept(pageOf(key))) this.#known.delete(key);
  }

  /** Files may be others now: reads those that pages have asked for once more, and tells of it where one is another. */
  readAgain(): void {
    for (const key of this.#known.keys()) void this.#read(key);
  }

  #file(uri: string, path: string): unknown {
    const key = `${uri}\n${path}`;
    if (!this.#known.has(key)) {
      this.#known.set(key, undefined);
      void this.#read(key);
    }
    return this.#known.get(key);
  }

  async #read(key: string): Promise<void> {
    const [uri, path] = key.split('\n') as [string, string];
    let file: ServerRequests['coursewright/demoData']['result']['file'];
    try {
      ({ file } = await this.#ask('coursewright/demoData', { uri, path }));
    } catch {
      // The server stopped meanwhile, which is said elsewhere: it is asked again when the page is drawn again.
      this.#known.delete(key);
      return;
    }
    const small = !file || !('text' in file) || file.text.length <= mostCharacters;
    const read = small ? file : tooLarge();
    if (!this.#known.has(key) || JSON.stringify(read) === JSON.stringify(this.#known.get(key))) return;
    this.#known.set(key, read);
    this.#come(uri);
  }
}

const pageOf = (key: string): string => key.slice(0, key.indexOf('\n'));
