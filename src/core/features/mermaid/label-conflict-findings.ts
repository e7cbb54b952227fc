import type { Diagram } from '../../course/course-document';
import type { Finding } from '../../diagnostics/course-diagnostic';
import { type Glossary, glossaryOf } from '../../glossary/glossary';
import { hasSureAcronym } from '../../glossary/sure-acronym';
import { type Term, termKey } from '../../glossary/term';
import type { DiagramLabel } from '../../mermaid/diagram-symbols';
import { symbolsIn } from '../../mermaid/symbols-in';
import { withoutEmoji } from '../../text/emoji';
import type { FeatureContext } from '../feature-context';

/**
 * `mermaid.label-conflict` against the glossary: a node whose id is an entry's acronym and whose label names something
 * else. One letter is no acronym here: authors call nodes A, B and C in every diagram.
 */
export function labelConflictFindings({ document, course }: FeatureContext): Finding[] {
  const glossary = glossaryOf(course);
  if (glossary.terms.length === 0) return [];
  return document.diagrams.flatMap((diagram) =>
    symbolsIn(diagram).nodes.flatMap((node): Finding[] => {
      const terms = node.id.length > 1 && node.label ? glossary.withAcronym(node.id, document.uri) : [];
      const contradicted =
        terms.length > 0 && terms.every((term) => isNamedBy(node.id, term) && !agrees(node.label!, term));
      return contradicted ? [conflict(diagram, node.label!, terms[0]!, glossary)] : [];
    }),
  );
}

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
    message: `${term.acronym} stands for “${term.name}” in the glossary, not for “${label.text}”`,
    fixes: change ? [{ title: `Label it “${wanted}”`, safe: false, changes: [change] }] : [],
    related: [
      {
        uri: first!.uri,
        range: glossary.file(first!.uri)!.places.rangeOf(first!.entry.nameSpan),
        message: `“${term.name}” is defined here`,
      },
    ],
  };
}
