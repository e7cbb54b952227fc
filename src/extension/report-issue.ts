import * as vscode from 'vscode';
import { courseLanguages } from './course-files';
import type { CourseStatus } from './course-status';
import { changedSettings, settingNames } from './explicit-settings';
import { issueBody } from './issue-report';

/** Opens VS Code's own reporter, its text begun with what can be said without a word of the author's. */
export async function reportIssue(
  { extension }: vscode.ExtensionContext,
  status: Pick<CourseStatus, 'files' | 'failures'> | undefined,
): Promise<void> {
  const { version } = extension.packageJSON as { readonly version: string };
  const open: Record<string, number> = {};
  for (const { languageId } of vscode.workspace.textDocuments)
    if (courseLanguages.includes(languageId)) open[languageId] = (open[languageId] ?? 0) + 1;
  await vscode.commands.executeCommand('workbench.action.openIssueReporter', {
    extensionId: extension.id,
    issueBody: issueBody({
      ...{ version, host: vscode.env.appHost, open },
      files: status?.files,
      failures: status?.failures ?? 0,
      settings: changedSettings(settingNames(extension)),
    }),
  });
}
