import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import { said, say } from '../../l10n/say';
import type { DiagramNode } from '../../mermaid/diagram-symbols';
import { languageNamed, languages } from '../../mermaid/languages/languages';
import { commonShapes, nodeShapes } from '../../mermaid/node-shapes';
import { phraseNotes } from '../../mermaid/phrase-notes';
import { settingsPlace } from '../../mermaid/settings-place';
import { statementPlace } from '../../mermaid/statement-place';
import { styleProperties, styleValues } from '../../mermaid/style-words';
import { noWords, type Phrase, type Slot } from '../../mermaid/vocabulary';
import { protocolSnippet } from '../../text/placeholders';
import { contains, type Span } from '../../text/span';
import type { CompletionAbilities } from '../completion-abilities';
import type { FeatureContext } from '../feature-context';
import { type DiagramPlace, diagramPlace } from './symbol-at';

/** What may stand at an offset inside a diagram: words of its language, ids with their labels, style classes. */
export function diagramCompletion(
  { document }: FeatureContext,
  offset: number,
  abilities: CompletionAbilities,
): CompletionItem[] {
  const place = diagramPlace(document, offset);
  if (!place || settingsPlace(place.diagram.content.text, place.offset)) return [];
  const { content } = place.diagram;
  const indentation = indentationAt(content.text, place.offset);
  return proposals(place).flatMap(({ phrase, kind, replaces, rank }, index): CompletionItem[] => {
    const written = content.change(replaces, phrase.text);
    if (!written) return [];
    const indented = phrase.snippet?.replaceAll('\n', `\n${indentation}`);
    const snippet = abilities.snippets && indented ? content.change(replaces, indented) : undefined;
    const notes = phraseNotes(phrase);
    return [
      {
        label: phrase.text,
        kind,
        ...(phrase.detail && { detail: phrase.detail }),
        ...(notes && { documentation: { kind: 'markdown', value: notes } as const }),
        ...(snippet && { insertTextFormat: InsertTextFormat.Snippet }),
        sortText: `${rank}${String(index).padStart(4, '0')}`,
        textEdit: {
          range: document.lines.rangeOf(written.span),
          newText: snippet ? protocolSnippet(snippet.newText) : written.newText,
        },
      },
    ];
  });
}

/** The blanks that the line of an offset begins with. */
function indentationAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))![0];
}

interface Proposal {
  readonly phrase: Phrase;
  readonly kind: CompletionItemKind;
  /** What is already typed of it. */
  readonly replaces: Span;
  /** Smaller ones first. */
  readonly rank: number;
}

function proposals(place: DiagramPlace): Proposal[] {
  const at = statementPlace(place.diagram.content.text, place.offset);
  const propose = (
    phrases: readonly Phrase[],
    kind: CompletionItemKind,
    rank: number,
    replaces = at.typed,
  ): Proposal[] => phrases.map((phrase) => ({ phrase, kind, replaces, rank }));
  const words = languageNamed(place.symbols.type)?.words ?? noWords;
  const { text } = place.diagram.content;
  const style = (): Proposal[] => {
    const property = /([\w-]+)[ \t]*:[ \t]*$/.exec(text.slice(Math.max(0, at.typed.start - 40), at.typed.start))?.[1];
    return property === undefined
      ? propose(styleProperties, CompletionItemKind.Property, 1)
      : propose(
          styleValues(property, text.replace(text.slice(at.typed.start, at.typed.end), '')),
          CompletionItemKind.Color,
          1,
        );
  };
  const keywords = (): Proposal[] => {
    const { onlyIn = {} } = words;
    const here = ({ text }: Phrase) => at.group !== undefined && onlyIn[text]?.includes(at.group);
    const elsewhere = ({ text }: Phrase) => !Object.hasOwn(onlyIn, text);
    return [
      ...propose(words.keywords.filter(here), CompletionItemKind.Keyword, 2),
      ...propose(words.keywords.filter(elsewhere), CompletionItemKind.Keyword, 2),
    ];
  };
  const ids = () => {
    const { likely, unlikely } = idsOf(place);
    return [
      ...propose(likely, CompletionItemKind.Variable, 1),
      ...propose(words.places ?? [], CompletionItemKind.Constant, 2),
      ...propose(unlikely, CompletionItemKind.Variable, 3),
    ];
  };
  const inSlot = (slot: Slot | undefined): Proposal[] => {
    if (slot === undefined || slot === 'free') return [];
    if (typeof slot === 'function') {
      const end = text.indexOf('\n', place.offset);
      const above = text.slice(0, text.lastIndexOf('\n', place.offset - 1) + 1);
      return propose(slot(above, end < 0 ? '' : text.slice(end + 1)), CompletionItemKind.Variable, 1);
    }
    if (slot === 'ids') return ids();
    if (slot === 'classes') return propose(classesOf(place), CompletionItemKind.Class, 1);
    if (slot === 'style') return style();
    if (slot === 'edges') return propose(edgesOf(place), CompletionItemKind.Reference, 1);
    return propose(slot, CompletionItemKind.Keyword, 1);
  };

  /** Behind a whole arrow what it leads to, but first the longer arrows that it may become. */
  const arrowOrTarget = (typed: string): Proposal[] => {
    const longer = (words.arrows ?? []).filter((arrow) => arrow.text !== typed && arrow.text.startsWith(typed));
    const whole = longer.length === 0 || (words.arrows ?? []).some((arrow) => arrow.text === typed);
    const after = { start: place.offset, end: place.offset };
    const { likely, unlikely } = idsOf(place);
    if (!whole) return propose(longer, CompletionItemKind.Operator, 1);
    return [
      ...propose(
        longer.filter((arrow) => !/[\s|]/.test(arrow.text)),
        CompletionItemKind.Operator,
        1,
      ),
      ...propose([...likely, ...unlikely], CompletionItemKind.Variable, 2, after),
    ];
  };

  switch (at.kind) {
    case 'type':
      return propose(typePhrases, CompletionItemKind.Keyword, 1);
    case 'header':
      return propose(words.header ?? [], CompletionItemKind.EnumMember, 1);
    case 'line':
      return words.keywordsOpen ? keywords() : [...ids(), ...keywords()];
    case 'keyword':
      return keywords();
    case 'body':
      return propose(words.bodies?.[at.group!]?.[at.index] ?? [], CompletionItemKind.Keyword, 1);
    case 'target':
      return ids();
    case 'after-node':
      return propose(words.arrows ?? [], CompletionItemKind.Operator, 1);
    case 'arrow':
      return arrowOrTarget(text.slice(at.typed.start, at.typed.end));
    case 'style-class':
      return inSlot('classes');
    case 'line-place':
      return [...inSlot(at.offers), ...inSlot(at.besides)];
    case 'slot':
      return inSlot(words.slots?.[at.keyword]?.[at.index]);
    case 'shape':
      return propose(shapePhrases, CompletionItemKind.EnumMember, 1);
    case 'shape-key':
      return propose(shapeKeys, CompletionItemKind.Property, 1);
    case 'none':
      return [];
  }
}

