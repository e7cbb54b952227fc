import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { cardText } from '../core/overview/card-text';
import { HumanError } from '../host/human-error';
import { openSession, relativeUri } from '../session/session';
import { oneOf, readArguments, usage } from './arguments';
import { interruptibly } from './interrupted';
import { say } from './say';

/** `coursewright cards`: what of a course is to be learned by heart, for Anki, as lines or as JSON. */
export async function cards(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { format: { type: 'string', default: 'anki' } });
  const format = oneOf('--format', values.format, ['anki', 'text', 'json']);
  const [folder, another] = positionals;
  if (folder === undefined || another !== undefined) throw new HumanError(`name one folder\n\n${usage}`);
  if (!existsSync(folder)) throw new HumanError(`there is no folder ${folder}`);
  if (!statSync(folder).isDirectory()) throw new HumanError(`${folder} is no folder; cards are made of a whole course`);
  const session = await openSession([folder]);
  try {
    const kit = await interruptibly(async (signal) => {
      await session.loadCourses(signal);
      return session.service.teachingKit(URI.file(resolve(folder, 'OVERVIEW.md')).toString(), signal);
    });
    if (!kit) return 2;
    const json = () => kit.cards.map(({ uri, ...card }) => ({ ...card, path: relativeUri(uri) }));
    if (format === 'json') await say(`${JSON.stringify(json(), null, 2)}\n`);
    else await say(cardText(kit.cards, format, kit.title), format === 'anki' ? 'file' : 'words');
    return session.incomplete ? 2 : 0;
  } finally {
    await session.dispose();
  }
}
