import { say } from '../l10n/say';

/** A command of TeX, for authors who are writing one. */
export interface TexWord {
  /** What it shows or does. */
  readonly meaning: string;
  /** With places to fill in, `‹…›`, where it takes arguments. */
  readonly snippet?: string;
}

const signs = (list: string): [string, TexWord][] =>
  list
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [name = '', sign = ''] = pair.split('=');
      return [`\\${name}`, { meaning: sign }];
    });

const withArguments = (list: Readonly<Record<string, string>>): [string, TexWord][] =>
  Object.entries(list).map(([snippet, meaning]) => [/^\\[a-zA-Z]+/.exec(snippet)![0], { meaning, snippet }]);

/** The commands that lessons need, the commonest first among those that begin alike. */
export const texCommands: ReadonlyMap<string, TexWord> = new Map([
  ...signs(
    'alpha=α beta=β gamma=γ delta=δ epsilon=ϵ eta=η theta=θ lambda=λ mu=μ pi=π rho=ρ sigma=σ tau=τ phi=ϕ omega=ω',
  ),
  ...withArguments({
    '\\frac{‹a›}{‹b›}': 'a fraction',
    '\\sqrt{‹x›}': say`a square root`,
    '\\sum_{‹i=1›}^{‹n›}': say`a sum with its bounds`,
    '\\prod_{‹i=1›}^{‹n›}': say`a product with its bounds`,
    '\\text{‹words›}': say`words in a formula`,
    '\\operatorname{‹softmax›}': say`the name of a function, upright`,
    '\\mathbb{‹R›}': say`a letter with a double stroke, as of number sets`,
    '\\mathcal{‹L›}': say`a calligraphic letter`,
    '\\mathbf{‹x›}': say`a bold letter`,
    '\\mathrm{‹d›}': say`upright letters`,
    '\\hat{‹y›}': say`a hat, as of an estimate`,
    '\\bar{‹x›}': say`a bar, as of a mean`,
    '\\tilde{‹x›}': 'a tilde',
    '\\vec{‹v›}': say`an arrow, as of a vector`,
    '\\begin{‹aligned›}\n‹›\n\\end{‹aligned›}': say`opens an environment, as of a matrix or cases`,
    '\\end{‹aligned›}': say`ends an environment`,
    '\\left( ‹x› \\right)': say`brackets as high as what they hold`,
    '\\right)': say`the closing one of such brackets`,
    '\\underbrace{‹x›}_{‹what it is›}': say`a brace below, with a note`,
    '\\overline{‹x›}': say`a line above`,
    '\\binom{‹n›}{‹k›}': say`a binomial coefficient`,
    '\\int_{‹a›}^{‹b›}': say`an integral with its bounds`,
    '\\lim_{‹x \\to 0›}': 'a limit',
  }),
  ...signs(
    'cdot=⋅ times=× le=≤ ge=≥ ne=≠ approx=≈ in=∈ to=→ infty=∞ partial=∂ nabla=∇ top=⊤ log=log exp=exp max=max min=min ' +
      'arg=arg sin=sin cos=cos tanh=tanh Delta=Δ Gamma=Γ Theta=Θ Lambda=Λ Sigma=Σ Phi=Φ Omega=Ω varepsilon=ε varphi=φ ' +
      'zeta=ζ kappa=κ nu=ν xi=ξ chi=χ psi=ψ ell=ℓ sim=∼ propto=∝ equiv=≡ mid=∣ subset=⊂ subseteq=⊆ cup=∪ cap=∩ forall=∀ ' +
      'exists=∃ rightarrow=→ leftarrow=← Rightarrow=⇒ mapsto=↦ odot=⊙ oplus=⊕ otimes=⊗ ldots=… cdots=⋯ quad=blank ' +
      'lVert=‖ rVert=‖ lfloor=⌊ rfloor=⌋ lceil=⌈ rceil=⌉ pm=± ll=≪ gg=≫ circ=∘ prime=′ dots=… argmax=argmax',
  ),
]);

/** What may stand between `\begin` and `\end`. */
export const texEnvironments: Readonly<Record<string, TexWord>> = {
  aligned: { meaning: say`lines that stand below each other at their &`, snippet: '‹a› &= ‹b› \\\\\n&= ‹c›' },
  cases: { meaning: say`a value by cases`, snippet: '‹a› & \\text{if } ‹x > 0› \\\\\n‹b› & \\text{else}' },
  bmatrix: { meaning: say`a matrix in square brackets`, snippet: '‹a› & ‹b› \\\\\n‹c› & ‹d›' },
  pmatrix: { meaning: say`a matrix in round brackets`, snippet: '‹a› & ‹b› \\\\\n‹c› & ‹d›' },
  matrix: { meaning: say`a matrix without brackets`, snippet: '‹a› & ‹b› \\\\\n‹c› & ‹d›' },
  vmatrix: { meaning: say`a determinant`, snippet: '‹a› & ‹b› \\\\\n‹c› & ‹d›' },
  align: { meaning: say`numbered lines that stand below each other`, snippet: '‹a› &= ‹b› \\\\\n&= ‹c›' },
  equation: { meaning: say`one numbered formula`, snippet: '‹a = b›' },
  gathered: { meaning: say`lines, each in the middle`, snippet: '‹a› \\\\\n‹b›' },
  split: { meaning: say`one formula over several lines`, snippet: '‹a› &= ‹b› \\\\\n&= ‹c›' },
  array: { meaning: say`a table with columns of their own`, snippet: '{‹cc›}\n‹a› & ‹b› \\\\\n‹c› & ‹d›' },
};
