import type { Vector } from "../../core";
import { inner, negate } from "../kernels/vectors";
import { type Directions, firstStep } from "./descend";

/** The first trial step of a quasi-Newton method: 1, but no farther than 1 while nothing is learnt. */
export function naturalStep(p: Vector, learnt: boolean): number {
  return learnt ? 1 : firstStep(p);
}

/** Whether a pair has curvature enough to be learnt from: yᵀs > 0, well above rounding. */
export function curved(s: Vector, y: Vector): boolean {
  return inner(y, s) > Number.EPSILON * Math.sqrt(inner(y, y) * inner(s, s));
}

/**
 * BFGS: p = −H∇f, with H ≈ (∇²f)⁻¹ updated after each step so that H⁺y = s,
 *
 *   H⁺ = (I − ρsyᵀ) H (I − ρysᵀ) + ρssᵀ,  ρ = 1/yᵀs.
 *
 * Before the first update H = (yᵀs/yᵀy)·I (Nocedal & Wright, equations 6.17 and 6.20). A pair without
 * positive curvature is passed over, so that H stays positive definite. Cost: O(n²) an iteration.
 */
export function bfgs(n: number): Directions {
  let H: Float64Array[] | null = null;
  const times = (v: Vector) => H!.map((row) => inner(row, v));
  return {
    get learnt() {
      return H !== null;
    },
    direction: ({ grad }) => negate(H ? times(grad) : grad),
    trialStep: (p) => naturalStep(p, H !== null),
    reset: () => {
      H = null;
    },
    update: (s, y) => {
      if (!curved(s, y)) return;
      const ys = inner(y, s);
      if (!H) {
        const scale = ys / inner(y, y);
        H = Array.from({ length: n }, (_, i) => new Float64Array(n).fill(scale, i, i + 1));
      }
      const Hy = times(y);
      const a = (1 + inner(y, Hy) / ys) / ys;
      for (let i = 0; i < n; i++) {
        const row = H[i];
        for (let j = 0; j < n; j++) {
          row[j] += a * s[i] * s[j] - (s[i] * Hy[j] + Hy[i] * s[j]) / ys;
        }
      }
    },
  };
}

/**
 * L-BFGS: the BFGS direction from the last m pairs (s, y) alone, by the two-loop recursion
 * (Nocedal & Wright, algorithm 7.4), with H₀ = (yᵀs/yᵀy)·I of the newest pair. Cost: O(mn).
 */
export function lbfgs(memory: number): Directions {
  let pairs: { s: Vector; y: Vector; ys: number }[] = [];
  return {
    get learnt() {
      return pairs.length > 0;
    },
    direction: ({ grad }) => {
      const q = negate(grad);
      const weights: number[] = [];
      const add = (a: number, v: Vector) => {
        for (let i = 0; i < q.length; i++) q[i] += a * v[i];
      };
      for (const { s, y, ys } of pairs) {
        const a = inner(s, q) / ys;
        weights.push(a);
        add(-a, y);
      }
      const newest = pairs[0];
      if (newest) {
        const scale = newest.ys / inner(newest.y, newest.y);
        for (let i = 0; i < q.length; i++) q[i] *= scale;
      }
      for (let k = pairs.length - 1; k >= 0; k--) {
        const { s, y, ys } = pairs[k];
        add(weights[k] - inner(y, q) / ys, s);
      }
      return q;
    },
    trialStep: (p) => naturalStep(p, pairs.length > 0),
    reset: () => {
      pairs = [];
    },
    update: (s, y) => {
      if (curved(s, y)) pairs = [{ s, y, ys: inner(y, s) }, ...pairs.slice(0, memory - 1)];
    },
  };
}
