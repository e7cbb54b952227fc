import type { DiagramType } from './diagram-type';

/** A small whole diagram of a kind, to begin with: what to fill in stands in `‹…›`. */
export interface DiagramSketch {
  readonly type: DiagramType;
  /** The word that finds it: `sequence`. */
  readonly word: string;
  readonly text: string;
}

/** The kinds that lessons need most, the commonest first. */
export const diagramSketches: readonly DiagramSketch[] = [
  { type: 'flowchart', word: 'flowchart', text: 'flowchart ‹TD›\n    ‹A›[‹First›] --> ‹B›[‹Second›]' },
  {
    type: 'sequence',
    word: 'sequence',
    text: 'sequenceDiagram\n    participant ‹A› as ‹Client›\n    participant ‹B› as ‹Server›\n    A->>B: ‹asks›\n    B-->>A: ‹answers›',
  },
  {
    type: 'class',
    word: 'class',
    text: 'classDiagram\n    class ‹Layer› {\n        +‹int width›\n        +‹forward(x)›\n    }',
  },
  {
    type: 'state',
    word: 'state',
    text: 'stateDiagram-v2\n    [*] --> ‹Idle›\n    Idle --> ‹Running› : ‹start›\n    Running --> [*]',
  },
  { type: 'er', word: 'er', text: 'erDiagram\n    ‹LESSON› ||--o{ ‹SKILL› : ‹teaches›' },
  {
    type: 'gantt',
    word: 'gantt',
    text: 'gantt\n    title ‹Course plan›\n    dateFormat YYYY-MM-DD\n    section ‹Part one›\n    ‹First lesson› :a1, ‹2026-01-05›, ‹7d›',
  },
  { type: 'mindmap', word: 'mindmap', text: 'mindmap\n    ‹Topic›\n        ‹One side›\n        ‹Another side›' },
  { type: 'pie', word: 'pie', text: 'pie title ‹Shares›\n    "‹One›" : ‹40›\n    "‹Another›" : ‹60›' },
  {
    type: 'timeline',
    word: 'timeline',
    text: 'timeline\n    title ‹History›\n    ‹2017› : ‹Transformer›\n    ‹2020› : ‹Scaling laws›',
  },
  {
    type: 'journey',
    word: 'journey',
    text: 'journey\n    title ‹A lesson›\n    section ‹Start›\n    ‹Read› : ‹4› : ‹Student›',
  },
  {
    type: 'gitgraph',
    word: 'git',
    text: 'gitGraph\n    commit\n    branch ‹draft›\n    commit\n    checkout main\n    merge ‹draft›',
  },
  {
    type: 'quadrant',
    word: 'quadrant',
    text: 'quadrantChart\n    x-axis ‹Easy› --> ‹Hard›\n    y-axis ‹Rare› --> ‹Common›\n    ‹Point›: [‹0.3›, ‹0.6›]',
  },
  {
    type: 'xychart',
    word: 'xychart',
    text: 'xychart-beta\n    title "‹Loss›"\n    x-axis [‹1, 2, 3›]\n    y-axis "‹loss›" ‹0› --> ‹4›\n    line [‹3.2, 2.1, 1.4›]',
  },
  {
    type: 'block',
    word: 'block',
    text: 'block-beta\n    columns ‹2›\n    ‹a›["‹Input›"] ‹b›["‹Output›"]\n    a --> b',
  },
];
