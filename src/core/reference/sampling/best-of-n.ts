/** How a verifier judges answers one by one. */
export interface Verifier {
  /** Share of the right answers that it accepts. */
  readonly acceptsRight: number;
  /** Share of the wrong ones that it accepts. */
  readonly acceptsWrong: number;
}

/**
 * The chance of a right answer where one of those accepted is taken at random, and any where none is accepted. The first
 * accepted answer is right with the verifier's precision, however many are drawn.
 */
export function bestOfN(p: number, n: number, verifier: Verifier): number {
  const { right, wrong } = accepted(p, verifier);
  const rejected = 1 - right - wrong;
  const none = rejected <= 0 ? 0 : rejected ** n;
  const rightAmongRejected = none === 0 ? 0 : (p * (1 - verifier.acceptsRight)) / rejected;
  return (1 - none) * precision(p, verifier) + none * rightAmongRejected;
}

/**
 * What best-of-n comes to with more and more answers: the share of right ones among those accepted. Where none is ever
 * accepted it stays the chance of a single answer.
 */
export function precision(p: number, verifier: Verifier): number {
  const { right, wrong } = accepted(p, verifier);
  return right + wrong === 0 ? p : right / (right + wrong);
}

const accepted = (p: number, { acceptsRight, acceptsWrong }: Verifier) => ({
  right: p * acceptsRight,
  wrong: (1 - p) * acceptsWrong,
});
