import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import {
  anova,
  kruskalWallis,
  levene,
  mannWhitney,
  tTest,
  tukeyHSD,
  welchAnova,
} from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

interface Pairs {
  difference: number[];
  pValue: number[];
  low: number[];
  high: number[];
}
const { cases } = fixture<{
  cases: {
    groups: number[][];
    kruskal: [number, number];
    levene: Record<"median" | "mean" | "trimmed", [number, number]>;
    welch: [number, number, number];
    tukey: Pairs;
    gamesHowell: Pairs;
  }[];
}>("groups");

describe("against SciPy and statsmodels", () => {
  test("kruskalWallis", () => {
    for (const { groups, kruskal } of cases) {
      const { statistic, pValue } = kruskalWallis(groups);
      expectNear([statistic, pValue], kruskal, 1e-12);
    }
  });

  test("levene about each centre", () => {
    for (const { groups, levene: want } of cases) {
      for (const center of ["median", "mean", "trimmed"] as const) {
        const { statistic, pValue } = levene(groups, {
          center,
          ...(center === "trimmed" ? { proportion: 0.1 } : {}),
        });
        expectNear([statistic, pValue], want[center], 1e-11, 0, center);
      }
    }
  });

  test("welchAnova", () => {
    for (const { groups, welch } of cases) {
      const { statistic, pValue, df } = welchAnova(groups);
      expectNear([statistic, pValue, df[1]], welch, 1e-12);
    }
  });

  test("tukeyHSD, and Games and Howell's", () => {
    for (const { groups, tukey, gamesHowell } of cases) {
      for (const [equalVar, want] of [
        [true, tukey],
        [false, gamesHowell],
      ] as const) {
        const rows = tukeyHSD(groups, { confidence: 0.9, equalVar });
        expectNear(
          rows.map((r) => -r.difference),
          want.difference,
          1e-13,
          0.1,
        );
        expectNear(
          rows.map((r) => r.pValue),
          want.pValue,
          1e-10,
          0,
          "p",
        );
        expectNear(
          rows.map((r) => -r.high),
          want.low,
          1e-8,
          0.1,
        );
        expectNear(
          rows.map((r) => -r.low),
          want.high,
          1e-8,
          0.1,
        );
      }
    }
  });
});

test("two groups: the tests of two samples", () => {
  const [x, y] = [cases[3].groups[0], cases[3].groups[1]];
  const welch = welchAnova([x, y]);
  expectNear(welch.pValue, tTest(x, y).pValue, 1e-12);
  expectNear(welch.statistic, tTest(x, y).statistic ** 2, 1e-12);
  expectNear(tukeyHSD([x, y], { equalVar: false })[0].pValue, tTest(x, y).pValue, 1e-12);
  const pooled = tTest(x, y, { equalVar: true });
  const [row] = tukeyHSD([x, y]);
  expectNear(
    [row.low, row.high],
    [-pooled.confidenceInterval[1], -pooled.confidenceInterval[0]],
    1e-11,
  );
  const rank = mannWhitney(x, y, { method: "asymptotic", continuity: false });
  expectNear(kruskalWallis([x, y]).pValue, rank.pValue, 1e-12);
});

test("offsets and units cost no digits", () => {
  const groups = [
    [0, 1, 3],
    [2, 4, 8],
    [1, 1, 9],
  ];
  const [near, far] = [groups, groups.map((g) => g.map((v) => v + 2 ** 40))];
  const huge = groups.map((g) => g.map((v) => v * 1e160));
  expectNear(welchAnova(far).statistic, welchAnova(near).statistic, 1e-13);
  expectNear(welchAnova(huge).pValue, welchAnova(near).pValue, 1e-13);
  expectNear(levene(far).statistic, levene(near).statistic, 1e-13);
  expectNear(
    tukeyHSD(far).map((r) => r.q),
    tukeyHSD(near).map((r) => r.q),
    1e-13,
  );
  expectNear(
    tukeyHSD(huge).map((r) => r.low / 1e160),
    tukeyHSD(near).map((r) => r.low),
    1e-12,
  );
});

test("under the null hypothesis Tukey's intervals all hold 0 in about 95 %, pairwise t-tests do not", () => {
  const random = rng(8);
  const draw = () => Array.from({ length: 5 }, () => random.normal(0, 1, 5));
  const [row] = tukeyHSD(draw());
  const critical = (row.high - row.difference) / row.standardError;
  let [family, single] = [0, 0];
  const runs = 2000;
  for (let k = 0; k < runs; k++) {
    const { means, sumOfSquares, df } = anova(draw());
    const t =
      (Math.max(...means) - Math.min(...means)) /
      Math.sqrt((sumOfSquares.within / df[1]) * (2 / 5));
    if (t > critical) family++;
    if (t > 2.085963447265837) single++; // of Student's law with 20 degrees of freedom
  }
  expect(Math.abs(family / runs - 0.05)).toBeLessThan(0.015);
  expect(single / runs).toBeGreaterThan(0.2);
});

