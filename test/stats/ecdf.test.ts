import { expect, test } from "vitest";
import { rng } from "../../lib/core";
import { ecdf } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

const { ecdf: want } = fixture<{
  ecdf: { x: number[]; quantiles: number[]; probabilities: number[] };
}>("series");

test("steps are SciPy's, values are shares counted one by one", () => {
  const F = ecdf(want.x);
  expect(F.quantiles).toEqual(want.quantiles);
  expectNear(F.probabilities, want.probabilities, 1e-15);
  for (const t of [-Infinity, -1, 0, 2.5, 3, 7, Infinity]) {
    expect(F(t)).toBe(want.x.filter((v) => v <= t).length / want.x.length);
  }
  expect(F([3, 100])).toEqual([F(3), 1]);
  expect([F.n, ecdf([4]).quantiles]).toEqual([15, [4]]);
});

test("the band is √(ln(2/α)/(2n)), cut at 0 and 1, and holds the law in at least its level", () => {
  const F = ecdf([1, 2, 3, 4], { confidence: 0.9 });
  expectNear(F.epsilon, Math.sqrt(Math.log(20) / 8), 1e-14);
  expect(F.band(0)).toEqual([0, F.epsilon]);
  expect(F.band(9)).toEqual([1 - F.epsilon, 1]);
  const random = rng(2);
  let held = 0;
  for (let k = 0; k < 1000; k++) {
    const G = ecdf(random.random(40), { confidence: 0.9 });
    const gap = Math.max(
      ...G.quantiles.map((q, i) =>
        Math.max(G.probabilities[i] - q, q - (G.probabilities[i - 1] ?? 0)),
      ),
    );
    if (gap <= G.epsilon) held++;
  }
  expect(held / 1000).toBeGreaterThan(0.88);
  expect(held / 1000).toBeLessThan(0.96);
});

test("errors", () => {
  expect(thrown(() => ecdf([])).message).toBe("ecdf: x must have at least 1 entry, got 0");
  expect(thrown(() => ecdf([1, NaN])).message).toBe("ecdf: x must be finite, x[1] is NaN");
  expect(thrown(() => ecdf([1])(NaN)).message).toMatch("ecdf: t must be");
  expect(thrown(() => ecdf([1]).band("1" as never)).kind).toBe("TypeError");
});
