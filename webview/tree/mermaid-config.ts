import type { MermaidConfig } from 'mermaid';
import { type Color, mix, toHex, withContrast } from '../color';
import type { PanelTheme } from '../theme';

/**
 * Mermaid's settings for a theme: strict, and in the editor's own colours. What a diagram sets for itself (front matter,
 * `%%{init}%%`, `classDef`) still wins, as far as Mermaid lets it.
 */
export function mermaidConfig(theme: PanelTheme): MermaidConfig {
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    maxTextSize: 1_000_000,
    maxEdges: 10_000,
    logLevel: 'fatal',
    deterministicIds: true,
    // As diagrams are drawn where courses are published: Mermaid 12 would lay out and dress them anew.
    ...(theme.mermaid === '11' && { layout: 'dagre', look: 'classic' }),
    theme: 'base',
    darkMode: theme.dark,
    fontFamily: theme.fontFamily,
    themeVariables: themeVariables(theme),
    themeCSS: themeCss(theme),
    flowchart: { wrappingWidth: 240, nodeSpacing: 40, rankSpacing: 48, padding: 14, useMaxWidth: false },
    sequence: { useMaxWidth: false },
    gantt: { useMaxWidth: false, useWidth: 900 },
    journey: { useMaxWidth: false },
    class: { useMaxWidth: false },
    state: { useMaxWidth: false },
    er: { useMaxWidth: false },
    pie: { useMaxWidth: false },
    quadrantChart: { useMaxWidth: false },
    xyChart: { useMaxWidth: false },
    requirement: { useMaxWidth: false },
    mindmap: { useMaxWidth: false },
    timeline: { useMaxWidth: false },
    gitGraph: { useMaxWidth: false },
    sankey: { useMaxWidth: false },
    block: { useMaxWidth: false },
    packet: { useMaxWidth: false },
    architecture: { useMaxWidth: false },
    radar: { useMaxWidth: false },
    kanban: { useMaxWidth: false },
    c4: { useMaxWidth: false },
  };
}

/**
 * Shapes like the editor's own widgets, lines whose words stand back behind those of the nodes, and the few places where
 * Mermaid paints in colours that no variable reaches.
 */
function themeCss(theme: PanelTheme): string {
  const paper = toHex(theme.background);
  const rules = `
  .node rect.basic { rx: 6px; ry: 6px; }
  .cluster > rect { rx: 8px; ry: 8px; }
  rect.actor { rx: 6px; ry: 6px; }
  .edgeLabel, .edgeLabel p { font-size: 12.5px; line-height: 1.35; color: ${toHex(theme.muted)}; }
  .edgeLabel .label span, .edgeLabel .labelBkg { background: ${paper}; }
  .edgeLabel .label rect { fill: ${paper}; }
  .cluster-label, .cluster-label p { font-weight: 600; }
  .marker circle { fill: ${paper}; }
`;
  if (!theme.highContrast) return rules;
  return `${rules} [class*="section-edge"] { stroke: ${toHex(theme.border)}; }`;
}

