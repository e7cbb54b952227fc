import type { CourseDocument } from '../../src/core/course/course-document';
import { courseLanguageOf } from '../../src/core/course/course-language';
import type { CourseDiagnostic } from '../../src/core/diagnostics/course-diagnostic';
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
  /** What is wrong with the text, worked out once. */
  diagnostics(): Promise<readonly CourseDiagnostic[]>;
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
  for (const [file, content] of Object.entries({ ...others, [name]: text })) put(service, file, content);
  await service.load(memoryRoot);
  return asItStands(service, name);
}

/** A service that is kept, in which other texts are tried: what does not change from one to the next is read once. */
export class Workbench {
  readonly #judge: MermaidJudge;
  #service: CourseService | undefined;
  readonly #texts = new Map<string, string>();

  constructor(judge: MermaidJudge) {
    this.#judge = judge;
  }

  /** As `trial`, by edits of what was tried before. */
  async trial(
    { name, text }: Sample,
    others: Readonly<Record<string, string>> = { [glossaryName]: glossary },
  ): Promise<Trial> {
    if (!this.#service) this.#service = (await trial({ name, text }, this.#judge, others)).service;
    else
      for (const [file, content] of Object.entries({ ...others, [name]: text }))
        if (this.#texts.get(file) !== content) put(this.#service, file, content);
    for (const [file, content] of Object.entries({ ...others, [name]: text })) this.#texts.set(file, content);
    return asItStands(this.#service, name);
  }
}

/** Gives a service the text of a file as an editor that holds it. */
export function put(service: CourseService, file: string, text: string): void {
  service.open({ uri: `${memoryRoot}/${file}`, text, version: 1 }, courseLanguageOf(file)!);
}

/** What stands in a file now. */
export async function asItStands(service: CourseService, name: string): Promise<Trial> {
  const uri = `${memoryRoot}/${name}`;
  let found: Promise<readonly CourseDiagnostic[]> | undefined;
  const diagnostics = () => {
    found ??= service.diagnostics(uri).then((all) => all ?? []);
    return found;
  };
  return { service, uri, document: (await service.document(uri))!, diagnostics };
}
