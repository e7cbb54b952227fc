interface Contribution {
  readonly scope?: string;
  readonly markdownDescription: string;
  readonly additionalProperties?: unknown;
  readonly [keyword: string]: unknown;
}

/**
 * The JSON schema of a course's settings file, from what `package.json` contributes: the same keys without the prefix,
 * dotted or nested. Keys that it does not know are left to `settings.unknown-key`, which names the nearest.
 * @param keys the settings that the code reads of a course
 */
export function settingsSchema(
  contributed: Readonly<Record<string, Contribution>>,
  keys: readonly string[],
): Record<string, unknown> {
  const definitions = Object.fromEntries(
    Object.entries(contributed)
      .map(([name, setting]) => [name.replace('coursewright.', ''), setting] as const)
      .filter(([key]) => keys.includes(key))
      .map(([key, { scope: _, additionalProperties, ...setting }]) => [
        key,
        {
          description: setting.markdownDescription.replaceAll('`', ''),
          ...setting,
          ...(additionalProperties ? { additionalProperties } : {}),
        },
      ]),
  );
  const reference = (key: string) => ({ $ref: `#/definitions/${key}` });
  const groups = new Map<string, Record<string, unknown>>();
  for (const key of Object.keys(definitions)) {
    const [group, name] = key.split('.');
    if (name) groups.set(group!, { ...groups.get(group!), [name]: reference(key) });
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Coursewright: settings of a course',
    description: 'coursewright.json or coursewright.jsonc, which also marks the root of a course.',
    type: 'object',
    allowComments: true,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: 'string' },
      ...Object.fromEntries(Object.keys(definitions).map((key) => [key, reference(key)])),
      ...Object.fromEntries([...groups].map(([group, properties]) => [group, { type: 'object', properties }])),
    },
    definitions,
  };
}
