/** Special functions at the ends of their domain, their identities, and the text of their errors. */
import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import * as prob from "../../../lib/prob";
import { expectClose } from "../helpers";

describe("limits", () => {
  test("error functions", () => {
    expect(prob.erf([0, Infinity, -Infinity, 1e-310])).toEqual([0, 1, -1, prob.erf(1e-310)]);
    expect(prob.erf(-0.3)).toBe(-prob.erf(0.3));
    expect(prob.erfc([Infinity, -Infinity, 0, 28])).toEqual([0, 2, 1, 0]);
    expect(prob.erfcx([0, Infinity, -Infinity])).toEqual([1, 0, Infinity]);
    expect(prob.erfcx(1e300)).toBeGreaterThan(0);
    expect(prob.ndtr([-Infinity, 0, Infinity, -39])).toEqual([0, 0.5, 1, 0]);
    expect(prob.logNdtr([-Infinity, Infinity])).toEqual([-Infinity, 0]);
    expectClose(prob.logNdtr(-1e10), -5e19, 1e-15, "logNdtr");
    expect(prob.ndtri([0, 0.5, 1])).toEqual([-Infinity, 0, Infinity]);
    expect(prob.erfinv([-1, 0, 1])).toEqual([-Infinity, 0, Infinity]);
    expect(prob.erfcinv([0, 1, 2])).toEqual([Infinity, 0, -Infinity]);
    expectClose(prob.ndtri(5e-324), -38.467405617144344, 1e-15, "smallest double");
  });

  test("gamma functions", () => {
    expect(prob.gammaln([0, -1, -7, Infinity])).toEqual([Infinity, Infinity, Infinity, Infinity]);
    expect(prob.gammaln([1, 2])).toEqual([0, 0]);
    expectClose(prob.gammaln(-0.5), Math.log(2 * Math.sqrt(Math.PI)), 1e-15, "Γ(−½) = −2√π");
    expectClose(prob.gammaln(-1.5), Math.log((4 / 3) * Math.sqrt(Math.PI)), 4e-15, "Γ(−3/2)");
    expectClose(prob.gammaln(5e-324), -Math.log(5e-324), 1e-15, "near the pole");
    expect(prob.digamma(Infinity)).toBe(Infinity);
    expect(prob.gammainc(2, [0, Infinity])).toEqual([0, 1]);
    expect(prob.gammaincc(2, [0, Infinity])).toEqual([1, 0]);
    expect(prob.gammaincinv(2, [0, 1])).toEqual([0, Infinity]);
    expect(prob.gammainccinv(2, [0, 1])).toEqual([Infinity, 0]);
    expectClose(prob.gammaincc(1e-300, 1), 1e-300 * 0.21938393439552029, 1e-14, "a·E₁(x)");
  });

  test("beta functions", () => {
    expect(prob.betainc(2, 3, [0, 1])).toEqual([0, 1]);
    expect(prob.betaincc(2, 3, [0, 1])).toEqual([1, 0]);
    expect(prob.betaincinv(2, 3, [0, 1])).toEqual([0, 1]);
    expect(prob.betainc(1e-300, 1, 0.5)).toBe(1);
    expectClose(prob.betaincc(1e-300, 1, 0.5), 1e-300 * Math.LN2, 2e-13, "1 − xᵃ");
    expectClose(prob.betaln(1e-300, 1e-300), Math.log(2e300), 1e-15, "1/a + 1/b");
    expectClose(prob.betaln(1e300, 1e300), -2e300 * Math.LN2, 1e-14, "large");
  });

  test("logsumexp and log1mexp", () => {
    expect(prob.logsumexp([])).toBe(-Infinity);
    expect(prob.logsumexp([-Infinity, -Infinity])).toBe(-Infinity);
    expect(prob.logsumexp([-Infinity, 3])).toBe(3);
    expect(prob.logsumexp([Infinity, 3])).toBe(Infinity);
    expectClose(prob.logsumexp([-1000, -1001, -1002]), -1000 + 0.40760596444438, 1e-15, "sum");
    expect(prob.logsumexp([0, -800])).toBe(0);
    expectClose(prob.logsumexp([1e-20, -745]), 1e-20, 1e-15, "small");
    expect(prob.log1mexp([0, Infinity])).toEqual([-Infinity, 0]);
    expectClose(prob.log1mexp(1e-20), Math.log(1e-20), 1e-15, "near 0");
    expectClose(prob.log1mexp(50), -Math.exp(-50), 1e-15, "large");
  });
});

