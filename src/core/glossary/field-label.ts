import { remembering } from '../remembering';
import { withoutEmoji } from '../text/emoji';

/** A label without markup, emoji, colon and case: the same for `**Example:**` and `example`. */
export const labelKey = remembering(4096, (label: string): string =>
  withoutEmoji(label)
    .replace(/[*_`:：]/g, '')
    .trim()
    .toLowerCase(),
);

const defining =
  /^(?:(?:short|simple|formal|plain|one[- ]line) )?(?:definitions?|meaning|description|explanation|in short|in plain words|what it (?:is|means|does)|what it (?:actually|really) (?:is|means)|actual meaning|definición|significado|définition|signification|bedeutung|definizione|definição|определение|定义|定義|释义|含义|意味|정의)$/;
/** Parts of an entry that are no words of a subject, and so never terms. */
const parts =
  /^(?:(?:an? |for |more |real[- ]world )?examples?|e\.?g\.?|notes?|see(?: also)?|related(?: terms?)?|synonyms?|also (?:known as|called)|aka|used (?:in|for|by)|use cases?|analogy|pronunciation|first (?:used|seen)(?: in)?|where it appears|what people (?:say|think)|why it(?:'s| is)? (?:matters|called that)|in practice|common (?:mistake|confusion)s?|ejemplo|exemple|beispiel|esempio|exemplo|пример|例子?|示例|예)$/;
/** Parts of an entry that are words of some subjects. */
const words = /^(?:tips?|warning|caution|usage|sources?|references?|formula|category|type|context)$/;

/** Whether a label says that what follows defines the word above it. */
export const isDefiningLabel = (label: string): boolean => defining.test(labelKey(label));

/** Whether a label is a field of an entry wherever it stands: Definition, Example, See also. */
export const isFieldLabel = (label: string): boolean => isDefiningLabel(label) || parts.test(labelKey(label));

/** Whether a label is a field below the heading of an entry, where a word as Type or Source is one too. */
export const isFieldBelow = (label: string): boolean => isFieldLabel(label) || words.test(labelKey(label));
