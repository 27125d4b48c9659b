import { describe, expect, test } from "vitest";
import {
  flawOfInfeasibility,
  flawOfPoint,
  flawOfRay,
  flawOfSolution,
} from "../../../lib/optimize/programs/certificate";

// minimise −x − 2y subject to x + y ≤ 4, x + 3y ≤ 6, x ≥ 0, y ≥ 0: (3, 1) with multipliers ½, ½
const given = {
  Aub: [
    [1, 1],
    [1, 3],
  ],
  bub: [4, 6],
  Aeq: [],
  beq: [],
  lower: [0, 0],
  upper: [Infinity, Infinity],
};
const c = [-1, -2];
const units = { rows: [1, 1], costs: [1, 1] };
const duals = { ub: [0.5, 0.5], eq: [], lower: [0, 0], upper: [0, 0] };

describe("a claim of optimality", () => {
  test("holds", () => {
    expect(flawOfSolution(c, given, { x: [3, 1], duals }, units)).toBe("");
  });

  test.each<[string, number[], Partial<typeof duals>, string]>([
    ["a row exceeded", [3, 1.1], {}, "row 0 of Aub is off by 0.1"],
    ["a bound exceeded", [-1e-300, 2], {}, "x[0] is -1e-300, outside its bounds"],
    ["a slack with a multiplier", [2, 1], {}, "row 0 of Aub has a multiplier and the slack 1"],
    ["multipliers that do not balance", [3, 1], { ub: [0.5, 0.4] }, "leave 0.100 of the gradient"],
    ["a bound's that does not", [3, 1], { upper: [0, 1] }, "leave 1.00 of the gradient"],
    ["NaN", [Number.NaN, 1], {}, "row 0 of Aub is off by NaN"],
  ])("is refused: %s", (_, x, wrong, words) => {
    const claim = { x, duals: { ...duals, ...wrong } };
    expect(flawOfSolution(c, given, claim, units)).toContain(words);
  });

  test("equations must hold on both sides", () => {
    const equation = { ...given, Aub: [], bub: [], Aeq: [[1, 1]], beq: [4] };
    expect(flawOfPoint(equation, [3, 1], [1])).toBe("");
    expect(flawOfPoint(equation, [3, 0.5], [1])).toBe("row 0 of Aeq is off by 0.500");
  });
});

describe("a claim of infeasibility", () => {
  // x + y ≤ 1 and −x − y ≤ −2
  const contrary = {
    ...given,
    Aub: [
      [1, 1],
      [-1, -1],
    ],
    bub: [1, -2],
    lower: [-Infinity, -Infinity],
  };
  const claim = (ub: number[]) => flawOfInfeasibility(contrary, { ...duals, ub });

  test("holds, or is refused", () => {
    expect(claim([1, 1])).toBe("");
    expect(claim([1, 1 + 1e-15])).toBe("");
    expect(claim([1, 1.5])).toContain("of the gradient in direction 0");
    expect(claim([0, 0])).toContain("by rounding only");
    const close = { ...contrary, bub: [1, -1] };
    expect(flawOfInfeasibility(close, { ...duals, ub: [1, 1] })).toContain("rounding only");
  });
});

describe("a claim of an objective that falls for ever", () => {
  const open = { ...given, Aub: [[1, -1]], bub: [1] };
  const claim = (x: number[], ray: number[]) => flawOfRay(c, open, x, ray, [1]);

  test("holds, or is refused", () => {
    expect(claim([0, 0], [1, 1])).toBe("");
    expect(claim([2, 0], [1, 1])).toContain("row 0 of Aub is off");
    expect(claim([0, 0], [1, 0])).toBe("ray leaves row 0 of Aub");
    expect(claim([0, 0], [-1, 1])).toBe("ray leaves the bounds of x[0]");
    expect(flawOfRay([1, 1], open, [0, 0], [1, 1], [1])).toContain("does not fall");
    const equation = { ...given, Aub: [], bub: [], Aeq: [[1, -1]], beq: [0] };
    expect(flawOfRay(c, equation, [0, 0], [1, 1], [1])).toBe("");
    expect(flawOfRay(c, equation, [0, 0], [0, 1], [1])).toBe("ray leaves row 0 of Aeq");
  });
});
