/** What went wrong, in words meant for whoever sits in front of the page. */
export class EngineError extends Error {
  override readonly name: string = 'EngineError';
}

/** A kernel that the adapter's compiler refuses. Line and column count from 1 in the kernel's own file. */
export class KernelError extends EngineError {
  override readonly name = 'KernelError';

  constructor(
    readonly file: string,
    readonly line: number,
    readonly column: number,
    readonly reason: string,
  ) {
    super(`${file}:${line}:${column}: ${reason}`);
  }
}

/** The device went away, by a driver reset or by force, in the middle of a computation. */
export class DeviceLostError extends EngineError {
  override readonly name = 'DeviceLostError';
}

/** A tensor that this adapter cannot hold. */
export class OutOfMemoryError extends EngineError {
  override readonly name = 'OutOfMemoryError';

  /**
   * @param limit bytes that would have fitted, where known
   */
  constructor(tensor: string, shape: readonly number[], bytes: number, limit?: number) {
    const size = `${tensor} [${shape.join(', ')}] needs ${inWords(bytes)}`;
    super(
      limit === undefined
        ? `${size}, more than the adapter has left; try [${shrunk(shape, 0.25).join(', ')}].`
        : `${size}, this adapter allows ${inWords(limit)}; try [${shrunk(shape, limit / bytes).join(', ')}].`,
    );
  }
}

/** The shape with its longest axes cut alike, so that `fraction` of it is left or less. */
function shrunk(shape: readonly number[], fraction: number): number[] {
  const longest = Math.max(...shape);
  const axes = shape.filter((length) => length === longest).length;
  const shorter = Math.max(1, Math.floor(longest * fraction ** (1 / axes)));
  return shape.map((length) => (length === longest ? shorter : length));
}

function inWords(bytes: number): string {
  if (bytes < 2 ** 20) return `${Math.ceil(bytes / 1024)} KiB`;
  if (bytes < 2 ** 30) return `${Math.round(bytes / 2 ** 20)} MiB`;
  return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
}