function themeVariables(theme: PanelTheme): Record<string, unknown> {
  const { background, foreground, surface, border, series, error } = theme;
  const hex = (color: Color) => toHex(color);
  /** A fill on which words can be read. */
  const tint = (color: Color, share: number) =>
    hex(theme.highContrast ? background : withContrast(mix(background, color, share), foreground, 4.5, background));
  const text = hex(foreground);
  const line = hex(mix(background, foreground, theme.highContrast ? 1 : 0.62));
  const paper = hex(background);
  const box = tint(series[0]!, theme.dark ? 0.16 : 0.09);
  const boxLine = theme.highContrast ? hex(border) : hex(mix(background, series[0]!, 0.7));
  const scale = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => {
      const hue = series[i % series.length]!;
      const share = (theme.dark ? 0.3 : 0.2) + (i >= series.length ? 0.16 : 0);
      return [
        [`cScale${i}`, tint(hue, share)],
        [`cScaleLabel${i}`, text],
        [`cScalePeer${i}`, hex(theme.highContrast ? border : hue)],
        [`cScaleInv${i}`, hex(theme.highContrast ? border : hue)],
        [`pie${i + 1}`, hex(mix(background, hue, i >= series.length ? 0.4 : 0.62))],
      ];
    }).flat(),
  );
  const branches = Object.fromEntries(
    Array.from({ length: 8 }, (_, i) => {
      const hue = series[i % series.length]!;
      return [
        [`git${i}`, hex(hue)],
        [`gitInv${i}`, paper],
        [`gitBranchLabel${i}`, paper],
      ];
    }).flat(),
  );
  return {
    darkMode: theme.dark,
    background: paper,
    fontFamily: theme.fontFamily,
    fontSize: '14px',
    useGradient: false,
    dropShadow: 'none',
    textColor: text,
    titleColor: text,
    lineColor: line,
    arrowheadColor: line,
    defaultLinkColor: line,
    primaryColor: box,
    primaryTextColor: text,
    primaryBorderColor: boxLine,
    secondaryColor: tint(series[1]!, 0.2),
    secondaryTextColor: text,
    secondaryBorderColor: hex(border),
    tertiaryColor: hex(surface),
    tertiaryTextColor: text,
    tertiaryBorderColor: hex(border),
    mainBkg: box,
    nodeBkg: box,
    nodeBorder: boxLine,
    nodeTextColor: text,
    clusterBkg: hex(mix(background, surface, 0.6)),
    clusterBorder: hex(border),
    edgeLabelBackground: paper,
    noteBkgColor: tint(series[5]!, theme.dark ? 0.2 : 0.16),
    noteTextColor: text,
    noteBorderColor: hex(theme.highContrast ? border : mix(background, series[5]!, 0.6)),
    actorBkg: box,
    actorBorder: boxLine,
    actorTextColor: text,
    actorLineColor: hex(border),
    signalColor: line,
    signalTextColor: text,
    labelBoxBkgColor: hex(surface),
    labelBoxBorderColor: hex(border),
    labelTextColor: text,
    loopTextColor: text,
    activationBkgColor: tint(series[1]!, 0.3),
    activationBorderColor: hex(border),
    sequenceNumberColor: paper,
    rectBkgColor: hex(surface),
    sectionBkgColor: tint(series[0]!, 0.08),
    sectionBkgColor2: tint(series[1]!, 0.08),
    altSectionBkgColor: paper,
    excludeBkgColor: hex(surface),
    taskBkgColor: tint(series[0]!, 0.45),
    taskBorderColor: hex(series[0]!),
    taskTextColor: text,
    taskTextLightColor: text,
    taskTextDarkColor: text,
    taskTextOutsideColor: text,
    taskTextClickableColor: text,
    activeTaskBkgColor: tint(series[1]!, 0.5),
    activeTaskBorderColor: hex(series[1]!),
    doneTaskBkgColor: hex(surface),
    doneTaskBorderColor: hex(border),
    critBkgColor: tint(error, 0.4),
    critBorderColor: hex(error),
    todayLineColor: hex(error),
    vertLineColor: hex(series[2]!),
    gridColor: hex(mix(background, border, 0.6)),
    rowOdd: paper,
    rowEven: hex(surface),
    stateBkg: box,
    stateLabelColor: text,
    labelBackgroundColor: paper,
    compositeBackground: hex(mix(background, surface, 0.6)),
    compositeTitleBackground: hex(surface),
    compositeBorder: hex(border),
    altBackground: hex(surface),
    specialStateColor: line,
    innerEndBackground: line,
    transitionColor: line,
    transitionLabelColor: text,
    classText: text,
    relationColor: line,
    relationLabelBackground: paper,
    relationLabelColor: text,
    requirementBackground: box,
    requirementBorderColor: boxLine,
    requirementTextColor: text,
    personBkg: box,
    personBorder: boxLine,
    errorBkgColor: paper,
    errorTextColor: hex(error),
    pieStrokeColor: paper,
    pieOuterStrokeColor: hex(border),
    pieTitleTextColor: text,
    pieSectionTextColor: text,
    pieLegendTextColor: text,
    pieOpacity: '1',
    pieTitleTextSize: '18px',
    pieSectionTextSize: '14px',
    pieLegendTextSize: '14px',
    commitLabelColor: text,
    commitLabelBackground: hex(surface),
    tagLabelColor: text,
    tagLabelBackground: hex(surface),
    tagLabelBorder: hex(border),
    quadrant1Fill: tint(series[0]!, 0.12),
    quadrant2Fill: tint(series[1]!, 0.12),
    quadrant3Fill: tint(series[2]!, 0.12),
    quadrant4Fill: tint(series[3]!, 0.12),
    quadrant1TextFill: text,
    quadrant2TextFill: text,
    quadrant3TextFill: text,
    quadrant4TextFill: text,
    quadrantPointFill: hex(series[0]!),
    quadrantPointTextFill: text,
    quadrantXAxisTextFill: text,
    quadrantYAxisTextFill: text,
    quadrantTitleFill: text,
    quadrantInternalBorderStrokeFill: hex(border),
    quadrantExternalBorderStrokeFill: hex(border),
    xyChart: { backgroundColor: paper, plotColorPalette: series.map(hex).join(',') },
    archEdgeColor: line,
    archEdgeArrowColor: line,
    archGroupBorderColor: hex(border),
    radar: { axisColor: line, graticuleColor: hex(border) },
    ...scale,
    ...branches,
  };
}
