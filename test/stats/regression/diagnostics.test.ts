import { expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { cond, inv, matmul, transpose } from "../../../lib/linalg";
import { factorDesign } from "../../../lib/stats/regression/design";
import { conditionOf, influenceOf } from "../../../lib/stats/regression/diagnostics";
import { expectNear } from "../helpers";

const random = rng(51);
const X = Array.from({ length: 12 }, () => [random.normal(0, 1e-3), random.normal(50, 1e4)]);
const D = X.map((row) => [1, ...row]);
const design = factorDesign("ols", X, true, undefined);

test("leverages are the diagonal of D(DᵀD)⁻¹Dᵀ", () => {
  const { leverage, pinned } = influenceOf(design, new Array(12).fill(0.1), 1);
  const H = matmul(matmul(D, inv(matmul(transpose(D), D))), transpose(D));
  expectNear(
    leverage,
    H.map((row, i) => row[i]),
    1e-9,
  );
  expect(pinned).toEqual([]);
});

test("Cook's distance is e²/(k·s²)·h/(1 − h)²", () => {
  const residuals = random.normal(0, 2, 12);
  const { leverage, cooksDistance } = influenceOf(design, residuals, 2);
  const expected = residuals.map(
    (e, i) => ((e / 2) ** 2 / 3) * (leverage[i] / (1 - leverage[i]) ** 2),
  );
  expectNear(cooksDistance, expected, 1e-14);
});

test("a row that alone has a say about a column is pinned", () => {
  const lone = factorDesign("ols", [[0], [0], [0], [5]], true, undefined);
  const { pinned, cooksDistance } = influenceOf(lone, [1, -1, 0, 0], 1);
  expect(pinned).toEqual([3]);
  expect(cooksDistance[3]).toBe(NaN);
});

test("condition numbers of the columns as they are, and of length 1", () => {
  const [plain, scaled] = conditionOf(design);
  expectNear(plain, cond(D), 1e-7);
  const lengths = transpose(D).map((c) => Math.hypot(...c));
  expectNear(scaled, cond(D.map((row) => row.map((v, j) => v / lengths[j]))), 1e-12);
});
