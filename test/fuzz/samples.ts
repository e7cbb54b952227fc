import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokenDiagrams } from '../support/broken-diagrams';
import { sharedFile } from '../support/shared';

/** A text from which others are made by mutation. */
export interface Sample {
  /** The name of the file as which it is read. */
  readonly name: string;
  readonly text: string;
}

/** The sample course, the broken diagrams of the tests, and reference courses and diagrams where there are any. */
export function samples(): Sample[] {
  const found = filesUnder('samples/course').map((path) => sample(path));
  for (const { text, file } of brokenDiagrams()) {
    found.push({ name: 'diagram.mmd', text });
    if (file !== 'flowchart.txt') found.push({ name: 'lesson.md', text: `# Lesson\n\n${fenced(text)}` });
  }
  const courses = sharedFile('corpus/courses');
  if (courses) found.push(...filesUnder(courses).map((path) => sample(path)));
  const diagrams = sharedFile('corpus/mermaid/official-docs.json');
  if (diagrams) {
    const all = JSON.parse(readFileSync(diagrams, 'utf8')) as { readonly source: string }[];
    found.push(...all.map(({ source }) => ({ name: 'diagram.mmd', text: source })));
  }
  return found;
}

/** A Mermaid fence. */
export const fenced = (diagram: string): string => `\`\`\`mermaid\n${diagram.trimEnd()}\n\`\`\`\n`;

const sample = (path: string): Sample => ({
  name: path.endsWith('.py') ? 'app.py' : 'lesson.md',
  text: readFileSync(path, 'utf8'),
});

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:md|py)$/.test(file))
    .sort()
    .map((file) => join(folder, file));
