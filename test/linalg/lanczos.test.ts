import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { eigh, type LinearOperator, lanczos, type SparseMatrix, sparse } from "../../lib/linalg";
import {
  distance,
  fixture,
  forEachEngine,
  isCanonical,
  largest,
  orthogonalityError,
  randomSymmetric,
} from "./helpers";

interface Spectrum {
  name: string;
  n: number;
  A: { row: number[]; col: number[]; data: number[] };
  values: number[];
}
const { spectra } = fixture<{ spectra: Spectrum[] }>("iterative");

const columns = (V: number[][]) => V[0].map((_, j) => V.map((row) => row[j]));

/** The largest |A·v − λ·v| over the pairs. */
function error(A: SparseMatrix, { values, vectors }: ReturnType<typeof lanczos>): number {
  return Math.max(
    ...columns(vectors).map((v, j) => {
      const gap = A.matvec(v).map((y, i) => y - values[j] * v[i]);
      return Math.hypot(...gap);
    }),
  );
}

/** The Laplacian of a path of n nodes. */
function path(n: number): SparseMatrix {
  const triples = Array.from({ length: n - 1 }, (_, i) => [
    [i, i, 1],
    [i + 1, i + 1, 1],
    [i, i + 1, -1],
    [i + 1, i, -1],
  ]).flat() as [number, number, number][];
  return sparse(triples, { shape: [n, n] });
}

forEachEngine("lanczos", () => {
  describe("Laplacians with multiple eigenvalues, all of SciPy's values", () => {
    for (const { name, n, A, values: want } of spectra) {
      for (const which of ["largest", "smallest", "magnitude"] as const) {
        test(`${name}, ${which}`, () => {
          const S = sparse(A, { shape: [n, n] });
          for (const k of [1, 4, 7]) {
            const result = lanczos(S, { k, which, tol: 1e-12 });
            expect(result.converged).toBe(true);
            const expected = which === "smallest" ? want.slice(0, k) : want.slice(-k);
            const scale = want[n - 1];
            expect(distance(result.values, expected)).toBeLessThan(2e-12 * scale);
            expect(orthogonalityError(result.vectors)).toBeLessThan(1e-13);
            const residual = error(S, result);
            expect(residual).toBeLessThanOrEqual(1.01e-12 * scale + 1e-14);
            expect(Math.abs(largest(result.residuals) - residual)).toBeLessThan(1e-13 * scale);
            for (const v of columns(result.vectors)) expect(isCanonical(v)).toBe(true);
          }
        });
      }
    }
  });

  test("agrees with eigh, with values of either sign", () => {
    for (const n of [1, 2, 15, 60]) {
      const A = randomSymmetric(n, n);
      const { values, vectors } = eigh(A);
      const k = Math.min(3, n);
      const top = lanczos(A, { k, tol: 1e-13 });
      expect(distance(top.values, values.slice(-k))).toBeLessThan(1e-12 * n);
      expect(
        distance(
          top.vectors,
          vectors.map((row) => row.slice(-k)),
        ),
      ).toBeLessThan(1e-9);
      const bySize = [...values].sort((a, b) => Math.abs(b) - Math.abs(a)).slice(0, k);
      const far = lanczos(A, { k, which: "magnitude" });
      expect(
        distance(
          far.values,
          bySize.sort((a, b) => a - b),
        ),
      ).toBeLessThan(1e-10 * n);
    }
  });
});

test("an operator, and the same result every time", () => {
  const S = path(100);
  const operator: LinearOperator = { rows: 100, cols: 100, matvec: (x) => S.matvec(x) };
  const result = lanczos(operator, { k: 3 });
  expect(result).toEqual(lanczos(S, { k: 3 }));
  expect(result.values[2]).toBeCloseTo(2 + 2 * Math.cos(Math.PI / 100), 12);
  const other = lanczos(S, { k: 3, rng: rng(5) });
  expect(distance(other.values, result.values)).toBeLessThan(1e-9);
});

