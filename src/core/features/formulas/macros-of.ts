import { siteMacros } from '../../math/config-macros';
import { courseMacros } from '../../math/course-macros';
import type { MacroTable } from '../../math/tex-checker';
import type { FeatureContext } from '../feature-context';

/**
 * The commands that a file's formulas may use: those that its site's configuration states, those that its course defines,
 * and those that the settings name; the later wins.
 */
export const macrosOf = async ({
  document,
  course,
  settings,
}: Pick<FeatureContext, 'document' | 'course' | 'settings'>): Promise<MacroTable> => ({
  ...(await siteMacros(document.uri, course)),
  ...courseMacros(course),
  ...settings.math.macros,
});
