import type { Cancellation } from '../../cancellation';
import type { Course } from '../../course/course';
import { inlineSpans } from '../../course/inline/inline-spans';
import type { Finding } from '../../diagnostics/course-diagnostic';
import { siteOf } from '../../links/site-of';
import { fileSymbols } from '../../math/file-symbols';
import { splitsLines } from '../../math/splits-lines';
import type { TexProblem } from '../../math/tex-checker';
import { definesElsewhere, texElsewhere } from '../../math/tex-elsewhere';
import { complaintOf } from '../../math/tex-message';
import { texCommands, texEnvironments } from '../../math/tex-words';
import type { EmbeddedText } from '../../text/embedded-text';
import { nearest } from '../../text/nearest';
import type { Span } from '../../text/span';
import type { FeatureContext } from '../feature-context';
import { macrosOf } from './macros-of';

interface Written {
  readonly tex: string;
  readonly display: boolean;
  readonly source: EmbeddedText;
  /** Where it begins in that text. */
  readonly start: number;
}

/** A formula longer than this is looked at by nobody's eye either. */
const longest = 5000;

/** `math.syntax`: what MathJax refuses, on the very command. */
export async function texFindings(context: FeatureContext, cancellation?: Cancellation): Promise<Finding[]> {
  const { document, course, settings, formulas } = context;
  if (!formulas || settings.severity['math.syntax'] === 'off') return [];
  const all = [...writtenFormulas(context)].filter(mayBeWrong);
  const halved = all.some(isEscaped) && (await siteOf(course, document.uri))?.kind.name === 'Hugo';
  const written = halved ? all.filter((one) => !isEscaped(one)) : all;
  if (written.length === 0 || definesElsewhere.test(document.text)) return [];
  const own = await macrosOf(context);
  const problems = await formulas.check(written, { ...texElsewhere, ...own }, cancellation);
  const commands = [...texCommands.keys(), ...Object.keys(own).map((name) => `\\${name}`), ...moreCommands];
  const near = {
    command: (name: string) => nearest(name, commands, spelling, String)[0],
    environment: (name: string) => nearest(name, Object.keys(texEnvironments), spelling, String)[0],
  };
  const isSplit = problems.some((problem) => problem?.id === 'Misplaced') && (await splitsLines(document, course));
  return written.flatMap(({ tex, display, source, start }, i): Finding[] => {
    const problem = problems[i];
    if (!problem || isNoTex(tex, problem) || isOfTheSite(tex, problem, course)) return [];
    if (isSplit && problem.id === 'Misplaced' && display && tex.includes('\\\\')) return [];
    const { span, message, instead } = complaintOf(tex, problem, near);
    const inSource = ({ start: from, end }: Span): Span => ({ start: start + from, end: start + end });
    if (source.isOpaque(inSource(span))) return [];
    const change = instead && source.change(inSource(instead.span), instead.newText);
    const fixes = instead && change ? [{ title: instead.title, safe: false, changes: [change] }] : [];
    return [{ code: 'math.syntax', span: source.spanToOuter(inSource(span)), message, fixes }];
  });
}

function* writtenFormulas({ document }: FeatureContext): Iterable<Written> {
  for (const { content } of document.formulas) yield { tex: content.text, display: true, source: content, start: 0 };
  for (const { source } of document.inlines) {
    if (!/[$\\]/.test(source.text)) continue;
    for (const { contentSpan, opener } of inlineSpans(source.text).formulas) {
      const tex = source.text.slice(contentSpan.start, contentSpan.end);
      // A path, or names of a shell or a program, between two dollars.
      if (opener === '$' && /^[^\\]*[\p{L}\d_-]{2}[^\\]*$/u.test(tex) && !/[\^{]/.test(tex)) continue;
      // Brackets that are kept from being a link's are escaped just so: `\[2019 #4\]`.
      if (opener.startsWith('\\') && !/\\[a-zA-Z]|[\^_{}]/.test(tex)) continue;
      yield { tex, display: opener === '$$' || opener === '\\[', source, start: contentSpan.start };
    }
  }
}

/** `\.` and `\[` are no commands that anybody means: they belong to a pattern, or to what markdown is kept from reading. */
const isNoTex = (tex: string, { id, span }: TexProblem): boolean =>
  id === 'UndefinedControlSequence' && span !== undefined && !/^\\[a-zA-Z]/.test(tex.slice(span.start, span.end));

/** `\\alpha`, for a site whose markdown takes one backslash of two away before a script reads the formula. */
const isEscaped = ({ tex }: Written): boolean =>
  /\\\\(?:[a-zA-Z]{2,}|[{}&,])/.test(tex) && !/(?<!\\)\\[a-zA-Z]/.test(tex);

/** A command that a course uses so often was seen by its author: the site defines it, where no text says so. */
const oftenUsed = 5;

function isOfTheSite(tex: string, { id, span }: TexProblem, course: Course): boolean {
  if (id !== 'UndefinedControlSequence' || !span) return false;
  const command = tex.slice(span.start, span.end);
  let uses = 0;
  for (const [, symbols] of course.all(fileSymbols)) uses += symbols.get(command) ?? 0;
  return uses >= oftenUsed;
}

/** Letters, digits and signs of operations are nothing to ask MathJax about. */
const mayBeWrong = ({ tex }: Written): boolean =>
  tex.length <= longest && /[\\{}^_&#$~%]/.test(tex) && !entity.test(tex);

/** Signs that were kept from the site's own language, `\frac&#123;a&#125;`: what they become is the site's matter. */
const entity = /&(?:#\d+|#x[\da-f]+|amp|lt|gt|nbsp|quot|apos|lbrace|rbrace|lcub|rcub);/i;

const spelling = {
  plain: (name: string) => name,
  most: (word: string) => (word.length <= 3 ? 0 : word.length <= 6 ? 1 : 2),
  swaps: true,
};

/** Names beyond those that are offered while one writes. */
const moreCommands =
  '\\displaystyle \\textstyle \\limits \\nolimits \\langle \\rangle \\Vert \\lvert \\rvert \\leq \\geq \\neq \\leftarrow \\longrightarrow \\Longrightarrow \\implies \\iff \\land \\lor \\neg \\emptyset \\setminus \\supset \\supseteq \\notin \\vdots \\ddots \\dfrac \\tfrac \\textbf \\textit \\textrm \\mathsf \\mathtt \\mathfrak \\mathscr \\boldsymbol \\widehat \\widetilde \\underline \\overbrace \\stackrel \\overset \\underset \\substack \\iint \\oint \\cosh \\sinh \\cot \\sec \\csc \\arctan \\arcsin \\arccos \\det \\dim \\ker \\gcd \\inf \\sup \\limsup \\liminf \\Pr \\ln \\qquad \\label \\ref \\eqref \\tag \\color \\textcolor \\left \\right \\bigl \\bigr \\Bigl \\Bigr \\middle \\perp \\parallel \\sqcup \\wedge \\vee \\hbar \\Psi \\Xi \\Pi \\Upsilon \\upsilon \\vartheta \\varrho \\varsigma \\dagger \\star \\ast \\bullet \\cong \\simeq \\asymp \\succ \\prec \\succeq \\preceq \\uparrow \\downarrow \\leftrightarrow \\Leftrightarrow \\triangle \\square \\blacksquare \\mathbin \\mathrel \\mathop \\bmod \\pmod \\mod'.split(
    ' ',
  );
