import { liteAdaptor } from '@mathjax/src/mjs/adaptors/liteAdaptor.js';
import { TeX } from '@mathjax/src/mjs/input/tex.js';
import '@mathjax/src/mjs/input/tex/action/ActionConfiguration.js';
import '@mathjax/src/mjs/input/tex/ams/AmsConfiguration.js';
import '@mathjax/src/mjs/input/tex/amscd/AmsCdConfiguration.js';
import '@mathjax/src/mjs/input/tex/base/BaseConfiguration.js';
import '@mathjax/src/mjs/input/tex/bbm/BbmConfiguration.js';
import '@mathjax/src/mjs/input/tex/bboldx/BboldxConfiguration.js';
import '@mathjax/src/mjs/input/tex/bbox/BboxConfiguration.js';
import '@mathjax/src/mjs/input/tex/boldsymbol/BoldsymbolConfiguration.js';
import '@mathjax/src/mjs/input/tex/braket/BraketConfiguration.js';
import '@mathjax/src/mjs/input/tex/cancel/CancelConfiguration.js';
import '@mathjax/src/mjs/input/tex/cases/CasesConfiguration.js';
import '@mathjax/src/mjs/input/tex/centernot/CenternotConfiguration.js';
import '@mathjax/src/mjs/input/tex/color/ColorConfiguration.js';
import '@mathjax/src/mjs/input/tex/colortbl/ColortblConfiguration.js';
import '@mathjax/src/mjs/input/tex/configmacros/ConfigMacrosConfiguration.js';
import '@mathjax/src/mjs/input/tex/dsfont/DsfontConfiguration.js';
import '@mathjax/src/mjs/input/tex/empheq/EmpheqConfiguration.js';
import '@mathjax/src/mjs/input/tex/enclose/EncloseConfiguration.js';
import '@mathjax/src/mjs/input/tex/extpfeil/ExtpfeilConfiguration.js';
import '@mathjax/src/mjs/input/tex/gensymb/GensymbConfiguration.js';
import '@mathjax/src/mjs/input/tex/html/HtmlConfiguration.js';
import '@mathjax/src/mjs/input/tex/mathtools/MathtoolsConfiguration.js';
import '@mathjax/src/mjs/input/tex/mhchem/MhchemConfiguration.js';
import '@mathjax/src/mjs/input/tex/newcommand/NewcommandConfiguration.js';
import '@mathjax/src/mjs/input/tex/tagformat/TagFormatConfiguration.js';
import { STATE } from '@mathjax/src/mjs/core/MathItem.js';
import TexError from '@mathjax/src/mjs/input/tex/TexError.js';
import '@mathjax/src/mjs/input/tex/textcomp/TextcompConfiguration.js';
import '@mathjax/src/mjs/input/tex/unicode/UnicodeConfiguration.js';
import '@mathjax/src/mjs/input/tex/units/UnitsConfiguration.js';
import '@mathjax/src/mjs/input/tex/upgreek/UpgreekConfiguration.js';
import '@mathjax/src/mjs/input/tex/verb/VerbConfiguration.js';
import { RegisterHTMLHandler } from '@mathjax/src/mjs/handlers/html.js';
import { mathjax } from '@mathjax/src/mjs/mathjax.js';
import type { MacroTable, TexProblem } from '../../core/math/tex-checker';
import { placeOf } from './tex-places';

RegisterHTMLHandler(liteAdaptor());

/** All that a page may load, but for `physics`, which gives common commands another meaning. */
const packages = (
  'base action ams amscd bbm bboldx bbox boldsymbol braket cancel cases centernot color colortbl configmacros ' +
  'dsfont empheq enclose extpfeil gensymb html mathtools mhchem newcommand tagformat textcomp unicode units ' +
  'upgreek verb'
).split(' ');

/** What leaves something behind for the next formula: a definition, a label, a number. */
const leavesTraces =
  /\\(?!setminus|subset|supset|because)[a-zA-Z]*(?:def|let|new|renew|provide|declare|set|use|tag|label|ref|require|class|unicode)/i;

interface Checker {
  check(tex: string, display: boolean): TexProblem | undefined;
}

/** MathJax for formulas of one set of macros. To set it up costs as much as reading a hundred signs. */
function createChecker(macros: MacroTable): Checker {
  let problem: TexProblem | undefined;
  let written = '';
  const input = new TeX({
    packages,
    maxBuffer: 20_000,
    maxMacros: 1_000,
    macros,
    formatError: (jax: { formatError(error: TexError): unknown }, error: TexError) => {
      const span = placeOf(error, written);
      problem = { id: error.id, message: error.message, ...(span && { span }) };
      return jax.formatError(error);
    },
  });
  const page = mathjax.document('', { InputJax: input });
  return {
    check(tex, display) {
      problem = undefined;
      written = tex;
      try {
        page.convert(tex, { display, end: STATE.COMPILED });
      } catch (error) {
        // What throws anything else is a fault of MathJax, and nobody's text.
        if (!(error instanceof TexError)) return undefined;
      }
      return problem;
    },
  };
}

let kept: { readonly rules: string; readonly checker: Checker } | undefined;

/** What MathJax refuses of a formula; undefined where it can be drawn. Nothing that another one defined is known to it. */
export function checkTex(tex: string, display: boolean, macros: MacroTable): TexProblem | undefined {
  const rules = JSON.stringify(macros);
  if (leavesTraces.test(tex) || leavesTraces.test(rules)) return createChecker(macros).check(tex, display);
  if (kept?.rules !== rules) kept = { rules, checker: createChecker(macros) };
  const problem = kept.checker.check(tex, display);
  // Where it stopped in the middle it is not used again.
  if (problem) kept = undefined;
  return problem;
}
