import { expect, test } from "vitest";
import { rng } from "../../lib/core";
import { eigh, type LinearOperator, powerIteration, sparse } from "../../lib/linalg";
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
  const errors = history.map(({ value }) => 4 - value);
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

test("rows of numbers, sparse and an operator give the same; history tells value and residual", () => {
  const A = [
    [0.5, 0.3, 0],
    [0.5, 0, 1],
    [0, 0.7, 0],
  ];
  const S = sparse(A);
  const operator: LinearOperator = { rows: 3, cols: 3, matvec: (x) => S.matvec(x) };
  const result = powerIteration(A, { tol: 1e-14 });
  for (const other of [S, operator]) {
    const { value, vector, nit } = powerIteration(other, { tol: 1e-14 });
    expect(value).toBeCloseTo(1, 13);
    expect(distance(vector, result.vector)).toBeLessThan(1e-13);
    expect(nit).toBe(result.nit);
  }
  const last = result.history[result.nit - 1];
  expect(last.value).toBe(result.value);
  expect(last.residual).toBeLessThanOrEqual(1e-14);
  expect(result.message).toBe("residual ≤ tol (1e-14)");
  expect(powerIteration(A, { maxIter: 1 }).message).toMatch(/^maxIter reached \(1\): the residual/);
});

test("the random start comes from rng, by default the same every time", () => {
  const A = randomSymmetric(8, 2);
  const start = (options: object) => powerIteration(A, { ...options, maxIter: 1 }).value;
  expect(start({})).toBe(start({ rng: rng(0) }));
  expect(start({ rng: rng(1) })).not.toBe(start({}));
  expect(() => powerIteration(A, { rng: Math.random as never })).toThrow(
    new TypeError("powerIteration: rng must be a generator such as rng(1), got a function"),
  );
});

test("PageRank of a web of a million links, with an operator for the jumps", {
  timeout: 60_000,
}, () => {
  const [n, links] = [100_000, 1_000_000];
  const random = rng(1);
  const from = random.integers(0, n, links);
  const to = random.integers(0, n, links).map((v) => Math.floor((v * v) / n));
  const out = new Float64Array(n);
  for (const i of from) out[i]++;
  const P = sparse({ row: to, col: from, data: from.map((i) => 1 / out[i]) }, { shape: [n, n] });
  const G: LinearOperator = {
    rows: n,
    cols: n,
    matvec: (x) => {
      const y = P.matvec(x.map((v) => 0.85 * v));
      const jump = (x.reduce((s, v) => s + v, 0) - y.reduce((s, v) => s + v, 0)) / n;
      return y.map((v) => v + jump);
    },
  };
  const { value, vector, converged } = powerIteration(G);
  expect(converged).toBe(true);
  expect(value).toBeCloseTo(1, 9);
  expect(vector.every((v) => v > 0)).toBe(true);
  expect(distance(G.matvec(vector) as number[], vector)).toBeLessThan(1e-9);
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
    new RangeError('powerIteration: options has no "maxiter"; known: x0, rng, tol, maxIter'),
  );
});
