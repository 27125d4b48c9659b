import { describe, expect, test } from "vitest";
import { anova, anova2 } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

const { twoWay } = fixture<{
  twoWay: {
    y: number[];
    a: string[];
    b: string[];
    fits: {
      type: 1 | 2 | 3;
      interaction: boolean;
      sumOfSquares: number[];
      df: number[];
      statistic: number[];
      pValue: number[];
      residual: number[];
    }[];
  }[];
}>("groups");

describe("anova2", () => {
  test("agrees with statsmodels: types 1 to 3, unbalanced and balanced, with interaction and without", () => {
    for (const { y, a, b, fits } of twoWay) {
      for (const { type, interaction, ...want } of fits) {
        const { table, residual } = anova2(y, a, b, { type, interaction });
        const label = `type ${type} ${interaction}`;
        expectNear(
          table.map((r) => r.sumOfSquares),
          want.sumOfSquares,
          1e-10,
          0.1,
          label,
        );
        expect(table.map((r) => r.df)).toEqual(want.df);
        expectNear(
          table.map((r) => r.statistic),
          want.statistic,
          1e-10,
          0.1,
          label,
        );
        expectNear(
          table.map((r) => r.pValue),
          want.pValue,
          1e-9,
          0,
          label,
        );
        expectNear([residual.sumOfSquares, residual.df], want.residual, 1e-12);
      }
    }
  });

  test("types agree where the design is balanced, and sums add up to the total", () => {
    const { y, a, b } = twoWay[1];
    const [one, two, three] = ([1, 2, 3] as const).map((type) => anova2(y, a, b, { type }));
    for (const other of [two, three]) {
      expectNear(
        other.table.map((r) => r.statistic),
        one.table.map((r) => r.statistic),
        1e-11,
        0.1,
      );
    }
    const sum = one.table.reduce((s, r) => s + r.sumOfSquares, one.residual.sumOfSquares);
    const groups = ["u", "v", "w"].map((level) => y.filter((_, i) => a[i] === level));
    expectNear(sum, anova(groups).sumOfSquares.total, 1e-12);
  });

  test("type 1 begins as the one-way analysis does; offsets and units cost nothing", () => {
    const { y, a, b } = twoWay[0];
    const groups = ["u", "v", "w"].map((level) => y.filter((_, i) => a[i] === level));
    expectNear(
      anova2(y, a, b, { type: 1 }).table[0].sumOfSquares,
      anova(groups).sumOfSquares.between,
      1e-12,
    );
    const near = anova2(y, a, b);
    const far = anova2(
      y.map((v) => Math.round(v * 1024) / 1024 + 2 ** 30),
      a,
      b,
    );
    const rounded = anova2(
      y.map((v) => Math.round(v * 1024) / 1024),
      a,
      b,
    );
    expectNear(
      far.table.map((r) => r.statistic),
      rounded.table.map((r) => r.statistic),
      1e-11,
    );
    const tiny = anova2(
      y.map((v) => v * 1e-180),
      a,
      b,
    );
    expectNear(
      tiny.table.map((r) => r.pValue),
      near.table.map((r) => r.pValue),
      1e-11,
    );
  });

  test("cells: means, counts and levels in the order of the data", () => {
    const r = anova2([1, 2, 3, 4, 5], [true, true, false, false, false], [2, 1, 2, 1, 1], {
      names: ["treated", "site"],
    });
    expect(r.levels).toEqual([
      [true, false],
      [2, 1],
    ]);
    expect(r.means).toEqual([
      [1, 2],
      [3, 4.5],
    ]);
    expect(r.counts).toEqual([
      [1, 1],
      [1, 2],
    ]);
    expect(r.table.map((row) => row.source)).toEqual(["treated", "site", "treated:site"]);
    const empty = anova2([1, 2, 3, 5], ["u", "u", "v", "u"], ["r", "s", "r", "s"], {
      interaction: false,
    });
    expect(empty.means[1][1]).toBeNaN();
  });

  test("errors", () => {
    const text = (...args: unknown[]) =>
      thrown(() => (anova2 as never as (...x: unknown[]) => void)(...args)).message;
    const [y, a, b] = [
      [1, 2, 3, 4],
      ["u", "u", "v", "v"],
      ["r", "s", "r", "s"],
    ];
    expect(text(y, a, b)).toBe("anova2: y must have more entries than there are means (4), got 4");
    expect(text([1, 2, 2, 3], a, b, { interaction: false })).toBe(
      "anova2: y must vary about its means, the fit leaves no residuals",
    );
    expect(text(y, a, ["r", "r", "r", "r"])).toBe(
      'anova2: b must have at least 2 levels, got "r" (string) alone',
    );
    expect(text(y, a, a, { interaction: false })).toBe(
      'anova2: X must have independent columns, column 1 ("b 1") equals 1·a 1',
    );
    expect(text(y, a, ["r", "s", "r"])).toBe("anova2: b must have length 4 (length of y), got 3");
    expect(text(y, a, ["r", "s", null, "s"])).toMatch(
      "anova2: b must hold labels (strings, numbers or booleans), b[2] is null",
    );
    expect(text(y, a, b, { type: 4 })).toBe("anova2: type must be 1, 2 or 3, got 4");
    expect(text(y, a, b, { names: ["a"] })).toBe("anova2: names must be two strings");
  });
});
