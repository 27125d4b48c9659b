import { expect, test } from "vitest";
import { sparse } from "../../../lib/linalg";
import { incompleteCholesky } from "../../../lib/linalg/sparse/incompleteCholesky";

function apply(A: number[][], r: number[]): number[] | undefined {
  const z = new Float64Array(r.length);
  const solve = incompleteCholesky(sparse(A));
  solve?.(Float64Array.from(r), z);
  return solve && Array.from(z);
}

test("without fill to lose it is the whole factorisation: a tridiagonal system is solved", () => {
  const A = [
    [4, -1, 0],
    [-1, 4, -1],
    [0, -1, 4],
  ];
  const z = apply(A, [3, 2, 3])!;
  for (const v of z) expect(v).toBeCloseTo(1, 14);
});

test("fill is dropped: L·Lᵀ agrees with A where A has entries", () => {
  // l₂₁ would be −0.5·0.5/√.. = fill at (2, 1), which A does not have.
  const A = [
    [4, 1, 1],
    [1, 4, 0],
    [1, 0, 4],
  ];
  const l = Math.sqrt(4 - 1 / 4);
  const L = [
    [2, 0, 0],
    [0.5, l, 0],
    [0.5, 0, l],
  ];
  const r = [1, 2, 3];
  const z = apply(A, r)!;
  const y = [0, 1, 2].map((j) => L.reduce((s, row, i) => s + row[j] * z[i], 0));
  const back = L.map((row) => row.reduce((s, v, j) => s + v * y[j], 0));
  back.forEach((v, i) => {
    expect(v).toBeCloseTo(r[i], 14);
  });
});

test("a diagonal that is not positive, or missing, is no positive definite matrix", () => {
  expect(apply([[-1]], [1])).toBeUndefined();
  expect(
    apply(
      [
        [0, 1],
        [1, 1],
      ],
      [1, 1],
    ),
  ).toBeUndefined();
});
