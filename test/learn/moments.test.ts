import { describe, expect, test } from "vitest";
import { columnDeviations, columnMeans, columnVariances } from "../../lib/learn/moments";
import { fromRows } from "../../lib/linalg/flat";
import { expectClose } from "./helpers";

describe("columnMeans and columnDeviations", () => {
  test("keep their digits far from 0, and constants exact", () => {
    const X = Array.from({ length: 101 }, (_, n) => [1e9 + n - 50, 0.1, 1e300 * (n % 2)]);
    const mean = columnMeans(fromRows(X));
    expectClose(Array.from(mean), [1e9, 0.1, (1e300 * 50) / 101], { rtol: 1e-15 });
    expect(mean[1]).toBe(0.1);
    const { scale, sum } = columnDeviations(fromRows(X), mean);
    expectClose(scale[0] ** 2 * sum[0], (101 * (101 ** 2 - 1)) / 12, { rtol: 1e-14 });
    expect([scale[1], sum[1]]).toEqual([0, 0]);
    expectClose(sum[2], (50 * 51) / 101 / (51 / 101) ** 2, { rtol: 1e-13 });
  });

  test("the variance has divisor N − ddof, also of huge and of tiny numbers", () => {
    for (const unit of [1, 1e150, 1e-150]) {
      const X = fromRows([[unit], [3 * unit]]);
      const mean = columnMeans(X);
      expectClose(columnVariances(X, mean)[0] / unit ** 2, 1, { rtol: 1e-14 });
      expectClose(columnVariances(X, mean, 1)[0] / unit ** 2, 2, { rtol: 1e-14 });
    }
  });
});
