import type { CodeLens } from 'vscode-languageserver-types';
import { demoLenses } from './demos/demo-lenses';
import type { FeatureContext } from './feature-context';

/** The one lens of each demo. All else that is known of a line stands behind its end: see `inlayHints`. */
export const codeLenses = (context: FeatureContext): CodeLens[] =>
  context.settings.lens.run ? demoLenses(context) : [];
