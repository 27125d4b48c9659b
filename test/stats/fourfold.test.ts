import { describe, expect, test } from "vitest";
import {
  type Alternative,
  fisherExact,
  mantelHaenszel,
  mcNemar,
  oddsRatio,
  relativeRisk,
} from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

interface Fourfold {
  table: number[][];
  risk: number;
  riskCi: number[];
  cases: {
    alternative: Alternative;
    pValue: number;
    conditional: number;
    conditionalCi: number[];
    sample: number;
    sampleCi: number[];
  }[];
}
const { fourfold, mcnemar, strata } = fixture<{
  fourfold: Fourfold[];
  mcnemar: { table: number[][]; exact: number; corrected: number[]; plain: number[] }[];
  strata: {
    tables: number[][][];
    corrected: number[];
    plain: number[];
    estimate: number;
    se: number;
    ci: number[];
    homogeneity: number[];
  }[];
}>("association");

describe("fisherExact, oddsRatio and relativeRisk", () => {
  test("agree with SciPy, for each alternative", () => {
    for (const { table, risk, riskCi, cases } of fourfold) {
      const whole = !table.flat().includes(0);
      for (const { alternative, ...want } of cases) {
        const label = `${JSON.stringify(table)} ${alternative}`;
        const f = fisherExact(table, { alternative });
        expectNear(f.pValue, want.pValue, 1e-11, 0, label);
        // SciPy's root is good to about 1e-8
        expectNear(f.estimate, want.conditional, 1e-7, 0, label);
        expectNear(f.confidenceInterval, want.conditionalCi, 1e-6, 0, label);
        const { estimate, confidenceInterval } = oddsRatio(table, { alternative });
        expect([estimate, confidenceInterval]).toEqual([f.estimate, f.confidenceInterval]);
        const s = oddsRatio(table, { alternative, kind: "sample" });
        expectNear(s.estimate, want.sample, 1e-14);
        if (whole) expectNear(s.confidenceInterval, want.sampleCi, 1e-13);
      }
      const r = relativeRisk(table);
      expectNear(r.estimate, risk, 1e-14);
      if (whole) expectNear(r.confidenceInterval, riskCi, 1e-13);
    }
  });

  test("the lady tasting tea, as R reports it", () => {
    const { pValue, estimate, confidenceInterval } = fisherExact(
      [
        [3, 1],
        [1, 3],
      ],
      {
        alternative: "greater",
      },
    );
    expect(pValue).toBeCloseTo(0.2429, 4);
    expect(estimate).toBeCloseTo(6.4083, 4);
    expect(confidenceInterval[0]).toBeCloseTo(0.31357, 5);
    expect(confidenceInterval[1]).toBe(Infinity);
  });

  test("transposing changes nothing, exchanging rows turns the odds ratio over", () => {
    const [a, b] = [
      fisherExact([
        [7, 2],
        [3, 9],
      ]),
      fisherExact([
        [7, 3],
        [2, 9],
      ]),
    ];
    expectNear(a.pValue, b.pValue, 1e-13);
    const turned = fisherExact([
      [3, 9],
      [7, 2],
    ]);
    expectNear(turned.estimate, 1 / a.estimate, 1e-11);
    expectNear(turned.confidenceInterval[0], 1 / a.confidenceInterval[1], 1e-11);
  });

  test("a table of zeros says nothing, as one with an empty row does (SciPy: nan, 1)", () => {
    const zeros = [
      [0, 0],
      [0, 0],
    ];
    for (const alternative of ["two-sided", "less", "greater"] as const) {
      expect(fisherExact(zeros, { alternative })).toMatchObject({
        statistic: NaN,
        pValue: 1,
        estimate: NaN,
        confidenceInterval: [0, Infinity],
      });
    }
    expect(oddsRatio(zeros)).toMatchObject({ estimate: NaN, confidenceInterval: [0, Infinity] });
  });

  test("empty margins, zeros and millions", () => {
    expect(
      fisherExact([
        [0, 0],
        [3, 4],
      ]),
    ).toEqual({
      statistic: NaN,
      pValue: 1,
      estimate: NaN,
      confidenceInterval: [0, Infinity],
    });
    expect(
      oddsRatio(
        [
          [0, 3],
          [2, 0],
        ],
        { kind: "sample" },
      ),
    ).toEqual({
      estimate: 0,
      confidenceInterval: [0, Infinity],
    });
    expect(
      oddsRatio(
        [
          [0, 0],
          [2, 1],
        ],
        { kind: "sample" },
      ).estimate,
    ).toBeNaN();
    const big = fisherExact([
      [500000, 500500],
      [499000, 501000],
    ]);
    expect(big.pValue).toBeGreaterThan(0.1);
    expectNear(big.estimate, big.statistic, 1e-5);
    expect(
      thrown(() =>
        relativeRisk([
          [0, 0],
          [1, 2],
        ]),
      ).message,
    ).toBe("relativeRisk: row 0 of table is all zeros");
  });
});

