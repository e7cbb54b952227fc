import type { ServerRequests } from '../protocol';

type Found = ServerRequests['coursewright/panelSubject']['result'];

/**
 * What becomes of the server's answer to what the panel is to show. What is shown of the same document stays while a newer
 * text of it waits to be read: a picture that is out of date for a moment is of more use than none.
 * @param shown what was used last
 * @param uri the document that was asked about
 * @param version that document's version now, which the server may not have reached
 */
export function afterAnswer(
  found: Found,
  shown: Found,
  uri: string,
  version: number,
): { readonly shows: boolean; readonly asksAgain: boolean } {
  if (found.unread === 'reading') return { shows: shown.subject?.uri !== uri, asksAgain: true };
  const isOld = found.subject !== null && found.subject.version < version;
  return { shows: !isOld, asksAgain: isOld };
}
