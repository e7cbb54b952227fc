import type { CourseDocument } from '../../src/core/course/course-document';
import { courseLanguageOf } from '../../src/core/course/course-language';
import type { MermaidJudge } from '../../src/core/mermaid/judge';
import { type CourseService, createCourseService } from '../../src/core/service';
import { defaultSettings } from '../../src/core/settings';
import { memoryRoot, memoryWorkspace } from '../support/memory-course';
import type { Sample } from './samples';

/** The service over one text beside a glossary, and what may be asked of it. */
export interface Trial {
  readonly service: CourseService;
  readonly uri: string;
  readonly document: CourseDocument;
}

export const glossaryName = 'glossary.md';

/** Terms that the samples use, in every form. */
export const glossary =
  '# Glossary\n\n- **🧩 Mixture of Experts (MoE):** Many experts.\n- **🚪 Gate (GT):** A gate opens.\n\n| Term | Definition |\n|--|--|\n| Router | It routes. |\n';

export async function trial(
  { name, text }: Sample,
  judge: MermaidJudge,
  others: Readonly<Record<string, string>> = { [glossaryName]: glossary },
): Promise<Trial> {
  const service = createCourseService({
    workspace: memoryWorkspace(new Map(Object.entries({ ...others, [name]: text }))),
    judge,
    settingsOf: () => Promise.resolve(defaultSettings),
  });
  for (const [file, content] of Object.entries({ ...others, [name]: text })) {
    service.open({ uri: `${memoryRoot}/${file}`, text: content, version: 1 }, courseLanguageOf(file)!);
  }
  await service.load(memoryRoot);
  const uri = `${memoryRoot}/${name}`;
  return { service, uri, document: (await service.document(uri))! };
}
