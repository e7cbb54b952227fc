import type { MermaidTarget } from '../../mermaid/target/mermaid-target';
import { readerTarget } from '../../mermaid/target/reader-target';
import type { FeatureContext } from '../feature-context';

/** The Mermaid that the readers of a file will have, as far as anybody says. */
export const targetOf = ({
  course,
  document,
  settings,
  previewMermaid,
}: FeatureContext): Promise<MermaidTarget | undefined> =>
  readerTarget(course, document.uri, { setting: settings.mermaid.target, preview: previewMermaid });
