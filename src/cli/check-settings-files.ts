import { URI } from 'vscode-uri';
import { LineIndex } from '../core/text/line-index';
import { checkSettingsFile } from '../host/check-settings-file';
import { settingsFilesIn, settingsText } from '../host/settings-file';
import type { CheckedFile } from '../session/checked-file';
import { relativePath, type Session } from '../session/session';

/** The settings files of the named files' courses in which something is wrong. One that cannot be read is complained of. */
export async function checkSettingsFiles(session: Session): Promise<CheckedFile[]> {
  const wrong: CheckedFile[] = [];
  for (const { root, settings } of await session.courses()) {
    for (const file of settingsFilesIn(URI.parse(root).fsPath)) {
      await session.orComplain(() => {
        const text = settingsText(file);
        const diagnostics = checkSettingsFile(text, settings);
        if (diagnostics.length === 0) return;
        const path = relativePath(file);
        const uri = URI.file(file).toString();
        wrong.push({
          file: { uri, path, file, text, bom: false, language: 'markdown', explicit: false },
          diagnostics,
          text,
          lines: new LineIndex(text),
          diagrams: 0,
          fixed: 0,
        });
      });
    }
  }
  return wrong;
}
