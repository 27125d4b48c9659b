import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { anova, tTest } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

interface Fixtures {
  cases: { groups: number[][]; statistic: number; pValue: number }[];
  hard: {
    offset: number;
    groups: number[][];
    statistic: number;
    between: number;
    within: number;
  }[];
}
const { anova: fixtures } = fixture<{ anova: Fixtures }>("tests");

describe("anova", () => {
  test("agrees with SciPy", () => {
    for (const { groups, statistic, pValue } of fixtures.cases) {
      const r = anova(groups);
      expectNear(r.statistic, statistic, 1e-13);
      expectNear(r.pValue, pValue, 1e-12);
    }
  });

  test("keeps its digits when all entries begin alike, against exact arithmetic", () => {
    for (const { offset, groups, statistic, between, within } of fixtures.hard) {
      const r = anova(groups);
      expectNear(r.statistic, statistic, 3e-15, 0, `offset ${offset}`);
      expectNear(r.sumOfSquares.between, between, 3e-15);
      expectNear(r.sumOfSquares.within, within, 3e-15);
    }
  });

  test("two groups: F is the square of the pooled t", () => {
    const random = rng(18);
    const [x, y] = [random.normal(0, 1, 8), random.normal(1, 1, 11)];
    const [a, t] = [anova([x, y]), tTest(x, y, { equalVar: true })];
    expectNear(a.statistic, t.statistic ** 2, 1e-13);
    expectNear(a.pValue, t.pValue, 1e-12);
    expect(a.df).toEqual([1, 17]);
  });

  test("sums of squares add up, means are the groups' own", () => {
    const r = anova([[1, 2, 3], [4], [5, 9]]);
    expect(r.means).toEqual([2, 4, 7]);
    expect(r.sumOfSquares).toEqual({ between: 30, within: 10, total: 40 });
    expect(r.etaSquared).toBe(0.75);
    expect(r.df).toEqual([2, 3]);
    expect(
      anova([
        [1, 3],
        [0, 4],
      ]).statistic,
    ).toBe(0);
  });

  test("errors", () => {
    expect(thrown(() => anova([[1, 2]])).message).toBe(
      "anova: groups must be at least 2 vectors, got 1",
    );
    expect(thrown(() => anova([[1, 2], []])).message).toBe(
      "anova: groups[1] must have at least 1 entry, got 0",
    );
    expect(thrown(() => anova([[1], [2]])).message).toBe(
      "anova: groups must hold more numbers than there are groups",
    );
    expect(
      thrown(() =>
        anova([
          [1, 1],
          [2, 2],
        ]),
      ).message,
    ).toBe("anova: groups must vary within at least one group, each is constant");
    expect(
      thrown(() =>
        anova([
          [1, NaN],
          [2, 2],
        ]),
      ).message,
    ).toBe("anova: groups[0] must be finite, groups[0][1] is NaN");
    expect(thrown(() => anova({ a: [1] } as never))).toEqual({
      kind: "TypeError",
      message: "anova: groups must be an array of vectors, got an Object",
    });
  });

  test("the same F in every unit, and means to the last digit", () => {
    const groups = [
      [1, 2, 2.5],
      [3, 5],
      [0.5, 4],
    ];
    const plain = anova(groups);
    for (const unit of [2 ** 1020, 2 ** -1000]) {
      const r = anova(groups.map((g) => g.map((v) => v * unit)));
      expect([r.statistic, r.pValue, r.etaSquared]).toEqual([
        plain.statistic,
        plain.pValue,
        plain.etaSquared,
      ]);
      expect(r.means).toEqual(plain.means.map((v) => v * unit));
    }
    expect(
      anova([
        [1.7e308, -1.7e308],
        [1, 2],
      ]).means,
    ).toEqual([0, 1.5]);
  });
});
