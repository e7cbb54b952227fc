import { remembering } from '../remembering';
import { withoutEmoji } from '../text/emoji';

/** How far a heading announces terms: not at all, right below it, or under the headings below it too. */
export type Announcement = 'none' | 'below' | 'throughout';

const adjectives =
  '(?:(?:the|all|some|our|key|core|main|important|essential|basic|useful|common|new|course|technical|more|quick reference:?)\\s+)*';
/** What a list of words is about: `Glossary of MoE`, `Terms used in this part`. */
const subject = '(?:\\s+(?:of|in|for|from|to|used|you|and their)\\b.*)?';
const list = new RegExp(`^${adjectives}(?:terms?|vocabulary|definitions|abbreviations|acronyms)${subject}$`);
/** These mean nothing else, so a subject may stand before them: `MoE glossary`. Something that is done to one may not. */
const named = new RegExp(`^(?<before>.{0,40}\\s)?(?:glossary|glossaries|terminology)${subject}$`);
const doing = /(?:^|\s)(?:an?|add\w*|us(?:e|ing)|creat\w*|build\w*|writ\w*|how|what|your|with|without)\s/;
const law = /\bterms (?:and conditions|of (?:use|service)|for use)\b/;
const nodes = /^(?:the\s+)?(?:nodes?|relationships?|edges?|edge labels?)$/;
const concepts = /^(?:the |key |core |main |important |essential |basic |new |course )+concepts?$/;
const elsewhere = new RegExp(
  `^(?:${[
    'glossar(?:e|en)?|(?:fach|grund|schlüssel)?begriffe?|wörterverzeichnis|wortliste|fachwörter|abkürzungen',
    'glossaire|lexique|vocabulaire|terminologie|définitions|termes(?: clés)?|abréviations',
    'glosario|vocabulario|terminología|definiciones|términos(?: clave)?|abreviaturas|siglas',
    'glossário|vocabulário|terminologia|definições|termos(?:-chave)?|glossario|vocabolario|termini(?: chiave)?',
    'woordenlijst|begrippen(?:lijst)?|ordlista|ordliste|sanasto|słownik|słowniczek|slovník|sözlük|γλωσσάριο',
    'глоссарий|словарь|термины|терминология|глосарій|словник|терміни',
    '术语表?|术语(?:对照|解释)表?|词汇表?|名词解释|術語表?|詞彙表?|名詞解釋|用語集?|用語解説|용어집?|용어 ?(?:정리|사전)',
    'واژه\u200cنامه|واژه ?نامه|معجم|مسرد(?: المصطلحات)?|المصطلحات|शब्दावली|thuật ngữ|bảng thuật ngữ|daftar istilah|glosarium',
  ].join('|')})(?:\\s.*)?$`,
);

/** A title as a reader sees it, without number, anchor (`{#id}`, `[[id]]`), emphasis and emoji, in small letters. */
const plain = (title: string): string =>
  withoutEmoji(title.replace(/\{[#.:][^{}]*\}|\[\[[^\][]*\]\]/g, ''))
    .replace(/[*_`#]|^(?:[\d.]+[.)]?|[a-z][.)])\s+/g, '')
    .trim()
    .toLowerCase();

const partsOf = (words: string): string[] =>
  words.split(/[()（）,&/:：|、]|\band\b|\s[-–—]\s/).flatMap((part) => part.trim() || []);

/**
 * Glossary, Key terms and Vocabulary announce terms throughout, as the whole title or a part of it between `&`, `,`, `/`,
 * `:`, dashes or brackets: Open-Vocabulary Detection announces none. Nodes, Edge labels and Key concepts are common words
 * of lessons as well, so they count only where the whole title is made of such words, and only down to the next heading.
 */
export const announcedBy = remembering(4096, (title: string): Announcement => {
  const words = plain(title);
  if (law.test(words)) return 'none';
  const parts = partsOf(words);
  if (isAgenda(words)) return 'none';
  if (parts.some(isGlossary)) return 'throughout';
  return parts.length > 0 && (parts.every((part) => nodes.test(part)) || parts.some((part) => concepts.test(part)))
    ? 'below'
    : 'none';
});

/** Whether a title says what a lesson is about, terms being one of several things: `Terminology, Baselines, Decision Trees`. */
const isAgenda = (words: string): boolean =>
  words.split(/[:：|]|\s[-–—]\s/).some((part) => {
    const subjects = part.split(/[,;，、&]|\band\b/).flatMap((one) => one.trim() || []);
    return subjects.length > 2 && subjects.filter(isGlossary).length === 1;
  });

const isGlossary = (part: string): boolean => list.test(part) || isNamed(part);

function isNamed(part: string): boolean {
  // `용어 1` is an entry, as `Term 1` is.
  if (elsewhere.test(part) && !/\s\d+$/.test(part)) return true;
  const found = named.exec(part);
  return found !== null && !doing.test(` ${found.groups?.before ?? ''}`);
}

const names =
  'glossary|glossaries|terminology|vocabulary|definitions|terms|glossar|glossaire|glosario|glossario|vocabulario';
const file = new RegExp(
  `(?:^|/)(?:\\d+[-_. ]*)?(?:(?:\\w+[-_.])?(?:glossary)|${names})(?:[-_.][a-z]{2}(?:[-_][a-z]{2,4})?)?\\.[a-z]+$`,
  'i',
);
const folder = /(?:^|\/)(?:\d+[-_. ]*)?(?:glossary|glossaries|terminology|glossar|glossaire|glosario)\/[^/]+$/i;

const pages =
  /(?:^|\/)(?:\d+[-_. ]*|[a-z]+[-_])?(?:glossary|glossaries|terminology|glossar|glossaire|glosario)\/(?:[^/]+\/)?[^/]+$/i;

/** Whether a file may be a word's page in a folder called a glossary (`gpu-glossary/…`), or in a folder of that. */
export const isGlossaryPage = (uri: string): boolean => pages.test(uri);

const asks =
  /^(?:(?:what(?:'s|’s| is| are)|was (?:ist|sind)|qu['’]est-ce (?:que?|qu['’])|qué (?:es|son)|¿qué (?:es|son)|que es)\s+(?:(?:an?|the|ein|eine|der|die|das|un|une|une?|la|le|el|los|las)\s+)?|什么是\s*|何が\s*)(.{1,60}?)\s*[?？]$/iu;

/** What a title asks after (What is a warp?), as a place in it. */
export function askedIn(title: string): { readonly start: number; readonly end: number } | undefined {
  const word = asks.exec(title)?.[1];
  if (word === undefined) return undefined;
  const start = title.lastIndexOf(word);
  return { start, end: start + word.length };
}

/** Whether a title can mean nothing but a glossary: no lesson has a part so called. */
export const isGlossaryTitle = remembering(4096, (title: string): boolean => partsOf(plain(title)).some(isNamed));

/** Whether a file is called a glossary. */
export const isGlossaryFile = (uri: string): boolean => file.test(uri);

/** Whether a file stands in a folder that is called a glossary. */
export const isInGlossaryFolder = (uri: string): boolean => folder.test(uri);