/**
 * The ids that stand elsewhere too: one under the cursor alone is only being written. Unlikely are those that the line has
 * already and those of the groups around it, since few things lead to themselves or to what they stand in.
 */
function idsOf({ diagram, symbols, offset }: DiagramPlace): Record<'likely' | 'unlikely', Phrase[]> {
  const line = diagram.content.text.lastIndexOf('\n', offset - 1) + 1;
  const around = new Set(symbols.groups.filter(({ span }) => contains(span, offset)).map(({ id }) => id));
  const isUnlikely = ({ id, occurrences }: DiagramNode) =>
    around.has(id) || occurrences.some(({ span }) => line <= span.start && span.end < offset);
  const known = symbols.nodes.filter(
    ({ id, occurrences }) => !/\s/.test(id) && occurrences.some(({ span }) => !contains(span, offset)),
  );
  const phrase = ({ id, kind, label }: DiagramNode): Phrase => ({
    text: id,
    detail: label?.text.replace(/\s+/g, ' ') || kind,
  });
  return {
    likely: known.filter((node) => !isUnlikely(node)).map(phrase),
    unlikely: known.filter(isUnlikely).map(phrase),
  };
}

const classesOf = ({ symbols, offset }: DiagramPlace): Phrase[] =>
  symbols.classes
    .filter(({ occurrences }) => occurrences.some((span) => !contains(span, offset)))
    .map(({ name, declaration }) => ({
      text: name,
      detail: declaration ? say`style class` : say`style class, not defined`,
    }));

/** Flowchart edges by their number, as `linkStyle` counts them. */
const edgesOf = ({ symbols }: DiagramPlace): Phrase[] => [
  { text: 'default', detail: say`every edge` },
  ...symbols.edges.map(({ from, to }, index) => ({ text: String(index), detail: `${from} → ${to}` })),
];

const typePhrases: readonly Phrase[] = languages.flatMap(({ keywords, name, description }) =>
  keywords.map(({ word }) => ({
    text: word,
    detail: description ? `${said(name)}: ${said(description)}` : said(name),
  })),
);

const shapePhrases: readonly Phrase[] = [...new Set([...commonShapes, ...nodeShapes])].map((text) => ({
  text,
  detail: say`a shape`,
  example: `A@{ shape: ${text}, label: "Text" }`,
}));

const shapeKeys: readonly Phrase[] = [
  { text: 'shape', detail: say`the form of the node`, snippet: 'shape: ‹rect›' },
  { text: 'label', detail: say`the text of the node`, snippet: 'label: "‹text›"' },
  { text: 'icon', detail: say`the name of an icon`, snippet: 'icon: "‹fa:book›"' },
  { text: 'img', detail: say`the address of an image`, snippet: 'img: "‹https://›"' },
  { text: 'animate', detail: say`of an edge`, snippet: 'animate: true' },
  { text: 'animation', detail: say`of an edge: fast or slow`, snippet: 'animation: ‹fast›' },
  { text: 'curve', detail: say`of an edge`, snippet: 'curve: ‹basis›' },
  { text: 'form', detail: say`what is around an icon`, snippet: 'form: ‹square›' },
  { text: 'pos', detail: say`where the label of an icon or image stands`, snippet: 'pos: ‹b›' },
  { text: 'w', detail: say`how wide an image is`, snippet: 'w: ‹60›' },
  { text: 'h', detail: say`how high an image is`, snippet: 'h: ‹60›' },
  { text: 'constraint', detail: say`whether an image keeps its proportions`, snippet: 'constraint: "‹on›"' },
];
