/** The page that explains a code: one file a code, in `docs/diagnostics/` of the repository. */
export const documentationOf = (code: string): string =>
  `https://github.com/coursewright/coursewright/blob/main/docs/diagnostics/${code}.md`;
