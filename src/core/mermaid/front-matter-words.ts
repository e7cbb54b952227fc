import { type Phrase, phrases } from './vocabulary';

/** One key of the YAML above a diagram: what it does, and what may stand behind it or below it. */
interface FrontMatterKey {
  readonly detail: string;
  readonly values?: readonly Phrase[];
  readonly keys?: FrontMatterKeys;
}

export type FrontMatterKeys = Readonly<Record<string, FrontMatterKey>>;

const truth = phrases({ true: '', false: '' });

const curves = phrases({
  basis: 'soft bends',
  linear: 'straight pieces',
  cardinal: 'bends through the points',
  catmullRom: 'bends through the points',
  monotoneX: 'never back in x',
  monotoneY: 'never back in y',
  natural: 'a spline',
  step: 'right angles',
  stepAfter: 'right angles, late',
  stepBefore: 'right angles, early',
  rounded: 'right angles with round corners',
});

const colours: FrontMatterKeys = {
  primaryColor: { detail: 'of nodes; others are made from it' },
  primaryTextColor: { detail: 'of the text in nodes' },
  primaryBorderColor: { detail: 'of the line around nodes' },
  secondaryColor: { detail: 'beside the first' },
  tertiaryColor: { detail: 'beside the second' },
  lineColor: { detail: 'of arrows' },
  textColor: { detail: 'of other text' },
  background: { detail: 'what the picture stands on' },
  fontFamily: { detail: 'of all text' },
  fontSize: { detail: 'of all text: 16px' },
};

/** Settings of one kind of diagram, by the name that Mermaid has for them. */
const kinds: FrontMatterKeys = {
  flowchart: {
    detail: 'settings of flowcharts',
    keys: {
      curve: { detail: 'how edges bend', values: curves },
      nodeSpacing: { detail: 'between nodes of a rank' },
      rankSpacing: { detail: 'between ranks' },
      padding: { detail: 'between label and shape' },
      wrappingWidth: { detail: 'where labels wrap' },
      htmlLabels: { detail: 'labels in HTML', values: truth },
    },
  },
  sequence: {
    detail: 'settings of sequence diagrams',
    keys: {
      mirrorActors: { detail: 'participants below too', values: truth },
      showSequenceNumbers: { detail: 'numbers on messages', values: truth },
      wrap: { detail: 'long messages wrap', values: truth },
      hideUnusedParticipants: { detail: 'only who says or hears', values: truth },
      rightAngles: { detail: 'messages to oneself', values: truth },
      messageAlign: { detail: 'of the text', values: phrases({ left: '', center: '', right: '' }) },
      actorMargin: { detail: 'between participants' },
    },
  },
  gantt: {
    detail: 'settings of gantt charts',
    keys: {
      displayMode: { detail: 'tasks share lines', values: phrases({ compact: '' }) },
      barHeight: { detail: 'of a task' },
      topAxis: { detail: 'dates above too', values: truth },
      axisFormat: { detail: 'of the dates: %Y-%m-%d' },
      leftPadding: { detail: 'room for the names of sections' },
    },
  },
};

export const frontMatterKeys: FrontMatterKeys = {
  title: { detail: 'stands above the picture' },
  config: {
    detail: 'how the picture looks',
    keys: {
      theme: {
        detail: 'its colours',
        values: phrases({
          default: '',
          base: 'the one whose colours can be changed',
          dark: 'for dark pages',
          forest: 'greens',
          neutral: 'greys, for print',
          neo: '',
          'neo-dark': '',
          redux: '',
          'redux-dark': '',
          'redux-color': '',
          'redux-dark-color': '',
        }),
      },
      look: { detail: 'how lines are drawn', values: phrases({ classic: '', handDrawn: 'as by hand', neo: '' }) },
      layout: { detail: 'what places the nodes', values: phrases({ elk: '', dagre: '', 'tidy-tree': 'mind maps' }) },
      themeVariables: { detail: 'colours of the theme base', keys: colours },
      themeCSS: { detail: 'CSS of one’s own' },
      fontFamily: { detail: 'of all text' },
      handDrawnSeed: { detail: 'the same strokes each time' },
      ...kinds,
    },
  },
  displayMode: { detail: 'of a gantt chart', values: phrases({ compact: 'tasks share lines' }) },
};
