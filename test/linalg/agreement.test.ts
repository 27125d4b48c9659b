/** Both engines give the same results, signs and errors. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as linalg from "../../lib/linalg";
import { distance, ENGINES, largest, randomMatrix, randomSymmetric } from "./helpers";

type Matrix = number[][];

const MATRICES: Record<string, Matrix> = {
  "1×1": [[-2]],
  square: randomMatrix(25, 25, 1),
  tall: randomMatrix(30, 11, 2),
  wide: randomMatrix(8, 21, 3),
  "ties of ±": [
    [2, 1],
    [1, 2],
  ],
  symmetric: randomSymmetric(25, 4),
  "positive definite": randomSymmetric(20, 5).map((row, i) =>
    row.map((x, j) => (i === j ? x + 30 : x)),
  ),
  cyclic: [
    [0, 2, 0],
    [0, 0, 3],
    [1, 0, 0],
  ],
  indefinite: [
    [1, 2],
    [2, 1],
  ],
  "rank one": [
    [1, 2],
    [2, 4],
  ],
  "semidefinite up to rounding": [
    [0.1, 0.3],
    [0.3, 0.9],
  ],
  "not a number": [[Number.NaN]],
  ragged: [[1, 2], [3]],
};

const OPERATIONS: Record<string, (A: Matrix) => unknown> = {
  matmul: (A) => linalg.matmul(A, linalg.transpose(A)),
  lu: (A) => linalg.lu(A),
  cholesky: (A) => linalg.cholesky(A),
  qr: (A) => linalg.qr(A),
  "qr complete": (A) => linalg.qr(A, { mode: "complete" }).R,
  eigh: (A) => linalg.eigh(A),
  eig: (A) => linalg.eig(A),
  svd: (A) => linalg.svd(A),
  solve: (A) => linalg.solve(A, A),
  inv: (A) => linalg.inv(A),
  det: (A) => linalg.det(A),
  lstsq: (A) =>
    linalg.lstsq(
      A,
      A.map((_, i) => i),
    ),
  pinv: (A) => linalg.pinv(A),
  rank: (A) => linalg.rank(A),
  norm: (A) => linalg.norm(A, 2),
};

/** All numbers of a result in order, however deep they stand. */
function numbers(x: unknown): number[] {
  if (typeof x === "number") return [x];
  return Object.values(x as object).flatMap(numbers);
}

/** The numbers that come out, or the text of the error. */
function outcome(f: () => unknown): number[] | string {
  try {
    return numbers(f());
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

describe.runIf(ENGINES.length === 2)("the engines agree", () => {
  let before: linalg.Engine;
  beforeAll(() => {
    before = linalg.engine();
  });
  afterAll(() => {
    linalg.engine(before);
  });
  for (const [operation, f] of Object.entries(OPERATIONS)) {
    for (const [name, A] of Object.entries(MATRICES)) {
      test(`${operation}: ${name}`, () => {
        const copy = JSON.stringify(A);
        const [plain, native] = (["typescript", "lapack"] as const).map((engine) => {
          linalg.engine(engine);
          return outcome(() => f(A));
        });
        if (typeof plain === "string") expect(native).toBe(plain);
        else {
          const bound = 1e-10 * Math.max(1, largest(plain));
          expect(distance(native as number[], plain)).toBeLessThan(bound);
        }
        expect(JSON.stringify(A)).toBe(copy);
      });
    }
  }
});