describe("identities on random arguments", () => {
  const r = rng(99);
  const shapes = Array.from({ length: 200 }, () => 10 ** r.uniform(-3, 6));

  test("Γ(x + 1) = x·Γ(x), ψ(x + 1) = ψ(x) + 1/x", () => {
    for (const x of shapes) {
      const size = Math.abs(prob.gammaln(x + 1)) + Math.abs(Math.log(x));
      const jump = prob.gammaln(x + 1) - prob.gammaln(x) - Math.log(x);
      expect(Math.abs(jump)).toBeLessThan(4e-16 * size * (1 + Math.log(x + 1)));
      const rise = prob.digamma(x + 1) - prob.digamma(x) - 1 / x;
      expect(Math.abs(rise)).toBeLessThan(1e-15 * (1 + 1 / x + Math.abs(prob.digamma(x))));
    }
  });

  test("P(a + 1, x) = P(a, x) − xᵃe⁻ˣ/Γ(a + 1)", () => {
    for (const a of shapes) {
      const x = a * r.uniform(0.5, 1.5);
      const step = Math.exp(a * Math.log(x) - x - prob.gammaln(a + 1));
      const size = 1e-15 * (1 + a * Math.abs(Math.log(a))); // of the exponent, as it is formed here
      expect(Math.abs(prob.gammainc(a, x) - prob.gammainc(a + 1, x) - step)).toBeLessThan(
        1e-15 + size * step,
      );
    }
  });

  test("I_x(a, b) = 1 − I_{1−x}(b, a)", () => {
    for (const a of shapes) {
      const b = 10 ** r.uniform(-3, 6);
      const x = 1 - r.random(); // 1 − x is exact
      expectClose(prob.betainc(a, b, x), prob.betaincc(b, a, 1 - x), 1e-12, `I_${x}(${a}, ${b})`);
    }
  });

  test("inverses lead back", () => {
    for (const a of shapes) {
      const p = 10 ** r.uniform(-300, 0);
      const x = prob.gammainccinv(a, p);
      if (x > 1e-290) expectClose(prob.gammaincc(a, x), p, 1e-11, `gammaincc(${a}, ${x})`);
      const b = 10 ** r.uniform(-3, 6);
      const y = prob.betaincinv(a, b, p);
      if (y > 1e-290 && y < 0.9) expectClose(prob.betainc(a, b, y), p, 1e-9, `betainc(${a}, ${b})`);
    }
    for (let k = 0; k < 200; k++) {
      const p = 10 ** r.uniform(-320, 0);
      const z = prob.ndtri(p);
      expectClose(prob.ndtr(z), p, 6e-16 * (2 + z * z), `ndtr(ndtri(${p}))`);
      const y = r.uniform(-1, 1);
      expectClose(prob.erf(prob.erfinv(y)), y, 1e-15, `erf(erfinv(${y}))`);
      const c = 2 * r.random();
      expectClose(prob.erfc(prob.erfcinv(c)), c, 1e-14, `erfc(erfcinv(${c}))`);
    }
  });

  test("neither side of a switch between methods jumps", () => {
    const near = (f: (x: number) => number, x: number, tol: number, what: string) =>
      expectClose(f(x * (1 - 2e-16)), f(x * (1 + 2e-16)), tol, what);
    for (const x of [0.46875, 4]) near(prob.erfc, x, 3e-14, `erfc at ${x}`);
    for (const x of [1, 2, 3, 10]) near((v) => prob.digamma(v), x, 1e-14, `digamma at ${x}`);
    for (const x of [3, 10]) near((v) => prob.gammaln(v), x, 1e-14, `gammaln at ${x}`);
    for (const a of [0.5, 5, 19.9, 20, 100]) {
      for (const x of [1.1, a + 1, 0.65 * a, 1.35 * a]) {
        near((v) => prob.gammainc(a, v), x, 1e-13, `P(${a}, ${x})`);
        near((v) => prob.gammaincc(a, v), x, 1e-13, `Q(${a}, ${x})`);
      }
    }
    for (const a of [10, 20, 500]) {
      near((v) => prob.gammaincc(v, a), a, 1e-13, `Q at a = ${a}`);
      near((v) => prob.betainc(v, 700, 0.3), a, 1e-11, `I at a = ${a}`);
    }
  });
});

