import ignore, { type Ignore } from 'ignore';
import type { Connection } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import { courseLanguageOf } from '../core/course/course-language';
import { getOrSet } from '../core/get-or-set';
import { say } from '../core/l10n/say';
import { defaultSettings, mergedSettings } from '../core/settings';
import type { CourseWorkspace, DataFile } from '../core/workspace';
import { isImage, isTable } from '../host/file-kinds';
import { foldedName } from '../host/folded-name';
import { isSettingsFile, settingsFileNames } from '../host/settings-file-names';
import { settingsOfText } from '../host/settings-of-text';
import type { FileRequests } from '../protocol';
import { canonicalUri } from '../server/canonical-uri';
import type { FilesOptions, MachineFiles } from '../server/machine';

/** How long what the client listed stands, in milliseconds: a course asks the same folder for each of its links. */
const stands = 2000;

/** Asks the client for files. */
export const askForFiles =
  (connection: Connection) =>
  <N extends keyof FileRequests>(name: N, params: FileRequests[N]['params']) =>
    connection.sendRequest<FileRequests[N]['result']>(name, params);

/** The files of a client that reads them for the server, wherever it keeps them. */
export function clientFiles(connection: Connection, { roots, settingsOf, warn }: FilesOptions): MachineFiles {
  const ask = askForFiles(connection);
  const listings = forAWhile(async (folder: string) => {
    const listed = await ask('coursewright/files/list', { folder });
    return listed?.map(canonicalUri).sort();
  });
  const namesOf = forAWhile(async (folder: string) => {
    const names = new Map<string, string[]>();
    for (const name of (await ask('coursewright/files/names', { folder })) ?? []) {
      getOrSet(names, foldedName(name), () => []).push(name);
    }
    return names;
  });
  const rootOf = (uri: string): string | undefined =>
    [...roots()].filter((root) => uri.startsWith(`${root}/`)).sort((a, b) => b.length - a.length)[0];

  /** What a text says is shown and told to others, so no link may lead to it out of its course. */
  const textOf = async (uri: string, maxSize: number, within = rootOf(uri)): Promise<string | undefined> => {
    const file = await ask('coursewright/files/read', { uri, maxSize, ...(within !== undefined && { within }) });
    if (!file) return undefined;
    if ('text' in file) return file.text;
    warn(`${nameOf(uri)} ${file.refused}`);
    return undefined;
  };
  const settingsText = (uri: string, root?: string) => textOf(uri, defaultSettings.files.maxSize, root);

  /** The files under a root that are its own, and that neither the settings nor a `.gitignore` leave out. */
  const ownFiles = forAWhile(async (root: string): Promise<readonly string[] | undefined> => {
    const listed = await listings(root);
    if (!listed) return undefined;
    const excluded = ignore().add([...(await settingsOf(root)).exclude]);
    const rules: { readonly base: string; readonly rules: Ignore }[] = [{ base: `${root}/`, rules: excluded }];
    for (const uri of listed.filter((one) => one.endsWith('/.gitignore'))) {
      const text = await settingsText(uri, root);
      if (text) rules.push({ base: uri.slice(0, -'.gitignore'.length), rules: ignore().add(text) });
    }
    const others = roots().filter((other) => other.startsWith(`${root}/`));
    return listed.filter((uri) => {
      if (others.some((other) => uri.startsWith(`${other}/`))) return false;
      // The innermost rule that speaks of a file decides, as in git.
      for (const { base, rules: own } of [...rules].reverse()) {
        if (!uri.startsWith(base)) continue;
        const { ignored, unignored } = own.test(decodeURIComponent(uri.slice(base.length)));
        if (ignored || unignored) return !ignored;
      }
      return true;
    });
  });

  const workspace: CourseWorkspace = {
    get roots() {
      return roots();
    },
    list: async (root) => (await ownFiles(root))?.filter((uri) => courseLanguageOf(uri) !== undefined),
    listImages: async (root) => ((await ownFiles(root)) ?? []).filter(isImage),
    listTables: async (root) => ((await ownFiles(root)) ?? []).filter(isTable),
    async covers(uri) {
      const root = rootOf(uri);
      const listed = root && (await ownFiles(root));
      return !listed || listed.includes(uri);
    },
    async read(uri) {
      const root = rootOf(uri);
      const { files } = root ? await settingsOf(root) : defaultSettings;
      const text = await textOf(uri, files.maxSize);
      return text === undefined ? undefined : { uri, text, version: 0 };
    },
    async readData(uri, root, maxSize): Promise<DataFile | undefined> {
      if (!uri.startsWith(`${root}/`) || URI.parse(uri).path.split('/').includes('..'))
        return { refused: say`leads outside the course` };
      return (await ask('coursewright/files/read', { uri, maxSize, within: root })) ?? undefined;
    },
    async spellings(uri) {
      const root = rootOf(uri);
      if (!root) return [uri];
      let found = [root];
      for (const name of decodeURIComponent(uri.slice(root.length + 1)).split('/')) {
        const below = await Promise.all(
          found.map(async (folder) => {
            const same = (await namesOf(folder)).get(foldedName(name)) ?? [];
            return (same.includes(name) ? [name] : same).map((one) => childOf(folder, one));
          }),
        );
        found = below.flat();
      }
      return found;
    },
  };

  return {
    workspace,
    async markedFolders(root) {
      const marks = ((await ownFiles(root)) ?? []).filter(isSettingsFile);
      // A course may not begin behind a link, as no link is looked for above it.
      const read = await Promise.all(marks.map((uri) => settingsText(uri, root)));
      const own = marks.filter((_, i) => read[i] !== undefined);
      const folders = new Set(own.map((uri) => uri.slice(0, uri.lastIndexOf('/'))));
      folders.delete(root);
      return [...folders];
    },
    async statedSettings(root) {
      const texts = await Promise.all(settingsFileNames.map((name) => settingsText(childOf(root, name), root)));
      return texts
        .filter((text) => text !== undefined)
        .map(settingsOfText)
        .reduce(mergedSettings, {});
    },
    async settingsFiles(root) {
      const names = await namesOf(root);
      return settingsFileNames.filter((name) => names.get(name)?.includes(name)).map((name) => childOf(root, name));
    },
    settingsText: (uri) => settingsText(uri),
  };
}

const childOf = (folder: string, name: string): string => Utils.joinPath(URI.parse(folder), name).toString();

/** A file's name for people. */
const nameOf = (uri: string): string => URI.parse(uri).path.split('/').at(-1) ?? uri;

/** The same question within a while has the same answer. */
function forAWhile<T>(ask: (about: string) => Promise<T>): (about: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (about) =>
    getOrSet(known, about, () => {
      const answer = ask(about);
      const forget = () => known.delete(about);
      answer.then(() => setTimeout(forget, stands), forget);
      return answer;
    });
}
