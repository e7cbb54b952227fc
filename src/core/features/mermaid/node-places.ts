import type { CourseDocument, Diagram } from '../../course/course-document';
import { glossaryOf } from '../../glossary/glossary';
import type { DiagramNode } from '../../mermaid/diagram-symbols';
import { sameNode } from '../../mermaid/same-node';
import { symbolsIn } from '../../mermaid/symbols-in';
import type { FeatureContext } from '../feature-context';
import { fileNodes } from './file-nodes';

/** A node in one of the course's diagrams. */
export interface PlacedNode {
  readonly document: CourseDocument;
  readonly diagram: Diagram;
  readonly node: DiagramNode;
}

/** The node itself, and every node of the course with its id that is the same: in this file, then in the others. */
export async function nodePlaces(context: FeatureContext, diagram: Diagram, node: DiagramNode): Promise<PlacedNode[]> {
  const { document, course } = context;
  const glossary = glossaryOf(course);
  const isAcronym = (id: string): boolean => glossary.withAcronym(id, document.uri).length > 0;
  const places: PlacedNode[] = [{ document, diagram, node }];
  for (const file of [document, ...(await othersWith(context, node.id))]) {
    for (const other of file.diagrams) {
      if (other === diagram) continue;
      for (const same of symbolsIn(other).nodes) {
        if (same.id === node.id && sameNode(node, same, isAcronym)) {
          places.push({ document: file, diagram: other, node: same });
        }
      }
    }
  }
  return places;
}

async function othersWith({ document, course }: FeatureContext, id: string): Promise<CourseDocument[]> {
  const uris = [...course.all(fileNodes)].filter(([uri, ids]) => uri !== document.uri && ids.has(id));
  const documents = await Promise.all(uris.map(([uri]) => course.document(uri)));
  return documents.filter((one) => one !== undefined);
}
