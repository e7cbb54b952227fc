import { liteAdaptor } from '@mathjax/src/mjs/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from '@mathjax/src/mjs/handlers/html.js';
import { TeX } from '@mathjax/src/mjs/input/tex.js';
import { say } from '../../core/l10n/say';
import '@mathjax/src/mjs/input/tex/ams/AmsConfiguration.js';
import '@mathjax/src/mjs/input/tex/base/BaseConfiguration.js';
import '@mathjax/src/mjs/input/tex/boldsymbol/BoldsymbolConfiguration.js';
import '@mathjax/src/mjs/input/tex/color/ColorConfiguration.js';
import '@mathjax/src/mjs/input/tex/configmacros/ConfigMacrosConfiguration.js';
import '@mathjax/src/mjs/input/tex/newcommand/NewcommandConfiguration.js';
import '@mathjax/src/mjs/input/tex/noundefined/NoUndefinedConfiguration.js';
import '@mathjax/src/mjs/input/tex/textmacros/TextMacrosConfiguration.js';
import { MathJaxNewcmFont } from '@mathjax/mathjax-newcm-font/mjs/svg.js';
import { mathjax } from '@mathjax/src/mjs/mathjax.js';
import { SVG } from '@mathjax/src/mjs/output/svg.js';
// The font's outlines beyond its core, as far as formulas of a course reach; each registers itself.
import '@mathjax/mathjax-newcm-font/mjs/svg/dynamic/accents-b-i.js';
import '@mathjax/mathjax-newcm-font/mjs/svg/dynamic/accents.js';
import '@mathjax/mathjax-newcm-font/mjs/svg/dynamic/arrows.js';
import '@mathjax/mathjax-newcm-font/mjs/svg/dynamic/calligraphic.js';
import '@mathjax/mathjax-newcm-font/mjs/svg/dynamic/double-struck.js';
import '@mathjax/mathjax-newcm-font/mjs/svg/dynamic/fraktur.js';
import '@mathjax/mathjax-newcm-font/mjs/svg/dynamic/latin.js';
import '@mathjax/mathjax-newcm-font/mjs/svg/dynamic/marrows.js';
import '@mathjax/mathjax-newcm-font/mjs/svg/dynamic/math.js';
import '@mathjax/mathjax-newcm-font/mjs/svg/dynamic/monospace.js';
import '@mathjax/mathjax-newcm-font/mjs/svg/dynamic/mshapes.js';
import '@mathjax/mathjax-newcm-font/mjs/svg/dynamic/sans-serif.js';
import '@mathjax/mathjax-newcm-font/mjs/svg/dynamic/script.js';
import '@mathjax/mathjax-newcm-font/mjs/svg/dynamic/shapes.js';
import '@mathjax/mathjax-newcm-font/mjs/svg/dynamic/symbols-b-i.js';
import '@mathjax/mathjax-newcm-font/mjs/svg/dynamic/symbols.js';
import '@mathjax/mathjax-newcm-font/mjs/svg/dynamic/variants.js';
import type { MacroTable } from '../../core/math/tex-checker';
import type { TypesetFormula } from '../../core/math/typesetter';

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
// Everything that is to be had is imported above: nothing is loaded from anywhere while drawing.
mathjax.asyncLoad = () => Promise.resolve();

/** The font's parts that are here; characters of others (Cyrillic, say) are drawn as text in the reader's own font. */
class BundledFont extends MathJaxNewcmFont {
  static {
    // A part that was not imported has a set-up which only marks it as failed.
    const nowhere = { defineChars: () => {}, defineDelimiters: () => {}, addDynamicFontCss: () => {} };
    const parts = Object.entries(MathJaxNewcmFont.dynamicFiles);
    for (const [, part] of parts) part.setup(nowhere as never);
    BundledFont.dynamicFiles = Object.fromEntries(parts.filter(([, part]) => !part.failed));
  }
}

const packages = ['base', 'ams', 'boldsymbol', 'color', 'configmacros', 'newcommand', 'noundefined', 'textmacros'];

/** Anew for each formula: what one defines (macros, colours, labels) is no matter of the next, in whatever file. */
const emptyDocument = (macros: MacroTable) =>
  mathjax.document('', {
    InputJax: new TeX({ packages, maxBuffer: 20_000, maxMacros: 1_000, macros }),
    OutputJax: new SVG({ fontCache: 'local', fontData: BundledFont }),
  });

/** See {@link FormulaTypesetter}. */
export async function typeset(
  tex: string,
  display: boolean,
  color: string,
  fontSize: number,
  macros: MacroTable,
): Promise<TypesetFormula | { error: string }> {
  const ex = fontSize / 2;
  try {
    const node = await emptyDocument(macros).convertPromise(tex, { display, em: fontSize, ex });
    const [svg] = adaptor.tags(node, 'svg');
    if (!svg) return { error: say`there is nothing to draw` };
    const wrong = adaptor.tags(node, 'g').find((g) => adaptor.hasAttribute(g, 'data-mjx-error'));
    if (wrong) return { error: adaptor.getAttribute(wrong, 'data-mjx-error') };
    const width = Math.ceil(Number.parseFloat(adaptor.getAttribute(svg, 'width') ?? '0') * ex);
    const height = Math.ceil(Number.parseFloat(adaptor.getAttribute(svg, 'height') ?? '0') * ex);
    adaptor.setAttribute(svg, 'width', String(width));
    adaptor.setAttribute(svg, 'height', String(height));
    adaptor.setAttribute(svg, 'color', color);
    return { svg: adaptor.outerHTML(svg), width, height };
  } catch (error) {
    // MathJax reads and draws what stands in braces by calling itself.
    if (error instanceof RangeError) return { error: say`it opens too many braces in each other` };
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
