import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { minimize } from "../../lib/optimize";
import { gradient, problems, value } from "./mgh";

interface Run {
  fun: number;
  nfev: number;
  reached: boolean;
}

interface Known {
  name: string;
  x0: number[];
  minima: number[];
  f0: number;
  grad0: number[];
  BFGS: Run;
  "L-BFGS tight": Run;
}

const fixture: { problems: Known[] } = JSON.parse(
  readFileSync(join(__dirname, "fixtures", "mgh.json"), "utf8"),
);
const pairs = problems.map((problem, k) => ({ problem, known: fixture.problems[k]! }));

test("the test functions are those of the fixture: value and gradient at the standard start", () => {
  expect(problems.length).toBe(fixture.problems.length);
  for (const { problem, known } of pairs) {
    expect(problem.name).toBe(known.name);
    problem.x0.forEach((v, i) => {
      expect(v, problem.name).toBeCloseTo(known.x0[i]!, 14);
    });
    const scale = Math.max(1, ...known.grad0.map(Math.abs));
    expect(Math.abs(value(problem)(problem.x0) - known.f0) / scale).toBeLessThan(1e-12);
    gradient(problem)(problem.x0).forEach((g, i) => {
      expect(Math.abs(g - known.grad0[i]!) / scale, problem.name).toBeLessThan(1e-12);
    });
  }
});

describe.each([
  ["bfgs", "BFGS"],
  ["l-bfgs", "L-BFGS tight"],
] as const)("%s against SciPy's", (method, key) => {
  const ratios: number[] = [];

  test.each(pairs.filter(({ known }) => known[key].reached))(
    "$problem.name",
    ({ problem, known }) => {
      const options = { method, grad: gradient(problem), tol: 1e-5, historyEvery: Infinity };
      const { fun, nfev } = minimize(value(problem), problem.x0, options);
      const reached = known.minima.some((m) => Math.abs(fun - m) <= 1e-5 * Math.max(m, 1e-2));
      expect(reached, `${fun} is none of the known minima ${known.minima.join(", ")}`).toBe(true);
      ratios.push(nfev / known[key].nfev);
    },
  );

  test("takes no more than 1.5 times its evaluations in the median", () => {
    const sorted = ratios.sort((a, b) => a - b);
    expect(sorted.length).toBeGreaterThan(20);
    expect(sorted[sorted.length >> 1]).toBeLessThan(1.5);
  });
});
