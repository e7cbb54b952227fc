import * as vscode from 'vscode';
import type { Ask, Handlers, PanelRequests } from '../protocol';
import type { FollowedDocument } from './followed-document';
import { toRange } from './plain-range';
import type { RecallStore } from './recall-store';
import { saveFile } from './save-file';
import type { SkillBook } from './views/skill-book';

/** What the answers to a panel's page need. */
export interface PanelAnswering {
  readonly ask: Ask;
  readonly followed: FollowedDocument;
  readonly recall: RecallStore;
  readonly skills: SkillBook;
  /** Hears that the document turned out to be read-only, or to be so no more. */
  readonly writableChanged: () => void;
}

/** The answers to what the panel's page asks, each for the document that the panel follows. */
export function panelAnswers({
  ask,
  followed,
  recall,
  skills,
  writableChanged,
}: PanelAnswering): Handlers<PanelRequests> {
  return {
    saveFile: (params) => saveFile(params, followed.document?.uri),
    search: async (query) =>
      followed.uri === undefined ? { hits: [], total: 0 } : ask('coursewright/search', { uri: followed.uri, query }),
    explain: async (ranges) =>
      followed.uri === undefined ? [] : (await ask('coursewright/explain', { uri: followed.uri, ranges })).terms,
    copyText: async (text) => {
      await vscode.env.clipboard.writeText(text);
      return null;
    },
    keepRecall: async ({ id, ...state }) => {
      await recall.keep(id, state);
      return null;
    },
    markSkill: async ({ name, state }) => {
      await skills.markName(name, state);
      return null;
    },
    lesson: async (params) => (await ask('coursewright/panelLesson', params)).demos,
    picture: async (params) => (await ask('coursewright/picture', params)).picture,
    readData: async (params) => (await ask('coursewright/demoData', params)).file,
    editDemo: async (params) => {
      const { readOnly } = followed;
      const written = await followed.write(params.uri, params.version, async () => {
        const { edits } = await ask('coursewright/demoEdit', params);
        return edits.map(({ range, newText }) => vscode.TextEdit.replace(toRange(range), newText));
      });
      if (followed.readOnly !== readOnly) writableChanged();
      return written;
    },
  };
}
