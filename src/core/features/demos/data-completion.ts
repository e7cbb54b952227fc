import { type DemoCompletion, type DemoCompletionItem, textUnderWay } from '../../demos/demo-completion';
import type { DemoKind } from '../../demos/demo-kind';
import { readDemo } from '../../demos/read-demo';
import { readCsv } from '../../demos/scaling-law/csv-table';
import { keyAt } from '../../demos/schema/find-key';
import { say } from '../../l10n/say';
import { relativeTarget } from '../../links/link-target';
import type { FeatureContext } from '../feature-context';

const pathKey = 'data.path';

/** Under `data`: the tables of the course, and the columns of the one that the demo names; undefined elsewhere. */
export async function dataCompletion(
  { document, course, readData }: FeatureContext,
  kind: DemoKind,
  text: string,
  offset: number,
): Promise<DemoCompletion | undefined> {
  const place = textUnderWay(kind, text, offset);
  if (!place?.key.startsWith('data.')) return undefined;
  const { key, span } = place;
  if (key === pathKey) {
    const paths = (await course.tables()).map((uri) => decodeURIComponent(relativeTarget(document.uri, uri)));
    return { span, items: paths.map((path) => value(path, say`A table of the course, with a header row.`)) };
  }
  if (keyAt(kind, key)?.shape.kind !== 'text') return undefined;
  const { places } = readDemo(kind, text);
  const named = places.get(pathKey)?.value;
  const path = named && text.slice(named.start, named.end).replace(/^(["'])(.*)\1$/s, '$2');
  const file = path === undefined ? undefined : await readData(path);
  if (!file || !('text' in file)) return { span, items: [] };
  // The header alone is asked for.
  const { header } = readCsv(file.text.slice(0, file.text.indexOf('\n') + 1) || file.text);
  return { span, items: header.filter((name) => name !== '').map((name) => value(name, say`A column of ${path}.`)) };
}

const value = (label: string, documentation: string): DemoCompletionItem => ({
  ...{ kind: 'value', label, insertText: label, documentation },
});
