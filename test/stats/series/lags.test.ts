import { expect, test } from "vitest";
import { correlationsAt, requireSeries } from "../../../lib/stats/series/lags";
import { thrown } from "../helpers";

test("by hand, and how many lags there are", () => {
  expect(correlationsAt([0, 2, 0, 2], 3)).toEqual([1, -0.75, 0.5, -0.25]);
  expect(requireSeries("f", [1, 2, 3], undefined)).toBe(2);
  expect(
    requireSeries(
      "f",
      Array.from({ length: 100 }, (_, i) => i),
      undefined,
    ),
  ).toBe(20);
  expect(thrown(() => requireSeries("f", [1, 2], 2)).message).toBe(
    "f: maxLag must be an integer in [1, 1], got 2",
  );
});
