import type { Span } from '../text/span';
import type { CourseDocument, Region } from './course-document';

/** The course text around a span; undefined for one outside of every region. */
export const regionAt = ({ regions }: CourseDocument, { start, end }: Span): Region | undefined =>
  regions.find(({ span }) => span.start <= start && end <= span.end);
