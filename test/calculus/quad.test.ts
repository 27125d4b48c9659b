import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type QuadOptions, quad } from "../../lib/calculus";
import { rng } from "../../lib/core";

type F = (x: number) => number;

const { integrals } = JSON.parse(
  readFileSync(join(__dirname, "fixtures/integrals.json"), "utf8"),
) as { integrals: Record<string, number> };

const { PI, E, LN2, abs, atan, cos, cosh, exp, expm1, floor, log, sign, sin, sqrt } = Math;
const inf = Infinity;

/** Integrands of the fixture. */
const known: Record<string, [F, number, number]> = {
  "cos of a cosine": [(x) => cos(cos(x)), 0, PI],
  "cos of a sine, fast": [(x) => cos(50 * sin(x)), 0, PI],
  "log over root": [(x) => log(x) / sqrt(x), 0, 1],
  "log of a logarithm": [(x) => log(log(1 / x)), 0, 1],
  "gamma(0.3)": [(x) => x ** -0.7 * exp(-x), 0, inf],
  "gamma(20.5)": [(x) => x ** 19.5 * exp(-x), 0, inf],
  "beta(0.2, 0.7)": [(x) => x ** -0.8 * (1 - x) ** -0.3, 0, 1],
  Bose: [(x) => x ** 3 / expm1(x), 0, inf],
  elliptic: [(x) => 1 / sqrt(1 - 0.99 * sin(x) ** 2), 0, PI / 2],
  "normal tail": [(x) => exp((-x * x) / 2) / sqrt(2 * PI), 3, inf],
  "two peaks": [(x) => 1 / cosh(20 * (x - 0.2)) ** 2 + 1 / (1 + (100 * (x - 0.6)) ** 2), 0, 1],
  "x to the x": [(x) => x ** x, 0, 1],
  "damped wave": [(x) => exp(-x) * sin(20 * x), 0, inf],
  "logistic density": [(x) => 0.25 / cosh(x / 2) ** 2, -inf, inf],
  "exponential integral": [(x) => exp(-x) / x, 1, inf],
  "Fresnel on [0, 10]": [(x) => sin(x * x), 0, 10],
  "planck-like": [(x) => x ** 3 / expm1(x), 0, inf],
  "cauchy times gauss": [(x) => exp(-x * x) / (1 + x * x), -inf, inf],
  "log at both ends": [(x) => log(x) * log(1 - x), 0, 1],
  "root of a sine": [(x) => sqrt(sin(x)), 0, PI],
};

/** Integrals with a closed form. */
const closed: [string, F, number, number, number][] = [
  ["a polynomial", (x) => 5 * x ** 4 - 2 * x, -1, 2, 30],
  ["x⁻⁰·⁵", (x) => x ** -0.5, 0, 1, 2],
  ["x⁻⁰·⁹", (x) => x ** -0.9, 0, 1, 10],
  ["x⁻⁰·⁹⁹", (x) => x ** -0.99, 0, 1, 100],
  ["(1 − x)⁻⁰·⁵", (x) => (1 - x) ** -0.5, 0, 1, 2],
  ["both ends", (x) => 1 / sqrt(x * (1 - x)), 0, 1, PI],
  ["log", log, 0, 1, -1],
  ["log²", (x) => log(x) ** 2, 0, 1, 2],
  ["√", sqrt, 0, 1, 2 / 3],
  ["|x − ⅓|", (x) => abs(x - 1 / 3), 0, 1, 5 / 18],
  ["an unknown jump", (x) => (x < 1 / 3 ? 0 : 1), 0, 1, 2 / 3],
  ["ten jumps that two rules miss alike", (x) => x - floor(x), 0, 10.5, 5.125],
  ["an unknown singularity", (x) => log(abs(x - 0.3)), 0, 1, 0.3 * log(0.3) + 0.7 * log(0.7) - 1],
  ["Gauss", (x) => exp(-x * x), -inf, inf, sqrt(PI)],
  ["a far Gauss", (x) => exp(-((x - 1000) ** 2)), -inf, inf, sqrt(PI)],
  ["a wide Gauss", (x) => exp(-((x / 1e5) ** 2)), -inf, inf, 1e5 * sqrt(PI)],
  ["a narrow Gauss", (x) => exp(-((x / 1e-5) ** 2)), -inf, inf, 1e-5 * sqrt(PI)],
  ["a fast exponential", (x) => exp(-1e6 * x), 0, inf, 1e-6],
  ["a slow exponential", (x) => exp(1e-6 * x), -inf, 0, 1e6],
  ["from 700", (x) => exp(-x), 700, inf, exp(-700)],
  ["Cauchy", (x) => 1 / (1 + x * x), -inf, inf, PI],
  ["x⁻¹·⁵", (x) => x ** -1.5, 1, inf, 2],
  ["x⁻¹·⁰¹", (x) => x ** -1.01, 1, inf, 100],
  ["singular and infinite", (x) => 1 / (sqrt(x) * (1 + x)), 0, inf, PI],
  ["160 periods", (x) => sin(1000 * x), 0, 1, (1 - cos(1000)) / 1000],
  ["whole periods", (x) => sin(100 * x), -PI, PI, 0],
  ["a peak of width 1e-4", (x) => 1 / (1e-8 + (x - 0.3) ** 2), 0, 1, 1e4 * (atan(7e3) + atan(3e3))],
  ["an odd function", (x) => x ** 3 * cos(x), -1, 1, 0],
  ["nothing", () => 0, 0, 1, 0],
  ["huge values", () => 1e300, 0, 1, 1e300],
  ["tiny values", (x) => 1e-300 * sin(x), 0, PI, 2e-300],
  ["tiny range", (x) => 1 / x, 1e-300, 2e-300, LN2],
  ["huge range", (x) => x, -1e150, 1e150, 0],
  ["far range", (x) => 1 / x, 1e8, 2e8, LN2],
  ["backwards", exp, 1, 0, 1 - E],
  ["to −∞", (x) => exp(x), 0, -inf, -1],
];

