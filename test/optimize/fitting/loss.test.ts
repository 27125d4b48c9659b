import { describe, expect, test } from "vitest";
import { LOSSES, weigh } from "../../../lib/optimize/fitting/loss";

const cost = (r: number, loss: (typeof LOSSES)[number], scale: number) =>
  weigh(Float64Array.of(r), loss, scale).cost;

describe.each(LOSSES)("loss %s", (loss) => {
  test("is half the square near zero and never more", () => {
    for (const r of [0, 1e-150, 1e-8, 0.3, 1, 5, 1e3, 1e120]) {
      expect(cost(r, loss, 2)).toBeLessThanOrEqual((r * r) / 2);
      expect(cost(-r, loss, 2)).toBe(cost(r, loss, 2));
    }
    expect(cost(1e-6, loss, 1) / 5e-13).toBeCloseTo(1, 10);
  });

  test("the linear problem has its slope, and its curvature where that is positive", () => {
    for (const scale of [0.5, 1, 4]) {
      for (const r of [0.1, 0.4, 1.3, 3, 20]) {
        const { residuals, weights } = weigh(Float64Array.of(r), loss, scale);
        const weight = weights?.[0] ?? 1;
        const h = 1e-4 * r;
        const [left, middle, right] = [r - h, r, r + h].map((v) => cost(v, loss, scale));
        expect(residuals[0] * weight).toBeCloseTo((right - left) / (2 * h), 6);
        const curvature = (right - 2 * middle + left) / (h * h);
        if (curvature > 1e-3) expect(weight ** 2).toBeCloseTo(curvature, 4);
      }
    }
  });
});

test("values of the losses at chosen points", () => {
  expect(cost(3, "huber", 1)).toBeCloseTo(2.5, 14);
  expect(cost(Math.sqrt(3), "softL1", 1)).toBeCloseTo(1, 14);
  expect(cost(Math.sqrt(Math.E - 1), "cauchy", 1)).toBeCloseTo(0.5, 14);
  expect(cost(1, "arctan", 1)).toBeCloseTo(Math.PI / 8, 14);
});
