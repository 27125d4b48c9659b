import { describe, expect, test } from "vitest";
import { normal, studentT } from "../../../lib/prob";
import { studentizedRange } from "../../../lib/stats/laws/studentizedRange";
import { expectNear, fixture } from "../helpers";

const { range, studentized, tables } = fixture<{
  range: { k: number; q: number; sf: number }[];
  studentized: { k: number; df: number; q: number; sf: number }[];
  tables: [p: number, k: number, df: number, q: number][];
}>("laws");

describe("studentizedRange", () => {
  test("agrees with quadrature in 50 digits for a known variance", () => {
    for (const { k, q, sf } of range) {
      expectNear(studentizedRange(k, Infinity).sf(q), sf, 1e-14, 0, `${k} ${q}`);
    }
  });

  test("agrees with SciPy to the digits SciPy has", () => {
    for (const { k, df, q, sf } of studentized) {
      expectNear(studentizedRange(k, df).sf(q), sf, 2e-13, 0, `${k} ${df} ${q}`);
    }
  });

  test("two means: q = √2·|t|, both tails", () => {
    for (const df of [1, 2, 5, 40, 1e5]) {
      for (const q of [1e-3, 1, 4, 30, 1e4]) {
        const law = studentizedRange(2, df);
        expectNear(law.sf(q), 2 * studentT(df).sf(q / Math.SQRT2), 1e-13, 0, `${df} ${q}`);
      }
    }
    expectNear(studentizedRange(2, Infinity).sf(7), 2 * normal(0, 1).sf(7 / Math.SQRT2), 1e-14);
  });

  test("its quantiles are those of the printed tables, and go back", () => {
    for (const [p, k, df, q] of tables) {
      const found = studentizedRange(k, df).isf(p);
      expect(Math.abs(found - q)).toBeLessThan(0.0051);
      expectNear(studentizedRange(k, df).sf(found), p, 1e-12);
    }
    expectNear(studentizedRange(5, 10).sf(studentizedRange(5, 10).isf(1e-9)), 1e-9, 1e-11);
  });

  test("the ends", () => {
    const law = studentizedRange(4, 6);
    expect([law.sf(0), law.sf(-1), law.sf(Infinity), law.cdf(0)]).toEqual([1, 1, 0, 0]);
    expect(law.cdf(2) + law.sf(2)).toBeCloseTo(1, 15);
  });
});
