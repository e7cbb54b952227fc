import type { CourseDocument, Fence } from '../course/course-document';
import { firstIndex } from '../text/first-index';
import type { CourseDiagnostic } from './course-diagnostic';

/**
 * A lesson about mistakes keeps its mistakes: where the lines before a fence say that what it shows is wrong, or its
 * info string does, an error or warning in it is an information, and no fix is safe.
 */
export function spareMistakes(document: CourseDocument, found: readonly CourseDiagnostic[]): CourseDiagnostic[] {
  const verdicts = new Map<Fence, boolean>();
  return found.map((one) => {
    if (one.severity !== 'error' && one.severity !== 'warning' && !one.fixes.some(({ safe }) => safe)) return one;
    const fence = fenceAround(document, one.span.start);
    if (!fence) return one;
    let wrong = verdicts.get(fence);
    if (wrong === undefined) {
      wrong = isMeantAsWrong(document, fence);
      verdicts.set(fence, wrong);
    }
    if (!wrong) return one;
    const severity = one.severity === 'hint' ? 'hint' : 'information';
    return { ...one, severity, fixes: one.fixes.map((fix) => ({ ...fix, safe: false })) };
  });
}

/** The fence whose content holds an offset. What is said of a fence itself is no part of what it shows. */
function fenceAround({ fences }: CourseDocument, offset: number): Fence | undefined {
  const fence = fences[firstIndex(fences.length, (i) => fences[i]!.contentSpan.start > offset) - 1];
  return fence && offset <= fence.contentSpan.end ? fence : undefined;
}

const wrongInfo = /(?:^|[\s{,.])(?:invalid|wrong|broken|bad|incorrect|error)(?:$|[\s},=])/i;
const crosses = /[❌🚫✗✘⛔👎❎✖]/u;
const ticks = /[✅✔☑👍🟢]/u;
/** Said of what follows: a label (`Bad:`), or a sentence that ends in a colon or is short. */
const wrongWords =
  /(?<![\p{L}-])(?:wrong|wrongly|incorrect(?:ly)?|invalid|broken|malformed|bad|avoid|never (?:write|do)|anti-?pattern|mistaken?|does ?n[o'’]t (?:work|parse|render|compile)|do ?n[o'’]t (?:do|write|use)|will (?:not|fail)|won['’]t|cannot be (?:drawn|parsed|rendered)|fails? to|not (?:valid|allowed|like this)|falsch|fehlerhaft|ungültig|kaputt|nicht so|faux|incorrecte?|invalide|mauvaise?|à éviter|incorrect[oa]|inválid[oa]|rot[oa]|errad[oa]|sbagliat[oa]|неправильно|неверно)(?![\p{L}-])|错误|錯誤|不要|間違|잘못/iu;
const dont = /^[\s>*_#-]*(?:don['’]t|do not|not)[\s*_]*[:.!]?[\s*_]*$/iu;
const rightWords =
  /(?<![\p{L}-])(?:right|correct(?:ly|ed)?|fix(?:ed|es)?|good|better|instead|valid|mended?|richtig|besser|correcto|bien|bon)(?![\p{L}-])|正确|正確|正しい/iu;
/** A title that calls all below it wrong: nothing more than the word and what it is about. */
const wrongTitle =
  /^(?:the |an? )?(?:(?:wrong|incorrect|don['’]ts?|what not to do|anti-?patterns?|falsch|faux|incorrecto|错误示例|错误)|(?:wrong|incorrect|invalid|broken|bad) (?:ways?|ones?|examples?|versions?|diagrams?|syntax|code|practices?|approach(?:es)?|input|fences?|notation))[\s:.!?]*$/iu;

const mostWords = 12;

function isMeantAsWrong(document: CourseDocument, fence: Fence): boolean {
  const info = fence.info.replace(/^\{?\s*[\w.-]+/, '');
  if (wrongInfo.test(info)) return true;
  const leadIn = lastLineBefore(document, fence);
  if (leadIn !== undefined) {
    const verdict = verdictOf(leadIn);
    if (verdict !== undefined) return verdict;
  }
  const { headings } = document;
  const heading = headings[firstIndex(headings.length, (i) => headings[i]!.span.start > fence.span.start) - 1];
  // The title of a whole file is about more than its pictures.
  const title = heading && heading.level > 1 ? heading.title : undefined;
  return title !== undefined && (wrongTitle.test(bare(title)) || (crosses.test(title) && !ticks.test(title)));
}

/** Whether a line calls what follows it wrong (true), right (false), or neither. */
function verdictOf(line: string): boolean | undefined {
  if (ticks.test(line)) return false;
  if (crosses.test(line) || dont.test(line)) return true;
  const announces = /[:：][\s*_]*$/.test(line) || line.split(/\s+/).length <= mostWords;
  if (!announces) return undefined;
  if (rightWords.test(line)) return false;
  return wrongWords.test(line) ? true : undefined;
}

/** The last line with text before a fence, if no other fence stands between; the last sentence of a long one. */
function lastLineBefore({ text, lines, fences }: CourseDocument, fence: Fence): string | undefined {
  const before = fences[fences.indexOf(fence) - 1];
  const from = before && before.span.end <= fence.span.start ? before.span.end : 0;
  for (let line = lines.lineOf(fence.span.start) - 1; line >= 0; line--) {
    const start = lines.lineStart(line);
    if (start < from) return undefined;
    const written = text.slice(start, lines.lineEnd(line)).trim();
    if (/^#{1,6}\s/.test(written)) return undefined;
    if (written !== '') return written.split(/(?<=[.!?。])\s+/).at(-1);
  }
  return undefined;
}

const bare = (title: string): string =>
  title
    .replace(/[*_`]/g, '')
    .replace(/^[\s\d.):]+/, '')
    .trim();
