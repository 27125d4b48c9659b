import {
  type ReadonlyVector,
  requireFunction,
  requireNumber,
  requireOneOf,
  requireOnProgress,
  requireOptions,
  requireRng,
  requireVector,
  rng as stream,
  summarised,
  type Vector,
} from "../core";
import { Objective } from "./descent/objective";
import { lowerNear } from "./descent/probe";
import type {
  BatchScalar,
  BatchValueAndGradient,
  Epoch,
  StochasticOptions,
  StochasticResult,
} from "./descent/stochasticTypes";
import { FIRST_ORDER, type FirstOrderMethod, rateOf, updateRule } from "./descent/updateRules";
import { maxAbs } from "./kernels/vectors";
import type { Bound, HistoryEntry } from "./types";

/**
 * Minimises a mean of many losses, f(x) = (1/N)·Σ ℓᵢ(x), by steps along gradients of small random batches
 * (MML 7.1.3).
 *
 * In each epoch the samples are shuffled and dealt out in batches, so that all of them count equally; the
 * same rng gives the same run. After each epoch f is evaluated over all samples, which `tol` applies to
 * and `epochs` holds; `history` holds the steps, with value and gradient of their batch.
 *
 * @param f - x, batch ↦ the mean loss of the samples in the batch (with `grad: true`: { value, grad }).
 * @param x0 - The start, length n.
 * @param options - `samples` is needed, and `learningRate` for methods without a default.
 * @returns `{ x, fun, …, epochs }`: see {@link StochasticResult}.
 * @throws TypeError or RangeError for a wrong option, or results of f or grad of the wrong kind. Cost: an epoch
 * takes N/batchSize gradients of a batch, and one pass over all samples for f.
 * @example
 * const y = [1, 2, 3, 6]
 * const loss = ([m], batch) => batch.reduce((s, i) => s + (y[i] - m) ** 2, 0) / batch.length
 * const grad = ([m], batch) => [batch.reduce((s, i) => s + 2 * (m - y[i]), 0) / batch.length]
 * const options = { samples: 4, rng: rng(1), batchSize: 2, grad, learningRate: (k) => 0.5 / (k + 1), epochs: 200 }
 * Math.abs(optimize.minimizeStochastic(loss, [0], options).x[0] - 3) < 0.1 // => true
 */
export function minimizeStochastic(
  f: BatchScalar,
  x0: ReadonlyVector,
  options: StochasticOptions,
): StochasticResult;
export function minimizeStochastic(
  f: BatchValueAndGradient,
  x0: ReadonlyVector,
  options: StochasticOptions & { grad: true },
): StochasticResult;
export function minimizeStochastic(
  f: BatchScalar | BatchValueAndGradient,
  x0: ReadonlyVector,
  options: StochasticOptions,
): StochasticResult {
  requireFunction("minimizeStochastic", "f", f);
  const { method = "gradientDescent" } = options ?? {};
  const methods = Object.keys(FIRST_ORDER) as FirstOrderMethod[];
  requireOneOf("minimizeStochastic", "method", method, methods);
  const caller = `minimizeStochastic("${method}")`;
  const common = [
    "samples",
    "rng",
    "method",
    "grad",
    "batchSize",
    "epochs",
    "tol",
    "historyEvery",
    "onProgress",
  ] as const;
  requireOptions(caller, options, [...common, ...FIRST_ORDER[method]]);
  const { samples, grad, batchSize = 32, epochs = 10, tol = 1e-6, historyEvery = 1 } = options;
  const { rng = stream(0) } = options;
  requireNumber(caller, "samples", samples, { min: 1, integer: true });
  requireNumber(caller, "batchSize", batchSize, { min: 1, integer: true });
  requireNumber(caller, "epochs", epochs, { min: 0, integer: true });
  requireNumber(caller, "tol", tol, { min: 0 });
  requireNumber(caller, "historyEvery", historyEvery, {
    min: 1,
    integer: true,
    allowInfinite: true,
  });
  requireRng(caller, rng);
  const onProgress = requireOnProgress(caller, options.onProgress);
  if (grad !== undefined && grad !== true) requireFunction(caller, "grad", grad);
  let x = requireVector(caller, "x0", x0, { minLength: 1 }).slice();
  const rate = rateOf(caller, method, options.learningRate);
  const rule = updateRule(caller, method, options);

  const everything = Array.from({ length: samples }, (_, i) => i);
  let batch = everything;
  const objective = new Objective(
    caller,
    ((z: Vector) => f(z, batch.slice())) as (z: Vector) => number,
    x.length,
    typeof grad === "function" ? (z) => grad(z, batch.slice()) : grad,
  );
  /** Value and gradient at x over some samples. The copy of x makes sure that they are of this batch. */
  const look = (over: number[]) => {
    batch = over;
    const at = x.slice();
    const fun = objective.value(at);
    const g = objective.gradient(at);
    return { x: at, fun, grad: g, gradNorm: maxAbs(g) };
  };
  const everywhere = x.map((): Bound => [-Infinity, Infinity]);
  const history: HistoryEntry[] = [];
  const passed: Epoch[] = [];
  let nit = 0;
  let step = 0;
  let largest = 0;
  let last = look(everything);
  const finish = (converged: boolean, message: string): StochasticResult => {
    const { nfev, ngev } = objective;
    const { x: end, fun, grad: g } = last;
    const result = { x: end, fun, grad: g, nit, nfev, ngev, converged, message, history };
    return summarised("minimisation", { ...result, epochs: passed });
  };
  for (let epoch = 0, whole = last; ; epoch++, whole = look(everything)) {
    const { fun, gradNorm } = whole;
    if (!Number.isFinite(fun) || !Number.isFinite(gradNorm)) {
      const what = Number.isFinite(fun) ? "the gradient is not finite" : `f is ${fun}`;
      const why = epoch === 0 ? "at the start" : "the steps are too long or f is unbounded";
      return finish(false, `${what} after epoch ${epoch}: ${why}`);
    }
    last = whole;
    passed.push({ x: whole.x, fun, gradNorm });
    if (epoch > 0) onProgress?.({ iteration: epoch, of: epochs, value: fun });
    largest = Math.max(largest, gradNorm);
    if (gradNorm <= tol * Math.min(1, largest)) {
      const small = `gradient norm ${gradNorm.toExponential(1)} ≤ tol ${tol}`;
      const below = lowerNear(objective, { ...whole, step }, everywhere);
      if (below === null) return finish(true, small);
      return finish(false, `${small}, but no minimum: f is lower at [${below.x}]`);
    }
    if (epoch === epochs) return finish(false, `${epochs} epochs done, not converged`);
    const order = rng.permutation(samples);
    for (let from = 0; from < samples && x.every(Number.isFinite); from += batchSize) {
      const here = look(order.slice(from, from + batchSize));
      if (nit % historyEvery === 0) {
        history.push({ x: here.x, fun: here.fun, gradNorm: here.gradNorm, step });
      }
      step = rate(nit);
      x = rule(here.x, here.grad, step);
      nit++;
    }
  }
}
