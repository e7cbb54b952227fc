import { braceBelow } from './brace-below';
import type { Finder } from './suspect';
import { unopenedBody } from './unopened-body';

/** The opening brace of a body that stands on the line below, or is missing; `opener` tells the lines that one may stand behind. */
export const bodyBraces = (opener: RegExp): readonly Finder[] => [braceBelow(opener), unopenedBody(opener)];
