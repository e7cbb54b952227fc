import { URI } from 'vscode-uri';
import type { CourseSettings } from '../core/settings';
import { HumanError } from '../host/human-error';
import type { ServerRequests } from '../protocol';
import type { WrittenText } from '../session/session';
import type { Answers } from './answers';
import { canonicalUri } from './canonical-uri';
import type { Machine } from './machine';
import type { OpenTexts } from './open-texts';

type Result = ServerRequests['coursewright/tool']['result'];

export interface ToolRequestsOptions {
  readonly texts: OpenTexts;
  readonly machine: Pick<Machine, 'callTool'>;
  /** The folders that the client has open. */
  folders(): readonly string[];
  settingsOf(uri: string): Promise<CourseSettings>;
}

/**
 * Answers the tools that an editor offers to its assistants: the same as those of `coursewright mcp`, but that open texts
 * and the editor's settings count, and that the editor writes.
 */
export function answerTools(answers: Answers, options: ToolRequestsOptions): void {
  answers.own('coursewright/tool', async ({ tool, input, folder }): Promise<Result> => {
    const { texts, machine, settingsOf } = options;
    const written: WrittenText[] = [];
    const editor = {
      textOf: (uri: string) => texts.get(uri)?.text,
      settingsOf,
      write: (one: WrittenText) => void written.push(one),
    };
    try {
      const path = pathOf(folder, options.folders());
      if (!machine.callTool) throw new HumanError('tools need files on a disk, and this window has none');
      const answer = await machine.callTool(path, editor, tool, input);
      const [write = null] = written;
      return { answer, write };
    } catch (error) {
      if (error instanceof HumanError) return { refused: error.message };
      throw error;
    }
  });
}

/** The path of a folder, if the client has it open and it is one on this machine. */
function pathOf(folder: string, open: readonly string[]): string {
  const uri = canonicalUri(folder).replace(/\/$/, '');
  if (!open.includes(uri)) throw new HumanError(`${folder} is not open`);
  if (!uri.startsWith('file:')) throw new HumanError(`${folder} does not lie on this machine's disk`);
  return URI.parse(uri).fsPath;
}
