/** An error whose message is a sentence for the person at the keyboard: what went wrong and what to do. */
export class HumanError extends Error {
  override readonly name = 'HumanError';
}

/** Whether an error of the system says that nothing is there. */
export const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes(String((error as { code?: unknown } | null | undefined)?.code));

/** What the system says of a failed file operation, in words. */
export function systemReason(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'ENOENT') return 'no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'EISDIR') return 'is a folder';
  if (code === 'ENOTDIR') return 'part of the path is not a folder';
  if (code === 'ELOOP') return 'the link leads in a circle';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'no space left on the disk';
  if (code === 'EROFS') return 'the disk can only be read';
  if (code === 'EPIPE') return 'whoever read it has stopped';
  if (code === 'EMFILE' || code === 'ENFILE') return 'too many open files';
  return error instanceof Error ? error.message : String(error);
}
