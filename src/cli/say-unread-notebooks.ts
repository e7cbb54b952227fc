import { complain } from '../host/for-terminal';
import type { Session } from '../session/session';

/**
 * Says of each notebook that was named itself and cannot be read where its text breaks, as `check` does: what is listed
 * of it would be nothing, without a reason. Tells whether there was one.
 */
export async function sayUnreadNotebooks({ files, service }: Session): Promise<boolean> {
  let found = false;
  for (const { uri, path, language, explicit } of files) {
    if (!explicit || language !== 'notebook') continue;
    const document = await service.document(uri);
    // A notebook with course text was read; asking for its marks would have its diagrams judged.
    if (!document || document.regions.some(({ source }) => source.text !== '')) continue;
    for (const { code, span, message } of (await service.diagnostics(uri)) ?? []) {
      if (code !== 'notebook.syntax') continue;
      const { start } = document.lines.rangeOf(span);
      complain(`${path}:${start.line + 1}:${start.character + 1} ${message}`);
      found = true;
    }
  }
  return found;
}
