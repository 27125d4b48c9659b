/** How the squares of the residuals are counted. */
export type Loss = "linear" | "huber" | "softL1" | "cauchy" | "arctan";

export const LOSSES: readonly Loss[] = ["linear", "huber", "softL1", "cauchy", "arctan"];

/** ρ(z) and its first two derivatives, z the square of a residual. */
export type Rho = (z: number) => [value: number, first: number, second: number];

const RHO: Record<Loss, Rho> = {
  linear: (z) => [z, 1, 0],
  huber: (z) => {
    if (z <= 1) return [z, 1, 0];
    const root = Math.sqrt(z);
    return [2 * root - 1, 1 / root, -0.5 / (z * root)];
  },
  softL1: (z) => {
    const root = Math.sqrt(1 + z);
    return [(2 * z) / (root + 1), 1 / root, -0.5 / (root * (1 + z))];
  },
  cauchy: (z) => {
    const t = 1 / (1 + z);
    return [Math.log1p(z), t, -t * t];
  },
  arctan: (z) => {
    const t = 1 / (1 + z * z);
    return [Math.atan(z), t, -2 * z * t * t];
  },
};

/** The cost ½·Σ C²ρ((rᵢ/C)²), as linear least squares near a point: residuals and weights of the rows. */
export interface Weighed {
  cost: number;
  /** The residuals of a linear problem with the same gradient … */
  residuals: Float64Array;
  /** … once the rows of the Jacobian are multiplied with these; null if all are 1. */
  weights: Float64Array | null;
}

/**
 * The cost of residuals under a loss, and the linear least-squares problem that has its gradient and,
 * curvature of ρ included, its Gauss–Newton matrix: rows scaled by √(ρ′ + 2ρ″z), residuals by ρ′ over that
 * (Triggs et al. 2000, "Bundle Adjustment", section 4.3). Where the curvature is not positive, for an
 * outlier, what is left of it is kept just above zero.
 */
export function weigh(r: Float64Array, loss: Loss, scale: number): Weighed {
  let sum = 0;
  if (loss === "linear") {
    for (const v of r) sum += v * v;
    return { cost: sum / 2, residuals: r, weights: null };
  }
  const rho = RHO[loss];
  const residuals = new Float64Array(r.length);
  const weights = new Float64Array(r.length);
  for (let i = 0; i < r.length; i++) {
    const z = (r[i] / scale) ** 2;
    const [value, first, second] = rho(z);
    sum += scale * scale * value;
    weights[i] = Math.sqrt(Math.max(first + 2 * second * z, Number.EPSILON));
    residuals[i] = (r[i] * first) / weights[i];
  }
  return { cost: sum / 2, residuals, weights };
}
