import { texCommands } from './tex-words';

const table = (list: string): ReadonlyMap<string, string> =>
  new Map(
    list
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split('=') as [string, string]),
  );

const letters = table(
  'digamma=ϝ vartheta=ϑ varpi=ϖ varrho=ϱ varsigma=ς iota=ι upsilon=υ psi=ψ Xi=Ξ Pi=Π Upsilon=Υ Psi=Ψ hbar=ℏ Re=ℜ Im=ℑ ' +
    'emptyset=∅ varnothing=∅ aleph=ℵ star=⋆ ast=∗ dag=† bullet=• vdots=⋮ ddots=⋱ intercal=⊺ bot=⊥ infin=∞ lvert=| rvert=| ' +
    'vert=| Vert=‖ imath=ı jmath=ȷ epsilon=ϵ',
);

const betweens = table(
  'leq=≤ geq=≥ neq=≠ leqslant=≤ geqslant=≥ simeq=≃ cong=≅ triangleq=≜ coloneqq=≔ asymp=≍ notin=∉ ni=∋ supset=⊃ supseteq=⊇ ' +
    'setminus=∖ land=∧ lor=∨ wedge=∧ vee=∨ gets=← leftrightarrow=↔ Leftarrow=⇐ Leftrightarrow=⇔ iff=⇔ implies=⇒ ' +
    'longrightarrow=⟶ longleftarrow=⟵ Longrightarrow=⟹ hookrightarrow=↪ div=÷ mp=∓ perp=⊥ parallel=∥ succ=≻ prec=≺ ' +
    'lesssim=≲ gtrsim=≳ models=⊨ vdash=⊢ uparrow=↑ downarrow=↓ bmod=mod',
);

const openers = table('lfloor=⌊ lceil=⌈ langle=⟨ lbrace={ lbrack=[');
const closers = table('rfloor=⌋ rceil=⌉ rangle=⟩ rbrace=} rbrack=]');

/** What a command is among the signs around it. */
export type TexRole = 'letter' | 'between' | 'open' | 'close' | 'name';

const betweenSigns = /^[⋅×≤≥≠≈∈→∼∝≡∣⊂⊆∪∩←⇒↦⊙⊕⊗±≪≫∘]$/;

/** A command that is one sign, or the name of a function: without its backslash. Undefined where it is neither. */
export function texSign(name: string): { readonly text: string; readonly role: TexRole } | undefined {
  const own =
    role(name, letters, 'letter') ??
    role(name, betweens, 'between') ??
    role(name, openers, 'open') ??
    role(name, closers, 'close');
  if (own) return own;
  if (sums.has(name)) return { text: sums.get(name)!, role: 'name' };
  if (functions.has(name)) return { text: name, role: 'name' };
  const word = texCommands.get(`\\${name}`);
  if (!word || word.snippet !== undefined || [...word.meaning].length !== 1) return undefined;
  return { text: word.meaning, role: betweenSigns.test(word.meaning) ? 'between' : 'letter' };
}

const role = (name: string, signs: ReadonlyMap<string, string>, as: TexRole) => {
  const text = signs.get(name);
  return text === undefined ? undefined : { text, role: as };
};

const sums = table('sum=∑ prod=∏ int=∫ iint=∬ oint=∮ coprod=∐ bigcup=⋃ bigcap=⋂ bigoplus=⨁');

const functions: ReadonlySet<string> = new Set(
  (
    'log ln lg exp sin cos tan sinh cosh tanh cot sec csc arcsin arccos arctan max min sup inf lim limsup liminf arg argmax ' +
    'argmin det dim ker deg gcd Pr hom'
  ).split(' '),
);

/** Commands that only set how large, how far apart or how high something stands. */
export const texSpacing: ReadonlySet<string> = new Set(
  (
    'big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm left right middle displaystyle textstyle scriptstyle ' +
    'limits nolimits nonumber notag'
  ).split(' '),
);

/** The sign that stands over a letter. */
export const texAccents: ReadonlyMap<string, string> = new Map([
  ['bar', '\u0304'],
  ['overline', '\u0305'],
  ['hat', '\u0302'],
  ['widehat', '\u0302'],
  ['tilde', '\u0303'],
  ['widetilde', '\u0303'],
  ['vec', '\u20d7'],
  ['dot', '\u0307'],
  ['ddot', '\u0308'],
]);

const pairs = (from: string, to: string): ReadonlyMap<string, string> => {
  const signs = [...to];
  return new Map([...from].map((char, i) => [char, signs[i]!]));
};

/** Signs that Unicode has raised; capitals are left, since it lacks some of them (`W^Q` beside `W^K`). */
export const raised = pairs(
  '0123456789+−=()abcdefghijklmnoprstuvwxyzT⊤⊺∘′',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᵀᵀ°′',
);

/** Signs that Unicode has lowered. */
export const lowered = pairs('0123456789+−=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');

/** Letters with a double stroke and calligraphic ones: those that Unicode has apart, then where its alphabets begin. */
const apart: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  mathbb: pairs('CHNPQRZ', 'ℂℍℕℙℚℝℤ'),
  mathcal: pairs('BEFHILMR', 'ℬℰℱℋℐℒℳℛ'),
};
const alphabets: Readonly<Record<string, number>> = { mathbb: 0x1d538, mathcal: 0x1d49c };

/** A capital in a font that makes another letter of it; undefined where there is none. */
export const fontLetter = (font: string, char: string): string | undefined =>
  !/^[A-Z]$/.test(char) || alphabets[font] === undefined
    ? undefined
    : (apart[font]!.get(char) ?? String.fromCodePoint(alphabets[font] + char.charCodeAt(0) - 65));
