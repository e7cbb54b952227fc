// Writes the text that course-nano learns into tools/train/text: node --import tsx tools/train/gather-text.ts
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stdout } from 'node:process';
import { proseOf } from './course-text';

const filesBelow = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));

const read = (file: string): string => readFileSync(file, 'utf8');

/** What a source file says in its comments. */
const commentsOf = (source: string): string =>
  [...source.matchAll(/\/\*\*([\s\S]*?)\*\/|^\s*\/\/(.*)$/gm)]
    .map(([, block, line]) => proseOf((block ?? line!).replace(/^\s*\* ?/gm, '')))
    .join(' ');

const lessons = filesBelow('samples/course', '.md').map((file) => proseOf(read(file)));
const tenths = (text: string, from: number, to: number): string =>
  text.slice(Math.floor((text.length * from) / 10), Math.floor((text.length * to) / 10));
const ofLessons = (from: number, to: number): string[] => lessons.map((lesson) => tenths(lesson, from, to));

const documents = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', ...filesBelow('docs', '.md')];
const sources = ['src', 'webview', 'tools', 'test'].flatMap((folder) => filesBelow(folder, '.ts'));
const comments = sources.map((file) => commentsOf(read(file))).filter((text) => text.length > 0);
const validating = (_: string, i: number): boolean => i % 20 === 19;

const parts = {
  training: [
    ...documents.map((file) => proseOf(read(file))),
    ...comments.filter((text, i) => !validating(text, i)),
    // The course three times: it is what the model shall write.
    ...[1, 2, 3].flatMap(() => ofLessons(0, 8)),
  ],
  'validation-comments': comments.filter(validating),
  'validation-course': ofLessons(8, 9),
  'held-out': ofLessons(9, 10),
};
for (const [name, texts] of Object.entries(parts)) {
  const text = texts.filter((text) => text.length > 0).join('\n');
  writeFileSync(join('tools/train/text', `${name}.txt`), `${text}\n`);
  stdout.write(`${name}: ${text.length} characters\n`);
}
