import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { root } from "../../../lib/optimize";

const { abs, sign, cbrt, tan, tanh, exp } = Math;
type Case = [name: string, f: (x: number) => number, a: number, b: number];

describe("a change of sign that is no root", () => {
  test.each<Case>([
    ["pole 1/x", (x) => 1 / x, -1, 2],
    ["pole 1/x, hit exactly", (x) => 1 / x, -1, 1],
    ["pole 1/x³", (x) => x ** -3, -1, 3],
    ["weak pole", (x) => sign(x - 0.3) / abs(x - 0.3) ** 0.1, 0, 1],
    ["pole of tan", tan, 1, 2],
    ["tiny pole", (x) => 1e-300 / (x - 0.5), 0, 1.3],
    ["huge pole", (x) => 1e290 / (x - 0.5), 0, 1.3],
    ["pole beside a steep rise", (x) => exp(20 * x) / (x - 0.2), 0, 3],
    ["jump", (x) => (x < 0.7 ? -1 : 1), 0, 1],
    ["jump at 0", (x) => (x < 0 ? -1 : 1), -1, 3],
    ["jump on a slope", (x) => 1e3 * (x - 0.7) + (x < 0.7 ? -1 : 1), 0, 1],
    ["small jump on a steep slope", (x) => 1e7 * (x - 0.7) + (x < 0.7 ? -1 : 1), 0, 1],
    ["uneven jump", (x) => (x < 0.1 ? -1e-8 : 1e8), 0, 1],
    ["tiny jump", (x) => (x < 0.7 ? -1e-300 : 1e-300), 0, 1],
    ["huge jump", (x) => (x < 0.7 ? -1e300 : 1e300), 0, 1],
    ["infinite jump", (x) => (x < 0.7 ? -Infinity : Infinity), 0, 1],
    ["jump far out", (x) => (x < 1e200 ? -1 : 1), 0, 1e201],
    ["jump within a tiny bracket", (x) => (x < 1e-300 ? -1 : 1), 0, 3e-300],
  ])("%s", (name, f, a, b) => {
    for (const bracket of [
      [a, b],
      [b, a],
    ] as const) {
      // on a slope, a jump is seen from near only
      for (const tol of name.includes("slope") ? [1e-12, 0] : [1e-12, 1e-3, 0]) {
        const { converged, message } = root(f, { bracket, tol, maxIter: 3000 });
        expect(converged).toBe(false);
        expect(message).toMatch(/a jump or a pole, no root/);
      }
    }
  });
});

describe("a root that is hard to tell from a jump or a pole", () => {
  test.each<[...Case, x: number]>([
    ["cube root", cbrt, -1, 3, 0],
    ["cube root elsewhere", (x) => cbrt(x - 0.3), -1, 3, 0.3],
    ["|x|^0.2", (x) => sign(x) * abs(x) ** 0.2, -1, 3, 0],
    ["steep tanh", (x) => tanh(1e12 * (x - 0.3)), -1, 3, 0.3],
    ["root beside a pole", (x) => (x - 0.5) / (x - 0.4999), 0.49995, 2, 0.5],
    ["root beside a great jump", (x) => (x < 0.6 ? x - 0.5 : 1e9), 0, 1, 0.5],
    ["root at one side of a jump", (x) => (x <= 0.5 ? x - 0.5 : 1), 0, 1, 0.5],
    ["huge values at an end", (x) => exp(x) - 1000, 0, 700, Math.log(1000)],
    ["infinite value at an end", (x) => exp(x) - 1000, 0, 5000, Math.log(1000)],
    ["root next to an end", (x) => x - 1e-15, 0, 1, 1e-15],
    ["root one float from an end", (x) => x - 1, 1 - 2 ** -53, 2, 1],
    ["flat root", (x) => (x - 0.3) ** 9, -1, 2, 0.3],
    ["flat root, multiplied out", (x) => ((x - 3) * x + 3) * x - 1, 0.5, 2, 1],
    ["tiny values", (x) => 1e-300 * (x * x - 2), 0, 2, Math.SQRT2],
    ["huge values", (x) => 1e300 * (x * x - 2), 0, 2, Math.SQRT2],
    ["tiny bracket", (x) => (x / 1e-300) ** 2 - 2, 0, 2e-300, Math.SQRT2 * 1e-300],
    ["huge bracket", (x) => x - 1e300, -1.5e308, 1.7e308, 1e300],
    ["ends that meet in a root", (x) => x - 2, 2, 2, 2],
  ])("%s", (name, f, a, b, x) => {
    for (const bracket of [
      [a, b],
      [b, a],
    ] as const) {
      const got = root(f, { bracket, maxIter: 3000 });
      expect(got.converged, got.message).toBe(true);
      // within rounding noise of f for the polynomial multiplied out
      const near = name.endsWith("out") ? 1e-4 : 2e-12;
      expect(abs(got.x - x)).toBeLessThanOrEqual(
        name.startsWith("tiny b") ? 1e-14 * x : near * Math.max(1, abs(x)),
      );
    }
  });

  test("random rational functions: every end is at a root or is called none", () => {
    const g = rng(11);
    for (let t = 0; t < 300; t++) {
      const [p, q] = g.uniform(-1, 1, 2);
      const scale = 10 ** g.uniform(-200, 200);
      const f = (x: number) => (scale * (x - p)) / (x - q);
      const { converged, x } = root(f, { bracket: [-1.5, (p + q) / 2], maxIter: 500 });
      const atRoot = abs(x - p) < abs(x - q);
      expect(converged).toBe(atRoot);
      expect(abs(x - (atRoot ? p : q))).toBeLessThan(1e-11);
    }
  });

  test("an interval is closed in on with the bracket in the history", () => {
    const { history } = root((x) => x ** 3 - 2, { bracket: [0, 2] });
    for (const h of history) {
      const [a, b] = h.bracket!;
      expect(a <= 2 ** (1 / 3) && 2 ** (1 / 3) <= b).toBe(true);
    }
  });
});
