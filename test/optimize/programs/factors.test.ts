import { describe, expect, test } from "vitest";
import { type Rng, rng } from "../../../lib/core";
import { factorise, solveBackward, solveForward } from "../../../lib/optimize/programs/factors";
import { compressRows, type Sparse } from "../../../lib/optimize/programs/sparse";

/** Random columns with about `share` of their entries, and an entry on a random permutation. */
function columnsOf(g: Rng, m: number, share: number): number[][] {
  const order = g.permutation(m);
  return order.map((top) => {
    const column = g.normal(0, 1, m).map((v) => (g.random() < share ? v : 0));
    column[top] = g.uniform(1, 2);
    return column;
  });
}

const identity = (m: number) => Int32Array.from({ length: m }, (_, k) => k);
const maxDiff = (a: ArrayLike<number>, b: number[]) =>
  b.reduce((most, v, i) => Math.max(most, Math.abs(v - a[i])), 0);

/** B·w and Bᵀy, from the columns of B. */
const times = (columns: number[][], w: number[]) =>
  columns[0].map((_, i) => columns.reduce((s, column, p) => s + column[i] * w[p], 0));
const transposeTimes = (columns: number[][], y: number[]) =>
  columns.map((column) => column.reduce((s, v, i) => s + v * y[i], 0));

function solveBoth(columns: number[][], g: Rng) {
  const m = columns.length;
  const F = factorise(compressRows(columns) as Sparse, identity(m));
  const [w, y] = [g.normal(0, 1, m), g.normal(0, 1, m)];
  const gotW = new Float64Array(m);
  const gotY = new Float64Array(m);
  solveForward(F, Float64Array.from(times(columns, w)), gotW);
  const c = Float64Array.from(transposeTimes(columns, y));
  solveBackward(F, c, gotY, new Float64Array(m));
  return { F, forward: maxDiff(gotW, w), backward: maxDiff(gotY, y) };
}

describe("factors of a sparse basis", () => {
  test.each([
    [1, 0],
    [5, 0.5],
    [20, 0.1],
    [40, 0.05],
    [60, 0.3],
    [80, 1],
  ])("solve B·w = a and Bᵀy = c: %i rows, a share of %f", (m, share) => {
    const g = rng(m);
    for (let t = 0; t < 10; t++) {
      const { F, forward, backward } = solveBoth(columnsOf(g, m, share), g);
      expect(F.replaced).toEqual([]);
      expect(forward).toBeLessThan(1e-9);
      expect(backward).toBeLessThan(1e-9);
    }
  });

  test("a matrix that is triangular up to the order of rows and columns makes no fill", () => {
    const g = rng(3);
    const m = 30;
    const [rows, cols] = [g.permutation(m), g.permutation(m)];
    const columns = Array.from({ length: m }, () => new Array<number>(m).fill(0));
    let entries = 0;
    for (let k = 0; k < m; k++) {
      for (let l = k; l < m; l++) {
        if (l > k && g.random() < 0.7) continue;
        columns[cols[l]][rows[k]] = g.uniform(1, 2);
        entries++;
      }
    }
    const { F, forward } = solveBoth(columns, g);
    expect(F.lower.index.length + F.upper.index.length + m).toBe(entries);
    expect(forward).toBeLessThan(1e-9);
  });

  test("columns that depend on the others are replaced by unit columns", () => {
    const g = rng(5);
    const m = 12;
    const columns = columnsOf(g, m, 0.4);
    columns[7] = columns[2].map((v, i) => 2 * v - columns[9][i]);
    columns[4] = new Array<number>(m).fill(0);
    const F = factorise(compressRows(columns), identity(m));
    expect(F.replaced.length).toBe(2);
    for (const { position, row } of F.replaced) {
      columns[position] = columns[position].map((_, i) => (i === row ? 1 : 0));
    }
    const w = g.normal(0, 1, m);
    const got = new Float64Array(m);
    solveForward(F, Float64Array.from(times(columns, w)), got);
    expect(maxDiff(got, w)).toBeLessThan(1e-9);
  });

  test("no rows", () => {
    const F = factorise(compressRows([]), new Int32Array(0));
    expect(F.replaced).toEqual([]);
    solveForward(F, new Float64Array(0), new Float64Array(0));
  });
});
