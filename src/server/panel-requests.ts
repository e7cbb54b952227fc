import type { Connection } from 'vscode-languageserver';
import type { CourseService } from '../core/service';
import type { ServerRequests } from '../protocol';

type Handler<M extends keyof ServerRequests> = (
  params: ServerRequests[M]['params'],
) => Promise<ServerRequests[M]['result']>;

/** Binds what the panel asks beyond the protocol's own requests. */
export function registerPanelRequests(
  connection: Connection,
  service: CourseService,
  canonical: (uri: string) => string,
): void {
  const answer = <M extends keyof ServerRequests>(method: M, handler: Handler<M>) =>
    connection.onRequest(method, (params: ServerRequests[M]['params']): Promise<unknown> => handler(params));

  answer('coursewright/demoData', async ({ uri, path }) => ({ text: await service.demoData(canonical(uri), path) }));

  answer('coursewright/demoEdit', async ({ uri, version, index, set }) => ({
    edits: (await service.demoEdit(canonical(uri), version, index, set)) ?? [],
  }));

  answer('coursewright/panelLesson', async ({ uri }) => {
    const demos = (await service.panelLesson(canonical(uri))) ?? [];
    return { demos: demos.map((demo) => ({ ...demo, uri })) };
  });

  answer('coursewright/panelSubject', async (params) => {
    const uri = canonical(params.uri);
    const document = await service.document(uri);
    if (!document) return { subject: null, contents: [] };
    const choice =
      'position' in params ? { offset: document.lines.offsetAt(params.position) } : { index: params.index };
    const subject = (await service.panelSubject(uri, choice)) ?? null;
    return { subject: subject && { ...subject, uri: params.uri }, contents: (await service.panelContents(uri)) ?? [] };
  });
}
