import { expect, test } from "vitest";
import { eigh, powerIteration } from "../../lib/linalg";
import { distance, isCanonical, randomSymmetric } from "./helpers";

test("finds the eigenvalue of largest magnitude, also a negative one", () => {
  const { value, vector, converged } = powerIteration([
    [-3, 1],
    [1, 1],
  ]);
  expect(converged).toBe(true);
  expect(value).toBeCloseTo(-1 - Math.sqrt(5), 12);
  expect(isCanonical(vector)).toBe(true);
  expect(Math.hypot(...vector)).toBeCloseTo(1, 14);
});

test("agrees with eigh", () => {
  const A = randomSymmetric(12, 5);
  const { values, vectors } = eigh(A);
  const k = Math.abs(values[0]) > Math.abs(values[11]) ? 0 : 11;
  const result = powerIteration(A, { tol: 1e-12, maxIter: 5000 });
  expect(result.converged).toBe(true);
  expect(result.value).toBeCloseTo(values[k], 11);
  expect(
    distance(
      result.vector,
      vectors.map((row) => row[k]),
    ),
  ).toBeLessThan(1e-9);
});

test("the error shrinks by |λ₂/λ₁| a step, its square for a symmetric matrix", () => {
  const { history } = powerIteration(
    [
      [4, 0],
      [0, 2],
    ],
    { x0: [1, 1], tol: 0, maxIter: 12 },
  );
  const errors = history.map((v) => 4 - v);
  for (let k = 3; k < 10; k++) expect(errors[k + 1] / errors[k]).toBeCloseTo(1 / 4, 1);
});

test("a start orthogonal to the vector sought finds another; the default start is not so special", () => {
  const A = [
    [2, -1],
    [-1, 2],
  ];
  expect(powerIteration(A, { x0: [1, 1] }).value).toBeCloseTo(1, 14);
  expect(powerIteration(A).value).toBeCloseTo(3, 9);
});

test("says when it has not converged", () => {
  const swap = powerIteration(
    [
      [0, 1],
      [1, 0],
    ],
    { x0: [1, 0], maxIter: 20 },
  );
  expect([swap.converged, swap.nit, swap.history.length]).toEqual([false, 20, 20]);
  expect(
    powerIteration([
      [0, -1],
      [1, 0],
    ]).converged,
  ).toBe(false);
});

test("zero, nilpotent, 1×1, huge and tiny", () => {
  expect(
    powerIteration([
      [0, 0],
      [0, 0],
    ]),
  ).toMatchObject({ value: 0, converged: true, nit: 1 });
  expect(
    powerIteration(
      [
        [0, 1],
        [0, 0],
      ],
      { x0: [0, 1] },
    ),
  ).toMatchObject({ value: 0, converged: true });
  expect(powerIteration([[-5]]).value).toBeCloseTo(-5, 14);
  expect(
    powerIteration([
      [2e300, 0],
      [0, 1],
    ]).value / 2e300,
  ).toBeCloseTo(1, 14);
  expect(
    powerIteration([
      [2e-300, 0],
      [0, 0],
    ]).value / 2e-300,
  ).toBeCloseTo(1, 14);
});

test("the same result every time, arguments left as they are", () => {
  const A = Object.freeze([Object.freeze([1, 2]), Object.freeze([2, -1])]);
  const x0 = Object.freeze([1, 0]);
  expect(powerIteration(A, { x0 })).toEqual(powerIteration(A, { x0 }));
  expect(powerIteration(A)).toEqual(powerIteration(A));
});

test("what it rejects", () => {
  expect(() => powerIteration([[1, 2]])).toThrow(
    new RangeError("powerIteration: A must be square, got 1×2"),
  );
  expect(() => powerIteration([])).toThrow(
    new RangeError("powerIteration: A must have at least 1 row, got 0×0"),
  );
  expect(() => powerIteration([[1]], { x0: [0] })).toThrow(
    new RangeError("powerIteration: x0 must not be the zero vector"),
  );
  expect(() => powerIteration([[1]], { x0: [1, 2] })).toThrow(
    new RangeError("powerIteration: x0 must have length 1 (rows of A), got 2"),
  );
  expect(() => powerIteration([[1]], { maxIter: 0 })).toThrow(RangeError);
  expect(() => powerIteration([[1]], { maxiter: 5 } as never)).toThrow(
    new RangeError('powerIteration: options has no "maxiter"; known: x0, tol, maxIter'),
  );
});
