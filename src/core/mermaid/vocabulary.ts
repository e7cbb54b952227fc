/** A word or sign that can be completed, and what it does. */
export interface Phrase {
  readonly text: string;
  readonly detail?: string;
  /** For editors that know snippets: what to fill in stands in `‹…›`, the cursor's last place in `‹›`. */
  readonly snippet?: string;
}

/** What may stand at one place of a statement. */
export type Slot = 'ids' | 'classes' | 'style' | 'edges' | 'free' | readonly Phrase[];

/** The words of one diagram type, as far as they help an author who is typing. */
export interface Vocabulary {
  /** What may follow the diagram's keyword on its line. */
  readonly header?: readonly Phrase[];
  /** What may open a line. */
  readonly keywords: readonly Phrase[];
  /** What may follow an id. */
  readonly arrows?: readonly Phrase[];
  /** By the keyword that opens a statement, in small letters: what stands after it, place by place. */
  readonly slots?: Readonly<Record<string, readonly Slot[]>>;
  /** Places beside ids that an arrow may lead to. */
  readonly places?: readonly Phrase[];
  /** Words that cannot be ids. */
  readonly reserved?: readonly Phrase[];
  /** Whether the keywords, and so the reserved words, are meant in any case. */
  readonly anyCase?: boolean;
}

const phrases = (details: Readonly<Record<string, string>>): Phrase[] =>
  Object.entries(details).map(([text, detail]) => ({ text, detail }));

const words = (list: string): Phrase[] => list.split(/\s+/).map((text) => ({ text }));

const directions = phrases({
  TB: 'top to bottom',
  TD: 'top down',
  LR: 'left to right',
  RL: 'right to left',
  BT: 'bottom to top',
});

const accessibility = phrases({
  'accTitle:': 'title for screen readers',
  'accDescr:': 'description for screen readers',
});

const styling: readonly Phrase[] = [
  { text: 'classDef', detail: 'defines a style class', snippet: 'classDef ‹name› ‹fill:#f9f,stroke:#333›' },
  { text: 'class', detail: 'gives nodes a style class', snippet: 'class ‹ids› ‹name›' },
  { text: 'style', detail: 'styles one node', snippet: 'style ‹id› ‹fill:#f9f,stroke:#333›' },
];

const stylingSlots: Readonly<Record<string, readonly Slot[]>> = {
  classdef: ['free', 'style'],
  class: ['ids', 'classes'],
  style: ['ids', 'style'],
  direction: [directions],
};

const clickSlots: readonly Slot[] = ['ids', phrases({ href: 'opens a link', call: 'calls a function' })];

const flowchart: Vocabulary = {
  header: directions,
  keywords: [
    { text: 'subgraph', detail: 'a group of nodes', snippet: 'subgraph ‹id› [‹Title›]\n\t‹›\nend' },
    { text: 'end', detail: 'ends the subgraph' },
    { text: 'direction', detail: 'of the subgraph' },
    ...styling,
    { text: 'linkStyle', detail: 'styles arrows by their number' },
    { text: 'click', detail: 'a link on a node' },
    ...accessibility,
  ],
  arrows: [
    ...phrases({
      '-->': 'arrow',
      '---': 'line',
      '-.->': 'dotted arrow',
      '==>': 'thick arrow',
      '~~~': 'invisible, for the layout',
      '--o': 'with a circle',
      '--x': 'with a cross',
      '<-->': 'both ways',
    }),
    { text: '-->|label|', detail: 'arrow with a label', snippet: '-->|‹label›| ' },
    { text: '-- label -->', detail: 'arrow with a label', snippet: '-- ‹label› --> ' },
    { text: '&', detail: 'and another node' },
  ],
  slots: { ...stylingSlots, linkstyle: ['edges', 'style'], click: clickSlots, subgraph: ['free'] },
  reserved: words('style linkStyle interpolate classDef class click call href graph flowchart subgraph end'),
};

/** A block that `end` closes. */
const block = (text: string, detail: string, rest = '‹text›'): Phrase => ({
  text,
  detail,
  snippet: `${text} ${rest}\n\t‹›\nend`,
});