describe("known integrals: as close as wanted, and as it says", () => {
  const all = [
    ...closed,
    ...Object.entries(known).map(
      ([name, [f, a, b]]) => [name, f, a, b, integrals[name]] as (typeof closed)[number],
    ),
  ];
  test("the fixture and the integrands go together", () => {
    expect(Object.keys(known)).toEqual(Object.keys(integrals));
  });
  test.each(all)("%s", (name, f, a, b, exact) => {
    for (const options of [{}, { epsrel: 1e-6 }, { epsabs: 1e-3, epsrel: 0 }] as QuadOptions[]) {
      let calls = 0;
      const counted = (x: number) => {
        calls++;
        return f(x);
      };
      const r = quad(counted, a, b, options);
      const rounding = 4 * Number.EPSILON * abs(exact);
      expect(r.converged, r.message).toBe(true);
      expect(r.nfev).toBe(calls);
      expect(abs(r.value - exact), JSON.stringify(r)).toBeLessThanOrEqual(r.error + rounding);
    }
    const { value, error } = quad(f, a, b);
    if (name !== "huge range") {
      expect(error).toBeLessThanOrEqual(Math.max(1e-10 * abs(value), 1e-12));
    }
  });
});

describe("what cannot be had is not promised", () => {
  test.each([
    ["1/x", (x: number) => 1 / x, 0, 1],
    ["1/x on both sides", (x: number) => 1 / x, -1, 2],
    ["x⁻²", (x: number) => x ** -2, 0, 1],
    ["x⁻¹·⁵", (x: number) => x ** -1.5, 0, 1],
    ["1/x to ∞", (x: number) => 1 / x, 1, inf],
    ["a constant to ∞", () => 1, 0, inf],
    ["tan across its pole", Math.tan, 0, 3],
    ["1/(1 − x)²", (x: number) => (1 - x) ** -2, 0, 1],
    ["sin x to ∞", sin, 0, inf],
    ["sin x / x to ∞", (x: number) => sin(x) / x, 0, inf],
    ["endless oscillation", (x: number) => cos(log(x) / x) / x, 1e-3, 1],
    ["a slow singularity", (x: number) => 1 / (x * log(x) ** 2), 0, 0.5],
  ])("%s", (_name, f, a, b) => {
    const { converged, message, error } = quad(f, a, b);
    expect(converged).toBe(false);
    expect(message).not.toBe("");
    expect(error).toBeGreaterThan(0);
  });

  test("a divergent integral is called so", () => {
    expect(quad((x) => 1 / x, 0, 1).message).toBe(
      "the integral seems to diverge: it grows as much with each halving of the intervals",
    );
  });

  test("a limit that is too small, and noise", () => {
    expect(quad((x) => sin(1000 * x), 0, 1, { limit: 10 })).toMatchObject({
      converged: false,
      message: expect.stringContaining("10 intervals were not enough"),
    });
    const random = rng(5);
    const noisy = quad((x) => x + 1e-6 * random.normal(0, 1), 0, 1);
    expect(noisy.converged).toBe(false);
    expect(abs(noisy.value - 0.5)).toBeLessThanOrEqual(noisy.error);
  });
});

