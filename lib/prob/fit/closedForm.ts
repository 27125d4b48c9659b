import { maxOf, minOf } from "../../core";
import { ALL_EQUAL, constant, type Estimator, meanOf } from "./estimate";

/** Root of the mean square of x − m, which does not overflow. */
function spread(x: readonly number[], m: number): number {
  const far = x.reduce((most, v) => Math.max(most, Math.abs(v - m)), 0);
  return far * Math.sqrt(x.reduce((sum, v) => sum + ((v - m) / far) ** 2, 0) / x.length);
}

/** Mean and standard deviation (divisor n). */
export const fitNormal: Estimator = (x, none) => {
  if (constant(x)) throw none(ALL_EQUAL);
  const mean = meanOf(x);
  const std = spread(x, mean);
  const precision = x.length / std / std;
  return {
    params: [mean, std],
    information: [
      [precision, 0],
      [0, 2 * precision],
    ],
  };
};

/** The normal law of the logarithms. */
export const fitLogNormal: Estimator = (x, none) => fitNormal(x.map(Math.log), none);

/** The least interval that holds the data. */
export const fitUniform: Estimator = (x, none) => {
  if (constant(x)) throw none(ALL_EQUAL);
  const unknown = [Number.NaN, Number.NaN];
  return { params: [minOf(x), maxOf(x)], information: [unknown, unknown] };
};

/** One over the mean. */
export const fitExponential: Estimator = (x, none) => {
  const mean = meanOf(x);
  if (mean === 0) throw none("all values are 0");
  return { params: [1 / mean], information: [[x.length * mean * mean]] };
};

/**
 * The median and the mean distance from it. The likelihood has a kink at each value, so that its second
 * derivative says nothing: the information is the expected one, n/b² for both.
 */
export const fitLaplace: Estimator = (x, none) => {
  if (constant(x)) throw none(ALL_EQUAL);
  const sorted = x.slice().sort((a, b) => a - b);
  const [low, high] = [sorted[(x.length - 1) >> 1], sorted[x.length >> 1]];
  const median = high - low < Infinity ? low + (high - low) / 2 : low / 2 + high / 2;
  const scale = meanOf(x.map((v) => Math.abs(v - median)));
  if (scale === 0) throw none(ALL_EQUAL);
  const precision = x.length / scale / scale;
  return {
    params: [median, scale],
    information: [
      [precision, 0],
      [0, precision],
    ],
  };
};

/** The mean; an estimate of 0 lies at the end of the range, where there is no information. */
export const fitPoisson: Estimator = (x) => {
  const mean = meanOf(x);
  return { params: [mean], information: mean > 0 ? [[x.length / mean]] : [[Number.NaN]] };
};

/** The share of ones. */
export const fitBernoulli: Estimator = (x) => {
  const p = meanOf(x);
  const inside = p > 0 && p < 1;
  return { params: [p], information: inside ? [[x.length / p / (1 - p)]] : [[Number.NaN]] };
};

/** The share of successes among all n·(number of values) trials. */
export function fitBinomial(n: number): Estimator {
  return (x, none) => {
    if (n === 0) throw none("without trials every p is as likely");
    const p = meanOf(x) / n;
    const inside = p > 0 && p < 1;
    return {
      params: [n, p],
      information: inside ? [[(x.length * n) / p / (1 - p)]] : [[Number.NaN]],
    };
  };
}

/** One over the mean. */
export const fitGeometric: Estimator = (x) => {
  const p = 1 / meanOf(x);
  return { params: [p], information: p < 1 ? [[x.length / p / p / (1 - p)]] : [[Number.NaN]] };
};