describe("arguments", () => {
  const bad = (v: unknown) => v as never;
  test.each<[() => unknown, ErrorConstructor, string]>([
    [() => prob.erf(Number.NaN), RangeError, "erf: x must be a number, got NaN"],
    [
      () => prob.erf(bad("1")),
      TypeError,
      'erf: x must be a number or an array of numbers, got "1" (string)',
    ],
    [() => prob.erf(bad(undefined)), TypeError, "got undefined"],
    [() => prob.erfc([0, Number.NaN]), RangeError, "erfc: x[1] must be a number, got NaN"],
    [() => prob.erfcx([0, bad(null)]), TypeError, "erfcx: x[1] must be a number, got null"],
    [
      () => prob.gammaln([[1]] as never),
      TypeError,
      "gammaln: x[0] must be a number, got an array of length 1",
    ],
    [() => prob.digamma(0), RangeError, "digamma: x must not be a pole (0, −1, −2, …), got 0"],
    [() => prob.digamma([1, -3]), RangeError, "must not be a pole (0, −1, −2, …), got -3"],
    [() => prob.ndtri(1.5), RangeError, "ndtri: p must be a number in [0, 1], got 1.5"],
    [() => prob.erfinv([0, -2]), RangeError, "erfinv: y[1] must be a number in [-1, 1], got -2"],
    [() => prob.erfcinv(3), RangeError, "erfcinv: y must be a number in [0, 2], got 3"],
    [
      () => prob.gammaincinv(1e-308, 0.5),
      RangeError,
      "gammaincinv: a must be a number ≥ 1e-300, got 1e-308",
    ],
    [() => prob.gammainc(0, 1), RangeError, "gammainc: a must be a number > 0, got 0"],
    [
      () => prob.gammainc(bad([1]), 1),
      TypeError,
      "gammainc: a must be a number > 0, got an array of length 1",
    ],
    [() => prob.gammaincc(1, -1), RangeError, "gammaincc: x must be a number ≥ 0, got -1"],
    [() => prob.gammaincinv(1, 2), RangeError, "gammaincinv: p must be a number in [0, 1], got 2"],
    [() => prob.gammainccinv(-1, 0.5), RangeError, "gammainccinv: a must be a number > 0, got -1"],
    [() => prob.betainc(1, 0, 0.5), RangeError, "betainc: b must be a number > 0, got 0"],
    [() => prob.betainc(1, 1, 1.5), RangeError, "betainc: x must be a number in [0, 1], got 1.5"],
    [
      () => prob.betaincc(Infinity, 1, 0.5),
      RangeError,
      "betaincc: a must be a number > 0, got Infinity",
    ],
    [
      () => prob.betaincinv(1, 1, -0.5),
      RangeError,
      "betaincinv: p must be a number in [0, 1], got -0.5",
    ],
    [() => prob.betaln(0, 1), RangeError, "betaln: a must be a number > 0, got 0"],
    [() => prob.logsumexp(bad(1)), TypeError, "logsumexp: x must be a vector (number[]), got 1"],
    [
      () => prob.logsumexp([1, Number.NaN]),
      RangeError,
      "logsumexp: x must not hold NaN, x[1] is NaN",
    ],
    [() => prob.log1mexp(-1), RangeError, "log1mexp: x must be a number ≥ 0, got -1"],
  ])("%#", (f, Kind, text) => {
    expect(f).toThrow(Kind);
    expect(f).toThrow(text);
  });

  test("arrays come back as arrays, and are left as they are", () => {
    const x = Object.freeze([0.1, 0.2]);
    expect(prob.erf(x)).toEqual([prob.erf(0.1), prob.erf(0.2)]);
    expect(prob.erf([])).toEqual([]);
    expect([0.1, 0.2].map(prob.erf)).toEqual(prob.erf(x));
  });
});
