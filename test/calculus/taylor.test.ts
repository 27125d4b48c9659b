import { describe, expect, test } from "vitest";
import * as c from "../../lib/calculus";
import { allClose } from "../../lib/core";
import { reference, series } from "./reference";

const { taylor } = c;

describe("against SymPy and mpmath, order 16", () => {
  test.each(reference.series)("$name at $a", ({ name, a, coefficients }) => {
    const got = taylor(series[name], a, coefficients.length - 1);
    expect(
      allClose(got, coefficients, { rtol: 1e-11, atol: 1e-14 }),
      `${got}, ${coefficients}`,
    ).toBe(true);
  });
});

describe("orders", () => {
  test("0, and far beyond what differences reach", () => {
    expect(taylor(c.exp, 1, 0)).toEqual([Math.E]);
    const n = 60;
    const got = taylor((x) => c.div(1, c.sub(1, x)), 0, n);
    expect(got).toEqual(new Array(n + 1).fill(1));
    let factorial = 1;
    taylor(c.exp, 0, n).forEach((coefficient, k) => {
      factorial *= Math.max(k, 1);
      expect(allClose(coefficient * factorial, 1, { rtol: 1e-13 })).toBe(true);
    });
  });

  test("a polynomial ends", () => {
    expect(taylor((x) => c.pow(x, 3), 0, 5)).toEqual([0, 0, 0, 1, 0, 0]);
    expect(taylor((x) => c.mul(x, x), -1, 4)).toEqual([1, -2, 1, 0, 0]);
    expect(taylor(() => 7, 2, 3)).toEqual([7, 0, 0, 0]);
    expect(taylor((x) => x, 2, 1)).toEqual([2, 1]);
  });

  test("coefficient k is the k-th derivative over k!", () => {
    const f = (x: c.Tracked) => c.exp(c.sin(x.mul(2)));
    const third = c.grad((x) => c.grad((y) => c.grad(f)(y))(x))(0.4);
    expect(allClose(taylor(f, 0.4, 3)[3], third / 6, { rtol: 1e-13 })).toBe(true);
  });

  test("inside, vectors and matrices", () => {
    // det(I + tA) = 1 + t tr A + t² det A
    const A = [
      [1, 2],
      [3, 5],
    ];
    const det = (t: c.Tracked) =>
      c.exp(
        c.logdet(
          c.add(
            [
              [1, 0],
              [0, 1],
            ],
            c.mul(t, A),
          ),
        ),
      );
    expect(allClose(taylor(det, 0, 3), [1, 6, -1, 0], { atol: 1e-14 })).toBe(true);
    // (I − tA)⁻¹ = Σ tᵏAᵏ
    const resolvent = (t: c.Tracked) =>
      c
        .inv(
          c.sub(
            [
              [1, 0],
              [0, 1],
            ],
            c.mul(t, A),
          ),
        )
        .at(0, 1);
    expect(allClose(taylor(resolvent, 0, 3), [0, 2, 12, 74])).toBe(true);
  });

  test("a function made of a gradient", () => {
    const f = (t: c.Tracked) => c.grad((x) => c.sin(x))(t);
    expect(allClose(taylor(f, 0, 4), [1, 0, -1 / 2, 0, 1 / 24], { atol: 1e-16 })).toBe(true);
  });
});

describe("where there is no series", () => {
  test.each([
    ["sqrt", (x: c.Tracked) => c.sqrt(x), 0, "coefficient 1 of f at a = 0 must be"],
    ["pow", (x: c.Tracked) => c.pow(x, 1.5), 0, "coefficient 2 of f at a = 0 must be"],
    ["abs", (x: c.Tracked) => c.abs(x), 0, "abs: there is no power series at a kink"],
    ["relu", (x: c.Tracked) => c.relu(x.sub(1)), 1, "relu: there is no power series at a kink"],
    ["max", (x: c.Tracked) => c.max([x, 1]), 1, "max: there is no power series at a kink"],
    ["maximum", (x: c.Tracked) => c.maximum(x, 1), 1, "maximum: there is no power series"],
    ["norm", (x: c.Tracked) => c.norm([x]), 0, "norm: there is no power series at 0"],
    ["log", (x: c.Tracked) => c.log(x), -1, "log: x must be ≥ 0, got -1"],
  ])("%s", (_name, f, a, message) => {
    expect(() => taylor(f, a, 3)).toThrow(message);
  });

  test("but the value alone, and a constant argument, are no matter", () => {
    expect(taylor((x) => c.sqrt(x), 0, 0)).toEqual([0]);
    expect(taylor((x) => c.add(x, c.abs(c.mul(0, 1))), 0, 2)).toEqual([0, 1, 0]);
    expect(taylor((x) => c.relu(x), 3, 2)).toEqual([3, 1, 0]);
  });
});

test("bad input", () => {
  expect(() => taylor(1 as never, 0, 1)).toThrow("taylor: f must be a function, got 1");
  expect(() => taylor(c.exp, "0" as never, 1)).toThrow(
    'taylor: a must be a finite number, got "0"',
  );
  expect(() => taylor(c.exp, 0, 1.5)).toThrow("taylor: n must be an integer ≥ 0, got 1.5");
  expect(() => taylor(c.exp, 0, -1)).toThrow("taylor: n must be an integer ≥ 0, got -1");
  expect(() => taylor((x) => c.stack([x, x]) as never, 0, 1)).toThrow(
    "taylor: f must return a number, got a vector of length 2",
  );
  expect(() => taylor((x) => Math.exp(x as never), 0, 1)).toThrow("a tracked value cannot be used");
});
