/** What a client may say at the start, beyond the Language Server Protocol, as its `initializationOptions`. */
export interface InitializationOptions {
  /** The client answers links, paths, heading completion and rename, folding and selection ranges by itself. */
  readonly builtInMarkdown?: boolean;
  /** Version of the Mermaid with which the client's own preview draws: `11.17.0`. */
  readonly previewMermaid?: string;
  /** The client shows pictures in hovers, as data in an address: those of diagrams are drawn for it. */
  readonly hoverPictures?: boolean;
  /** The CSS colour of the editor's text; `coursewright/theme` tells of a change. */
  readonly foreground?: string;
  /** The client shows what the server is doing, and is told by `coursewright/activity`. */
  readonly activity?: boolean;
  /** The client opens the cells of notebooks as texts: it is not asked for `notebookDocument` synchronization. */
  readonly cellsAsTexts?: boolean;
}
