import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { differentialEvolution, type MinimizeMethod, minimize } from "../../../lib/optimize";

const ALL: MinimizeMethod[] = [
  "bfgs",
  "l-bfgs",
  "l-bfgs-b",
  "cg",
  "newton",
  "newton-cg",
  "gradientDescent",
  "nelder-mead",
];
const [a, b] = [Math.PI / 10, 0.1];

describe("no method calls a pole a minimum", () => {
  const poles: [string, (x: number[]) => number, number[]][] = [
    ["1/(x − a)", ([x]) => 1 / (x - a), [0]],
    ["−1/((x − a)² + (y − b)²)", ([x, y]) => -1 / ((x - a) ** 2 + (y - b) ** 2), [0.5, 1]],
    ["its logarithm", ([x, y]) => Math.log((x - a) ** 2 + (y - b) ** 2), [0.5, 1]],
    ["a pole upon a constant", ([x, y]) => 1e6 - 1 / Math.hypot(x - a, y - b), [0.5, 1]],
  ];
  test.each(poles)("%s", (_, f, x0) => {
    for (const method of ALL) {
      const end = minimize(f, x0, { method, historyEvery: Infinity });
      expect([method, end.converged]).toEqual([method, false]);
    }
    const box = x0.map((): [number, number] => [-1, 2]);
    expect(differentialEvolution(f, box, { rng: rng(1) }).converged).toBe(false);
  });

  test("the message says it", () => {
    const { message } = differentialEvolution(([x]) => 1 / (x - a), [[-1, 1]]);
    expect(message).toMatch(/^f falls to -\d.* at \[0.314159\d*\] as to a pole$/);
  });
});

test("deep and narrow minima below 0 are minima", () => {
  for (const width of [1e-3, 1e-7, 1e-9]) {
    const narrow = ([x]: number[]) => -1 / (width + Math.abs(x - 0.3));
    const end = differentialEvolution(narrow, [[-1, 1]]);
    expect(end.converged).toBe(true);
    expect(end.x[0]).toBeCloseTo(0.3, 8);
  }
});
