import { expect, test } from "vitest";
import { weightRemarks } from "../../../lib/display/plotly/weight";

test("a figure of many points is said to be heavy", () => {
  const many = new Float64Array(100_000);
  expect(weightRemarks({ data: [{ type: "scatter", x: many, y: Array.from(many) }] })).toEqual([
    "this figure stores 200,001 numbers, about 2.0 MB; fewer points, a histogram or a heatmap show as much",
  ]);
  expect(weightRemarks({ data: [{ type: "scatter", x: [1, 2], y: [3, 4] }] })).toEqual([]);
});

test("frames count too", () => {
  const frame = { data: [{ y: Array.from({ length: 30_000 }, () => 0) }] };
  expect(weightRemarks({ data: [], frames: [frame, frame, frame] })).toEqual([]);
  expect(weightRemarks({ data: [], frames: [frame, frame, frame, frame] })).toHaveLength(1);
});
