import { tooLargeForMermaid } from '../core/map/formats/mermaid';
import { graphFormats, graphText } from '../core/map/graph-text';
import type { CourseService } from '../core/service';
import type { Answers } from './answers';
import { canonicalUri } from './canonical-uri';

/** Answers what is asked for the course map. */
export function answerMap(answers: Answers, service: CourseService): void {
  answers.own('coursewright/courseMap', async ({ uri: sent, of, format: wanted }) => {
    const uri = canonicalUri(sent);
    const format = graphFormats.find((known) => known === wanted) ?? 'mermaid';
    const { root } = service.courseOf(uri);
    // Of a course that is still being read the terms and files that come would be missing.
    const files = await service.courseFiles(uri);
    const graph = await service.conceptGraph(of === 'file' ? [uri] : files);
    const inCourse = (file: string) => decodeURIComponent(file.slice(root.length + 1));
    const text = graphText(graph, format, inCourse);
    const refused = (format === 'mermaid' && tooLargeForMermaid(graph, text)) || null;
    return { text, nodes: graph.nodes.length, refused };
  });

  answers.own('coursewright/compareDiagram', async ({ uri, position, before }) => ({
    compared: (await service.compareDiagram(canonicalUri(uri), position, before)) ?? null,
  }));
}
