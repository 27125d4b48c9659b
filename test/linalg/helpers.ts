import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe } from "vitest";
import { type Matrix, rng, type Vector } from "../../lib/core";
import * as linalg from "../../lib/linalg";
import { lapackProblem } from "../../lib/linalg/native/openblas";

// The same random cases on every run; MML_TEST_SEED looks at others.
fc.configureGlobal({ seed: Number(process.env.MML_TEST_SEED ?? 1) });

/** Machine epsilon, the distance from 1 to the next number. */
export const EPS = Number.EPSILON;

/** The engines that can run here. */
export const ENGINES: linalg.Engine[] =
  lapackProblem() === undefined ? ["typescript", "lapack"] : ["typescript"];

/** Describes tests once for each engine, with that engine forced. */
export function forEachEngine(title: string, tests: () => void): void {
  for (const engine of ENGINES) {
    describe(`${title} [${engine}]`, () => {
      let before: linalg.Engine;
      beforeAll(() => {
        before = linalg.engine();
        linalg.engine(engine);
      });
      afterAll(() => {
        linalg.engine(before);
      });
      tests();
    });
  }
}

/** A fixture of this folder. */
export function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(join(__dirname, "fixtures", `${name}.json`), "utf8")) as T;
}

/** m×n with independent standard normal entries. */
export function randomMatrix(m: number, n: number, seed = 1): Matrix {
  const random = rng(seed);
  return Array.from({ length: m }, () => random.normal(0, 1, n));
}

/** Exactly symmetric, with standard normal entries below the diagonal. */
export function randomSymmetric(n: number, seed = 1): Matrix {
  const A = randomMatrix(n, n, seed);
  return A.map((row, i) => row.map((x, j) => (j <= i ? x : A[j][i])));
}

/** Product by the definition, without the library. */
export function times(A: Matrix, B: Matrix): Matrix {
  return A.map((row) =>
    (B[0] ?? []).map((_, j) => row.reduce((sum, a, k) => sum + a * B[k][j], 0)),
  );
}

/** Transpose by the definition. */
export function flip(A: Matrix): Matrix {
  return (A[0] ?? []).map((_, j) => A.map((row) => row[j]));
}

/** The largest |aᵢⱼ|, 0 for an empty matrix. */
export function largest(A: Matrix | Vector): number {
  return (A.flat() as number[]).reduce((max, x) => (Math.abs(x) > max ? Math.abs(x) : max), 0);
}

/** The largest |aᵢⱼ − bᵢⱼ|; NaN shapes and numbers count as infinitely far. */
export function distance(A: Matrix | Vector, B: Matrix | Vector): number {
  const [x, y] = [A.flat() as number[], B.flat() as number[]];
  if (A.length !== B.length || x.length !== y.length) return Infinity;
  return x.reduce((max, v, k) => {
    const gap = Math.abs(v - y[k]);
    return Number.isNaN(gap) ? Infinity : Math.max(max, gap);
  }, 0);
}

/** How far the columns of Q are from orthonormal: the largest entry of QᵀQ − I. */
export function orthogonalityError(Q: Matrix): number {
  const columns = flip(Q);
  return distance(times(columns, Q), linalg.eye(columns.length));
}

/** A diagonal m×n matrix. */
export function diagonal(s: Vector, m = s.length, n = s.length): Matrix {
  return Array.from({ length: m }, (_, i) =>
    Array.from({ length: n }, (_, j) => (i === j ? (s[i] ?? 0) : 0)),
  );
}

/** Whether the entry of largest magnitude (the first, where some tie up to rounding) is positive. */
export function isCanonical(v: Vector): boolean {
  const top = largest(v);
  return v.find((x) => Math.abs(x) >= top * (1 - 1e-10))! > 0;
}
