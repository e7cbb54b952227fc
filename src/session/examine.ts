import type { CourseDocument } from '../core/course/course-document';
import type { CourseDiagnostic } from '../core/diagnostics/course-diagnostic';
import type { CourseService } from '../core/service';
import type { NamedFile } from './session';

/** What a file says of itself, with the text that the service holds of it. */
export interface Examined {
  readonly document: CourseDocument;
  readonly diagnostics: readonly CourseDiagnostic[];
}

export async function examine(service: CourseService, { uri }: NamedFile): Promise<Examined> {
  const [document, diagnostics] = await Promise.all([service.document(uri), service.diagnostics(uri)]);
  return { document: document!, diagnostics: diagnostics! };
}
