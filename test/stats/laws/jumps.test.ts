import { describe, expect, test } from "vitest";
import { binomial, normal, poisson } from "../../../lib/prob";
import { nextBelow, stepsAt } from "../../../lib/stats/laws/jumps";
import { expectNear } from "../helpers";

describe("nextBelow", () => {
  test("is the neighbour, across powers of two, zero and signs", () => {
    expect(nextBelow(1)).toBe(1 - 2 ** -53);
    expect(nextBelow(-1)).toBe(-1 - 2 ** -52);
    expect(nextBelow(0)).toBe(-Number.MIN_VALUE);
    expect(nextBelow(-0)).toBe(-Number.MIN_VALUE);
    expect(nextBelow(Number.MIN_VALUE)).toBe(0);
    expect(nextBelow(2 ** -1022)).toBe(2 ** -1022 - 2 ** -1074);
    expect(nextBelow(Infinity)).toBe(Number.MAX_VALUE);
    expect(nextBelow(-Number.MAX_VALUE)).toBe(-Infinity);
  });
});

describe("stepsAt", () => {
  test("finds the step of a discrete law over each level", () => {
    const { cdf } = binomial(3, 0.5);
    const steps = stepsAt(cdf, [0.1, 0.3, 0.5, 0.6, 0.99]);
    expect(steps.map((s) => s.below)).toEqual(
      [0, 0.125, 0.125, 0.5, 0.875].map((v) => expect.closeTo(v, 15)),
    );
    expect(steps.map((s) => s.at)).toEqual(
      [0.125, 0.5, 0.5, 0.875, 1].map((v) => expect.closeTo(v, 15)),
    );
  });

  test("a continuous law has the level itself, wherever it lies", () => {
    for (const law of [normal(0, 1), normal(-1e200, 1e199), normal(0, 1e-300)]) {
      const levels = [1e-9, 0.2, 0.5, 0.7, 1 - 1e-9];
      const steps = stepsAt(law.cdf, levels);
      expectNear(
        steps.map((s) => s.below),
        levels,
        1e-13, // z² ε of the spacing of x
      );
      expectNear(
        steps.map((s) => s.at),
        levels,
        1e-13, // z² ε of the spacing of x
      );
    }
  });

  test("asks F about 64 times a step, and not again for levels within one", () => {
    let calls = 0;
    const F = (x: number) => {
      calls++;
      return poisson(2).cdf(x);
    };
    stepsAt(
      F,
      Array.from({ length: 500 }, (_, i) => (i + 0.5) / 500),
    );
    expect(calls).toBeLessThan(64 * 10);
  });
});
