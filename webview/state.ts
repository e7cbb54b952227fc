import type { PanelState } from '../src/protocol';
import type { Viewport } from './tree/viewport';

/** What the page keeps over a hidden tab and a reload. */
export interface SavedState extends PanelState {
  /** Zoom and pan of the diagrams that a person has moved, the latest last. */
  readonly viewports: readonly (readonly [subject: string, viewport: Viewport])[];
  /** The nodes that a person chose last in diagrams, the latest last. */
  readonly selected?: readonly (readonly [subject: string, node: string])[];
  /** What a person has folded in diagrams, the latest last. */
  readonly folds?: readonly (readonly [subject: string, folds: readonly string[]])[];
  /** Whether all demos of a lesson are shown instead of the one under the cursor. */
  readonly whole?: boolean;
}

const remembered = 30;

/** Reads what an earlier page has kept; undefined if it is not ours, or of another version. */
export function readState(raw: unknown): SavedState | undefined {
  const state = raw as Partial<SavedState> | null | undefined;
  if (typeof state?.uri !== 'string' || typeof state.index !== 'number') return undefined;
  const viewports = Array.isArray(state.viewports) ? state.viewports.filter(isEntry) : [];
  const selected = Array.isArray(state.selected) ? state.selected.filter(isNamed) : [];
  const folds = Array.isArray(state.folds) ? state.folds.filter(isFolded) : [];
  return {
    uri: state.uri,
    index: state.index,
    viewports,
    ...(selected.length > 0 && { selected }),
    ...(folds.length > 0 && { folds }),
    ...(state.whole === true && { whole: true }),
  };
}

/** Keeps a viewport as the latest; without one, the subject is shown fitted again. */
export function withViewport(state: SavedState, subject: string, viewport: Viewport | undefined): SavedState {
  const others = state.viewports.filter(([key]) => key !== subject);
  const viewports = viewport ? [...others, [subject, viewport] as const].slice(-remembered) : others;
  return { ...state, viewports };
}

export const viewportOf = (state: SavedState, subject: string): Viewport | undefined =>
  state.viewports.find(([key]) => key === subject)?.[1];

/** Keeps a choice as the latest; without one, nothing is chosen in the subject. */
export function withSelected(state: SavedState, subject: string, node: string | undefined): SavedState {
  const others = (state.selected ?? []).filter(([key]) => key !== subject);
  return { ...state, selected: node === undefined ? others : [...others, [subject, node] as const].slice(-remembered) };
}

export const selectedOf = (state: SavedState, subject: string): string | undefined =>
  state.selected?.find(([key]) => key === subject)?.[1];

/** Keeps what is folded as the latest. */
export function withFolds(state: SavedState, subject: string, folds: readonly string[]): SavedState {
  const others = (state.folds ?? []).filter(([key]) => key !== subject);
  return { ...state, folds: folds.length === 0 ? others : [...others, [subject, folds] as const].slice(-remembered) };
}

export const foldsOf = (state: SavedState, subject: string): readonly string[] =>
  state.folds?.find(([key]) => key === subject)?.[1] ?? [];

const isFolded = (entry: unknown): entry is readonly [string, readonly string[]] =>
  Array.isArray(entry) &&
  typeof entry[0] === 'string' &&
  Array.isArray(entry[1]) &&
  entry[1].every((fold) => typeof fold === 'string');

const isNamed = (entry: unknown): entry is readonly [string, string] =>
  Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'string';

function isEntry(entry: unknown): entry is readonly [string, Viewport] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false;
  const view = entry[1] as Partial<Viewport> | undefined;
  return [view?.x, view?.y, view?.scale].every((value) => typeof value === 'number' && Number.isFinite(value));
}
