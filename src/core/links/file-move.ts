/** A file or folder that gets another place. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
}

/** Where a file stands after files and folders have moved. */
export function movedTo(uri: string, moves: readonly FileMove[]): string {
  for (const { from, to } of moves) {
    if (uri === from) return to;
    if (uri.startsWith(`${from}/`)) return to + uri.slice(from.length);
  }
  return uri;
}
