import * as vscode from 'vscode';
import { type ToolDefinition, type ToolName, toolDefinitions, toolNames } from '../assistant/tool-definitions';
import { say } from '../core/l10n/say';
import type { Ask, ServerRequests } from '../protocol';
import { differingEdit } from './differing-edit';

/** What VS Code's models may hand a tool: what the tool takes, and which folder of several is meant. */
type Input = Readonly<Record<string, unknown>>;

type Write = NonNullable<Extract<ServerRequests['coursewright/tool']['result'], { answer: unknown }>['write']>;

/**
 * Offers the tools of `coursewright mcp` to the assistants of VS Code. Those that write ask the person first, and write
 * through the editor, so that it can be undone.
 */
export function offerTools(ask: Ask): vscode.Disposable {
  return vscode.Disposable.from(
    ...toolNames.map((name) =>
      vscode.lm.registerTool<Input>(`coursewright_${name}`, {
        prepareInvocation: ({ input }) => prepared(name, input),
        invoke: async ({ input }) => {
          const answer = await answerOf(ask, name, input);
          const text = typeof answer === 'string' ? answer : JSON.stringify(answer, null, 1);
          return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
        },
      }),
    ),
  );
}

function prepared(name: ToolName, input: Input): vscode.PreparedToolInvocation {
  const { title, writes }: ToolDefinition = toolDefinitions[name];
  const invocationMessage = `${title}: Coursewright`;
  return writes ? { invocationMessage, confirmationMessages: confirmation(name, input) } : { invocationMessage };
}

/** What a person is asked before a tool writes: what, and where. */
function confirmation(name: ToolName, input: Input): vscode.LanguageModelToolConfirmationMessages {
  const said = (key: string): string => (typeof input[key] === 'string' ? input[key] : '');
  if (name === 'define_term') {
    const place = said('path') || say`the glossary of the course`;
    return {
      title: say`Define “${said('term')}”?`,
      message: say`Adds “${said('definition')}” to ${place}. It can be undone.`,
    };
  }
  return {
    title: say`Apply the safe fixes of ${said('path')}?`,
    message: say`They alter no meaning, and can be undone.`,
  };
}

/** Throws an `Error` whose sentence tells the model why there is no answer. */
async function answerOf(ask: Ask, tool: ToolName, { folder, ...input }: Input): Promise<unknown> {
  const result = await ask('coursewright/tool', { tool, input, folder: folderOf(folder).uri.toString() });
  if ('refused' in result) throw new Error(result.refused);
  if (result.write) await write(result.write);
  return result.answer;
}

function folderOf(name: unknown): vscode.WorkspaceFolder {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const names = folders.map((one) => one.name).join(', ');
  const [first, second] = folders;
  if (!first) throw new Error('no folder is open that could be a course');
  if (name === undefined && second) throw new Error(`several folders are open; name one of them as folder: ${names}`);
  const found = name === undefined ? first : folders.find((one) => one.name === name);
  if (!found) throw new Error(`no folder ${String(name)} is open; there is ${names}`);
  return found;
}

/** Writes through the editor; a file that held nothing unsaved is saved, one that did is left for its author to save. */
async function write({ uri, before, after }: Write): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const { isDirty } = document;
  const edit = new vscode.WorkspaceEdit();
  if (document.getText() === before) edit.set(document.uri, [differingEdit(document, after)]);
  if (edit.size === 0 || !(await vscode.workspace.applyEdit(edit))) {
    throw new Error('the file has changed meanwhile: check it again; nothing was written');
  }
  if (!isDirty) await document.save();
}
