import type { Finder } from '../breaks/suspect';
import type { DiagramType } from '../diagram-type';
import type { Doubter } from '../doubts/doubt';
import type { Forgiving } from '../doubts/unknown-targets';
import type { Novelty } from '../novelty';
import type { Scan } from '../scan/scan';
import type { Vocabulary } from '../vocabulary';

/** A word that opens a diagram. */
export interface DiagramKeyword {
  readonly word: string;
  /**
   * The version of Mermaid that brought it, from its release notes and the tags that first hold each detector. What is
   * older than 10.1 is left out: nobody publishes to less than 10.
   */
  readonly since?: string;
}

/** Names of a parser's tokens, each with what an author calls it; an empty one is left unsaid. The first is said first. */
export type TokenWords = Readonly<Record<string, string>>;

/** One kind of diagram: all that is known of it, in one place. */
export interface DiagramLanguage<Type extends DiagramType = DiagramType> extends Forgiving {
  readonly type: Type;
  /** Mermaid's own names for it, as its verdicts give them; none for a plug-in's kind. */
  readonly judged: readonly string[];
  /** The words that open it, the preferred one first. */
  readonly keywords: readonly [DiagramKeyword, ...DiagramKeyword[]];
  /** What people call it. */
  readonly name: string;
  /** What it draws, in a few words. */
  readonly description?: string;
  /** What may follow a keyword that is also an ordinary word on its own line, besides nothing. */
  readonly headerRest?: RegExp;
  /** Whether a line that begins with `title` is its title; elsewhere it is a node. */
  readonly hasTitle?: boolean;
  /** Whether Mermaid reads `accTitle` and `accDescr` in it, and shows neither: C4 draws them as its title. */
  readonly hasAccessibility?: boolean;
  /** Takes the tokens and symbols behind the keyword, whatever stands there, in time linear in its length. */
  readonly scan: (scan: Scan) => void;
  readonly words: Vocabulary;
  /** Who looks for the culprit where Mermaid refuses, the likeliest first. */
  readonly finders: readonly Finder[];
  /** What its parser waits for, in an author's words, where that differs from the other kinds. */
  readonly tokens?: TokenWords;
  /** What a line is that begins with none of the keywords, with an example: `a message (A->>B: text)`. */
  readonly line?: string;
  /** What Mermaid takes although it cannot be meant. */
  readonly doubts?: readonly Doubter[];
  /** Syntax that came later than the kind itself. */
  readonly novelties?: readonly Novelty[];
  /** Whether a name makes a node wherever it is first written, so that a slip of the pen makes a new one. */
  readonly namesMakeNodes?: boolean;
  /** Whether a statement may begin with an id and its label in brackets: `MLA[Latent attention]`. */
  readonly bracketLabels?: boolean;
  /** Whether a line is a node's text, without brackets. */
  readonly plainLabels?: boolean;
  /** Whether a text behind a colon may stand in quotes, which the picture does not show. */
  readonly quotedTexts?: boolean;
  /** Whether a second label silently replaces the first. */
  readonly lastLabelWins?: boolean;
}
