import { maxAbs } from "../kernels/vectors";
import { Basis } from "./basis";
import type { Sparse } from "./sparse";

/**
 * A linear program as the simplex method takes it: minimise costᵀx subject to A·x = b, lo ≤ x ≤ hi, where
 * the last m of the n + m variables are the slacks of the rows: A = [structural columns, I].
 */
export interface StandardForm {
  /** Number of rows. */
  m: number;
  /** Number of structural variables. */
  n: number;
  /** A by columns, those of the slacks included. */
  columns: Sparse;
  /** A by rows, the structural columns alone. */
  rows: Sparse;
  b: Float64Array;
  cost: Float64Array;
  lo: Float64Array;
  hi: Float64Array;
}

/** A multiplier below this, relative to the largest, is rounding. */
const ROUNDING = 1e-15;

/** How far a basic variable may stray beyond a bound, and how far if no proof is found otherwise. */
export const STRAYS = [1e-9, 1e-7] as const;

/** The value at which a variable rests at the start: zero, or the bound that is nearest to it. */
const restingPlace = (lo: number, hi: number) => Math.min(Math.max(0, lo), hi);

/**
 * Where the simplex method stands: the basis, the value of each variable, and its reduced cost.
 *
 * `lo` and `hi` are working bounds, which may be relaxed for a while; `restore` takes back the bounds of
 * the problem.
 */
export class Vertex {
  readonly basis: Basis;
  readonly x: Float64Array;
  readonly lo: Float64Array;
  readonly hi: Float64Array;
  /** Position of a basic variable; −1 for one that rests. */
  readonly position: Int32Array;
  /** The cost in force: that of the problem, or of infeasibility. */
  readonly cost: Float64Array;
  /** Reduced costs c − Aᵀy. */
  readonly d: Float64Array;
  /** A row of B⁻¹, and of B⁻¹A. */
  readonly rho: Float64Array;
  readonly alpha: Float64Array;
  /** The entering column B⁻¹·a. */
  readonly w: Float64Array;
  /** Whether the cost in force is what the basic variables stray beyond their bounds. */
  isPhase1 = false;
  /** Whether working bounds differ from those of the problem. */
  isRelaxed = false;
  private readonly byPosition: Float64Array;
  private readonly byRow: Float64Array;

  constructor(
    readonly form: StandardForm,
    /** How far a basic variable may stray beyond a bound. */
    readonly tolerance: number,
  ) {
    const { m, n, b, lo, hi, rows } = form;
    const total = n + m;
    this.lo = lo.slice();
    this.hi = hi.slice();
    this.x = new Float64Array(total);
    this.position = new Int32Array(total).fill(-1);
    const members = new Int32Array(m);
    for (let j = 0; j < n; j++) this.x[j] = restingPlace(lo[j], hi[j]);
    for (let i = 0; i < m; i++) {
      members[i] = n + i;
      this.position[n + i] = i;
      let sum = b[i];
      for (let t = rows.start[i]; t < rows.start[i + 1]; t++) {
        sum -= rows.value[t] * this.x[rows.index[t]];
      }
      this.x[n + i] = sum;
    }
    this.basis = new Basis(form.columns, members);
    this.cost = new Float64Array(total);
    this.d = new Float64Array(total);
    this.alpha = new Float64Array(total);
    this.rho = new Float64Array(m);
    this.w = new Float64Array(m);
    this.byPosition = new Float64Array(m);
    this.byRow = new Float64Array(m);
  }

  /** How far a variable is beyond its bounds: negative below, positive above, 0 within the tolerance. */
  stray(j: number): number {
    const v = this.x[j];
    if (v < this.lo[j] - this.tolerance) return v - this.lo[j];
    return v > this.hi[j] + this.tolerance ? v - this.hi[j] : 0;
  }

  /** Whether no basic variable strays. */
  get isFeasible(): boolean {
    return this.basis.members.every((j) => this.stray(j) === 0);
  }

  /** Factorises the basis afresh, and computes the basic variables and reduced costs from it. */
  refresh(): void {
    const { form, basis, x, position } = this;
    for (const { position: p, row } of basis.refresh()) {
      const j = basis.members[p];
      position[j] = -1;
      if (x[j] < this.lo[j]) x[j] = this.lo[j];
      if (x[j] > this.hi[j]) x[j] = this.hi[j];
      basis.members[p] = form.n + row;
      position[form.n + row] = p;
    }
    for (const j of basis.members) x[j] = 0;
    // x_B = B⁻¹·(b − N·x_N), improved once by what it leaves over
    for (let pass = 0; pass < 2; pass++) {
      this.load(this.byRow);
      basis.forward(this.byRow, this.byPosition);
      for (let p = 0; p < basis.members.length; p++) x[basis.members[p]] += this.byPosition[p];
    }
    this.price();
  }

