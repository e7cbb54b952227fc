import type { ListedDemo } from '../core/features/demos/list-demos';
import { openSession } from '../session/session';
import { oneOf, readArguments } from './arguments';
import { noneIn } from './none-in';
import { say } from './say';
import { sayUnreadNotebooks } from './say-unread-notebooks';

/** `coursewright demo`: what the demos of the named files compute, and which of their claims hold. */
export async function demo(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { format: { type: 'string', default: 'text' } });
  const format = oneOf('--format', values.format, ['text', 'json']);
  const session = await openSession(positionals);
  try {
    const unread = await sayUnreadNotebooks(session);
    const found = await Promise.all(
      session.files.map(async ({ uri, path }) =>
        ((await session.service.listDemos(uri)) ?? []).map(({ uri: _, ...one }) => ({ path, ...one })),
      ),
    );
    const demos = found.flat();
    if (format === 'json') await sayList(demos.map(({ cost: _, ...one }) => one));
    else if (demos.length === 0) await say(noneIn('demos', session.files));
    else for (const one of demos) await say(lines(one));
    if (session.incomplete || unread) return 2;
    return demos.some(({ error, expectations }) => error !== undefined || expectations.some(({ holds }) => !holds))
      ? 1
      : 0;
  } finally {
    await session.dispose();
  }
}

function lines({
  path,
  range,
  kind,
  cost,
  error,
  expectations,
}: Omit<ListedDemo, 'uri'> & { readonly path: string }): string {
  const head = `${path}:${range.start.line + 1}:${range.start.character + 1} ${kind}${cost ? ` (${cost})` : ''}${error ? `: ${error}` : ''}\n`;
  const claims = expectations.map(
    ({ key, expected, actual, holds }) =>
      `  ${holds ? 'holds' : 'FAILS'} ${key}: claimed ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}\n`,
  );
  return head + claims.join('');
}

/** Writes a JSON list item by item: one text of all the results can be longer than a text may be. */
async function sayList(items: readonly unknown[]): Promise<void> {
  if (items.length === 0) return say('[]\n');
  for (const [i, item] of items.entries())
    await say(`${i === 0 ? '[' : ','}\n${JSON.stringify([item], null, 2).slice(2, -2)}`);
  await say('\n]\n');
}
