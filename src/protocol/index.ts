export type { DemoKind } from '../core/demos/demo-kind';
export type { FileSkills } from '../core/features/outline/list-skills';
export type { SearchAnswer, SearchEntry } from '../core/features/search/search-entry';
export type { ExplainedTerm } from '../core/features/terms/explain-words';
export type { GlossaryItem } from '../core/features/terms/list-glossary';
export type { GraphFormat } from '../core/map/graph-text';
export type { Skill } from '../core/outline/skills';
export type { Card } from '../core/overview/cards';
export type { KitEntry, KitPart, TeachingKit } from '../core/overview/teaching-kit';
export type {
  DemoSubject,
  DiagramSubject,
  PanelSubject,
  SubjectEdge,
  SubjectEntry,
  SubjectGroup,
  SubjectNode,
} from '../core/panel/panel-subject';
export type { DrawnPicture, PictureColours } from '../core/picture-drawer';
export type { Reading, SpokenSentence } from '../core/speech/reading';
export { dataEndings, isDataFile } from './data-endings';
export type { FileRequests, WebServerStart } from './file-requests';
export type { InitializationOptions } from './initialization-options';
export type { ClientNotifications, ServerActivity, ServerNotifications } from './notifications';
export type {
  DiagramPart,
  FromPanel,
  InPlace,
  KitPage,
  MermaidLook,
  PanelCommand,
  PanelProblem,
  PanelRequests,
  PanelState,
  RecallStates,
  SkillState,
  SkillStates,
  ToPanel,
} from './panel-messages';
export {
  answer,
  type Handlers,
  type Methods,
  type Reply,
  type ReplyMessage,
  Requester,
  type RequestMessage,
} from './rpc';
export type { Ask, DemoKey, MapFilter, ServerRequests, Unread } from './server-requests';
export { refusalOf, soundFromPanel, soundToPanel } from './sound-panel-message';
