/** The limit of a sequence as the epsilon algorithm sees it. */
export interface Limit {
  value: number;
  error: number;
}

/** What changed least may have done so by chance: errors are taken to be this many times larger. */
const CAUTION = 3;

/**
 * Wynn's epsilon algorithm (1956): from a sequence that converges as a sum of powers qᵢⁿ do, its limit.
 * Areas without ever smaller pieces at a singularity xᵃ are such a sequence. New entries come along a
 * diagonal,
 *
 *   ε₋₁ = 0,   ε₀ = Sₙ,   εₖ₊₁ = εₖ₋₁(before) + 1/(εₖ − εₖ(before));
 *
 * those of even k are limits. The one that has changed least is taken, its error from how it differs
 * from the diagonals and the limits before.
 */
export class EpsilonTable {
  private readonly diagonals: number[][] = [];
  private readonly limits: number[] = [];

  /** Takes in the next of the sequence; a limit is seen from the fourth on. */
  add(next: number): Limit | undefined {
    const [last = [], beforeLast = []] = this.diagonals;
    const diagonal = [next];
    for (let k = 0; k < last.length; k++) {
      const step = diagonal[k] - last[k];
      const entry = (k === 0 ? 0 : last[k - 1]) + 1 / step;
      if (!Number.isFinite(entry)) break;
      diagonal.push(entry);
    }
    this.diagonals.unshift(diagonal);
    this.diagonals.length = Math.min(this.diagonals.length, 3);

    let best: Limit | undefined;
    for (let k = 0; k < diagonal.length && k < beforeLast.length; k += 2) {
      const error = Math.abs(diagonal[k] - last[k]) + Math.abs(diagonal[k] - beforeLast[k]);
      if (best === undefined || error < best.error) best = { value: diagonal[k], error };
    }
    if (best === undefined) return undefined;
    const { value } = best;
    const drift = this.limits.reduce((sum, earlier) => sum + Math.abs(value - earlier), 0);
    const settled = this.limits.length === 3;
    this.limits.push(value);
    if (this.limits.length > 3) this.limits.shift();
    return settled
      ? {
          value,
          error: Math.max(CAUTION * (best.error + drift), 5 * Number.EPSILON * Math.abs(value)),
        }
      : undefined;
  }
}
