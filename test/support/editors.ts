import { pathToFileURL } from 'node:url';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import type { Habit } from './language-client';

/** How an editor's client behaves, as far as a server can tell. */
export interface EditorHabits {
  readonly name: string;
  /** Where its capabilities stand in its own sources. */
  readonly source: string;
  readonly capabilities: ClientCapabilities;
  /** What it calls a markdown file. */
  readonly languageId: string;
  /** The version that it opens a document with. */
  readonly version: number;
  /** Sends whole texts instead of edits. */
  readonly whole?: boolean;
  /** What it sends of the course's folder; the protocol's folders where nothing is said. */
  readonly names?: 'rootUri' | 'rootPath';
  readonly initializationOptions?: unknown;
  readonly habits?: Readonly<Record<string, Habit>>;
  /** How it spells a file's URI. */
  uriOf(path: string): string;
}

const nodeUri = (path: string) => pathToFileURL(path).toString();
/** Everything but letters, digits and slashes escaped. */
const escapedUri = (path: string) =>
  `file://${path
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/[.~_-]/g, escaped))
    .join('/')}`;
const escaped = (char: string) => `%${char.charCodeAt(0).toString(16)}`;
/** Nothing escaped but what must be. */
const plainUri = (path: string) => `file://${path.replace(/[% #?]/g, escaped)}`;

const allResources: ('create' | 'rename' | 'delete')[] = ['create', 'rename', 'delete'];

