import { requireNumber, type Vector } from "../../core";

/** The methods that move by a formula in the gradient, without a line search. */
export type FirstOrderMethod =
  | "gradientDescent"
  | "momentum"
  | "nesterov"
  | "adagrad"
  | "rmsprop"
  | "adam";

/** A step length, fixed or given for iteration k = 0, 1, 2, … */
export type LearningRate = number | ((k: number) => number);

/** What the first-order methods can be told; each knows only some of these. */
export interface FirstOrderOptions {
  /** Step length γ. Default: none for gradientDescent, momentum and nesterov; 0.01 for adagrad and rmsprop; 0.001 for adam. */
  learningRate?: LearningRate;
  /** momentum, nesterov: the share α of the last step that is kept. Default 0.9. */
  momentum?: number;
  /** rmsprop: the share ρ of the mean square that is kept. Default 0.9. */
  decay?: number;
  /** adam: the share of the mean gradient that is kept. Default 0.9. */
  beta1?: number;
  /** adam: the share of the mean square that is kept. Default 0.999. */
  beta2?: number;
  /** adagrad, rmsprop, adam: added to the root in the denominator. Default 1e-8. */
  epsilon?: number;
}

/** The options that each first-order method knows. */
export const FIRST_ORDER: Record<FirstOrderMethod, (keyof FirstOrderOptions)[]> = {
  gradientDescent: ["learningRate"],
  momentum: ["learningRate", "momentum"],
  nesterov: ["learningRate", "momentum"],
  adagrad: ["learningRate", "epsilon"],
  rmsprop: ["learningRate", "decay", "epsilon"],
  adam: ["learningRate", "beta1", "beta2", "epsilon"],
};

const DEFAULT_RATE: Partial<Record<FirstOrderMethod, number>> = {
  adagrad: 0.01,
  rmsprop: 0.01,
  adam: 0.001,
};

/** The step length as a function of k, every value checked. */
export function rateOf(caller: string, method: FirstOrderMethod, rate?: LearningRate) {
  const given = rate ?? DEFAULT_RATE[method];
  const check = (v: unknown, name: string) => requireNumber(caller, name, v, { above: 0 });
  if (typeof given === "function") return (k: number) => check(given(k), `learningRate(${k})`);
  const fixed = check(given, "learningRate");
  return () => fixed;
}

/** One step of a first-order method: it remembers what it needs of the steps before. */
export type UpdateRule = (x: Vector, grad: Vector, rate: number) => Vector;

/**
 * The update rule of a first-order method, with its own fresh memory. g is ∇f(x), γ the step length.
 *
 *   gradientDescent   x⁺ = x − γg                                             (MML 7.1)
 *   momentum          Δ = αΔ − γg,  x⁺ = x + Δ                                (MML 7.1.2)
 *   nesterov          z⁺ = x − γg,  x⁺ = z⁺ + α(z⁺ − z): g is taken ahead, at x  (Nesterov 1983)
 *   adagrad           s = s + g²,  x⁺ = x − γg/(√s + ε)                       (Duchi et al. 2011)
 *   rmsprop           s = ρs + (1 − ρ)g²,  x⁺ = x − γg/(√s + ε)               (Tieleman & Hinton 2012)
 *   adam              m = β₁m + (1 − β₁)g,  s = β₂s + (1 − β₂)g²,
 *                     x⁺ = x − γm̂/(√ŝ + ε),  m̂ = m/(1 − β₁ᵗ),  ŝ = s/(1 − β₂ᵗ)  (Kingma & Ba 2015)
 */
export function updateRule(
  caller: string,
  method: FirstOrderMethod,
  options: FirstOrderOptions,
): UpdateRule {
  const share = (name: "momentum" | "decay" | "beta1" | "beta2", otherwise: number) =>
    requireNumber(caller, name, options[name] ?? otherwise, { min: 0, below: 1 });
  const epsilon = requireNumber(caller, "epsilon", options.epsilon ?? 1e-8, { min: 0 });
  const [alpha, rho] = [share("momentum", 0.9), share("decay", 0.9)];
  const [beta1, beta2] = [share("beta1", 0.9), share("beta2", 0.999)];

  let first: Vector | null = null; // Δ, z or m
  let square: Vector | null = null; // s
  let t = 0;
  /** s = keep·s + take·g², and γ·direction/(√(s/correction) + ε) off x. */
  const scaled = (
    x: Vector,
    g: Vector,
    keep: number,
    take: number,
    rate: number,
    by = g,
    c = 1,
  ) => {
    const before = square;
    square = g.map((v, i) => keep * (before ? before[i] : 0) + take * v * v);
    return x.map((v, i) => {
      const root = Math.sqrt(square![i] / c) + epsilon;
      return root === 0 ? v : v - (rate * by[i]) / root;
    });
  };

  switch (method) {
    case "gradientDescent":
      return (x, g, rate) => x.map((v, i) => v - rate * g[i]);
    case "momentum":
      return (x, g, rate) => {
        const last = first;
        const step = g.map((v, i) => alpha * (last ? last[i] : 0) - rate * v);
        first = step;
        return x.map((v, i) => v + step[i]);
      };
    case "nesterov":
      return (x, g, rate) => {
        const last = first ?? x;
        const z = x.map((v, i) => v - rate * g[i]);
        first = z;
        return z.map((v, i) => v + alpha * (v - last[i]));
      };
    case "adagrad":
      return (x, g, rate) => scaled(x, g, 1, 1, rate);
    case "rmsprop":
      return (x, g, rate) => scaled(x, g, rho, 1 - rho, rate);
    case "adam":
      return (x, g, rate) => {
        t++;
        const last = first;
        first = g.map((v, i) => beta1 * (last ? last[i] : 0) + (1 - beta1) * v);
        const mean = first.map((m) => m / (1 - beta1 ** t));
        return scaled(x, g, beta2, 1 - beta2, rate, mean, 1 - beta2 ** t);
      };
  }
}