describe("random integrands, 100 of each kind", () => {
  const random = rng(42);
  const pick = (lo: number, hi: number) => lo + (hi - lo) * random.random();
  const kinds: Record<string, () => [F, number]> = {
    "a jump": () => {
      const [c, p, q] = [pick(0, 1), pick(-1, 1), pick(-1, 1)];
      return [(x) => (x < c ? p : q), p * c + q * (1 - c)];
    },
    "several jumps": () => {
      const c = random.uniform(0, 1, 5);
      return [(x) => c.filter((v) => v < x).length, c.reduce((s, v) => s + 1 - v, 0)];
    },
    "a kink": () => {
      const c = pick(0, 1);
      return [(x) => abs(x - c), (c * c + (1 - c) ** 2) / 2];
    },
    "a power at the end": () => {
      const a = pick(-0.95, 2);
      return [(x) => x ** a, 1 / (a + 1)];
    },
    "a power inside": () => {
      const [c, a] = [pick(0, 1), pick(-0.7, 1)];
      return [(x) => abs(x - c) ** a, (c ** (a + 1) + (1 - c) ** (a + 1)) / (a + 1)];
    },
    "a wave": () => {
      const [w, p] = [10 ** pick(-1, 3), pick(0, 6)];
      return [(x) => sin(w * x + p), (cos(p) - cos(w + p)) / w];
    },
    "a peak": () => {
      const [c, w] = [pick(0, 1), 10 ** pick(-3, 1)];
      return [(x) => 1 / (w * w + (x - c) ** 2), (atan((1 - c) / w) + atan(c / w)) / w];
    },
    "a sign that changes": () => {
      const [c, d] = [pick(0, 0.5), pick(0.5, 1)];
      return [(x) => sign((x - c) * (x - d)), 1 - 2 * (d - c)];
    },
  };
  test.each(Object.entries(kinds))("%s: the error holds wherever it says so", (_name, make) => {
    let converged = 0;
    for (let k = 0; k < 100; k++) {
      const [f, exact] = make();
      let r: ReturnType<typeof quad>;
      try {
        r = quad(f, 0, 1);
      } catch (error) {
        expect((error as Error).message).toContain("got Infinity at x"); // the singularity was met
        continue;
      }
      if (!r.converged) continue;
      converged++;
      expect(abs(r.value - exact), `${JSON.stringify(r)}, ${exact}`).toBeLessThanOrEqual(
        r.error + 4 * Number.EPSILON * abs(exact),
      );
    }
    expect(converged).toBeGreaterThan(20);
  });
});

describe("points", () => {
  test("cut the range: f is not evaluated there", () => {
    const seen = new Set<number>();
    const f = (x: number) => {
      seen.add(x);
      return abs(x - 0.3) ** -0.5;
    };
    const r = quad(f, 0, 1, { points: [0.3] });
    expect(abs(r.value - 2 * (sqrt(0.3) + sqrt(0.7)))).toBeLessThan(1e-9);
    expect(r.converged).toBe(true);
    for (const x of [0, 0.3, 1]) expect(seen.has(x)).toBe(false);
  });

  test("find a peak that is not seen otherwise", () => {
    const peak = (x: number) => exp(-(((x - 0.3) / 1e-9) ** 2));
    expect(quad(peak, 0, 1, { points: [0.3] }).value / (1e-9 * sqrt(PI))).toBeCloseTo(1, 7);
    expect(quad(peak, 0, 1)).toMatchObject({
      value: 0,
      message: "f is 0 wherever it was tried; points may point to a peak",
    });
    const far = (x: number) => exp(-((x - 12345) ** 2));
    expect(quad(far, -inf, inf, { points: [12345] }).value).toBeCloseTo(sqrt(PI), 10);
    expect(quad((x) => abs(x), -2, 1, { points: [0, 0] })).toMatchObject({
      value: 2.5,
      converged: true,
    });
  });
});

describe("bad input", () => {
  const f: F = (x) => x;
  test.each([
    [() => quad(1 as never, 0, 1), "quad: f must be a function, got 1"],
    [() => quad(f, "0" as never, 1), 'quad: a must be a number, got "0" (string)'],
    [() => quad(f, 0, Number.NaN), "quad: b must be a number, got NaN"],
    [() => quad(f, 0, 1, { epsrel: -1 }), "quad: epsrel must be a number ≥ 0, got -1"],
    [() => quad(f, 0, 1, { limit: 0 }), "quad: limit must be an integer ≥ 1, got 0"],
    [() => quad(f, 0, 1, { points: [2] }), "quad: points must be a number in (0, 1), got 2"],
    [
      () => quad(f, 0, 1, { points: 0.5 as never }),
      "quad: points must be a vector (number[]), got 0.5",
    ],
    [
      () => quad(f, 0, 1, { tol: 1 } as never),
      'quad: options has no "tol"; known: epsabs, epsrel, limit, points',
    ],
    [
      () => quad(() => "1" as never, 0, 1),
      'quad: f must return a finite number, got "1" (string) at x = 0.5',
    ],
    [
      () => quad(() => 1n as never, 0, inf),
      "quad: f must return a finite number, got 1n (bigint) at x = ",
    ],
    [
      () => quad((x) => 1 / x, -1, 1),
      "quad: f must return a finite number, got Infinity at x = 0; { points: [0] } breaks the range there",
    ],
    [() => quad((x) => sin(x) / x, -1, 1), "quad: f must return a finite number, got NaN at x = 0"],
    [() => quad(log, -1, 1), "quad: f must return a finite number, got -Infinity at x = 0"],
    [
      () => quad((x) => exp(x) * exp(-x * x), 0, inf),
      "quad: f must return a finite number, got NaN at x = ",
    ],
    [() => quad(() => 1e308, 0, 100), "quad: the integral of |f| overflows"],
  ])("%s", (call, message) => {
    expect(call).toThrow(message);
  });

  test("an empty range", () => {
    expect(quad(f, 2, 2)).toMatchObject({ value: 0, error: 0, converged: true, nfev: 0 });
  });
});
