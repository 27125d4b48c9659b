import { borrow, giveBack } from "../storage/scratch";

/**
 * A plane (Givens) rotation: c = f/r and s = g/r with r = √(f² + g²), so that it turns (f, g) into
 * (r, 0) (Golub & Van Loan 5.1.8). Writes c, s and r to out[0], out[1], out[2].
 */
export function makeRotation(f: number, g: number, out: Float64Array): void {
  if (g === 0) {
    out[0] = 1;
    out[1] = 0;
    out[2] = f;
    return;
  }
  const r = Math.sqrt(f * f + g * g);
  if (r > 1e-140 && r < 1e140) {
    out[0] = f / r;
    out[1] = g / r;
    out[2] = r;
    return;
  }
  // The squares have left the range, or are about to: the same in units of the larger number.
  const unit = Math.max(Math.abs(f), Math.abs(g));
  const x = f / unit;
  const y = g / unit;
  const root = Math.sqrt(x * x + y * y);
  out[0] = x / root;
  out[1] = y / root;
  out[2] = unit * root;
}

/** Sweeps of rotations that are collected before they are applied. */
const BATCH = 24;

/**
 * Rotations of neighbouring columns that an iterative method makes while it works on a band of a few
 * diagonals, to be applied to the columns of a large matrix Z as well: Z ← Z·G₁·G₂⋯, where each G
 * replaces columns i and i + 1 by c·zᵢ + s·zᵢ₊₁ and c·zᵢ₊₁ − s·zᵢ.
 *
 * The result does not depend on when they are applied, but the speed does. We collect some sweeps and
 * then take the rows of Z four by four through all of them: a row stays in the cache, each rotation
 * hands one number on to the next in a register, and c and s are fetched once for four rows. This is
 * several times as fast as turning two columns after every step.
 */
export class RotationQueue {
  private readonly capacity: number;
  /** c and s of each rotation, in pairs. */
  private readonly cs: Float64Array;
  private length = 0;
  /** Of each sweep, the column it starts at and where its rotations start in `cs`. */
  private readonly columns: number[] = [];
  private readonly starts: number[] = [];

  /** For Z with `rows` rows and n columns, row-major with rows `stride` apart. */
  constructor(
    private readonly z: Float64Array,
    private readonly rows: number,
    n: number,
    private readonly stride = n,
  ) {
    this.capacity = 2 * n * BATCH;
    this.cs = borrow(this.capacity + 2 * n);
  }

  /** Begins a sweep of rotations of columns (column, column + 1), (column + 1, column + 2), … */
  begin(column: number): void {
    if (this.length >= this.capacity) this.flush();
    this.columns.push(column);
    this.starts.push(this.length);
  }

  /** Adds the next rotation of the sweep. */
  push(c: number, s: number): void {
    this.cs[this.length++] = c;
    this.cs[this.length++] = s;
  }

  /** Applies what is left and returns the work space. */
  finish(): void {
    this.flush();
    giveBack(this.cs);
  }

  private flush(): void {
    const { z, rows, stride, columns, starts, cs } = this;
    starts.push(this.length);
    for (let r = 0; r < rows; r += 4) {
      for (let k = 0; k < columns.length; k++) {
        const p = r * stride + columns[k];
        if (r + 3 < rows) sweepFourRows(z, p, stride, cs, starts[k], starts[k + 1]);
        else
          for (let i = 0; i < rows - r; i++)
            sweepRow(z, p + i * stride, cs, starts[k], starts[k + 1]);
      }
    }
    this.length = 0;
    columns.length = 0;
    starts.length = 0;
  }
}

/** Takes the row at z[p] through the rotations cs[start … end). */
function sweepRow(z: Float64Array, p: number, cs: Float64Array, start: number, end: number): void {
  let x = z[p];
  for (let k = start, q = p; k < end; k += 2, q++) {
    const c = cs[k];
    const s = cs[k + 1];
    const y = z[q + 1];
    z[q] = c * x + s * y;
    x = c * y - s * x;
  }
  z[p + (end - start) / 2] = x;
}

/** The same for four rows at once. */
function sweepFourRows(
  z: Float64Array,
  p: number,
  stride: number,
  cs: Float64Array,
  start: number,
  end: number,
): void {
  let p0 = p;
  let p1 = p + stride;
  let p2 = p + 2 * stride;
  let p3 = p + 3 * stride;
  let x0 = z[p0];
  let x1 = z[p1];
  let x2 = z[p2];
  let x3 = z[p3];
  for (let k = start; k < end; k += 2) {
    const c = cs[k];
    const s = cs[k + 1];
    const y0 = z[p0 + 1];
    const y1 = z[p1 + 1];
    const y2 = z[p2 + 1];
    const y3 = z[p3 + 1];
    z[p0++] = c * x0 + s * y0;
    z[p1++] = c * x1 + s * y1;
    z[p2++] = c * x2 + s * y2;
    z[p3++] = c * x3 + s * y3;
    x0 = c * y0 - s * x0;
    x1 = c * y1 - s * x1;
    x2 = c * y2 - s * x2;
    x3 = c * y3 - s * x3;
  }
  z[p0] = x0;
  z[p1] = x1;
  z[p2] = x2;
  z[p3] = x3;
}
