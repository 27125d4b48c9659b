import type { ReadonlyVector, Rng } from "../../core";
import { elementwise, type NumberOrArray } from "../../core/special";
import { logTailValue, type Tail, tailValue } from "../special/kernels/tail";
import { sampler } from "./sampler";
import type { Distribution } from "./types";

/** The four functions of the tails of a distribution. */
export interface TailFunctions {
  cdf(x: number): number;
  sf(x: number): number;
  logcdf(x: number): number;
  logsf(x: number): number;
}

/** What every family on the line says about itself; its functions take checked numbers. */
export interface DistributionSpec {
  name: string;
  params: Record<string, number | ReadonlyVector>;
  support: readonly [number, number];
  mean: number;
  variance: number;
  /** The standard deviation, for where the variance leaves the range of doubles. */
  std?(): number;
  entropy(): number;
  tails: TailFunctions;
  /** The smallest x with P(X ≤ x) ≥ p, or P(X > x) ≤ p if `upper`. */
  quantile(p: number, upper: boolean): number;
  draw(rng: Rng): number;
}

const PROBABILITY = { min: 0, max: 1 };

/** The tail functions that follow from one function that computes either tail. */
export function tailFunctions(tail: (x: number) => Tail): TailFunctions {
  return {
    cdf: (x) => tailValue(tail(x), false),
    sf: (x) => tailValue(tail(x), true),
    logcdf: (x) => logTailValue(tail(x), false),
    logsf: (x) => logTailValue(tail(x), true),
  };
}

/** A public method: `f` for a number or an array of numbers, none of them NaN. */
export function method(caller: string, argument: string, f: (x: number) => number) {
  return <X extends NumberOrArray>(x: X) => elementwise(caller, argument, x, f);
}

/** √variance, where the variance is a double of full precision or the family does not know better. */
export function standardDeviation({ variance, std }: Pick<DistributionSpec, "variance" | "std">) {
  const ordinary = variance > 1e-290 && variance < Infinity;
  return std && !ordinary && !Number.isNaN(variance) ? std() : Math.sqrt(variance);
}

/** The part of a distribution that continuous and discrete families share. */
export function distribution(spec: DistributionSpec): Distribution {
  const { name, tails, mean, variance } = spec;
  const quantile = (caller: string, upper: boolean) => {
    const f = (p: number) => spec.quantile(p, upper);
    return <X extends NumberOrArray>(p: X) => elementwise(caller, "p", p, f, PROBABILITY);
  };
  return {
    name,
    params: Object.freeze(spec.params),
    support: Object.freeze([spec.support[0], spec.support[1]] as const),
    mean,
    variance,
    std: standardDeviation(spec),
    entropy: () => spec.entropy(),
    cdf: method(`${name}.cdf`, "x", tails.cdf),
    sf: method(`${name}.sf`, "x", tails.sf),
    logcdf: method(`${name}.logcdf`, "x", tails.logcdf),
    logsf: method(`${name}.logsf`, "x", tails.logsf),
    ppf: quantile(`${name}.ppf`, false),
    isf: quantile(`${name}.isf`, true),
    sample: sampler(name, spec.draw),
  };
}