describe("mcNemar", () => {
  test("agrees with statsmodels", () => {
    for (const { table, exact, corrected, plain } of mcnemar) {
      expectNear(mcNemar(table).pValue, exact, 1e-12);
      const a = mcNemar(table, { method: "asymptotic" });
      // statsmodels corrects |b − c| of 0 to −1 and squares that
      if (table[0][1] !== table[1][0]) expectNear([a.statistic, a.pValue], corrected, 1e-13);
      else expect([a.statistic, a.pValue]).toEqual([0, 1]);
      const b = mcNemar(table, { method: "asymptotic", continuity: false });
      expectNear([b.statistic, b.pValue], plain, 1e-13);
    }
  });

  test("one way only, and no pair that changed", () => {
    expect(
      mcNemar([
        [1, 5],
        [0, 1],
      ]),
    ).toMatchObject({ statistic: 5, estimate: Infinity });
    expect(
      mcNemar([
        [1, 5],
        [0, 1],
      ]).confidenceInterval[1],
    ).toBe(Infinity);
    expect(
      thrown(() =>
        mcNemar([
          [4, 0],
          [0, 4],
        ]),
      ).message,
    ).toBe("mcNemar: table must have pairs that changed, table[0][1] and table[1][0] are 0");
  });
});

describe("mantelHaenszel", () => {
  test("agrees with statsmodels, on Berkeley's admissions of 1973 among others", () => {
    for (const { tables, corrected, plain, estimate, se, ci, homogeneity } of strata) {
      const r = mantelHaenszel(tables);
      expectNear([r.statistic, r.pValue], corrected, 1e-12);
      expectNear([r.estimate, r.standardError], [estimate, se], 1e-13);
      expectNear(r.confidenceInterval, ci, 1e-13);
      expectNear([r.homogeneity.statistic, r.homogeneity.pValue], homogeneity, 1e-10);
      const u = mantelHaenszel(tables, { continuity: false });
      expectNear([u.statistic, u.pValue], plain, 1e-12);
    }
  });

  test("within departments men were not preferred, though the sum of all says so", () => {
    const berkeley = strata[0].tables;
    const total = [0, 1].map((i) => [0, 1].map((j) => berkeley.reduce((s, t) => s + t[i][j], 0)));
    expect(oddsRatio(total, { kind: "sample" }).estimate).toBeCloseTo(1.84, 2);
    const { estimate, pValue, homogeneity } = mantelHaenszel(berkeley);
    expect(estimate).toBeLessThan(1);
    expect(pValue).toBeGreaterThan(0.2);
    expect(homogeneity.pValue).toBeLessThan(0.01); // department A
  });

  test("tables that tell nothing are left out, zeros are borne", () => {
    const tables = [
      [
        [4, 2],
        [2, 4],
      ],
      [
        [0, 0],
        [3, 5],
      ],
    ];
    expect(mantelHaenszel(tables)).toEqual(mantelHaenszel(tables.slice(0, 1)));
    const r = mantelHaenszel([
      [
        [4, 0],
        [2, 4],
      ],
      [
        [5, 0],
        [1, 1],
      ],
    ]);
    expect([r.estimate, r.confidenceInterval]).toEqual([Infinity, [0, Infinity]]);
    expect(r.homogeneity.statistic).toBeNaN();
    expect(
      thrown(() =>
        mantelHaenszel([
          [
            [0, 0],
            [1, 1],
          ],
        ]),
      ).message,
    ).toBe("mantelHaenszel: tables must not all have an empty row or column");
    expect(thrown(() => mantelHaenszel([])).kind).toBe("TypeError");
  });
});

test("the conditional odds ratio of large tables keeps its digits: it nears that of the sample as 1/n", () => {
  const gap = (unit: number) =>
    fisherExact([
      [unit, 2 * unit],
      [3 * unit, 4 * unit],
    ]).estimate -
    2 / 3;
  expect(gap(1e4) * 1e4).toBeCloseTo(0.0266667, 5);
  expect(gap(1e7) * 1e7).toBeCloseTo(0.0266667, 5);
});
