import { expect, test } from "vitest";
import { requireFigureOptions, requireFigures } from "../../../lib/display/plot/options";

test.each<[object, string]>([
  [{ titel: "x" }, 'plot.line: options has no "titel"; known: title, x, y'],
  [{ title: 3 }, "plot.line: title must be a string, got 3"],
  [{ x: [1] }, "plot.line: x must be a string, got an array of length 1"],
  [{ height: -1 }, "plot.line: height must be a number in [50, 4000], got -1"],
  [{ width: "700" }, 'plot.line: width must be a number in [50, 4000], got "700" (string)'],
  [{ xRange: 3 }, "plot.line: xRange must be [from, to], got 3"],
  [{ xRange: [0, Number.NaN] }, "plot.line: xRange[1] must be a finite number, got NaN"],
  [{ yRange: [0, 1], yLog: true }, "plot.line: yRange[0] must be a number > 0, got 0"],
  [{ yTicks: ["low"] }, "plot.line: yTicks must be places by name, got an array of length 1"],
  [{ xTicks: { low: "0" } }, 'plot.line: xTicks["low"] must be a finite number, got "0" (string)'],
  [{ xTicks: { none: 0 }, xLog: true }, 'plot.line: xTicks["none"] must be a number > 0, got 0'],
  [{ legend: "left" }, 'plot.line: legend must be one of "top", "right", "none"'],
  [3 as never, "plot.line: options must be an object, got 3"],
])("refuses %j", (options, message) => {
  expect(() => requireFigureOptions("plot.line", options, ["markers"])).toThrow(message);
});

test("lets a helper's own options through", () => {
  expect(requireFigureOptions("plot.line", { markers: true } as never, ["markers"])).toEqual({
    markers: true,
  });
});

test("figures", () => {
  expect(() => requireFigures("plot.layers", "layers", [])).toThrow(
    "plot.layers: layers must be an array of figures, got an array of length 0",
  );
  expect(() => requireFigures("plot.layers", "layers", [{ data: 1 }])).toThrow(
    "plot.layers: layers[0] must be a figure, got an Object",
  );
});
