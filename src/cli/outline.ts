import type { ListedItem } from '../core/features/outline/list-outline';
import { itemName } from '../core/outline/outline-item';
import { openSession } from '../session/session';
import { oneOf, readArguments } from './arguments';
import { holdsCourseText } from './holds-course-text';
import { say } from './say';
import { sayUnreadNotebooks } from './say-unread-notebooks';

/** `coursewright outline`: sections, numbered skills, areas, diagrams and demos of the named files. */
export async function outline(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { format: { type: 'string', default: 'text' } });
  const format = oneOf('--format', values.format, ['text', 'json']);
  const session = await openSession(positionals);
  try {
    const unread = await sayUnreadNotebooks(session);
    const listed: { readonly path: string; readonly items: readonly ListedItem[] }[] = [];
    for (const { uri, path, explicit } of session.files) {
      const document = await session.service.document(uri);
      if (!explicit && document && !holdsCourseText(document)) continue;
      listed.push({ path, items: (await session.service.listOutline(uri)) ?? [] });
    }
    const text = () => listed.map(({ path, items }) => `${path}\n${lines(items, '  ')}`).join('');
    await say(format === 'json' ? `${JSON.stringify(listed, null, 2)}\n` : text());
    return session.incomplete || unread ? 2 : 0;
  } finally {
    await session.dispose();
  }
}

function lines(items: readonly ListedItem[], indent: string): string {
  return items
    .map((item) => {
      const { kind, range, children } = item;
      const what = kind === 'heading' ? '' : ` [${kind}]`;
      return `${indent}${itemName(item)}${what} :${range.start.line + 1}\n${lines(children, `${indent}  `)}`;
    })
    .join('');
}
