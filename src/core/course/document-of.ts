import type { FoundBlocks } from './blocks/region-blocks';
import type { CourseDocument, Region } from './course-document';

/** What is known of a file before its blocks are read. */
export type DocumentBase = Pick<CourseDocument, 'uri' | 'language' | 'version' | 'text' | 'lines'>;

/** The frozen model of what was found. */
export function documentOf(base: DocumentBase, regions: readonly Region[], found: FoundBlocks): CourseDocument {
  return Object.freeze({
    ...base,
    regions: Object.freeze(regions),
    headings: Object.freeze(found.headings),
    listItems: Object.freeze(found.listItems),
    tables: Object.freeze(found.tables),
    fences: Object.freeze(found.fences),
    directives: Object.freeze(found.directives),
    diagrams: Object.freeze(found.diagrams),
    formulas: Object.freeze(found.formulas),
    references: Object.freeze(found.references),
    cutComments: Object.freeze(found.cutComments),
    tooDeep: Object.freeze(found.tooDeep),
    inlines: Object.freeze(found.inlines),
  });
}
