import type { Matrix, ReadonlyVector, Vector } from "../../core";
import { inv } from "../../linalg";

/** Basis changes between two fresh inversions. */
const REFRESH = 100;

/** A column of the equations: its entries that are not zero, and where they stand. */
export interface Column {
  rows: Int32Array;
  values: Float64Array;
}

/** The column with the given entries. */
export function columnOf(entries: ReadonlyVector): Column {
  const rows = entries.map((_, i) => i).filter((i) => entries[i] !== 0);
  return { rows: Int32Array.from(rows), values: Float64Array.from(rows, (i) => entries[i]) };
}

/**
 * A basis of the equations A·x = b, lo ≤ x ≤ hi: m of the columns, by which the equations give m of the
 * variables once the others rest on their bounds. Holds B⁻¹ (row-major) and updates it by one elimination
 * step (m² operations) when a column is exchanged.
 */
export class Basis {
  /** The value of every variable. */
  readonly x: Vector;
  /** Whether a variable is basic. */
  readonly basic: boolean[];
  private inverse: Float64Array;
  private age = 0;

  /** The basic columns must be a diagonal matrix to start with, and x must satisfy the equations. */
  constructor(
    readonly columns: Column[],
    private readonly b: Vector,
    readonly lo: Vector,
    readonly hi: Vector,
    /** members[i] is the column that is basic in row i. */
    readonly members: number[],
    x: Vector,
  ) {
    const m = members.length;
    this.x = x;
    this.basic = columns.map(() => false);
    for (const j of members) this.basic[j] = true;
    this.inverse = new Float64Array(m * m);
    members.forEach((j, i) => {
      this.inverse[i * m + i] = 1 / columns[j].values[0];
    });
  }

  /** y with Bᵀy = c_B, from B⁻¹ at hand. */
  multipliers(cost: Vector): Float64Array {
    const { inverse, members } = this;
    const m = members.length;
    const y = new Float64Array(m);
    for (let i = 0; i < m; i++) {
      const c = cost[members[i]];
      if (c !== 0) for (let k = 0; k < m; k++) y[k] += c * inverse[i * m + k];
    }
    return y;
  }

  /** B⁻¹·aⱼ: how the basic variables answer to variable j. */
  answer(j: number): Vector {
    const { inverse } = this;
    const m = this.members.length;
    const { rows, values } = this.columns[j];
    const w = new Array<number>(m);
    for (let i = 0; i < m; i++) {
      let sum = 0;
      for (let k = 0; k < rows.length; k++) sum += inverse[i * m + rows[k]] * values[k];
      w[i] = sum;
    }
    return w;
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
    const { inverse } = this;
    const m = w.length;
    const pivot = inverse.subarray(r * m, r * m + m);
    for (let k = 0; k < m; k++) pivot[k] /= w[r];
    for (let i = 0; i < m; i++) {
      if (i === r || w[i] === 0) continue;
      for (let k = 0; k < m; k++) inverse[i * m + k] -= w[i] * pivot[k];
    }
  }

  /** The basic columns as a matrix. */
  private matrix(): Matrix {
    const B = this.members.map(() => new Array<number>(this.members.length).fill(0));
    this.members.forEach((j, i) => {
      const { rows, values } = this.columns[j];
      rows.forEach((row, k) => {
        B[row][i] = values[k];
      });
    });
    return B;
  }

  /** b − A·x: what the equations lack. */
  private load(): Vector {
    const load = this.b.slice();
    this.columns.forEach(({ rows, values }, j) => {
      if (this.x[j] === 0) return;
      for (let k = 0; k < rows.length; k++) load[rows[k]] -= values[k] * this.x[j];
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
    const m = this.members.length;
    if (m === 0) return;
    this.inverse = Float64Array.from(inv(this.matrix()).flat());
    // x_B = B⁻¹·(b − N·x_N), improved once by what it leaves over
    for (const j of this.members) this.x[j] = 0;
    for (let pass = 0; pass < 2; pass++) {
      const rest = this.load();
      for (let i = 0; i < m; i++) {
        let sum = 0;
        for (let k = 0; k < m; k++) sum += this.inverse[i * m + k] * rest[k];
        this.x[this.members[i]] += sum;
      }
    }
  }

  /** y with Bᵀy = c_B, improved once by what it leaves over. */
  exactMultipliers(cost: Vector): Float64Array {
    const y = this.multipliers(cost);
    const rest = cost.slice();
    for (const j of this.members) {
      const { rows, values } = this.columns[j];
      for (let k = 0; k < rows.length; k++) rest[j] -= y[rows[k]] * values[k];
    }
    const change = this.multipliers(rest);
    return y.map((v, k) => v + change[k]);
  }
}
