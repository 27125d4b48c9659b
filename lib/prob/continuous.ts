import type { Rng } from "../core";
import { sampler } from "./sampling";
import { elementwise, type NumberOrArray } from "./special/elementwise";
import { logTailValue, type Tail, tailValue } from "./special/tail";
import type { ContinuousDistribution } from "./types";

/** The four functions of the tails of a distribution. */
export interface TailFunctions {
  cdf(x: number): number;
  sf(x: number): number;
  logcdf(x: number): number;
  logsf(x: number): number;
}

/**
 * What a family has to say about itself. The functions take numbers that have been checked, and
 * the tails and densities only such as lie in the closed support.
 */
export interface ContinuousSpec {
  name: string;
  params: Record<string, number>;
  support: readonly [number, number];
  mean: number;
  variance: number;
  entropy(): number;
  pdf?(x: number): number;
  logpdf(x: number): number;
  tails: TailFunctions;
  /** The x with P(X ≤ x) = p, or P(X > x) = p if `upper`. */
  quantile(p: number, upper: boolean): number;
  draw(rng: Rng): number;
}

/** The tail functions that follow from one function that computes either tail. */
export function tailFunctions(tail: (x: number) => Tail): TailFunctions {
  return {
    cdf: (x) => tailValue(tail(x), false),
    sf: (x) => tailValue(tail(x), true),
    logcdf: (x) => logTailValue(tail(x), false),
    logsf: (x) => logTailValue(tail(x), true),
  };
}

const PROBABILITY = { min: 0, max: 1 };

/** Makes a distribution of its specification: guards, vectorises, and settles what lies outside. */
export function continuous(spec: ContinuousSpec): ContinuousDistribution {
  const { name, support, tails, mean, variance } = spec;
  const [low, high] = support;
  const inside = (f: (x: number) => number, below: number, above: number) => (x: number) =>
    x < low ? below : x > high ? above : f(x);
  const pdf = inside(spec.pdf ?? ((x) => Math.exp(spec.logpdf(x))), 0, 0);
  const logpdf = inside(spec.logpdf, -Infinity, -Infinity);
  const cdf = inside(tails.cdf, 0, 1);
  const sf = inside(tails.sf, 1, 0);
  const logcdf = inside(tails.logcdf, -Infinity, 0);
  const logsf = inside(tails.logsf, 0, -Infinity);
  const at = (method: string, f: (x: number) => number) => {
    const caller = `${name}.${method}`;
    return <X extends NumberOrArray>(x: X) => elementwise(caller, "x", x, f);
  };
  const atProbability = (method: string, f: (p: number) => number) => {
    const caller = `${name}.${method}`;
    return <X extends NumberOrArray>(p: X) => elementwise(caller, "p", p, f, PROBABILITY);
  };
  return Object.freeze({
    kind: "continuous" as const,
    name,
    params: Object.freeze(spec.params),
    support: Object.freeze([low, high] as const),
    mean,
    variance,
    std: Math.sqrt(variance),
    entropy: () => spec.entropy(),
    pdf: at("pdf", pdf),
    logpdf: at("logpdf", logpdf),
    cdf: at("cdf", cdf),
    sf: at("sf", sf),
    logcdf: at("logcdf", logcdf),
    logsf: at("logsf", logsf),
    ppf: atProbability("ppf", (p) => spec.quantile(p, false)),
    isf: atProbability("isf", (p) => spec.quantile(p, true)),
    sample: sampler(name, spec.draw),
  });
}
