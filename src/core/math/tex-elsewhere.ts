import type { MacroTable } from './tex-checker';

/** What KaTeX, which many sites draw with, knows and MathJax does not: signs, and commands with one argument. */
const signs =
  'dag ddag origof imageof mathellipsis varvdots pounds mathsterling bgroup egroup lq rq aa copyright notni DOTSB DOTSI ' +
  'DOTSX dotsx medspace thickspace enskip KaTeX vcentcolon ratio coloncolon colonequals coloncolonequals equalscolon ' +
  'equalscoloncolon colonminus coloncolonminus minuscolon minuscoloncolon coloncolonapprox coloncolonsim simcoloncolon ' +
  'approxcoloncolon llbracket rrbracket lBrace rBrace mapsfrom minuso darr dArr Darr lang rang uarr uArr Uarr alef ' +
  'alefsym Alpha Beta bull Chi clubs cnums Complex Dagger diamonds empty Epsilon Eta exist harr hArr Harr hearts image ' +
  'infin Iota isin Kappa larr lArr Larr lrarr lrArr Lrarr Mu natnums N Nu Omicron plusmn R rarr rArr Rarr real reals ' +
  'Reals Rho sdot sect spades sub sube supe Tau thetasym weierp Z Zeta argmin argmax plim angln arctg arcctg ch cosec ' +
  'cotg ctg cth sh tg th blue orange pink red green gray purple sixptsize begingroup endgroup expandafter noexpand';
const withArgument =
  'bm bold boldsymbol emph textmd textcircled underbar utilde widecheck Overrightarrow overgroup overlinesegment ' +
  'overleftharpoon overrightharpoon undergroup underlinesegment xrightleftarrows xrightequilibrium xleftequilibrium ' +
  'phase sout operatornamewithlimits reflectbox mathreflectbox url includegraphics require';
/** Only sites and printed books give these a meaning, each its own: what follows is not looked into. */
export const definesElsewhere =
  /\\(?:require|usepackage|gdef|edef|xdef|futurelet|input|newtheorem|cite[pt]?|includegraphics|show)(?![a-zA-Z])|\{%|\\AXC|prooftree/;

export const texElsewhere: MacroTable = Object.fromEntries([
  ...signs.split(' ').map((name) => [name, ['\\cdot ', 0]]),
  ...withArgument.split(' ').map((name) => [name, ['{#1}', 1]]),
]) as MacroTable;
