import { URI } from 'vscode-uri';
import { AssistantTools } from '../assistant/assistant-tools';
import { callTool } from '../assistant/call-tool';
import { readCourseSettings } from '../host/course-settings';
import { createDiskWorkspace } from '../host/disk-workspace';
import { HumanError } from '../host/human-error';
import {
  createOwnCourseReader,
  createOwnDemoSolver,
  createOwnFormulaEngine,
  createOwnJudge,
  createOwnPictureDrawer,
} from '../host/own-workers';
import { digest } from '../host/remembered-file';
import { settingsFilesIn, settingsText } from '../host/settings-file';
import { sharingSolver } from '../host/sharing-solver';
import { canonicalUri } from './canonical-uri';
import type { FilesOptions, Machine, MachineFiles } from './machine';
import { OwnWatch } from './own-watch';

/** How long one file of a course may keep a thread, in milliseconds. */
const longestReading = 20_000;

/** How long an open text may keep one, in milliseconds; its start is counted in. */
const longestTrial = 4000;

/** Node, with its threads and the disk. */
export function nodeMachine(): Machine {
  const workers = {
    judge: createOwnJudge(),
    demos: sharingSolver(createOwnDemoSolver(), digest),
    formulas: createOwnFormulaEngine(),
    reader: createOwnCourseReader({ timeout: longestReading }),
    trial: createOwnCourseReader({ timeout: longestTrial, threads: 1 }),
    pictures: createOwnPictureDrawer(),
  };
  return {
    workers,
    files: diskFiles,
    callTool: (folder, editor, name, input) => callTool(new AssistantTools(folder, { workers, editor }), name, input),
    onEscaped(listener) {
      for (const event of ['unhandledRejection', 'uncaughtException']) process.on(event, listener);
    },
  };
}

function diskFiles({ roots, settingsOf, warn }: FilesOptions): MachineFiles {
  const disk = createDiskWorkspace({ roots, settingsOf, onUnreadable: warn, onLeftOut: warn });
  return {
    workspace: disk,
    markedFolders: (root) => disk.markedFolders(root),
    statedSettings: async (root) => (root.startsWith('file:') ? readCourseSettings(URI.parse(root).fsPath) : {}),
    settingsFiles: async (root) =>
      root.startsWith('file:')
        ? settingsFilesIn(URI.parse(root).fsPath).map((path) => canonicalUri(URI.file(path).toString()))
        : [],
    async settingsText(uri) {
      if (!uri.startsWith('file:')) return undefined;
      try {
        return settingsText(URI.parse(uri).fsPath);
      } catch (error) {
        if (!(error instanceof HumanError)) throw error;
        warn(error.message);
        return undefined;
      }
    },
    watch: (listeners) => new OwnWatch(disk, listeners, warn),
  };
}
