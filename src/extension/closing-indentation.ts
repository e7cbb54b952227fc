/** How far up an opener is looked for. */
const farthest = 2000;

const bareMarker = /^([ \t]*)(`{3,}|~{3,})[ \t]*$/;
const anyMarker = /^([ \t]*)(`{3,}(?=[^`]*$)|~{3,})(.*)$/;

/**
 * The indentation that the closing line of a fence should have: its opener's, where the line is indented further.
 * Undefined for a line that closes none, or stands right.
 * @param lines the text of a line, undefined above the first
 */
export function closingIndentation(lines: (line: number) => string | undefined, line: number): string | undefined {
  const closer = bareMarker.exec(lines(line) ?? '');
  if (!closer) return undefined;
  const [, indentation, marker] = closer as unknown as [string, string, string];
  for (let at = line - 1; at > line - farthest; at--) {
    const text = lines(at);
    if (text === undefined) return undefined;
    const found = anyMarker.exec(text);
    if (!found || found[2]![0] !== marker[0]) continue;
    // Only a marker that says what it opens is known to open.
    const opens = found[3]!.trim() !== '' && found[2]!.length === marker.length;
    const above = found[1]!;
    return opens && above !== indentation && indentation.startsWith(above) ? above : undefined;
  }
  return undefined;
}
