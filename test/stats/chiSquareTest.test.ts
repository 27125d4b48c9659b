import { describe, expect, test } from "vitest";
import { chiSquareTest } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

interface Fixtures {
  fit: {
    observed: number[];
    expected: number[] | null;
    ddof: number;
    statistic: number;
    pValue: number;
  }[];
  tables: {
    observed: number[][];
    yates: boolean;
    statistic: number;
    pValue: number;
    df: number;
    expected: number[][];
  }[];
}
const { chiSquare } = fixture<{ chiSquare: Fixtures }>("tests");

describe("chiSquareTest", () => {
  test("goodness of fit agrees with SciPy", () => {
    for (const { observed, expected, ddof, statistic, pValue } of chiSquare.fit) {
      const r = chiSquareTest(observed, expected ? { expected, ddof } : { ddof });
      expectNear(r.statistic, statistic, 1e-13);
      expectNear(r.pValue, pValue, 1e-12);
      expect(r.df).toBe(observed.length - 1 - ddof);
    }
  });

  test("independence agrees with SciPy, with Yates' correction and without", () => {
    for (const { observed, yates, statistic, pValue, df, expected } of chiSquare.tables) {
      const r = chiSquareTest(observed, { yates });
      expectNear(r.statistic, statistic, 1e-12, 1e-12);
      expectNear(r.pValue, pValue, 1e-12);
      expect(r.df).toBe(df);
      expectNear(r.expected, expected, 1e-14);
    }
    const table = [
      [12, 5],
      [3, 9],
    ];
    expect(chiSquareTest(table)).toEqual(chiSquareTest(table, { yates: true }));
  });

  test("Pearson's residuals square to the statistic and show the misfit", () => {
    const table = [
      [30, 4, 9],
      [1, 8, 12],
    ];
    const { residuals, statistic } = chiSquareTest(table);
    expectNear(
      residuals.flat().reduce((s, v) => s + v * v, 0),
      statistic,
      1e-14,
    );
    expect(residuals[1][0]).toBeLessThan(-2);
    const turned = chiSquareTest(table[0].map((_, j) => table.map((row) => row[j])));
    expectNear(turned.statistic, statistic, 1e-14);
  });

  test("warns of small expected counts", () => {
    expect(chiSquareTest([20, 20]).warnings).toEqual([]);
    expect(chiSquareTest([3, 3, 1]).warnings).toEqual([
      "3 of 3 expected counts are below 5: the p-value is approximate",
    ]);
  });

  test("errors", () => {
    const text = (...args: unknown[]) =>
      thrown(() => (chiSquareTest as (...a: unknown[]) => unknown)(...args)).message;
    expect(text([])).toBe("chiSquareTest: observed must have at least 2 entries, got 0");
    expect(text([5])).toBe("chiSquareTest: observed must have at least 2 entries, got 1");
    expect(text([0, 0])).toBe("chiSquareTest: observed must not be all zeros");
    expect(text([1, -2])).toBe("chiSquareTest: observed[1] must be a number ≥ 0, got -2");
    expect(text([1, 2], { expected: [1, 1] })).toBe(
      "chiSquareTest: expected must have the total of observed, 3, got 2",
    );
    expect(text([1, 2], { expected: [3, 0] })).toBe(
      "chiSquareTest: expected[1] must be a number > 0, got 0",
    );
    expect(text([1, 2], { expected: [3] })).toBe(
      "chiSquareTest: expected must have length 2 (length of observed), got 1",
    );
    expect(text([1, 2], { ddof: 1 })).toBe(
      "chiSquareTest: ddof must be an integer in [0, 0], got 1",
    );
    expect(text([1, 2], { yates: true })).toBe(
      'chiSquareTest: options has no "yates"; known: expected, ddof',
    );
    expect(text([[1, 2]])).toBe(
      "chiSquareTest: observed must have at least 2 rows and 2 columns, got 1×2",
    );
    expect(
      text([
        [1, 2],
        [0, 0],
      ]),
    ).toBe("chiSquareTest: row 1 of observed is all zeros");
    expect(
      text([
        [1, 0],
        [2, 0],
      ]),
    ).toBe("chiSquareTest: column 1 of observed is all zeros");
    expect(
      text([
        [1, 2],
        [3, -4],
      ]),
    ).toBe("chiSquareTest: observed[1][1] must be a number ≥ 0, got -4");
    expect(text([1e308, 1e308])).toBe(
      "chiSquareTest: the total of observed must be a finite number, got Infinity",
    );
    expect(text([5, 0], { expected: [5, 0] })).toBe(
      "chiSquareTest: expected[1] must be a number > 0, got 0",
    );
    expect(text([5, 1], [3, 3])).toBe(
      "chiSquareTest: options must be an object, got an array of length 2",
    );
    expect(text([5, 1], undefined, { ddof: 0 })).toBe(
      "chiSquareTest: expected counts and ddof go into one object of options, got 1 more",
    );
    expect(text([5, 1], { expected: null })).toBe(
      "chiSquareTest: expected must be a vector (number[]), got null",
    );
    expect(text(7)).toBe("chiSquareTest: observed must be a vector (number[]), got 7");
  });

  test("huge counts do not overflow on the way to their statistic", () => {
    expectNear(chiSquareTest([1e200, 3e200]).statistic, 1e200, 1e-15);
    expectNear(chiSquareTest([2e307, 3e307]).statistic, 1e306 * 2, 1e-14);
  });
});
