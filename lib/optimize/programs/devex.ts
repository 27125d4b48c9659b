import type { Vertex } from "./vertex";

/** A reduced cost below this is rounding, or not worth a step. */
export const FLAT = 1e-9;
/**
 * Devex pricing: reduced costs are compared after division by the length of their edges, which is
 * estimated from where the last reference was (Forrest & Goldfarb 1992).
 */
export class Devex {
  private readonly weight: Float64Array;
  private readonly isAvoided: Uint8Array;

  constructor(private readonly vertex: Vertex) {
    this.weight = new Float64Array(vertex.x.length).fill(1);
    this.isAvoided = new Uint8Array(vertex.x.length);
  }

  /** Passes a variable over, whose column has no sound pivot, until `avoidNone`. */
  avoid(j: number): void {
    this.isAvoided[j] = 1;
  }

  avoidNone(): void {
    this.isAvoided.fill(0);
  }

  /** The variable whose move promises most, −1 if none promises anything. */
  entering(flat = FLAT): number {
    const { x, lo, hi, d, position } = this.vertex;
    const { weight, isAvoided } = this;
    let [best, most] = [-1, 0];
    for (let j = 0; j < d.length; j++) {
      const v = d[j];
      if (position[j] >= 0 || isAvoided[j]) continue;
      if (v < -flat ? !(x[j] < hi[j]) : v > flat ? !(x[j] > lo[j]) : true) continue;
      const merit = (v * v) / weight[j];
      if (merit > most) [best, most] = [j, merit];
    }
    return best;
  }

  /** The weights after an exchange of which `alpha` is the row. */
  reweigh(j: number, leaving: number): void {
    const { alpha, position } = this.vertex;
    const { weight } = this;
    const base = weight[j] / alpha[j] ** 2;
    for (let k = 0; k < alpha.length; k++) {
      if (alpha[k] === 0 || position[k] >= 0) continue;
      const w = alpha[k] ** 2 * base;
      if (w > weight[k]) weight[k] = w;
    }
    weight[leaving] = Math.max(base, 1);
    if (weight[leaving] > 1e9) weight.fill(1);
  }
}
