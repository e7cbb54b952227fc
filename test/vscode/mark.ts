/** Begins the lines that the suite prints, so that they can be told from all that the workbench prints. */
export const mark = 'coursewright-suite: ';
