import { existsSync } from 'node:fs';
import { conceptDiagram, conceptLines } from '../core/concepts/concept-text';
import { rouge } from '../core/concepts/rouge';
import { HumanError } from '../host/human-error';
import { readSource } from '../host/read-source';
import { openSession } from '../session/session';
import { oneOf, readArguments, usage } from './arguments';
import { interruptibly } from './interrupted';
import { say } from './say';

/** No summary is longer than what a course's file may be. */
const mostBytes = 16 * 1024 * 1024;

/**
 * `coursewright concepts`: what tells a file, or a section of it, from the rest of its course, how that stands together,
 * and how much of the text it says; a summary of one's own is scored beside it.
 */
export async function concepts(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    section: { type: 'string' },
    summary: { type: 'string' },
    format: { type: 'string', default: 'text' },
  });
  const format = oneOf('--format', values.format, ['text', 'mermaid', 'json']);
  const [path, another] = positionals;
  if (path === undefined || another !== undefined) throw new HumanError(`name one file\n\n${usage}`);
  const { section, summary } = values;
  if (summary !== undefined && !existsSync(summary)) throw new HumanError(`there is no file ${summary}`);
  const session = await openSession([path]);
  try {
    const [file, more] = session.files;
    if (!file || more) throw new HumanError(`${path} is no file; concepts are found in one file, or a section of it`);
    const found = await interruptibly(async (signal) => {
      await session.loadCourses(signal);
      return session.service.sectionConcepts(file.uri, section === undefined ? { whole: true } : { section }, signal);
    });
    if (!found)
      throw new HumanError(section === undefined ? `${path} cannot be read` : `${path} has no section '${section}'`);
    const { text, ...told } = found;
    const scores = {
      'these concepts': found.rouge,
      ...(summary === undefined ? {} : { 'the summary': rouge(text, readSource(summary, mostBytes).text) }),
    };
    if (format === 'mermaid') await say(conceptDiagram(found, found.title), 'file');
    else if (format === 'json') await say(`${JSON.stringify({ ...told, rouge: scores }, null, 2)}\n`);
    else await say(conceptLines(found, scores));
    return session.incomplete ? 2 : 0;
  } finally {
    await session.dispose();
  }
}
