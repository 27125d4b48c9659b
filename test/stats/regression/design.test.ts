import { describe, expect, test } from "vitest";
import { matmul } from "../../../lib/linalg";
import { unpack } from "../../../lib/linalg/flat";
import { factorDesign } from "../../../lib/stats/regression/design";
import { expectNear, thrown } from "../helpers";

const X = [
  [1e-9, 5],
  [2e-9, 3],
  [4e-9, 8],
  [3e-9, 1e3],
  [7e-9, -2],
];

describe("factorDesign", () => {
  test("scales by powers of two, factors and inverts", () => {
    const { scale, names, constant, ...flat } = factorDesign("ols", X, true, undefined);
    const [S, Q, R, inverse] = [flat.S, flat.Q, flat.R, flat.inverse].map((D) => unpack(D));
    expect(names).toEqual(["intercept", "x1", "x2"]);
    expect(constant).toBe(0);
    X.forEach((row, i) => {
      expect(S[i].map((v, j) => v * scale[j])).toEqual([1, ...row]);
    });
    expectNear(matmul(Q, R), S, 1e-14, 1);
    expectNear(
      matmul(R, inverse),
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      1e-14,
      1,
    );
  });

  test("sees a constant column without an intercept, and none where there is none", () => {
    expect(factorDesign("ols", X, false, undefined).constant).toBe(-1);
    const own = X.map(([a]) => [a, 3]);
    expect(factorDesign("ols", own, false, ["a", "c"]).constant).toBe(1);
  });

  test("blames the column that depends, with its weights", () => {
    const Y = X.map(([a, b]) => [a, b, 0.5 * b - 7]);
    expect(thrown(() => factorDesign("ols", Y, true, ["u", "v", "w"]))).toEqual({
      kind: "LinAlgError",
      message: 'ols: X must have independent columns, column 2 ("w") equals -7·intercept + 0.5·v',
    });
  });
});
