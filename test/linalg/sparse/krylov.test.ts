import { expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { dense, fromRows, gram, unpack } from "../../../lib/linalg/flat";
import { KrylovSpace, trueResidual } from "../../../lib/linalg/sparse/krylov";
import { squareOperator } from "../../../lib/linalg/sparse/operator";
import { distance, flip, randomSymmetric, times } from "../helpers";

test("an orthonormal basis with T = V·A·Vᵀ, orthogonal to the locked vectors, also after a restart", () => {
  const n = 30;
  const A = randomSymmetric(n, 4);
  const operator = squareOperator("f", A, { symmetric: true });
  const locked = dense(1, n);
  locked.data[0] = 1;
  const space = new KrylovSpace(operator, 8, locked, rng(1));
  space.start(Float64Array.from(rng(2).normal(0, 1, n)));
  const verify = () => {
    const V = { ...space.V, rows: 8 };
    const G = unpack(gram(V, { transpose: true }));
    expect(
      distance(
        G,
        G.map((_, i) => G.map((_, j) => (i === j ? 1 : 0))),
      ),
    ).toBeLessThan(1e-14);
    const rows = unpack(V);
    expect(rows.every((row) => Math.abs(row[0]) < 1e-14)).toBe(true);
    expect(distance(times(times(rows, A), flip(rows)), unpack(space.T))).toBeLessThan(1e-12);
  };
  expect(space.grow()).toBe(8);
  verify();
  const { values, order, vectors, residuals } = space.ritz("largest");
  expect(values[0]).toBe(Math.max(...values));
  space.restart(vectors, values.slice(0, 4), order.slice(0, 4));
  expect(space.grow()).toBe(4);
  verify();
  expect(space.ritz("largest").residuals[0]).toBeLessThan(residuals[0]);
});

test("an invariant space is left by a random vector, and its residual is zero", () => {
  const operator = squareOperator(
    "f",
    [
      [1, 0, 0],
      [0, 2, 0],
      [0, 0, 3],
    ],
    { symmetric: true },
  );
  const space = new KrylovSpace(operator, 2, dense(0, 3), rng(1));
  space.start(Float64Array.of(1, 0, 0));
  space.grow();
  expect(space.T.data[0]).toBe(1);
  expect(Math.abs(space.T.data[1])).toBeLessThan(1e-15);
  expect(fromRows([[1, 0, 0]]).data).toEqual(space.V.data.slice(0, 3));
});

test("the residual of a pair", () => {
  const operator = squareOperator(
    "f",
    [
      [1, 2],
      [2, 1],
    ],
    { symmetric: true },
  );
  expect(trueResidual(operator, Float64Array.of(1, 0))).toMatchObject({ value: 1, residual: 2 });
});