/** The editors that are known to us, with what their clients say and do. */
export const editors: readonly EditorHabits[] = [
  {
    name: 'Neovim 0.7',
    source: 'neovim/neovim v0.7.2, runtime/lua/vim/lsp/protocol.lua, make_client_capabilities',
    capabilities: {
      textDocument: {
        definition: { linkSupport: true },
        completion: { completionItem: { snippetSupport: false } },
        rename: { prepareSupport: true },
      },
      workspace: { workspaceFolders: true, workspaceEdit: { resourceOperations: allResources } },
      window: { workDoneProgress: true },
    },
    languageId: 'markdown',
    version: 0,
    uriOf: plainUri,
  },
  {
    name: 'Neovim 0.10',
    source: 'neovim/neovim v0.10, runtime/lua/vim/lsp/protocol.lua; files are not watched on Linux',
    capabilities: {
      textDocument: {
        diagnostic: {},
        definition: { linkSupport: true },
        completion: { completionItem: { snippetSupport: true } },
      },
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeConfiguration: { dynamicRegistration: false },
        didChangeWatchedFiles: { dynamicRegistration: false },
        workspaceEdit: { resourceOperations: allResources },
      },
      window: { workDoneProgress: true },
    },
    languageId: 'rmd',
    version: 0,
    uriOf: plainUri,
  },
  {
    name: 'Helix',
    source: 'helix-editor/helix, helix-lsp/src/client.rs, initialize',
    capabilities: {
      general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] },
      textDocument: {
        completion: { completionItem: { snippetSupport: true } },
        rename: { prepareSupport: true, honorsChangeAnnotations: false },
      },
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeConfiguration: { dynamicRegistration: false },
        didChangeWatchedFiles: { dynamicRegistration: true },
        workspaceEdit: { documentChanges: true, resourceOperations: allResources },
      },
      window: { workDoneProgress: true },
    },
    languageId: 'markdown',
    version: 0,
    habits: { 'workspace/configuration': { answers: [null, null] } },
    uriOf: nodeUri,
  },
  {
    name: 'Emacs with eglot',
    source: 'joaotavora/eglot 1.9, eglot.el, eglot-client-capabilities; patterns that it cannot read are refused',
    capabilities: {
      textDocument: { definition: { linkSupport: true }, completion: { completionItem: { snippetSupport: false } } },
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true },
        workspaceEdit: { documentChanges: true },
      },
      window: { workDoneProgress: true },
    },
    languageId: 'gfm',
    version: 0,
    habits: { 'client/registerCapability': 'refuses', 'workspace/configuration': { answers: [{}, {}] } },
    uriOf: plainUri,
  },
  {
    name: 'Emacs with lsp-mode',
    source: 'emacs-lsp/lsp-mode, lsp-mode.el, lsp--client-capabilities',
    capabilities: {
      textDocument: {
        definition: { linkSupport: true },
        completion: { completionItem: { snippetSupport: true } },
        rename: { prepareSupport: true },
      },
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true },
        workspaceEdit: { documentChanges: true, resourceOperations: allResources },
      },
      window: { workDoneProgress: true },
    },
    languageId: 'markdown',
    version: 0,
    uriOf: plainUri,
  },
  {
    name: 'Sublime Text with LSP',
    source:
      'sublimelsp/LSP, plugin/core/sessions.py, get_initialize_params; files are watched only with a further package',
    capabilities: {
      textDocument: { definition: { linkSupport: true }, completion: { completionItem: { snippetSupport: true } } },
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeConfiguration: { dynamicRegistration: true },
        workspaceEdit: { documentChanges: true },
      },
      window: { workDoneProgress: true },
    },
    languageId: 'markdown',
    version: 3,
    uriOf: nodeUri,
  },
  {
    name: 'Kate',
    source:
      'KDE/kate, addons/lspclient/lspclientserver.cpp, initialize; names no folders and says nothing of the workspace',
    capabilities: {
      textDocument: { completion: { completionItem: { snippetSupport: false } } },
      window: { workDoneProgress: true },
    },
    languageId: 'Markdown',
    version: 0,
    names: 'rootUri',
    whole: true,
    habits: { 'window/workDoneProgress/create': 'never answers' },
    uriOf: nodeUri,
  },
  {
    name: 'Zed',
    source: 'zed-industries/zed, crates/lsp/src/lsp.rs, default_initialize_params',
    capabilities: {
      general: { positionEncodings: ['utf-16'] },
      textDocument: {
        diagnostic: { relatedDocumentSupport: true },
        definition: { linkSupport: true },
        completion: { completionItem: { snippetSupport: true } },
      },
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
        diagnostics: { refreshSupport: true },
        workspaceEdit: { documentChanges: true, resourceOperations: allResources },
      },
      window: { workDoneProgress: true },
    },
    languageId: 'markdown',
    version: 0,
    uriOf: nodeUri,
  },
  {
    name: 'JetBrains with LSP4IJ',
    source: 'redhat-developer/lsp4ij, internal/capabilities/ClientCapabilitiesFactory.java',
    capabilities: {
      textDocument: {
        diagnostic: { dynamicRegistration: true },
        definition: { linkSupport: true },
        completion: { completionItem: { snippetSupport: true } },
      },
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
        diagnostics: { refreshSupport: true },
        workspaceEdit: { documentChanges: true, resourceOperations: allResources },
      },
    },
    languageId: 'Markdown',
    version: 0,
    uriOf: nodeUri,
  },
  {
    name: 'VS Code',
    source: 'microsoft/vscode-languageserver-node, client/src/common',
    capabilities: {
      textDocument: {
        diagnostic: { dynamicRegistration: true },
        definition: { linkSupport: true },
        completion: { completionItem: { snippetSupport: true } },
        rename: { prepareSupport: true, honorsChangeAnnotations: true },
      },
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
        diagnostics: { refreshSupport: true },
        workspaceEdit: {
          documentChanges: true,
          resourceOperations: allResources,
          changeAnnotationSupport: { groupsOnLabel: true },
        },
      },
      window: { workDoneProgress: true },
    },
    languageId: 'markdown',
    version: 1,
    uriOf: escapedUri,
  },
  {
    name: 'A client of the oldest kind',
    source: 'the protocol of 2017: a path for the course, whole texts, no capabilities at all',
    capabilities: {},
    languageId: '',
    version: 0,
    whole: true,
    names: 'rootPath',
    uriOf: plainUri,
  },
];
