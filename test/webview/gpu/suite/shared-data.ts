/** Reads a file of the reference data; undefined where it is absent. Set by whoever runs the suite. */
export let readShared: (path: string) => Promise<string | undefined> = async () => undefined;

export function setSharedReader(reader: typeof readShared): void {
  readShared = reader;
}
