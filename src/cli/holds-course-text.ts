import type { CourseDocument } from '../core/course/course-document';

/** Whether a file is worth naming: a program or a notebook may hold no course text at all. */
export const holdsCourseText = ({ language, regions, diagrams }: CourseDocument): boolean =>
  (language !== 'python' && language !== 'notebook') || regions.length + diagrams.length > 0;