  /** b − A·x: what the equations lack. */
  private load(out: Float64Array): void {
    const { b, columns } = this.form;
    out.set(b);
    for (let j = 0; j < this.x.length; j++) {
      const v = this.x[j];
      if (v === 0) continue;
      for (let t = columns.start[j]; t < columns.start[j + 1]; t++) {
        out[columns.index[t]] -= columns.value[t] * v;
      }
    }
  }

  /** Computes the reduced costs from the cost in force. */
  price(): void {
    const { basis, cost, d } = this;
    for (let p = 0; p < basis.members.length; p++) this.byPosition[p] = cost[basis.members[p]];
    d.set(cost);
    this.subtractMultiples(this.byPosition);
  }

  /** y with Bᵀy = c_B for the cost in force, improved once by what it leaves over, rid of rounding. */
  multipliers(): Float64Array {
    const { basis, cost, byPosition } = this;
    const { columns, m } = this.form;
    const y = new Float64Array(m);
    const change = new Float64Array(m);
    for (let pass = 0; pass < 2; pass++) {
      for (let p = 0; p < m; p++) {
        const j = basis.members[p];
        let rest = cost[j];
        for (let t = columns.start[j]; t < columns.start[j + 1]; t++) {
          rest -= columns.value[t] * y[columns.index[t]];
        }
        byPosition[p] = rest;
      }
      basis.backward(byPosition, change);
      for (let i = 0; i < m; i++) y[i] += change[i];
    }
    const noise = ROUNDING * maxAbs(y);
    for (let i = 0; i < m; i++) if (Math.abs(y[i]) < noise) y[i] = 0;
    return y;
  }

  /** d ← d − Aᵀy for the y with Bᵀy = c. */
  private subtractMultiples(c: Float64Array): void {
    const { basis, d } = this;
    const { m, n, rows } = this.form;
    basis.backward(c, this.byRow);
    for (let i = 0; i < m; i++) {
      const y = this.byRow[i];
      if (y === 0) continue;
      d[n + i] -= y;
      for (let t = rows.start[i]; t < rows.start[i + 1]; t++) d[rows.index[t]] -= y * rows.value[t];
    }
    for (let p = 0; p < m; p++) d[basis.members[p]] = 0;
  }

  /** Changes the cost of basic variables by `change` (by positions) and the reduced costs with them. */
  recost(change: Float64Array): void {
    for (let p = 0; p < change.length; p++) this.cost[this.basis.members[p]] += change[p];
    this.subtractMultiples(change);
  }

  /** Computes `rho`, row r of B⁻¹, and `alpha`, the same row of B⁻¹A. */
  row(r: number): void {
    const { rho, alpha } = this;
    const { m, n, rows } = this.form;
    this.byPosition.fill(0);
    this.byPosition[r] = 1;
    this.basis.backward(this.byPosition, rho);
    alpha.fill(0);
    for (let i = 0; i < m; i++) {
      const v = rho[i];
      if (v === 0) continue;
      alpha[n + i] = v;
      for (let t = rows.start[i]; t < rows.start[i + 1]; t++) {
        alpha[rows.index[t]] += v * rows.value[t];
      }
    }
  }

  /** Variable j moves by `change` and the basic variables with it; w = B⁻¹·aⱼ. */
  move(j: number, change: number): void {
    const { x, w } = this;
    const { members } = this.basis;
    x[j] += change;
    for (let p = 0; p < w.length; p++) if (w[p] !== 0) x[members[p]] -= change * w[p];
  }

  /** Variable j takes position r of the basis, and its row `alpha` updates the reduced costs. */
  exchange(r: number, j: number): void {
    const { d, alpha, position, basis } = this;
    const leaving = basis.members[r];
    const ratio = d[j] / alpha[j];
    if (ratio !== 0) {
      for (let k = 0; k < d.length; k++) if (alpha[k] !== 0) d[k] -= ratio * alpha[k];
    }
    for (let p = 0; p < basis.members.length; p++) d[basis.members[p]] = 0;
    d[leaving] = -ratio;
    d[j] = 0;
    position[leaving] = -1;
    position[j] = r;
    basis.exchange(r, j, this.w);
  }

  /** Takes back the bounds of the problem; what rests goes to them. */
  restore(): void {
    const { x, lo, hi, position, form } = this;
    for (let j = 0; j < x.length; j++) {
      if (position[j] < 0) {
        if (x[j] === lo[j]) x[j] = form.lo[j];
        else if (x[j] === hi[j]) x[j] = form.hi[j];
      }
      lo[j] = form.lo[j];
      hi[j] = form.hi[j];
    }
    this.isRelaxed = false;
    this.refresh();
  }
}
