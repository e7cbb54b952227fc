import type { Position } from 'vscode-languageserver';

/** Whether something that came over the wire is an object. */
export const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether it is a position; where that lies is not asked. */
export const isPosition = (value: unknown): value is Position =>
  isObject(value) && Number.isFinite(value.line) && Number.isFinite(value.character);
