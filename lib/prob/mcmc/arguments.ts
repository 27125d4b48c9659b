import {
  describeValue,
  type ReadonlyMatrix,
  type ReadonlyVector,
  type Rng,
  requireBoolean,
  requireMatrix,
  requireNumber,
  requireOneOf,
  requireOptions,
  requireRng,
  requireVector,
  rng,
  type Vector,
} from "../../core";
import type { SamplerOptions } from "./types";

/** The options every sampler knows. */
const KNOWN = ["rng", "steps", "warmup", "chains", "scale", "adapt", "metric"] as const;

/** What is to be run, checked. */
export interface Plan {
  starts: Vector[];
  random: Rng;
  steps: number;
  warmup: number;
  scale: Vector;
  adapt: boolean;
  metric: "diagonal" | "dense";
}

function startsOf(caller: string, x0: unknown, chains: number | undefined): Vector[] {
  if (chains !== undefined) requireNumber(caller, "chains", chains, { min: 1, integer: true });
  if (!Array.isArray(x0) || !Array.isArray(x0[0])) {
    const x = requireVector(caller, "x0", x0, { minLength: 1 });
    return Array.from({ length: chains ?? 4 }, () => x.slice());
  }
  const rule = chains === undefined ? {} : { rows: chains, rowsOf: "chains" };
  const rows = requireMatrix(caller, "x0", x0, rule);
  if (rows[0]!.length === 0) {
    throw new RangeError(`${caller}: x0 must have at least 1 column, got ${rows.length}×0`);
  }
  return rows.map((row) => row.slice());
}

function scaleOf(caller: string, scale: unknown, dim: number): Vector {
  if (!Array.isArray(scale)) {
    return new Array<number>(dim).fill(requireNumber(caller, "scale", scale, { above: 0 }));
  }
  const rule = { length: dim, lengthOf: "coordinates of x0" };
  return requireVector(caller, "scale", scale, rule).map((s, j) =>
    requireNumber(caller, `scale[${j}]`, s, { above: 0 }),
  );
}

/** Checks starts and options; `own` are the options of the one sampler, which checks them itself. */
export function requirePlan<Options extends SamplerOptions>(
  caller: string,
  x0: ReadonlyVector | ReadonlyMatrix,
  options: Options,
  own: readonly (keyof Options & string)[],
  usualMetric: "diagonal" | "dense",
): Plan {
  requireOptions<Options>(caller, options, [...KNOWN, ...own]);
  const { steps = 1000, warmup = 1000, scale = 1, adapt = true, metric = usualMetric } = options;
  const starts = startsOf(caller, x0, options.chains);
  return {
    starts,
    random: options.rng === undefined ? rng(0) : requireRng(caller, options.rng),
    steps: requireNumber(caller, "steps", steps, { min: 1, integer: true }),
    warmup: requireNumber(caller, "warmup", warmup, { min: 0, integer: true }),
    scale: scaleOf(caller, scale, starts[0]!.length),
    adapt: requireBoolean(caller, "adapt", adapt),
    metric: requireOneOf(caller, "metric", metric, ["diagonal", "dense"]),
  };
}

/** A point in words: its first coordinates. */
export function pointText(x: ReadonlyVector): string {
  return `[${x.slice(0, 4).join(", ")}${x.length > 4 ? ", …" : ""}]`;
}

/** Checks what a density returned: a number or −∞. */
export function requireLogDensity(caller: string, value: unknown, x: ReadonlyVector): number {
  if (typeof value !== "number") {
    throw new TypeError(
      `${caller}: logDensity must return a number, got ${describeValue(value)} at ${pointText(x)}`,
    );
  }
  if (Number.isNaN(value) || value === Infinity) {
    throw new RangeError(
      `${caller}: logDensity must return a finite number, or -Infinity outside the support, got ${value} at ${pointText(x)}`,
    );
  }
  return value;
}

/** Checks that a chain can start: the density is positive there. */
export function requireStart(caller: string, value: number, chain: number): void {
  if (value === -Infinity) {
    throw new RangeError(
      `${caller}: x0 must have positive density, logDensity is -Infinity at the start of chain ${chain}`,
    );
  }
}
