/** Case and Unicode form set aside, as Windows and macOS do. */
export const folded = (text: string): string => text.normalize('NFC').toLowerCase();

/** A path with the letters of the file that it means, segment by segment from its end; undefined where they differ in more. */
export function respelled(
  path: string,
  uri: string,
  write: (name: string, instead: string) => string = (name) => name,
): string | undefined {
  const written = path.split('/');
  const spelled = uri.split('/').map(decodedPath);
  let at = spelled.length;
  for (let i = written.length - 1; i >= 0; i--) {
    const segment = decodedPath(written[i]!);
    if (segment === '' || segment === '.') continue;
    if (segment === '..') break;
    const real = spelled[--at];
    if (real === undefined) return undefined;
    if (real === segment) continue;
    // A page is often named without its ending.
    const plain = real.slice(0, segment.length);
    const whole = folded(real) === folded(segment) ? real : folded(plain) === folded(segment) ? plain : undefined;
    if (whole === undefined) return undefined;
    written[i] = write(whole, written[i]!);
  }
  return written.join('/');
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
