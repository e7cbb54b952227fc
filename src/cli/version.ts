declare const COURSEWRIGHT_VERSION: string;
declare const MERMAID_VERSION: string;

/** Ours and Mermaid's, as the build found them. */
export const version = `coursewright ${COURSEWRIGHT_VERSION} (mermaid ${MERMAID_VERSION})`;
export const ownVersion = COURSEWRIGHT_VERSION;
