import { URI, Utils } from 'vscode-uri';
import { wellFormed } from '../text/well-formed';
import type { CourseWorkspace } from '../workspace';
import type { DemoHost } from './demo-definition';
import type { ModelStore } from './model/language-model';

/** What the demos of one lesson may need: models, and data files of the course that the lesson belongs to. */
export function demoHost(
  lesson: string,
  workspace: Pick<CourseWorkspace, 'read'>,
  root: string,
  models: ModelStore,
  pause?: () => Promise<void>,
): DemoHost {
  return {
    models,
    readData: async (path) => {
      const uri = dataUri(lesson, root, path);
      return uri === undefined ? undefined : (await workspace.read(uri))?.text;
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
