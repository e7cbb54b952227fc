import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { CourseService } from '../core/service';

/** Reads all files of the courses in the background, with a progress that the person may cancel. */
export async function loadCourses(
  connection: Connection,
  client: ClientCapabilities,
  service: CourseService,
  roots: readonly string[],
): Promise<void> {
  for (const root of roots) {
    const progress = client.window?.workDoneProgress ? await connection.window.createWorkDoneProgress() : undefined;
    progress?.begin('Coursewright: reading the course', 0, undefined, true);
    const cancellation = {
      get aborted() {
        return progress?.token.isCancellationRequested ?? false;
      },
    };
    let shown = 0;
    await service.load(root, cancellation, (done, total) => {
      const percent = Math.floor((100 * done) / total);
      if (percent === shown) return;
      shown = percent;
      progress?.report(percent, `${done} of ${total} files`);
    });
    progress?.done();
  }
}