describe("degenerate groups", () => {
  test("names and rows", () => {
    const rows = tukeyHSD(
      [
        [1, 2],
        [2, 3],
        [5, 7],
      ],
      { names: ["a", "b", "c"] },
    );
    expect(rows.map((r) => `${r.first}${r.second}`)).toEqual(["ab", "ac", "bc"]);
    expect(rows[0].df).toBe(3);
    // one entry has a mean and no variance: the others lend theirs
    expect(tukeyHSD([[1, 2], [5]])[0].difference).toBe(3.5);
  });

  test("errors", () => {
    expect(thrown(() => kruskalWallis([[1, 1], [1]])).message).toBe(
      "kruskalWallis: groups must not all be equal, every entry is 1",
    );
    expect(
      thrown(() =>
        levene([
          [1, 2],
          [3, 5],
        ]),
      ).message,
    ).toBe(
      "levene: the distances to the centre must vary within at least one group, each is constant",
    );
    // what tells these distances apart is rounding
    for (const unit of [0.1, 1e-200, 1e200]) {
      const groups = [1, 3].map((a) => [a * unit, (2 * a - (a > 1 ? 1 : 0)) * unit]);
      expect(thrown(() => levene(groups)).message).toMatch(/each is constant$/);
    }
    expect(thrown(() => welchAnova([[1, 2], [3]])).message).toBe(
      "welchAnova: groups[1] must have at least 2 entries, got 1",
    );
    expect(
      thrown(() =>
        tukeyHSD([
          [1, 1],
          [2, 2],
        ]),
      ).message,
    ).toBe("tukeyHSD: groups must vary within at least one group, each is constant");
    expect(
      thrown(() =>
        tukeyHSD(
          [
            [1, 1],
            [2, 2],
            [1, 4],
          ],
          { equalVar: false },
        ),
      ).message,
    ).toBe("tukeyHSD: groups must vary within groups[0] or groups[1], each is constant");
    expect(thrown(() => tukeyHSD([[1], [2]])).message).toBe(
      "tukeyHSD: groups must hold more numbers than there are groups",
    );
    expect(
      thrown(() =>
        tukeyHSD(
          [
            [1, 2],
            [2, 4],
          ],
          { names: ["a"] },
        ),
      ).message,
    ).toBe("tukeyHSD: names must have length 2 (groups), got 1");
    expect(thrown(() => levene([[1, 2]])).message).toBe(
      "levene: groups must be at least 2 vectors, got 1",
    );
  });
});

test("kruskalWallis of few: all ways to part the ranks, and so no p that cannot come", () => {
  const exact = (groups: number[][]) => {
    const { pValue, method } = kruskalWallis(groups);
    expect(method).toBe("exact");
    return pValue;
  };
  expect(exact([[1], [2]])).toBe(1);
  expectNear(
    exact([
      [1, 2],
      [3, 4],
    ]),
    2 / 6,
    1e-15,
  );
  expectNear(
    exact([
      [1, 2],
      [3, 4],
      [5, 6],
    ]),
    6 / 90,
    1e-15,
  );
  // of two groups it is the rank-sum test
  for (const [x, y] of [
    [
      [1, 5, 3],
      [2, 8, 9, 10],
    ],
    [
      [0.5, 7, 2, 4, 6, 9],
      [1, 1.5, 3, 8, 8.5, 8.7],
    ],
  ]) {
    expectNear(exact([x, y]), mannWhitney(x, y, { method: "exact" }).pValue, 1e-12);
  }
  expect(
    kruskalWallis([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
      [9, 10, 11, 12],
    ]).method,
  ).toBe("asymptotic");
});

test("levene of distances beyond the doubles", () => {
  const groups = [
    [1, -1, 0.5],
    [1, 1, 0.3, 0.5],
  ];
  const far = levene(groups.map((g) => g.map((v) => v * 1.7e308)));
  expectNear(far.pValue, levene(groups).pValue, 1e-13);
});

test("no p of Kruskal and Wallis's test is below the chance of the groups that came", () => {
  const zeros = Array.from({ length: 3000 }, () => 0);
  expectNear(kruskalWallis([zeros, [1]]).pValue, 1 / 3001, 1e-9);
  const [low, high] = [zeros.slice(0, 98), [1, 1]];
  expectNear(kruskalWallis([low, high]).pValue, 2 / (100 * 99), 1e-9);
});
