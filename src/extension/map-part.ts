import * as vscode from 'vscode';
import { say } from '../core/l10n/say';
import type { Ask, MapFilter } from '../protocol';

/** Which diagrams make a map, and what of it is shown. */
export interface MapPart {
  readonly of: 'file' | 'course';
  readonly filter?: MapFilter;
}

interface Choice extends vscode.QuickPickItem {
  /** Undefined where nothing was chosen after all. */
  choose(): MapPart | undefined | Promise<MapPart | undefined>;
}

/** What a key binding gives: `"file"`, `"course"`, or a filter of the course's map such as `{ "around": { "name": "Gate", "hops": 2 } }`. */
export function givenPart(given: unknown): MapPart | undefined {
  if (given === 'file' || given === 'course') return { of: given };
  if (typeof given !== 'object' || given === null || given instanceof vscode.Uri) return undefined;
  const { files, label, around } = given as Record<keyof MapFilter, unknown>;
  const filter: MapFilter = {
    ...(Array.isArray(files) && { files: files.map(String) }),
    ...(typeof label === 'string' && { label }),
    ...(isAround(around) && { around }),
  };
  return Object.keys(filter).length > 0 ? { of: 'course', filter } : undefined;
}

const isAround = (around: unknown): around is NonNullable<MapFilter['around']> => {
  const { name, hops } = (around ?? {}) as { name?: unknown; hops?: unknown };
  return typeof name === 'string' && typeof hops === 'number';
};

/**
 * Asks whose diagrams, or what of the course's map.
 * @param uri a file or the folder of the course
 */
export async function pickMapPart(ask: Ask, uri: string, isCourseFile: boolean): Promise<MapPart | undefined> {
  const choices = () => ask('coursewright/mapChoices', { uri });
  const items: Choice[] = [
    { label: say`The whole course`, choose: () => ({ of: 'course' }) },
    ...(isCourseFile ? [{ label: say`This file`, choose: () => ({ of: 'file' as const }) }] : []),
    { label: say`Some of its files…`, choose: async () => filtered(await someFiles((await choices()).files)) },
    { label: say`What is around a concept…`, choose: async () => filtered(await around((await choices()).concepts)) },
    { label: say`Arrows with a label…`, choose: async () => filtered(await labelled((await choices()).labels)) },
  ];
  return (await vscode.window.showQuickPick(items, { placeHolder: say`Whose diagrams?` }))?.choose();
}

const filtered = (filter: MapFilter | undefined): MapPart | undefined => filter && { of: 'course', filter };

async function someFiles(files: readonly string[]): Promise<MapFilter | undefined> {
  const placeHolder = say`Files whose diagrams make the map`;
  const chosen = await vscode.window.showQuickPick(files, { placeHolder, canPickMany: true });
  return chosen && chosen.length > 0 ? { files: chosen } : undefined;
}

async function around(concepts: readonly string[]): Promise<MapFilter | undefined> {
  const name = await vscode.window.showQuickPick(concepts, { placeHolder: say`Around which concept?` });
  if (name === undefined) return undefined;
  const items = [1, 2, 3].map((hops) => ({ label: hops === 1 ? say`1 arrow away` : say`${hops} arrows away`, hops }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: say`At most how far?` });
  return chosen && { around: { name, hops: chosen.hops } };
}

async function labelled(
  labels: readonly { readonly label: string; readonly arrows: number }[],
): Promise<MapFilter | undefined> {
  const items = labels.map(({ label, arrows }) => ({
    label,
    description: arrows === 1 ? say`1 arrow` : say`${arrows} arrows`,
  }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: say`Arrows whose label holds these words` });
  return chosen && { label: chosen.label };
}
