/** `$90`, `$1,200.50`, `$5M`, `$20+`. */
const amount = /\$\d+(?:[.,]\d+)*(?:[kKMB]|bn|mn)?\+?/y;
/** What may follow a price: the sentence goes on, a range, a unit, or nothing. `$5^2`, `$2x` and `$3 \times` are no prices. */
const afterAmount = /(?:[-–—]\s?\$?\d|\s?\/\s?\p{L}{2}|[\s(]*\p{L}{2,}(?![({_^\\\p{L}])|\s*[.,;:!?)\]|"'’”*~]|\s*$)/uy;
/** `$/GB`, `$ / hour`: a price for one of something. */
const rate = /\$ ?\/ ?\p{L}/uy;
/** `$HOME`, `${HOME}`, `$user_name`, `$(pwd)`, as shells, PHP and templates have them. A letter alone is no name. */
const variable = /\$(?:\{[A-Za-z_]\w+[^{}$\\^]*\}|[A-Za-z_]\w+|\([a-z]{2,}[^()$\\^]*\))/y;
/** What makes a formula of such a name all the same. */
const texBehind = /[\\^{(]|\s*[+^<>]|\s*\\[a-zA-Z]|_\{/y;
const plainWords = /(?<![\\\p{L}])\p{L}{2,}\s+\p{L}{2,}|^[\d.,]+\s*(?:[-–—/]\s*\p{L}{2,}|\p{L}{2,}\s*[,(;.])/u;

const holdsAt = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

/** Whether a `$` that nothing closes begins a sum of money or a variable of a program, rather than a formula. */
export const isMoneyOrVariable = (text: string, at: number): boolean =>
  (holdsAt(amount, text, at) && holdsAt(afterAmount, text, amount.lastIndex)) ||
  holdsAt(rate, text, at) ||
  (holdsAt(variable, text, at) && !holdsAt(texBehind, text, variable.lastIndex));

/** Whether what stands between two `$` is a sentence about money: `$5 a month and another 20$`. */
export const isMoneyTalk = (content: string): boolean =>
  /^\d/.test(content) && plainWords.test(content.replace(/\\[a-zA-Z]+|\{[^{}]*\}/g, ' '));

/** Whether `$` and a brace begin what a template fills in, `${a + b}`: the brace is closed, and holds nothing of TeX. */
export const isFilledIn = (text: string, at: number): boolean => holdsAt(filledIn, text, at);
const filledIn = /\$\{[^{}\\^$]*\}/y;

/** Whether what stands between `\(` and `\)` is a remark in brackets that markdown is kept from reading. */
export const isRemark = (content: string): boolean => !/\\[a-zA-Z]|\^|_\{/.test(content) && remark.test(content);
const remark = /\p{L}{2,}[,;:]?\s+\p{L}{2,}[,;:]?\s+\p{L}{2,}|^_\p{L}{2,}_|_\p{L}{2,}_$/u;
