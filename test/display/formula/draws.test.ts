import { describe, expect, test } from "vitest";
import { drawOne } from "../../../lib/display/formula/draws";
import { allClose, linalg, rng } from "../../../lib/index";

const draw = (how: never) => drawOne("formula", "a", how, rng(3));
const matrixOf = (how: string) => draw(how as never) as number[][];

describe("drawOne", () => {
  test("draws uniformly, whole numbers and by a function", () => {
    const random = rng(1);
    const whole = Array.from({ length: 200 }, () => drawOne("formula", "n", "2..4", random));
    expect(new Set(whole)).toEqual(new Set([2, 3, 4]));
    const uniform = draw([2, 3] as never) as number;
    expect(uniform).toBeGreaterThanOrEqual(2);
    expect(uniform).toBeLessThan(3);
    expect(draw((() => "own") as never)).toBe("own");
  });

  test("draws vectors, matrices and shares", () => {
    expect(draw("5" as never)).toHaveLength(5);
    expect(matrixOf("3x2").map((row) => row.length)).toEqual([2, 2, 2]);
    const shares = draw("simplex 4" as never) as number[];
    expect(shares.every((p) => p > 0)).toBe(true);
    expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 14);
  });

  test("draws matrices of each kind", () => {
    const S = matrixOf("4x4 symmetric");
    expect(S).toEqual(linalg.transpose(S));
    expect(() => linalg.cholesky(matrixOf("4x4 positive definite"))).not.toThrow();
    const Q = matrixOf("4x4 orthogonal");
    expect(allClose(linalg.matmul(linalg.transpose(Q), Q), linalg.eye(4), { atol: 1e-14 })).toBe(
      true,
    );
    const L = matrixOf("3x3 lower triangular");
    expect([L[0]?.[1], L[0]?.[2], L[1]?.[2]]).toEqual([0, 0, 0]);
    const D = matrixOf("3x3 diagonal");
    expect(D.flat().filter((d) => d !== 0)).toHaveLength(3);
  });

  test.each(["3x", "x3", "3x3 upper", "2x3 symmetric", "1..", "simplex", "", "constructor"])(
    "refuses %j",
    (how) => expect(() => draw(how as never)).toThrow("formula: where.a must be"),
  );
});
