import { filterGraph } from '../core/map/filter-graph';
import { findConcept } from '../core/map/find-concept';
import { tooLargeForMermaid } from '../core/map/formats/mermaid';
import { graphFormats, graphText } from '../core/map/graph-text';
import { mapChoices } from '../core/map/map-choices';
import type { CourseService } from '../core/service';
import type { Answers } from './answers';
import { canonicalUri } from './canonical-uri';

/** Answers what is asked for the course map. */
export function answerMap(answers: Answers, service: CourseService): void {
  /** A file's path in its course. */
  const pathsOf = (uri: string) => {
    const { root } = service.courseOf(uri);
    return (file: string) => decodeURIComponent(file.slice(root.length + 1));
  };

  answers.own('coursewright/courseMap', async ({ uri: sent, of, format: wanted, filter = {} }) => {
    const uri = canonicalUri(sent);
    const format = graphFormats.find((known) => known === wanted) ?? 'mermaid';
    const inCourse = pathsOf(uri);
    // Of a course that is still being read the terms and files that come would be missing.
    const files = await service.courseFiles(uri);
    const chosen = filter.files && new Set(filter.files);
    const drawn = chosen ? [...files].filter((file) => chosen.has(inCourse(file))) : files;
    const all = await service.conceptGraph(of === 'file' ? [uri] : drawn);
    const centre = filter.around && findConcept(all, filter.around.name);
    if (filter.around && !centre) return { text: '', nodes: 0, refused: null };
    const around = centre && { id: centre.id, hops: filter.around!.hops };
    const graph = filterGraph(all, { edgeLabel: filter.label, around });
    const text = graphText(graph, format, inCourse);
    const refused = (format === 'mermaid' && tooLargeForMermaid(graph, text)) || null;
    return { text, nodes: graph.nodes.length, refused };
  });

  answers.own('coursewright/mapChoices', async ({ uri: sent }) => {
    const uri = canonicalUri(sent);
    return mapChoices(await service.conceptGraph(await service.courseFiles(uri)), pathsOf(uri));
  });

  answers.own('coursewright/compareDiagram', async ({ uri, position, before }) => ({
    compared: (await service.compareDiagram(canonicalUri(uri), position, before)) ?? null,
  }));
}
