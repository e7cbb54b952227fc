export type {
  DemoKind,
  DemoSubject,
  DiagramSubject,
  PanelSubject,
  SubjectEdge,
  SubjectEntry,
  SubjectGroup,
  SubjectNode,
} from '../core/features/panel-subject';
export type { FromPanel, PanelCommand, PanelProblem, PanelRequests, PanelState, ToPanel } from './panel-messages';
export {
  answer,
  type Handlers,
  type Methods,
  type Reply,
  type ReplyMessage,
  Requester,
  type RequestMessage,
} from './rpc';
export type { Ask, DemoKey, ServerRequests } from './server-requests';
