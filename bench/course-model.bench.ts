import { readdirSync, readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import { parseCourseDocument } from '../src/core/parse-course-document';
import { sharedFile } from '../test/support/shared';
import { inTurn, spread } from './measure';
import type { Row } from './row';

export const name = 'the course model';

/** A fresh model after one keystroke, in turn with markdown-it's block rules alone on the same text. */
export async function run(): Promise<Row[]> {
  const { text, note } = course();
  const markdown = new MarkdownIt({ html: true });
  markdown.core.ruler.enableOnly(['normalize', 'block', 'strip_references']);
  let version = 0;
  const edited = (): string => {
    const at = (++version * 7919) % text.length;
    return Buffer.from(`${text.slice(0, at)}x${text.slice(at)}`).toString();
  };
  let source = edited();
  const times = await inTurn(
    {
      keystroke: () => {
        source = edited();
      },
      rules: () => markdown.parse(source, {}),
      model: () => parseCourseDocument({ uri: 'file:///course.md', text: source, version }, 'markdown'),
    },
    { runs: 60, warm: 20 },
  );
  return [
    {
      name: "markdown-it's block rules",
      value: times.rules.median,
      unit: 'ms',
      note: `${note}, ${spread(times.rules)}`,
    },
    { name: 'fresh course model', value: times.model.median, unit: 'ms', note: spread(times.model) },
    { name: 'ratio', value: times.model.median / times.rules.median, unit: '×', note: 'aim: at most 1.5' },
  ];
}

/** The real course where it is there, else the sample course as often as it takes to be as long. */
function course(): { text: string; note: string } {
  const file = sharedFile('corpus/courses/streamlit-scroller.md');
  if (file) return { text: readFileSync(file, 'utf8'), note: 'streamlit-scroller.md' };
  const samples = readdirSync('samples/course').filter((path) => path.endsWith('.md'));
  let text = '';
  for (let i = 0; text.length < 88_000; i++)
    text += readFileSync(`samples/course/${samples[i % samples.length]}`, 'utf8');
  return { text, note: 'sample course, repeated' };
}
