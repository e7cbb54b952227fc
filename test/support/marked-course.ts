import type { FeatureContext } from '../../src/core/features/feature-context';
import { marked } from './markers';
import { memoryCourse } from './memory-course';

export interface MarkedCourse {
  readonly context: FeatureContext;
  /** Where `<|>` or the first `<|…|>` stands in the first file. */
  readonly offset: number;
  /** All marked texts of the first file. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  readonly text: string;
}

/** A course of one marked file, and perhaps of others, and what a feature is asked with in the marked one. */
export function markedCourse(
  source: string,
  name = 'lesson.md',
  others: Readonly<Record<string, string>> = {},
): MarkedCourse {
  const { text, spans } = marked(source);
  const { context } = memoryCourse({ [name]: text, ...others });
  return { context: context(name), offset: spans[0]?.start ?? 0, spans, text };
}

/** A Mermaid fence around a diagram, with prose before it. */
export const fenced = (diagram: string): string =>
  `# Lesson\n\nSome prose.\n\n\`\`\`mermaid\n${diagram}\n\`\`\`\n\nMore.\n`;
