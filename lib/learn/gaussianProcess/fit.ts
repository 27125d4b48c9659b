import {
  describeValue,
  type OnProgress,
  type Rng,
  requireBoolean,
  requireNumber,
  requireOnProgress,
  requireOptions,
  type Vector,
} from "../../core";
import { type Bound, type MinimizeResult, minimize } from "../../optimize";
import { rngOrDefault } from "../guards";
import type { FitReport } from "../report";
import type { Kernel } from "./kernel";
import type { marginalLikelihood } from "./likelihood";
import { rbfKernel } from "./stationary";

/** Options of `gaussianProcess`. */
export interface GaussianProcessOptions {
  /** The kernel; its parameters are where fitting starts. Default `rbfKernel()`. */
  kernel?: Kernel;
  /** Variance σ² of the noise, held. Left out, it is fitted, from a tenth of the mean square of y − m. */
  noiseVariance?: number;
  /** m, the mean of the process before data are seen. Default 0. */
  priorMean?: number;
  /** Whether parameters are fitted by the marginal likelihood. Default true. */
  optimize?: boolean;
  /** Further runs from starts drawn at random within two powers of ten; the best is kept. Default 0. */
  nRestarts?: number;
  /** Least and greatest value of every parameter that is fitted. Default [1e-5, 1e5]. */
  bounds?: Bound;
  /** Stops when no derivative of the log marginal likelihood by ln θ exceeds this. Default 1e-4. */
  tol?: number;
  /** Most iterations of a run. Default 200. */
  maxIter?: number;
  /** Where the starts are drawn from. Default `rng(0)`. */
  rng?: Rng;
  /** Called after every iteration, with the log marginal likelihood; `progress.handler(label)` makes a bar of it. */
  onProgress?: OnProgress;
}

/** Checks the options and fills in the defaults. */
export function readOptions(caller: string, options: GaussianProcessOptions) {
  requireOptions(caller, options, [
    "kernel",
    "noiseVariance",
    "priorMean",
    "optimize",
    "nRestarts",
    "bounds",
    "tol",
    "maxIter",
    "rng",
    "onProgress",
  ]);
  const { kernel = rbfKernel(), noiseVariance, priorMean = 0, nRestarts = 0 } = options;
  const { optimize = true, bounds = [1e-5, 1e5], tol = 1e-4, maxIter = 200 } = options;
  if (typeof kernel?.bind !== "function") {
    throw new TypeError(
      `${caller}: kernel must be a kernel such as rbfKernel(), got ${describeValue(kernel)}`,
    );
  }
  requireBoolean(caller, "optimize", optimize);
  if (noiseVariance !== undefined)
    requireNumber(caller, "noiseVariance", noiseVariance, { min: 0 });
  else if (!optimize) {
    throw new RangeError(`${caller}: noiseVariance must be given where nothing is fitted`);
  }
  requireNumber(caller, "priorMean", priorMean);
  requireNumber(caller, "nRestarts", nRestarts, { min: 0, integer: true });
  requireNumber(caller, "bounds[0]", bounds?.[0], { above: 0 });
  requireNumber(caller, "bounds[1]", bounds?.[1], { above: bounds[0] });
  requireNumber(caller, "tol", tol, { above: 0 });
  requireNumber(caller, "maxIter", maxIter, { min: 1, integer: true });
  const random = rngOrDefault(caller, options.rng);
  const onProgress = requireOnProgress(caller, options.onProgress);
  const rules = { nRestarts, optimize, bounds, tol, maxIter, onProgress };
  return { kernel, noiseVariance, priorMean, random, ...rules };
}

/** Values of the kernel's parameters and of σ² (the last), with the report of how they were found. */
export function fitParameters(
  likelihood: ReturnType<typeof marginalLikelihood>,
  r: Float64Array,
  o: ReturnType<typeof readOptions>,
): { values: Vector; noise: number; report: FitReport<{ logMarginalLikelihood: number }> } {
  const meanSquare = r.reduce((s, v) => s + v * v, 0) / r.length;
  const all = [
    ...o.kernel.parameters,
    {
      name: "noiseVariance",
      value: o.noiseVariance ?? (meanSquare > 0 ? meanSquare / 10 : 1),
      fixed: o.noiseVariance !== undefined,
    },
  ];
  const free = all.map((_, i) => i).filter((i) => o.optimize && !all[i].fixed);
  const split = (values: Vector) => ({
    values: values.slice(0, -1),
    noise: values[values.length - 1],
  });
  const given = split(all.map(({ value }) => value));
  if (free.length === 0) {
    return {
      ...given,
      report: { converged: true, nit: 1, message: "solved directly", history: [] },
    };
  }
  const place = (logs: Vector) => {
    const values = all.map(({ value }) => value);
    free.forEach((i, k) => {
      values[i] = Math.exp(logs[k]);
    });
    return split(values);
  };
  const objective = (logs: Vector) => {
    const { values, noise } = place(logs);
    const { value, grad } = likelihood.withGradient(values, noise);
    return { value: -value, grad: free.map((i) => -grad[i]) };
  };
  const [low, high] = [Math.log(o.bounds[0]), Math.log(o.bounds[1])];
  const inside = (v: number) => Math.min(Math.max(v, low), high);
  const bounds = free.map((): Bound => [low, high]);
  let best: MinimizeResult | null = null;
  for (let run = 0; run <= o.nRestarts; run++) {
    const shift = () => (run === 0 ? 0 : o.random.uniform(-1, 1) * Math.log(100));
    const start = free.map((i) => inside(Math.log(all[i].value) + shift()));
    const { tol, maxIter } = o;
    const now = minimize(objective, start, {
      method: "l-bfgs-b",
      grad: true,
      bounds,
      tol,
      maxIter,
      onProgress: (now) => o.onProgress?.({ ...now, value: -now.value }),
    });
    if (best === null || now.fun < best.fun) best = now;
  }
  const { x, converged, nit, message, history } = best!;
  const edge = free.filter((_, k) => x[k] === low || x[k] === high).map((i) => all[i].name);
  const report = {
    converged,
    nit,
    message: edge.length > 0 ? `${message}; at its bound: ${edge.join(", ")}` : message,
    history: history.map(({ fun }) => ({ logMarginalLikelihood: -fun })),
  };
  return { ...place(x), report };
}
