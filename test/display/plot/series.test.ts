import { describe, expect, test } from "vitest";
import * as series from "../../../lib/display/plot/series";

describe("seriesOf", () => {
  test("one list, several by name", () => {
    expect(series.seriesOf("f", "y", [1, 2])).toEqual([
      { name: undefined, values: [1, 2], legend: { showlegend: false } },
    ]);
    expect(series.seriesOf("f", "y", [1], {}, "a")[0].legend).toEqual({ name: "a" });
    expect(series.seriesOf("f", "y", { b: [1] })).toEqual([
      { name: "b", values: [1], legend: { name: "b" } },
    ]);
  });

  test.each<[unknown, string]>([
    [{}, "f: y must be a vector, or an object of named vectors, got an Object"],
    [null, "got null"],
    [{ a: [1, 2] }, "f: y.a must have length 3 (length of x), got 2"],
    [[1, "2", 3], "f: y must hold numbers, y[1] is"],
  ])("refuses %j", (y, message) => {
    const rule = { length: 3, lengthOf: "length of x" };
    expect(() => series.seriesOf("f", "y", y as never, rule)).toThrow(message);
  });
});

test("linspace has both ends exactly", () => {
  expect(series.linspace(0, 0.3, 4)).toEqual([0, 0.09999999999999999, 0.19999999999999998, 0.3]);
});

test("extent leaves out what is not finite", () => {
  expect(
    series.extent([
      [1, Number.NaN],
      [-2, Infinity],
    ]),
  ).toEqual([-2, 1]);
  expect(series.extent([])).toEqual([Infinity, -Infinity]);
});

test("groupsOf keeps the order of first appearance", () => {
  expect([...series.groupsOf(["b", "a", "b"])]).toEqual([
    ["b", [0, 2]],
    ["a", [1]],
  ]);
});

test.each<[unknown, string]>([
  [3, "f: points must be an array of points [x, y], got 3"],
  [[[1, 2, 3]], "f: points[0] must have length 2 (coordinates in the plane), got 3"],
])("requirePoints refuses %j", (points, message) => {
  expect(() => series.requirePoints("f", "points", points)).toThrow(message);
});

test.each([
  [undefined],
  [[[0, 1]]],
  [
    [
      [1, 0],
      [0, 1],
    ],
  ],
  [
    [
      [0, 0],
      [0, 1],
    ],
  ],
  [
    [
      [0, Number.NaN],
      [0, 1],
    ],
  ],
])("requireBox refuses %j", (box) => {
  expect(() => series.requireBox("f", box)).toThrow(
    "f: box must be [[x from, x to], [y from, y to]]",
  );
});
