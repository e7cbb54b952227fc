import { say } from '../l10n/say';
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
  basis: say`soft bends`,
  linear: say`straight pieces`,
  cardinal: say`bends through the points`,
  catmullRom: say`bends through the points`,
  monotoneX: say`never back in x`,
  monotoneY: say`never back in y`,
  natural: 'a spline',
  step: say`right angles`,
  stepAfter: say`right angles, late`,
  stepBefore: say`right angles, early`,
  rounded: say`right angles with round corners`,
});

const colours: FrontMatterKeys = {
  primaryColor: { detail: say`of nodes; others are made from it` },
  primaryTextColor: { detail: say`of the text in nodes` },
  primaryBorderColor: { detail: say`of the line around nodes` },
  secondaryColor: { detail: say`beside the first` },
  tertiaryColor: { detail: say`beside the second` },
  lineColor: { detail: say`of arrows` },
  textColor: { detail: say`of other text` },
  background: { detail: say`what the picture stands on` },
  fontFamily: { detail: say`of all text` },
  fontSize: { detail: say`of all text: 16px` },
};

/** Settings of one kind of diagram, by the name that Mermaid has for them. */
const kinds: FrontMatterKeys = {
  flowchart: {
    detail: say`settings of flowcharts`,
    keys: {
      curve: { detail: say`how edges bend`, values: curves },
      nodeSpacing: { detail: say`between nodes of a rank` },
      rankSpacing: { detail: say`between ranks` },
      padding: { detail: say`between label and shape` },
      wrappingWidth: { detail: say`where labels wrap` },
      htmlLabels: { detail: say`labels in HTML`, values: truth },
    },
  },
  sequence: {
    detail: say`settings of sequence diagrams`,
    keys: {
      mirrorActors: { detail: say`participants below too`, values: truth },
      showSequenceNumbers: { detail: say`numbers on messages`, values: truth },
      wrap: { detail: say`long messages wrap`, values: truth },
      hideUnusedParticipants: { detail: say`only who says or hears`, values: truth },
      rightAngles: { detail: say`messages to oneself`, values: truth },
      messageAlign: { detail: say`of the text`, values: phrases({ left: '', center: '', right: '' }) },
      actorMargin: { detail: say`between participants` },
    },
  },
  gantt: {
    detail: say`settings of gantt charts`,
    keys: {
      displayMode: { detail: say`tasks share lines`, values: phrases({ compact: '' }) },
      barHeight: { detail: say`of a task` },
      topAxis: { detail: say`dates above too`, values: truth },
      axisFormat: { detail: say`of the dates: %Y-%m-%d` },
      leftPadding: { detail: say`room for the names of sections` },
    },
  },
};

export const frontMatterKeys: FrontMatterKeys = {
  title: { detail: say`stands above the picture` },
  config: {
    detail: say`how the picture looks`,
    keys: {
      theme: {
        detail: say`its colours`,
        values: phrases({
          default: '',
          base: say`the one whose colours can be changed`,
          dark: say`for dark pages`,
          forest: say`greens`,
          neutral: say`greys, for print`,
          neo: '',
          'neo-dark': '',
          redux: '',
          'redux-dark': '',
          'redux-color': '',
          'redux-dark-color': '',
        }),
      },
      look: { detail: say`how lines are drawn`, values: phrases({ classic: '', handDrawn: say`as by hand`, neo: '' }) },
      layout: {
        detail: say`what places the nodes`,
        values: phrases({ elk: '', dagre: '', 'tidy-tree': say`mind maps` }),
      },
      themeVariables: { detail: say`colours of the theme base`, keys: colours },
      themeCSS: { detail: say`CSS of one’s own` },
      fontFamily: { detail: say`of all text` },
      handDrawnSeed: { detail: say`the same strokes each time` },
      ...kinds,
    },
  },
  displayMode: { detail: say`of a gantt chart`, values: phrases({ compact: say`tasks share lines` }) },
};
