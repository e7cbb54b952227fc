/** y = coefficient · x^exponent. */
export interface PowerLaw {
  readonly coefficient: number;
  readonly exponent: number;
  /** Share of the variance of log y that the line explains; 1 for a perfect fit. */
  readonly r2: number;
}

/** The straight line of least squares through log x and log y. NaN with fewer than two different x. */
export function fitPowerLaw(x: readonly number[], y: readonly number[]): PowerLaw {
  const [logX, logY] = [x.map(Math.log), y.map(Math.log)];
  const [meanX, meanY] = [mean(logX), mean(logY)];
  const [sxx, sxy, syy] = [
    sumOfProducts(logX, meanX, logX, meanX),
    sumOfProducts(logX, meanX, logY, meanY),
    sumOfProducts(logY, meanY, logY, meanY),
  ];
  const exponent = sxy / sxx;
  return {
    exponent,
    coefficient: Math.exp(meanY - exponent * meanX),
    r2: syy === 0 ? 1 : (sxy * sxy) / (sxx * syy),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const sumOfProducts = (x: readonly number[], meanX: number, y: readonly number[], meanY: number): number =>
  x.reduce((sum, value, i) => sum + (value - meanX) * (y[i]! - meanY), 0);
