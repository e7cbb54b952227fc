import type { FromPanel, PanelRequests, SkillState, ToPanel } from './panel-messages';
import type { Reply } from './rpc';
import {
  anything,
  count,
  either,
  flag,
  isRecord,
  list,
  nothing,
  number,
  oneOf,
  optional,
  record,
  recordOf,
  type Shape,
  text,
} from './shape';

const position = record({ line: count, character: count });
const range = record({ start: position, end: position });
const skillState = oneOf(...(['todo', 'doing', 'done'] satisfies SkillState[]));
const box = { box: count, due: number };
const colours = record(
  Object.fromEntries(
    ['background', 'foreground', 'muted', 'line', 'surface', 'group', 'border', 'accent'].map((name) => [name, text]),
  ),
);

const requests: Readonly<Record<keyof PanelRequests, Shape>> = {
  saveFile: record({
    name: text,
    base64: text,
    kind: oneOf('svg', 'png', 'csv'),
    source: optional(record({ uri: text, line: count })),
  }),
  search: text,
  explain: list(range),
  copyText: text,
  keepRecall: record({ id: text, ...box }),
  markSkill: record({ name: text, state: skillState }),
  lesson: record({ uri: text }),
  picture: record({ text, colours }),
  readData: record({ uri: text, path: text }),
  editDemo: record({
    uri: text,
    version: number,
    index: count,
    set: list(record({ path: list(either(text, number)) })),
  }),
};

const fromPanel: Readonly<Record<Exclude<FromPanel['type'], 'request'>, Shape>> = {
  ready: record({ state: either(nothing, record({ uri: text, index: count })) }),
  reveal: record({ uri: text, range, focus: flag }),
  fix: record({ range }),
  drawing: record({ what: either(nothing, text) }),
  go: record({ index: count }),
  closeInPlace: anything,
};

const ofText = { uri: text, version: number, index: count, title: optional(text), range, contentRange: range, text };
const subject = either(
  record({ ...ofText, kind: oneOf('demo'), demo: text }),
  record({
    ...ofText,
    kind: oneOf('diagram'),
    type: text,
    typeName: text,
    nodes: list(
      record({
        id: text,
        kind: text,
        label: text,
        range,
        places: list(range),
        ranges: list(range),
        group: optional(count),
      }),
    ),
    edges: list(record({ from: text, to: text, label: optional(text), range })),
    groups: list(record({ kind: text, id: optional(text), label: optional(text), range, parent: optional(count) })),
  }),
);
const entry = record({ text, detail: optional(text), depth: count, uri: text, line: count });

const toPanel: Readonly<Record<ToPanel['type'], Shape>> = {
  subject: record({
    subject: either(nothing, subject),
    contents: list(record({ kind: text, title: optional(text), range })),
    document: text,
    readOnly: flag,
  }),
  problems: record({
    problems: list(record({ message: text, severity: oneOf('error', 'warning'), range, fix: optional(text) })),
  }),
  light: record({
    part: either(nothing, record({ node: text }), record({ edge: count }), record({ group: count })),
  }),
  progress: record({ states: recordOf(skillState) }),
  command: record({ command: oneOf('fit', 'zoomIn', 'zoomOut', 'find', 'exportSvg', 'exportPng', 'copy') }),
  look: record({ mermaid: oneOf('11', '12') }),
  data: anything,
  kit: record({
    kit: record({
      title: text,
      parts: list(
        record({
          title: text,
          entries: list(entry),
          diagram: optional(text),
          text: optional(text),
          note: optional(text),
        }),
      ),
      missing: list(text),
      cards: list(record({ id: text, front: text, back: text, meaning: text, shown: text, uri: text, line: count })),
    }),
    page: oneOf('overview', 'cards'),
    recall: recordOf(record(box)),
    again: optional(flag),
  }),
  reading: record({
    reading: record({ title: text, uri: text, sentences: list(record({ text, spoken: text, range })) }),
  }),
  reply: record({ id: number, reply: either(record({ err: text }), (value) => isRecord(value) && 'ok' in value) }),
};

/** What the page sent, where it is a message; the page draws strangers' texts, so nothing that it says is taken on trust. */
export function soundFromPanel(message: unknown): FromPanel | undefined {
  if (!isRecord(message)) return undefined;
  const { type, id, method, params } = message;
  if (type === 'request') {
    // A method that is not known is answered, with a sentence.
    const isSound = number(id) && text(method) && (shapeOf(requests, method)?.(params) ?? true);
    return isSound ? (message as FromPanel) : undefined;
  }
  return shapeOf(fromPanel, type)?.(message) ? (message as FromPanel) : undefined;
}

/** What the page was sent, where it is a message: any window may post to it. */
export function soundToPanel(message: unknown): ToPanel | undefined {
  if (!isRecord(message)) return undefined;
  return shapeOf(toPanel, message.type)?.(message) ? (message as ToPanel) : undefined;
}

/** What a request is answered whose parameters are none; undefined where nobody waits for an answer. */
export function refusalOf(message: unknown): { readonly id: number; readonly reply: Reply<never> } | undefined {
  if (!isRecord(message) || message.type !== 'request' || !number(message.id)) return undefined;
  return { id: message.id as number, reply: { err: 'The request is not one that can be answered.' } };
}

const shapeOf = (shapes: Readonly<Record<string, Shape>>, name: unknown): Shape | undefined =>
  typeof name === 'string' && Object.hasOwn(shapes, name) ? shapes[name] : undefined;
