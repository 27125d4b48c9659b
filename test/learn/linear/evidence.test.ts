import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { evidenceOf, maximiseEvidence } from "../../../lib/learn/linear/evidence";
import { expectClose } from "../helpers";

const random = rng(6);
const data = {
  N: 30,
  s: Float64Array.of(5, 2, 0.5),
  along: Float64Array.of(8, -3, 0.4),
  off: 4,
};

describe("the evidence of a linear model", () => {
  test("has the derivatives of difference quotients by ln r and ln σ²", () => {
    for (let t = 0; t < 5; t++) {
      const [r, v] = [Math.exp(random.normal()), Math.exp(random.normal())];
      const { grad } = evidenceOf(data, r, v);
      const h = 1e-5;
      const by = (p: number, q: number) => evidenceOf(data, r * Math.exp(p), v * Math.exp(q)).value;
      expectClose((by(h, 0) - by(-h, 0)) / (2 * h), grad[0], { rtol: 1e-7, atol: 1e-8 });
      expectClose((by(0, h) - by(0, -h)) / (2 * h), grad[1], { rtol: 1e-7, atol: 1e-8 });
    }
  });

  test("is stationary where it is said to be greatest", () => {
    const { ratio, noise, report } = maximiseEvidence(data, { tol: 1e-9, maxIter: 200 });
    expect(report.converged).toBe(true);
    for (const g of evidenceOf(data, ratio, noise).grad) expect(Math.abs(g)).toBeLessThan(1e-8);
  });

  test("what is given is kept", () => {
    const held = maximiseEvidence(data, { ratio: 2, noise: 3, tol: 1e-6, maxIter: 1 });
    expect([held.ratio, held.noise, held.report.nit]).toEqual([2, 3, 1]);
    expect(maximiseEvidence(data, { noise: 0.3, tol: 1e-6, maxIter: 99 }).noise).toBe(0.3);
  });
});
