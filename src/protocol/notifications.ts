/** What the server is doing: how far it has read the course, or how many files it knows of it. */
export type ServerActivity =
  | { readonly state: 'reading'; readonly done: number; readonly total: number }
  | { readonly state: 'ready'; readonly files: number };

/** What the server tells a client beyond the Language Server Protocol. */
export type ServerNotifications = {
  /** To a client that said that it shows this. */
  'coursewright/activity': ServerActivity;
  /** After a client has asked for the glossary or the skills: either may be another by now. */
  'coursewright/courseChanged': Record<string, never>;
  /** Something of ours failed, in a sentence for the person; never a fault of the author's text. */
  'coursewright/failure': { readonly message: string };
};

/** What a client tells the server beyond the Language Server Protocol. */
export type ClientNotifications = {
  /** The editor's colours are others now. */
  'coursewright/theme': { readonly foreground: string };
  /** The cursor is on another line of an open text, zero-based. */
  'coursewright/cursor': { readonly uri: string; readonly line: number };
};