const sequence: Vocabulary = {
  keywords: [
    { text: 'participant', detail: 'a box', snippet: 'participant ‹id› as ‹Name›' },
    { text: 'actor', detail: 'a stick figure', snippet: 'actor ‹id› as ‹Name›' },
    { text: 'create participant', detail: 'appears here' },
    { text: 'destroy', detail: 'ends here' },
    { text: 'note over', detail: 'a note', snippet: 'note over ‹id›: ‹text›' },
    { text: 'note left of', detail: 'a note', snippet: 'note left of ‹id›: ‹text›' },
    { text: 'note right of', detail: 'a note', snippet: 'note right of ‹id›: ‹text›' },
    block('loop', 'repeated'),
    block('alt', 'one of several'),
    { text: 'else', detail: 'the other case of alt' },
    block('opt', 'perhaps'),
    block('par', 'at the same time'),
    { text: 'and', detail: 'the other part of par' },
    block('critical', 'must not be interrupted'),
    { text: 'option', detail: 'the other case of critical' },
    block('break', 'stops what is around it'),
    block('rect', 'a coloured background', '‹rgb(230, 240, 255)›'),
    block('box', 'participants in a frame', '‹Name›'),
    { text: 'end', detail: 'ends the block' },
    { text: 'activate', detail: 'starts a lifeline bar' },
    { text: 'deactivate', detail: 'ends it' },
    { text: 'autonumber', detail: 'numbers the messages' },
    ...accessibility,
  ],
  arrows: phrases({
    '->>': 'message',
    '-->>': 'reply, dotted',
    '->': 'line',
    '-->': 'dotted line',
    '-x': 'lost message',
    '--x': 'lost reply',
    '-)': 'asynchronous',
    '--)': 'asynchronous, dotted',
    '<<->>': 'both ways',
    '<<-->>': 'both ways, dotted',
  }),
  slots: {
    activate: ['ids'],
    deactivate: ['ids'],
    destroy: ['ids'],
    note: [
      phrases({ over: 'one or two participants', 'left of': 'a participant', 'right of': 'a participant' }),
      'ids',
    ],
    over: ['ids'],
    'left of': ['ids'],
    'right of': ['ids'],
    link: ['ids'],
    links: ['ids'],
    participant: ['free'],
    actor: ['free'],
    create: [phrases({ participant: 'a box', actor: 'a stick figure' })],
    autonumber: [phrases({ off: 'no more numbers' })],
  },
  reserved: words(
    `participant actor create destroy box loop rect opt alt else par par_over and critical option break end note activate
    deactivate title autonumber off`,
  ),
  anyCase: true,
};

const classDiagram: Vocabulary = {
  keywords: [
    { text: 'class', detail: 'a class', snippet: 'class ‹Name› {\n\t‹›\n}' },
    { text: 'namespace', detail: 'classes in a frame', snippet: 'namespace ‹Name› {\n\t‹›\n}' },
    { text: 'direction', detail: 'of the whole diagram' },
    { text: 'note for', detail: 'a note on a class', snippet: 'note for ‹Name› "‹text›"' },
    { text: 'note', detail: 'a note', snippet: 'note "‹text›"' },
    { text: 'classDef', detail: 'defines a style class' },
    { text: 'cssClass', detail: 'gives classes a style class', snippet: 'cssClass "‹Name›" ‹style›' },
    { text: 'style', detail: 'styles one class' },
    { text: 'click', detail: 'a link on a class' },
    ...phrases({ '<<interface>>': 'annotation', '<<abstract>>': 'annotation', '<<enumeration>>': 'annotation' }),
    ...accessibility,
  ],
  arrows: phrases({
    '<|--': 'is extended by',
    '*--': 'is composed of',
    'o--': 'aggregates',
    '-->': 'is associated with',
    '--': 'is linked with',
    '..>': 'depends on',
    '..|>': 'realises',
    '..': 'is linked with, dotted',
  }),
  slots: {
    ...stylingSlots,
    class: ['ids'],
    note: [phrases({ for: 'a class' }), 'ids'],
    for: ['ids'],
    click: clickSlots,
    link: ['ids'],
    callback: ['ids'],
    cssclass: ['ids', 'classes'],
  },
  reserved: words('class namespace style classDef cssClass callback link click note href'),
};

