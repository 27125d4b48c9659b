/**
 * Special functions of one number, without guards, what applies them to arrays and what
 * inverts them: the inner face that
 * `prob`, `stats` and `calculus` share. Their public forms, with guards, are in `prob`.
 */
export { betalnAt, logScaledBeta } from "./betaln";
export { digammaAt, digammaDifference, digammaMinusLog } from "./digamma";
export { elementwise, type NumberOrArray, REAL, type Shaped } from "./elementwise";
export { erfAt, erfcAt, erfcxAt } from "./erf";
export { expNegSquare, productError, sumError } from "./exact";
export { gammaln1p, gammalnAt, gammalnDifference } from "./gammaln";
export { log1mexpAt } from "./log1mexp";
export { logNdtrAt, ndtrAt } from "./ndtr";
export { erfcinvAt, erfinvAt, ndtriAt } from "./ndtri";
export { polygammaAt } from "./polygamma";
export { polyval, ratio } from "./polynomial";
export { rootBetween } from "./rootBetween";
export { smallestReached } from "./smallestReached";
export {
  HALF_LOG_2PI,
  log1pmx,
  logDeviation,
  logQuotient,
  logRatio,
  STIRLING,
  stirlingError,
} from "./stirling";
