import { getOrSet } from '../core/get-or-set';
import { type CourseSettings, defaultSettings, mergedSettings, readSettings } from '../core/settings';

/** The settings that hold for a file: the client's, over those of the course's own files, over the defaults. */
export class ClientSettings {
  readonly #rootOf: (uri: string) => string;
  readonly #stated: (root: string) => Promise<Readonly<Record<string, unknown>>>;
  readonly #ask: (root: string) => Promise<unknown>;
  readonly #known = new Map<string, Promise<CourseSettings>>();
  readonly #limits = new Map<string, number>();
  readonly #limitChanged: () => void;
  #pushed: unknown;

  /**
   * @param rootOf the course root of a file
   * @param stated what the files of a root state, keys without the prefix
   * @param ask requests the `coursewright` section from the client for a root; null or undefined where it has none
   * @param limitChanged hears that files of another size may be read than before
   */
  constructor(
    rootOf: (uri: string) => string,
    stated: (root: string) => Promise<Readonly<Record<string, unknown>>>,
    ask: (root: string) => Promise<unknown>,
    limitChanged: () => void,
  ) {
    this.#rootOf = rootOf;
    this.#stated = stated;
    this.#ask = ask;
    this.#limitChanged = limitChanged;
  }

  /** How large a file may be, as last heard: an editor opens and edits texts without waiting for what settings say. */
  maxSizeOf(uri: string): number {
    return this.#limits.get(this.#rootOf(uri)) ?? defaultSettings.files.maxSize;
  }

  of(uri: string): Promise<CourseSettings> {
    const root = this.#rootOf(uri);
    return getOrSet(this.#known, root, () => this.#read(root));
  }

  /** Takes in what a client sends by itself; it counts where the client has nothing to answer when asked. */
  push(section: unknown): void {
    this.#pushed = section;
    this.forget();
  }

  /** Forgets what was read, because the client or the disk says that it changed. */
  forget(): void {
    this.#known.clear();
  }

  async #read(root: string): Promise<CourseSettings> {
    const own = await this.#stated(root);
    const client = (await this.#ask(root)) ?? this.#pushed;
    const settings = readSettings(mergedSettings(own, client));
    const { maxSize } = settings.files;
    const before = this.maxSizeOf(root);
    this.#limits.set(root, maxSize);
    if (before !== maxSize) this.#limitChanged();
    return settings;
  }
}