const state: Vocabulary = {
  keywords: [
    { text: 'state', detail: 'a state', snippet: 'state "‹Label›" as ‹id›' },
    { text: '[*]', detail: 'start or end' },
    { text: 'note right of', detail: 'a note', snippet: 'note right of ‹id›\n\t‹›\nend note' },
    { text: 'note left of', detail: 'a note', snippet: 'note left of ‹id›\n\t‹›\nend note' },
    { text: 'direction', detail: 'of the states around' },
    ...styling,
    ...accessibility,
  ],
  arrows: phrases({ '-->': 'transition', ':': 'description' }),
  places: phrases({ '[*]': 'start or end' }),
  slots: {
    ...stylingSlots,
    state: ['ids', phrases({ '<<choice>>': '', '<<fork>>': '', '<<join>>': '' })],
    click: clickSlots,
  },
  reserved: words('state note classDef class style click direction'),
  anyCase: true,
};

const er: Vocabulary = {
  keywords: [
    { text: 'direction', detail: 'of the whole diagram' },
    block('subgraph', 'entities in a frame', '‹Name›'),
    { text: 'end', detail: 'ends the subgraph' },
    ...styling,
    ...accessibility,
  ],
  arrows: phrases({
    '||--||': 'one to one',
    '||--o{': 'one to zero or more',
    '||--|{': 'one to one or more',
    '|o--o{': 'zero or one to zero or more',
    '}|--|{': 'one or more to one or more',
    '}o--o{': 'zero or more to zero or more',
    '||..o{': 'one to zero or more, not identifying',
  }),
  slots: stylingSlots,
  reserved: words('end style class classDef subgraph'),
  anyCase: true,
};

const gantt: Vocabulary = {
  keywords: phrases({
    title: 'of the chart',
    dateFormat: 'of the dates below: YYYY-MM-DD',
    axisFormat: 'of the dates on the axis: %Y-%m-%d',
    tickInterval: 'of the axis: 1week',
    section: 'a group of tasks',
    excludes: 'days without work: weekends',
    includes: 'days with work all the same',
    todayMarker: 'off, or its style',
    weekday: 'that a week starts with',
    weekend: 'friday or saturday',
    inclusiveEndDates: 'an end date is part of its task',
    click: 'a link on a task',
  }),
  arrows: phrases({
    'done,': 'the task is done',
    'active,': 'the task is going on',
    'crit,': 'the task is critical',
    'milestone,': 'a moment, not a time',
    'vert,': 'a line through the chart',
    'after ': 'starts when others end',
    'until ': 'ends when another starts',
  }),
  slots: { after: ['ids'], until: ['ids'], click: clickSlots },
};

const commitKeys = phrases({ 'id:': 'its name', 'msg:': 'its message', 'tag:': 'a tag', 'type:': 'how it is drawn' });

const gitgraph: Vocabulary = {
  header: phrases({ 'LR:': 'left to right', 'TB:': 'top to bottom', 'BT:': 'bottom to top' }),
  keywords: [
    { text: 'commit', detail: 'a commit', snippet: 'commit id: "‹id›"' },
    { text: 'branch', detail: 'a new branch' },
    { text: 'checkout', detail: 'goes on with a branch' },
    { text: 'switch', detail: 'goes on with a branch' },
    { text: 'merge', detail: 'a branch into this one' },
    { text: 'cherry-pick', detail: 'a commit of another branch', snippet: 'cherry-pick id: "‹id›"' },
  ],
  slots: {
    checkout: ['ids'],
    switch: ['ids'],
    merge: ['ids'],
    branch: ['free'],
    'type:': [phrases({ NORMAL: '', REVERSE: '', HIGHLIGHT: '' })],
    commit: [commitKeys],
    'id:': ['free', commitKeys],
    'msg:': ['free', commitKeys],
    'tag:': ['free', commitKeys],
  },
};

