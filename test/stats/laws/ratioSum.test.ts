import { describe, expect, test } from "vitest";
import { ratioSum } from "../../../lib/stats/laws/ratioSum";

describe("sums by ratios of neighbours", () => {
  // e^{−k}λᵏ/k!, whose ratios are λ/(k + 1)
  const poisson = (lambda: number) => {
    const logs = [0];
    const log = (k: number) => {
      for (let i = logs.length; i <= k; i++) logs.push(logs[i - 1] + Math.log(lambda / i));
      return logs[k];
    };
    return { log, ratio: (k: number) => lambda / (k + 1) };
  };

  test("the whole and its mean", () => {
    for (const lambda of [0.5, 30, 4000]) {
      const terms = poisson(lambda);
      const peak = Math.floor(lambda);
      const whole = ratioSum(terms, peak, 0, Infinity);
      expect(Math.abs(Math.log(whole) + terms.log(peak) - lambda) / lambda).toBeLessThan(1e-11);
      const mean = ratioSum(terms, peak, 0, Infinity, (k) => k) / whole;
      expect(Math.abs(mean / lambda - 1)).toBeLessThan(1e-12);
    }
  });

  test("a part, from an end that is its peak", () => {
    const terms = poisson(3);
    let tail = 0;
    for (let k = 8; k < 60; k++) tail += Math.exp(terms.log(k) - terms.log(8));
    expect(ratioSum(terms, 8, 8, Infinity)).toBeCloseTo(tail, 13);
    expect(ratioSum(terms, 2, 2, 2)).toBe(1);
  });
});
