import type { ClientRequests } from './client-requests';
import { isObject } from './sent-values';

/**
 * What a client has under `coursewright` for a folder, undefined where it says nothing. Where it checks links by itself,
 * ours are not said a second time. `late` hears that it said something after all.
 */
export async function sectionOf(
  asks: ClientRequests,
  folder: string,
  builtInMarkdown: boolean,
  late: () => void,
): Promise<unknown> {
  const sections = ['coursewright', ...(builtInMarkdown ? ['markdown.validate.enabled'] : [])];
  const [own, validates] = await asks.settings(folder, sections, late);
  if (validates !== true) return own;
  const section = isObject(own) ? own : {};
  const severity = isObject(section.severity) ? section.severity : {};
  return { ...section, severity: { ...severity, 'link.broken': 'off' } };
}