/** The types that have little more than keywords. */
const keywordsOnly = (details: Readonly<Record<string, string>>): Vocabulary => ({ keywords: phrases(details) });

export const vocabularies: Readonly<Record<string, Vocabulary>> = {
  flowchart,
  swimlane: flowchart,
  sequence,
  class: classDiagram,
  state,
  er,
  gantt,
  gitgraph,
  mindmap: keywordsOnly({ '::icon(': 'an icon for the node above', ':::': 'style classes for the node above' }),
  pie: {
    header: phrases({ showData: 'shows the numbers', title: 'of the chart' }),
    keywords: phrases({ title: 'of the chart' }),
  },
  journey: keywordsOnly({ title: 'of the journey', section: 'a part of it' }),
  timeline: keywordsOnly({ title: 'of the timeline', section: 'an age' }),
  quadrant: keywordsOnly({
    title: 'of the chart',
    'x-axis': 'low --> high',
    'y-axis': 'low --> high',
    'quadrant-1': 'top right',
    'quadrant-2': 'top left',
    'quadrant-3': 'bottom left',
    'quadrant-4': 'bottom right',
    classDef: 'defines a style class',
  }),
  requirement: {
    keywords: phrases({
      requirement: '',
      functionalRequirement: '',
      interfaceRequirement: '',
      performanceRequirement: '',
      physicalRequirement: '',
      designConstraint: '',
      element: 'what meets a requirement',
      direction: 'of the whole diagram',
      classDef: 'defines a style class',
      class: 'gives a style class',
      style: 'styles one',
    }),
    arrows: words('contains copies derives satisfies verifies refines traces').map(({ text }) => ({
      text: `- ${text} ->`,
    })),
    slots: stylingSlots,
  },
  architecture: {
    keywords: phrases({ group: 'services in a frame', service: 'a service', junction: 'where edges meet' }),
    arrows: phrases({ ':R -- L:': 'edge', ':R --> L:': 'arrow', in: 'a group' }),
    slots: { in: ['ids'] },
  },
  block: {
    keywords: [
      { text: 'columns', detail: 'how many' },
      { text: 'space', detail: 'an empty place' },
      { text: 'block', detail: 'blocks in a block', snippet: 'block:‹id›\n\t‹›\nend' },
      { text: 'end', detail: 'ends the block' },
      ...styling,
    ],
    arrows: phrases({ '-->': 'arrow', '---': 'line' }),
    slots: stylingSlots,
  },
  c4: keywordsOnly({
    title: 'of the diagram',
    'Person(': 'alias, label, description',
    'System(': 'alias, label, description',
    'Container(': 'alias, label, technology, description',
    'Component(': 'alias, label, technology, description',
    'System_Boundary(': 'alias, label',
    'Rel(': 'from, to, label, technology',
    'BiRel(': 'from, to, label, technology',
  }),
  xychart: {
    header: phrases({ horizontal: 'bars go to the right' }),
    keywords: phrases({
      title: 'of the chart',
      'x-axis': 'names or a range',
      'y-axis': 'a range',
      bar: 'numbers',
      line: 'numbers',
    }),
  },
  packet: keywordsOnly({ title: 'of the packet' }),
  radar: keywordsOnly({
    title: 'of the chart',
    axis: 'id["Label"], …',
    curve: 'id["Label"]{1, 2, 3}',
    max: 'of the scale',
    min: 'of the scale',
    graticule: 'circle or polygon',
    ticks: 'how many',
    showLegend: 'true or false',
  }),
  kanban: keywordsOnly({}),
  treemap: keywordsOnly({ classDef: 'defines a style class' }),
};

/** Whether a word cannot be an id in a diagram of this type. */
export function isReserved(type: string, id: string): boolean {
  const { reserved = [], anyCase = false } = vocabularies[type] ?? {};
  return reserved.some(({ text }) => (anyCase ? text.toLowerCase() === id.toLowerCase() : text === id));
}
