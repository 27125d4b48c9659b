import { expect, test } from "vitest";
import * as plot from "../../../lib/display/plot";
import { unseenRemarks } from "../../../lib/display/plotly/unseen";

const gaps = [Number.NaN, Infinity, Number.NaN];

test.each([
  [plot.line([1, 2, 3], gaps), "y must hold a finite number, all 3 values are NaN or infinite"],
  [plot.line(gaps, [1, 2, 3]), "x must hold a finite number, all 3 values are NaN or infinite"],
  [plot.curve(() => Number.NaN, [0, 1], { n: 5 }), "y must hold a finite number, all 5 values"],
  [plot.heatmap([gaps, gaps]), "z must hold a finite number, all 6 values are NaN or infinite"],
  [plot.image([[Number.NaN]]), "z must hold a finite number, its one value is NaN or infinite"],
  [{ data: [{ y: new Float64Array(gaps) }] }, "y must hold a finite number, all 3 values"],
])("a figure of which nothing is seen says so: %#", (figure, remark) => {
  expect(unseenRemarks(figure)).toEqual([
    expect.stringContaining(`nothing is seen of data[0]: ${remark}`),
  ]);
});

test("each series is named, one that waits for values is not", () => {
  const waiting = plot.scatter([]);
  const lost = plot.line([0, 1, 2], { train: gaps, test: gaps });
  expect(unseenRemarks(plot.layers(waiting, lost))).toEqual([
    expect.stringContaining("data[1]: y"),
    expect.stringContaining("data[2]: y"),
  ]);
  expect(unseenRemarks(waiting)).toEqual([]);
});

test("a figure of which something is seen says nothing", () => {
  const words = { type: "scatter", x: ["a", "b"], y: ["2024-01-01", "2024-01-02"] };
  const shares = { type: "pie", values: [1, 2] };
  for (const trace of [words, shares]) expect(unseenRemarks({ data: [trace] })).toEqual([]);
  const some = plot.line([0, 1, 2], { lost: gaps, kept: [0, Number.NaN, 1] });
  expect(unseenRemarks(some)).toEqual([]);
  const steps = [plot.line([0, 1, 2], gaps), plot.line([0, 1, 2], [1, 2, 3])];
  expect(unseenRemarks(plot.animate(steps))).toEqual([]);
});
