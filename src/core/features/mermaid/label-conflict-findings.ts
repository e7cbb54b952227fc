import type { Diagram } from '../../course/course-document';
import type { Finding } from '../../diagnostics/course-diagnostic';
import { type Glossary, glossaryOf } from '../../glossary/glossary';
import { hasSureAcronym } from '../../glossary/sure-acronym';
import { type Term, termKey } from '../../glossary/term';
import { say } from '../../l10n/say';
import type { DiagramLabel } from '../../mermaid/diagram-symbols';
import { symbolsIn } from '../../mermaid/symbols-in';
import { withoutEmoji } from '../../text/emoji';
import type { FeatureContext } from '../feature-context';

/** So many nodes of a diagram carry the names that their acronyms stand for where its author writes ids so. */
const many = 2;

/**
 * `mermaid.label-conflict` against the glossary: a node whose id is an entry's acronym and whose label names something
 * else: another term, or anything in a diagram whose other ids are acronyms of their labels. Elsewhere an id is a word at
 * hand, `RAG["FAISS index"]`. One letter is no acronym here: authors call nodes A, B and C in every diagram.
 */
export function labelConflictFindings({ document, course }: FeatureContext): Finding[] {
  const glossary = glossaryOf(course);
  if (glossary.terms.length === 0) return [];
  return document.diagrams.flatMap((diagram) => {
    const acronyms = symbolsIn(diagram).nodes.flatMap(({ id, label }) => {
      const terms = id.length > 1 && label ? glossary.withAcronym(id, document.uri) : [];
      return label && terms.length > 0 ? [{ id, label, terms }] : [];
    });
    const isCustom = acronyms.filter(({ label, terms }) => terms.some((term) => isName(label, term))).length >= many;
    return acronyms.flatMap(({ id, label, terms }): Finding[] => {
      const contradicted = terms.every((term) => isNamedBy(id, term) && !agrees(label, term));
      const isOther = glossary.named(withoutEmoji(label.text), document.uri) !== undefined;
      return contradicted && (isCustom || isOther) ? [conflict(diagram, label, terms[0]!, glossary)] : [];
    });
  });
}

/** Whether a label is a term's name in full, emoji aside. */
const isName = (label: DiagramLabel, term: Term): boolean => termKey(withoutEmoji(label.text)) === term.key;

/** Whether the acronym is beyond doubt the term's: a word in brackets behind a name may as well qualify it. */
const isNamedBy = (acronym: string, term: Term): boolean =>
  term.entries.some(({ entry }) => entry.announced && entry.acronym === acronym && hasSureAcronym(entry));

/**
 * A label agrees that is the name, or says more or less than it: `MoE layer`, `Experts` of Mixture of Experts. An id made
 * of its own label's letters is short for that one: `L1["Layer 1"]` is no Level 1.
 */
function agrees(label: DiagramLabel, term: Term): boolean {
  const says = ` ${termKey(withoutEmoji(label.text))} `;
  if (says.trim() === '' || (term.acronym !== null && isInitials(term.acronym, label.text))) return true;
  return term.forms.some(({ text }) => {
    const named = ` ${termKey(text)} `;
    return says.includes(named) || named.includes(says);
  });
}

/** Whether the first words of a label begin with an acronym's letters and numbers. */
function isInitials(acronym: string, label: string): boolean {
  const words = label.match(/[\p{L}\p{N}]+/gu) ?? [];
  const initials = words.map((word) => (/^\d/.test(word) ? word : word[0]!.toLowerCase())).join('');
  return initials.startsWith(acronym.toLowerCase());
}

function conflict(diagram: Diagram, label: DiagramLabel, term: Term, glossary: Glossary): Finding {
  const { content } = diagram;
  const wanted = term.label;
  const change = content.change(label.span, label.quoted || !/[()[\]{}<>|"#;$]/.test(wanted) ? wanted : `"${wanted}"`);
  const [first] = term.entries;
  return {
    code: 'mermaid.label-conflict',
    span: content.spanToOuter(label.span),
    message: say`${term.acronym} stands for “${term.name}” in the glossary, not for “${label.text}”`,
    fixes: change ? [{ title: say`Label it “${wanted}”`, safe: false, changes: [change] }] : [],
    related: [
      {
        uri: first!.uri,
        range: glossary.file(first!.uri)!.places.rangeOf(first!.entry.nameSpan),
        message: say`“${term.name}” is defined here`,
      },
    ],
  };
}
