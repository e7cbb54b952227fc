import { URI, Utils } from 'vscode-uri';
import { wellFormed } from '../text/well-formed';
import type { DataFile } from '../workspace';
import { DataRefused, type DemoHost } from './demo-definition';
import type { ModelStore } from './model/language-model';

/** The data files that a demo names, by their paths relative to the lesson. */
export type DemoData = Readonly<Record<string, DataFile>>;

/** What demos may need: models, and the data files that were read for them. */
export function demoHost(data: DemoData, models: ModelStore, pause?: () => Promise<void>): DemoHost {
  return {
    models,
    readData: async (path) => {
      const file = Object.hasOwn(data, path) ? data[path] : undefined;
      if (file && 'refused' in file) throw new DataRefused(file.refused);
      return file?.text;
    },
    ...(pause && { pause }),
  };
}

/** Where a path relative to a lesson leads; undefined when that is not inside the root. */
export function dataUri(lesson: string, root: string, path: string): string | undefined {
  if (path === '' || /^(?:[/\\]|[a-z][\w+.-]*:)/i.test(path) || path.includes('\0')) return undefined;
  const target = Utils.joinPath(Utils.dirname(URI.parse(lesson)), wellFormed(path.replaceAll('\\', '/')));
  const folder = URI.parse(root);
  const inside = target.path.startsWith(`${folder.path.replace(/\/$/, '')}/`);
  return inside && target.scheme === folder.scheme && target.authority === folder.authority
    ? target.toString()
    : undefined;
}
