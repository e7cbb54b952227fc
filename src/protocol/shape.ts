/** Whether a value that came from elsewhere is what it should be. Never throws, whatever the value is. */
export type Shape = (value: unknown) => boolean;

export const text: Shape = (value) => typeof value === 'string';
export const flag: Shape = (value) => typeof value === 'boolean';
/** A number that can be counted with. */
export const number: Shape = (value) => Number.isFinite(value);
/** A whole number from zero on. */
export const count: Shape = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
export const nothing: Shape = (value) => value === null;
export const anything: Shape = () => true;

export const oneOf =
  (...all: readonly unknown[]): Shape =>
  (value) =>
    all.includes(value);

export const either =
  (...shapes: readonly Shape[]): Shape =>
  (value) =>
    shapes.some((shape) => shape(value));

export const optional = (shape: Shape): Shape => either((value) => value === undefined, shape);

export const list =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape);

/** An object with these fields; what else it has is not asked. */
export const record =
  (fields: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    isRecord(value) && Object.entries(fields).every(([name, shape]) => shape(own(value, name)));

/** An object whose values are alike, whatever their names are. */
export const recordOf =
  (shape: Shape): Shape =>
  (value) =>
    isRecord(value) && Object.values(value).every(shape);

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (value: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(value, name) ? value[name] : undefined;
