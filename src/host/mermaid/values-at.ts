/** The values at the end of a path; lists on the way are gone through, and `@` takes a map's entries. */
export function valuesAt(value: unknown, path: string): unknown[] {
  // A number names a place in a list, every other name what each of its values holds.
  let values = Array.isArray(value) && !/^\d/.test(path) ? (value as unknown[]) : [value];
  if (value instanceof Map) values = path === '@' ? [...value.entries()] : [...value.values()];
  if (path === '**') return values.flatMap(withDescendants);
  if (path === '***') return values.flatMap(withAllInside);
  if (path === '@' || path === '*' || path === '') return values;
  for (const name of path.split('.')) {
    if (name === '*') continue;
    values = values.flatMap((one) => fieldOf(one, name));
  }
  return values;
}

function fieldOf(value: unknown, name: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const field = (value as Readonly<Record<string, unknown>>)[name];
  return Array.isArray(field) ? field : [field];
}

function withDescendants(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(withDescendants);
  return [
    value,
    ...fieldOf(value, 'children')
      .filter((child) => child !== undefined)
      .flatMap(withDescendants),
  ];
}

const withAllInside = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(withAllInside)] : [];
