/** A path as a reader sees it: without percent signs, or as it is where they mean nothing. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
