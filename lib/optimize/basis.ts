import type { Vector } from "../core";
import { inv, solve } from "../linalg";
import { inner } from "./kernel";

/** Basis changes between two fresh inversions. */
const REFRESH = 50;

/**
 * A basis of the equations A·x = b, lo ≤ x ≤ hi: m of the columns, by which the equations give m of the
 * variables once the others rest on their bounds. Holds B⁻¹ explicitly and updates it by one elimination
 * step (m² operations) when a column is exchanged.
 */
export class Basis {
  /** The value of every variable. */
  readonly x: Vector;
  /** Whether a variable is basic. */
  readonly basic: boolean[];
  private inverse: Float64Array[];
  private age = 0;

  /** The basic columns must be a diagonal matrix to start with, and x must satisfy the equations. */
  constructor(
    readonly columns: Float64Array[],
    private readonly b: Vector,
    readonly lo: Vector,
    readonly hi: Vector,
    /** members[i] is the column that is basic in row i. */
    readonly members: number[],
    x: Vector,
  ) {
    this.x = x;
    this.basic = columns.map(() => false);
    for (const j of members) this.basic[j] = true;
    this.inverse = members.map((j, i) => {
      const row = new Float64Array(members.length);
      row[i] = 1 / columns[j][i];
      return row;
    });
  }

  /** y with Bᵀy = c_B, from B⁻¹ at hand. */
  multipliers(cost: Vector): Float64Array {
    const y = new Float64Array(this.members.length);
    this.members.forEach((j, i) => {
      if (cost[j] !== 0) for (let k = 0; k < y.length; k++) y[k] += cost[j] * this.inverse[i][k];
    });
    return y;
  }

  /** B⁻¹·aⱼ: how the basic variables answer to variable j. */
  answer(j: number): Vector {
    return this.inverse.map((row) => inner(row, this.columns[j]));
  }

  /** Variable j moves by `change`, and the basic variables with it. */
  move(j: number, w: Vector, change: number): void {
    this.x[j] += change;
    this.members.forEach((k, i) => {
      this.x[k] -= change * w[i];
    });
  }

  /** Column j takes row r of the basis; w = B⁻¹·aⱼ. */
  exchange(r: number, j: number, w: Vector): void {
    this.basic[this.members[r]] = false;
    this.basic[j] = true;
    this.members[r] = j;
    if (++this.age >= REFRESH) {
      this.refresh();
      return;
    }
    const pivot = this.inverse[r].map((v) => v / w[r]);
    this.inverse.forEach((row, i) => {
      if (i === r || w[i] === 0) return;
      for (let k = 0; k < row.length; k++) row[k] -= w[i] * pivot[k];
    });
    this.inverse[r] = pivot;
  }

  private matrix = () => this.b.map((_, i) => this.members.map((j) => this.columns[j][i]));

  /** b − N·x_N: what the basic variables have to make up. */
  private load(): Vector {
    const load = this.b.slice();
    this.columns.forEach((column, j) => {
      if (this.basic[j] || this.x[j] === 0) return;
      for (let i = 0; i < load.length; i++) load[i] -= column[i] * this.x[j];
    });
    return load;
  }

  /** Whether B⁻¹ is newly computed, free of the rounding of updates. */
  get fresh(): boolean {
    return this.age === 0;
  }

  /** Computes B⁻¹ and the basic variables afresh. @throws LinAlgError if B is singular. */
  refresh(): void {
    this.age = 0;
    if (this.b.length === 0) return;
    this.inverse = inv(this.matrix()).map((row) => Float64Array.from(row));
    this.settle(solve(this.matrix(), this.load()));
  }

  private settle(values: Vector): void {
    this.members.forEach((j, i) => {
      this.x[j] = values[i];
    });
  }

  /** y with Bᵀy = c_B by a fresh factorisation, to full accuracy. */
  exactMultipliers(cost: Vector): Vector {
    if (this.b.length === 0) return [];
    const B = this.matrix();
    const Bt = B.map((_, i) => B.map((row) => row[i]));
    return solve(
      Bt,
      this.members.map((j) => cost[j]),
    );
  }
}