test("zero, identity, complete graph: one eigenvalue many times over", () => {
  const n = 300;
  const diagonal = (value: number) =>
    sparse({ row: range(n), col: range(n), data: new Array(n).fill(value) }, { shape: [n, n] });
  for (const value of [0, 1, -3e200, 1e-200]) {
    const { values, converged, nit } = lanczos(diagonal(value), { k: 4 });
    expect(converged).toBe(true);
    expect(distance(values, new Array(4).fill(value))).toBeLessThanOrEqual(1e-14 * Math.abs(value));
    expect(nit).toBeLessThan(100);
  }
  const complete: LinearOperator = {
    rows: n,
    cols: n,
    matvec: (x) => {
      const sum = x.reduce((s, v) => s + v, 0);
      return x.map((v) => n * v - sum);
    },
  };
  const low = lanczos(complete, { k: 3, which: "smallest" });
  expect(low.converged).toBe(true);
  expect(distance(low.values, [0, n, n])).toBeLessThan(1e-10 * n);
});

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

test("a start that lies in an invariant subspace does not hide the rest", () => {
  const n = 40;
  const A = sparse({ row: range(n), col: range(n), data: range(n) }, { shape: [n, n] });
  const x0 = range(n).map((i) => (i === 3 ? 1 : 0));
  const { values, converged } = lanczos(A, { k: 2, x0 });
  expect(converged).toBe(true);
  expect(distance(values, [38, 39])).toBeLessThan(1e-8);
});

test("says when it has not converged, with what it has", () => {
  const S = path(3000);
  const result = lanczos(S, { k: 2, which: "smallest", maxIter: 60 });
  expect(result.converged).toBe(false);
  expect(result.message).toMatch(/^maxIter reached \(60\): the largest residual is /);
  expect(result.values.length).toBe(2);
  expect(Math.abs(error(S, result) - largest(result.residuals))).toBeLessThan(1e-14);
  expect(result.history.length).toBeGreaterThan(1);
  expect(result.history[0].nit).toBe(20);
});

test("k = n, and tol = 0 means as good as rounding allows", () => {
  const A = randomSymmetric(25, 3);
  expect(distance(lanczos(A, { k: 25 }).values, eigh(A).values)).toBeLessThan(1e-12);
  const { converged, residuals } = lanczos(path(80), { k: 2, tol: 0 });
  expect(converged).toBe(true);
  expect(largest(residuals)).toBeLessThan(100 * 4 * Number.EPSILON);
});

test("what it rejects", () => {
  const one = [[1]];
  expect(() => lanczos([[1, 2]])).toThrow("lanczos: A must be square, got 1×2");
  expect(() => lanczos([])).toThrow("lanczos: A must have at least 1 row, got 0×0");
  expect(() => lanczos(one, { k: 2 })).toThrow(
    new RangeError("lanczos: k must be an integer in [1, 1], got 2"),
  );
  expect(() => lanczos(one, { which: "LA" as never })).toThrow(
    'lanczos: which must be one of "largest", "smallest", "magnitude"',
  );
  expect(() => lanczos(one, { x0: [0] })).toThrow("lanczos: x0 must not be the zero vector");
  expect(() => lanczos(one, { rng: Math.random as never })).toThrow(
    "lanczos: rng must be a generator such as rng(1), got a function",
  );
  expect(() => lanczos({ rows: 2, cols: 3, matvec: (x) => x })).toThrow(
    new RangeError("lanczos: A must be square, got 2×3"),
  );
  expect(() => lanczos({ rows: 2, cols: 2 } as never)).toThrow(
    new TypeError("lanczos: A.matvec must be a function, got undefined"),
  );
  expect(() => lanczos({ rows: 2, cols: 2, matvec: () => [1] })).toThrow(
    new RangeError("lanczos: A.matvec(x) must have length 2 (rows of A), got 1"),
  );
  expect(() => lanczos({ rows: 2, cols: 2, matvec: () => [1, Number.NaN] })).toThrow(
    "lanczos: A.matvec(x) must be finite",
  );
  expect(() => lanczos(5 as never)).toThrow(
    new TypeError("lanczos: A must be a matrix or have rows, cols and matvec, got 5"),
  );
});
