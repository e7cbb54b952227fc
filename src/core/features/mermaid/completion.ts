import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import { languageNamed, languages } from '../../mermaid/languages/languages';
import { nodeShapes } from '../../mermaid/node-shapes';
import { noWords, type Phrase, type Slot } from '../../mermaid/vocabulary';
import type { Span } from '../../text/span';
import type { CompletionAbilities } from '../completion-abilities';
import type { FeatureContext } from '../feature-context';
import { statementPlace } from './statement-place';
import { type DiagramPlace, diagramPlace } from './symbol-at';

/** What may stand at an offset inside a diagram: words of its language, ids with their labels, style classes. */
export function diagramCompletion(
  { document }: FeatureContext,
  offset: number,
  abilities: CompletionAbilities,
): CompletionItem[] {
  const place = diagramPlace(document, offset);
  if (!place) return [];
  const { content } = place.diagram;
  return proposals(place).flatMap(({ phrase, kind, replaces, rank }, index): CompletionItem[] => {
    const written = content.change(replaces, phrase.text);
    if (!written) return [];
    const snippet = abilities.snippets && phrase.snippet ? content.change(replaces, phrase.snippet) : undefined;
    return [
      {
        label: phrase.text,
        kind,
        ...(phrase.detail && { detail: phrase.detail }),
        ...(snippet && { insertTextFormat: InsertTextFormat.Snippet }),
        sortText: `${rank}${String(index).padStart(4, '0')}`,
        textEdit: {
          range: document.lines.rangeOf(written.span),
          newText: snippet ? snippetOf(snippet.newText) : written.newText,
        },
      },
    ];
  });
}

/** In the protocol's notation: places to fill in are numbered, and its own signs stand behind a backslash. */
function snippetOf(text: string): string {
  let place = 0;
  return text
    .replace(/[\\$}]/g, '\\$&')
    .replace(/‹([^›]*)›/g, (_, name: string) => (name === '' ? '$0' : `\${${++place}:${name}}`));
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
  const ids = () => [
    ...propose(idsOf(place), CompletionItemKind.Variable, 1),
    ...propose(words.places ?? [], CompletionItemKind.Constant, 2),
  ];
  const inSlot = (slot: Slot | undefined): Proposal[] => {
    if (slot === undefined || slot === 'free') return [];
    if (slot === 'ids') return ids();
    if (slot === 'classes') return propose(classesOf(place), CompletionItemKind.Class, 1);
    if (slot === 'style') return propose(styles, CompletionItemKind.Property, 1);
    if (slot === 'edges') return propose(edgesOf(place), CompletionItemKind.Reference, 1);
    return propose(slot, CompletionItemKind.Keyword, 1);
  };

  switch (at.kind) {
    case 'type':
      return propose(typePhrases, CompletionItemKind.Keyword, 1);
    case 'header':
      return propose(words.header ?? [], CompletionItemKind.EnumMember, 1);
    case 'line':
      return [...ids(), ...propose(words.keywords, CompletionItemKind.Keyword, 2)];
    case 'target':
      return ids();
    case 'after-node':
      return propose(words.arrows ?? [], CompletionItemKind.Operator, 1);
    case 'arrow': {
      const after = { start: place.offset, end: place.offset };
      return [
        ...propose(idsOf(place), CompletionItemKind.Variable, 1, after),
        ...propose(words.arrows ?? [], CompletionItemKind.Operator, 2),
      ];
    }
    case 'style-class':
      return inSlot('classes');
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

const idsOf = ({ symbols }: DiagramPlace): Phrase[] =>
  symbols.nodes
    .filter(({ id }) => !/\s/.test(id))
    .map(({ id, kind, label }) => ({ text: id, detail: label?.text.replace(/\s+/g, ' ') || kind }));

const classesOf = ({ symbols }: DiagramPlace): Phrase[] =>
  symbols.classes.map(({ name, declaration }) => ({
    text: name,
    detail: declaration ? 'style class' : 'style class, not defined',
  }));

/** Flowchart edges by their number, as `linkStyle` counts them. */
const edgesOf = ({ symbols }: DiagramPlace): Phrase[] => [
  { text: 'default', detail: 'every edge' },
  ...symbols.edges.map(({ from, to }, index) => ({ text: String(index), detail: `${from} → ${to}` })),
];

const typePhrases: readonly Phrase[] = languages.flatMap(({ keywords, name, description }) =>
  keywords.map(({ word }) => ({ text: word, detail: description ? `${name}: ${description}` : name })),
);

const shapePhrases: readonly Phrase[] = nodeShapes.map((text) => ({ text, detail: 'shape' }));

const shapeKeys: readonly Phrase[] = [
  { text: 'shape', detail: 'the form of the node', snippet: 'shape: ‹rect›' },
  { text: 'label', detail: 'the text of the node', snippet: 'label: "‹text›"' },
  { text: 'icon', detail: 'the name of an icon', snippet: 'icon: "‹fa:book›"' },
  { text: 'img', detail: 'the address of an image', snippet: 'img: "‹https://›"' },
  { text: 'animate', detail: 'of an edge', snippet: 'animate: true' },
  { text: 'curve', detail: 'of an edge', snippet: 'curve: ‹basis›' },
];

const styles: readonly Phrase[] = [
  ...['fill:', 'stroke:', 'stroke-width:', 'stroke-dasharray:', 'color:', 'font-size:', 'font-weight:', 'opacity:'],
  ...['rx:', 'ry:'],
].map((text) => ({ text }));
