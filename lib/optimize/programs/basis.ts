import type { Factors } from "./elimination";
import { factorise, solveBackward, solveForward } from "./factors";
import type { Sparse } from "./sparse";

/** Exchanges between two factorisations at most, and at least where the basis is small. */
const MOST = 100;
const LEAST = 20;
/** An exchange whose pivot is smaller than this, relative to its column, calls for new factors. */
const WEAK = 1e-5;

/**
 * A basis of the equations A·x = b: m of the columns, by which the equations give m of the variables once
 * the others are known. Holds factors of B, and for each exchange since they were made the column B⁻¹·a
 * that came in (the product form of the inverse; Chvátal, "Linear Programming", chapters 7 and 24).
 */
export class Basis {
  private factors: Factors;
  private readonly etas: { row: number; pivot: number; at: Int32Array; value: Float64Array }[] = [];
  private etaSize = 0;
  private isWeak = false;
  private readonly m: number;
  private readonly c: Float64Array;
  private readonly a: Float64Array;
  private readonly work: Float64Array;

  constructor(
    private readonly columns: Sparse,
    /** members[p] is the column that is basic in position p. */
    readonly members: Int32Array,
  ) {
    this.m = members.length;
    this.a = new Float64Array(this.m);
    this.c = new Float64Array(this.m);
    this.work = new Float64Array(this.m);
    this.factors = factorise(columns, members);
  }

  /** Whether no exchange has been made since the factors were computed. */
  get isFresh(): boolean {
    return this.etas.length === 0;
  }

  /** Whether new factors are due. */
  get isDue(): boolean {
    const { length } = this.etas;
    const { lower, upper } = this.factors;
    const size = lower.index.length + upper.index.length + this.m;
    return length >= MOST || this.isWeak || (length >= LEAST && this.etaSize > 3 * size);
  }

  /**
   * Makes new factors. Returns the positions whose column depended on the others; the caller puts the unit
   * columns that took their place into `members`.
   */
  refresh(): Factors["replaced"] {
    this.etas.length = 0;
    this.etaSize = 0;
    this.isWeak = false;
    this.factors = factorise(this.columns, this.members);
    return this.factors.replaced;
  }

  /** w = B⁻¹·a by positions; `a`, by rows, is destroyed. */
  forward(a: Float64Array, w: Float64Array): void {
    solveForward(this.factors, a, w);
    for (let e = 0; e < this.etas.length; e++) {
      const { row, pivot, at, value } = this.etas[e];
      if (w[row] === 0) continue;
      const v = w[row] / pivot;
      w[row] = v;
      for (let t = 0; t < at.length; t++) w[at[t]] -= value[t] * v;
    }
  }

  /** w = B⁻¹·aⱼ, how the basic variables answer to variable j. */
  answer(j: number, w: Float64Array): void {
    const { start, index, value } = this.columns;
    this.a.fill(0);
    for (let t = start[j]; t < start[j + 1]; t++) this.a[index[t]] = value[t];
    this.forward(this.a, w);
  }

  /** y with Bᵀy = c: c by positions, y by rows. */
  backward(given: Float64Array, y: Float64Array): void {
    const { c } = this;
    c.set(given);
    for (let e = this.etas.length - 1; e >= 0; e--) {
      const { row, pivot, at, value } = this.etas[e];
      let sum = c[row];
      for (let t = 0; t < at.length; t++) sum -= value[t] * c[at[t]];
      c[row] = sum / pivot;
    }
    solveBackward(this.factors, c, y, this.work);
  }

  /** Column j takes position r; w = B⁻¹·aⱼ. */
  exchange(r: number, j: number, w: Float64Array): void {
    this.members[r] = j;
    let [count, largest] = [0, 0];
    for (let p = 0; p < w.length; p++) {
      if (w[p] === 0) continue;
      count++;
      largest = Math.max(largest, Math.abs(w[p]));
    }
    const pivot = w[r];
    const at = new Int32Array(count - 1);
    const value = new Float64Array(count - 1);
    let k = 0;
    for (let p = 0; p < w.length; p++) {
      if (p === r || w[p] === 0) continue;
      at[k] = p;
      value[k++] = w[p];
    }
    this.etas.push({ row: r, pivot, at, value });
    this.etaSize += count;
    if (Math.abs(pivot) < WEAK * largest) this.isWeak = true;
  }
}
