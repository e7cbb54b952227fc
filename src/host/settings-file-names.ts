/** The names of a course's own settings file, the stronger one last. One of them in a folder makes it a course's root. */
export const settingsFileNames: readonly string[] = ['coursewright.jsonc', 'coursewright.json'];

/** Whether a path or a URI is that of a settings file. */
export const isSettingsFile = (path: string): boolean => settingsFileNames.includes(path.split(/[/\\]/).at(-1) ?? '');
