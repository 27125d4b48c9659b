import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { type Bound, differentialEvolution, minimize } from "../../lib/optimize";
import { zoo } from "./landscapes";

const square: Bound[] = [
  [-5, 5],
  [-5, 5],
];
const bowl = ([x, y]: number[]) => (x - 1) ** 2 + 3 * (y + 2) ** 2;

test.each(zoo)("$name: the place given is a minimum of the value given", ({ f, at, least }) => {
  expect(Math.abs(f(at) - least)).toBeLessThan(1e-6);
  expect(minimize(f, at).fun).toBeGreaterThan(least - 1e-9);
});

test.each(zoo)(
  "$name: found by at least 19 of 20 seeds",
  ({ f, bounds, least }) => {
    let found = 0;
    for (let seed = 0; seed < 20; seed++) {
      const { fun, x, converged } = differentialEvolution(f, bounds, { rng: rng(seed) });
      if (converged && fun - least < 1e-7 * Math.max(1, Math.abs(least))) found++;
      expect(fun).toBeGreaterThan(least - 1e-9);
      expect(fun).toBe(f(x));
      x.forEach((v, j) => {
        expect(v >= bounds[j][0] && v <= bounds[j][1]).toBe(true);
      });
    }
    expect(found).toBeGreaterThanOrEqual(19);
  },
  60000,
);

describe("the run", () => {
  test("is the same for the same rng, and for none", () => {
    const again = () => differentialEvolution(bowl, square, { rng: rng(7) });
    expect(again()).toEqual(again());
    expect(differentialEvolution(bowl, square)).toEqual(
      differentialEvolution(bowl, square, { rng: rng(0) }),
    );
  });

  test("keeps its books and never rises", () => {
    let calls = 0;
    const f = (x: number[]) => {
      calls++;
      return bowl(x);
    };
    const { history, nit, nfev, x, fun } = differentialEvolution(f, square, { polish: false });
    expect(nfev).toBe(calls);
    expect(nfev).toBe(30 * (nit + 1));
    expect(nit).toBe(history.length - 1);
    expect(history[nit]).toMatchObject({ x, fun });
    for (let k = 1; k < history.length; k++) {
      expect(history[k].fun).toBeLessThanOrEqual(history[k - 1].fun);
      expect(history[k].fun).toBe(bowl(history[k].x));
    }
  });

  test("the polish adds the last digits", () => {
    const options = { tol: 1e-2 };
    const rough = differentialEvolution(bowl, square, { ...options, polish: false });
    const fine = differentialEvolution(bowl, square, options);
    expect(fine.fun).toBeLessThan(1e-12);
    expect(fine.fun).toBeLessThan(rough.fun);
  });

  test("x0 is among the first members", () => {
    const needle = ([x, y]: number[]) => (x === 0.125 && y === 0.25 ? -1 : 0);
    const options = { x0: [0.125, 0.25], maxIter: 3 };
    expect(differentialEvolution(needle, square, options).fun).toBe(-1);
  });

  test("does not depend on scale and offset of f, nor on the units of x", () => {
    const plain = differentialEvolution(bowl, square, { rng: rng(3), polish: false });
    for (const c of [2 ** -900, 2 ** 900]) {
      const scaled = differentialEvolution((x) => c * bowl(x), square, {
        rng: rng(3),
        polish: false,
      });
      expect(scaled.x).toEqual(plain.x);
    }
    const far: Bound[] = square.map(([a, b]) => [a * 2 ** 900, b * 2 ** 900]);
    const f = (x: number[]) => bowl(x.map((v) => v * 2 ** -900));
    const wide = differentialEvolution(f, far, { rng: rng(3), polish: false });
    expect(wide.x.map((v) => v * 2 ** -900)).toEqual(plain.x);
  });
});

describe("hard places", () => {
  test("a minimum in a corner, at a wall, and a variable that cannot move", () => {
    const corner = differentialEvolution(([x, y]) => x - y, square);
    expect(corner.x[0]).toBeCloseTo(-5, 9);
    expect(corner.x[1]).toBeCloseTo(5, 9);
    const fixed = differentialEvolution(bowl, [[2, 2], square[1]]);
    expect(fixed.x[0]).toBe(2);
    expect(fixed.x[1]).toBeCloseTo(-2, 5);
  });

  test("NaN and infinities count as high", () => {
    const holes = (x: number[]) => (x[0] < 0 ? Number.NaN : x[1] > 0 ? Infinity : bowl(x));
    expect(differentialEvolution(holes, square).fun).toBeLessThan(1e-10);
    expect(differentialEvolution(() => Number.NaN, square, { maxIter: 5 })).toMatchObject({
      converged: false,
      fun: Infinity,
      message: "maxIter reached (5): f is finite nowhere that was looked at",
    });
    const pit = (x: number[]) => (x[0] > 0 ? -Infinity : 0);
    expect(differentialEvolution(pit, square).converged).toBe(false);
  });

  test("steps and constants", () => {
    const steps = (x: number[]) => Math.floor(x[0] ** 2) + Math.floor(x[1] ** 2);
    expect(differentialEvolution(steps, square)).toMatchObject({ fun: 0, converged: true });
    expect(differentialEvolution(() => 3, square)).toMatchObject({
      fun: 3,
      nit: 0,
      converged: true,
    });
  });

  test("maxIter", () => {
    const got = differentialEvolution(bowl, square, { maxIter: 2 });
    expect(got).toMatchObject({ converged: false, nit: 2, message: "maxIter reached (2)" });
  });
});

describe("wrong arguments", () => {
  test.each<[string, () => unknown, string]>([
    [
      "f",
      () => differentialEvolution(3 as never, square),
      "differentialEvolution: f must be a function, got 3",
    ],
    [
      "result",
      () => differentialEvolution((() => "1") as never, square),
      'f must return a number, got "1" (string)',
    ],
    [
      "bounds",
      () => differentialEvolution(bowl, 3 as never),
      "differentialEvolution: bounds must be an array of [lower, upper]",
    ],
    [
      "no bounds",
      () => differentialEvolution(bowl, []),
      "the length of bounds must be a number ≥ 1, got 0",
    ],
    [
      "infinite",
      () => differentialEvolution(bowl, [[0, Infinity]]),
      "bounds[0][1] must be a finite number, got Infinity",
    ],
    [
      "crossed",
      () => differentialEvolution(bowl, [[1, 0]]),
      "bounds[0][1] must be a number ≥ 1, got 0",
    ],
    [
      "x0",
      () => differentialEvolution(bowl, square, { x0: [9, 0] }),
      "x0[0] must be a number in [-5, 5], got 9",
    ],
    [
      "rng",
      () => differentialEvolution(bowl, square, { rng: Math.random as never }),
      "rng must be a generator such as rng(1), got a function",
    ],
    [
      "polish",
      () => differentialEvolution(bowl, square, { polish: 1 as never }),
      "polish must be true or false, got 1",
    ],
    [
      "popSize",
      () => differentialEvolution(bowl, square, { popSize: 0 }),
      "popSize must be an integer ≥ 1, got 0",
    ],
    [
      "option",
      () => differentialEvolution(bowl, square, { workers: 2 } as never),
      'options has no "workers"',
    ],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});
