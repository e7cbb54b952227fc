import * as vscode from 'vscode';
import type { ConfigurationMiddleware } from 'vscode-languageclient';

/**
 * Has the client answer for `coursewright` with what somebody set, in whatever scope, and not with defaults: what VS Code
 * says wins over a course's own settings file, and a default says nothing.
 * @param settings the names of all settings, with the prefix
 */
export const explicitSettings = (settings: readonly string[]): ConfigurationMiddleware => ({
  configuration: async (params, token, next) => {
    const answers: unknown = await next(params, token);
    if (!Array.isArray(answers)) return [];
    return params.items.map(({ section, scopeUri }, i) =>
      section === 'coursewright' ? explicit(settings, scopeUri) : (answers as unknown[])[i],
    );
  },
});

/** The names of all settings, with the prefix. */
export function settingNames({ packageJSON }: Pick<vscode.Extension<unknown>, 'packageJSON'>): string[] {
  const { contributes } = packageJSON as { contributes: { configuration: { properties: object } } };
  return Object.keys(contributes.configuration.properties);
}

/** Those of them that somebody set, for the window. */
export const changedSettings = (settings: readonly string[]): string[] => Object.keys(explicit(settings, undefined));

function explicit(settings: readonly string[], scope: string | undefined): Record<string, unknown> {
  const section = vscode.workspace.getConfiguration('coursewright', scope ? vscode.Uri.parse(scope) : null);
  const keys = settings.map((name) => name.replace('coursewright.', ''));
  return Object.fromEntries(keys.filter((key) => isSet(section.inspect(key))).map((key) => [key, section.get(key)]));
}

const isSet = (found: ReturnType<vscode.WorkspaceConfiguration['inspect']>): boolean =>
  found !== undefined &&
  [
    found.globalValue,
    found.workspaceValue,
    found.workspaceFolderValue,
    found.globalLanguageValue,
    found.workspaceLanguageValue,
    found.workspaceFolderLanguageValue,
  ].some((value) => value !== undefined);
