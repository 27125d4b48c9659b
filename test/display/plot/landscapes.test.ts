import { describe, expect, test } from "vitest";
import * as plot from "../../../lib/display/plot";

const unit: [number, number][] = [
  [0, 1],
  [0, 1],
];

describe("landscapes", () => {
  const bowl = ([u, v]: number[]) => u * u + v;

  test("z[i][j] is the height at (x[j], y[i])", () => {
    const [{ x, y, z }] = plot.contour(
      bowl,
      [
        [0, 2],
        [0, 10],
      ],
      { n: 3 },
    ).data;
    expect([x, y]).toEqual([
      [0, 1, 2],
      [0, 5, 10],
    ]);
    expect(z).toEqual([
      [0, 1, 4],
      [5, 6, 9],
      [10, 11, 14],
    ]);
  });

  test("levels are round numbers", () => {
    expect(
      plot.contour(
        bowl,
        [
          [0, 2],
          [0, 10],
        ],
        { levels: 6 },
      ).data[0].contours,
    ).toMatchObject({ start: 0, end: 14, size: 2 });
    expect(
      plot.contour(
        bowl,
        [
          [0, 2],
          [0, 10],
        ],
        { levels: [1, 9, 4] },
      ).data[0].contours,
    ).toMatchObject({ start: 1, end: 9, size: 4 });
    expect(plot.contour(() => 7, unit, { n: 3 }).data[0].contours).toMatchObject({
      start: 7,
      end: 7,
    });
  });

  test("a diverging scale has its middle at zero, in its colours and in its levels", () => {
    const slope = ([u]: number[]) => 3 * u - 1; // from -1 to 2
    const [trace] = plot.contour(slope, unit, { n: 3, diverging: true }).data;
    expect(trace.contours).toMatchObject({ start: -2, end: 2 });
    expect(trace.colorscale).not.toEqual(plot.contour(slope, unit, { n: 3 }).data[0].colorscale);
  });

  test("by logarithm, what is not positive is left out", () => {
    const [{ z }] = plot.contour(
      ([u]) => 10 ** u - 1,
      [
        [0, 2],
        [0, 1],
      ],
      { n: 3, log: true },
    ).data;
    expect((z as (number | null)[][])[0]).toEqual([null, 0.9542, 1.9956]);
  });

  test("given values bring their own grid", () => {
    const field = {
      x: [0, 1],
      y: [0, 1, 2],
      z: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    };
    expect(plot.contour(field).data[0]).toMatchObject(field);
    expect(plot.surface(field).data[0]).toMatchObject(field);
  });

  test("a path ends in a star", () => {
    const { data } = plot.contour(bowl, unit, {
      n: 3,
      paths: {
        descent: [
          [1, 1],
          [0.5, 0],
          [0, 0],
        ],
      },
    });
    expect(data[1]).toMatchObject({
      name: "descent",
      marker: { symbol: ["circle-open", "circle", "star"] },
    });
  });

  test("decision regions in the order of their names, points in their colours", () => {
    const { data } = plot.decisionRegions(([u]) => (u > 0.5 ? 10 : 9), unit, {
      n: 2,
      points: [[0, 0]],
      labels: [10],
      names: { 9: "nine" },
    });
    expect(data[0].z).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(data.slice(1).map((t) => [t.name, t.x])).toEqual([
      ["nine", [null]],
      ["10", [0]],
    ]);
  });

  test.each<[() => unknown, string]>([
    [
      () => plot.contour(bowl),
      "plot.contour: box must be [[x from, x to], [y from, y to]] with from < to, got undefined",
    ],
    [
      () => plot.contour(3 as never, unit),
      "plot.contour: f must be a function of [x, y], or {x, y, z}, got 3",
    ],
    [() => plot.contour(() => "1" as never, unit), "plot.contour: f(x) must hold numbers"],
    [
      () => plot.contour({ x: [0], y: [0], z: [[1, 2]] }),
      "plot.contour: z must have 1 columns (length of x), got 1×2",
    ],
    [
      () => plot.contour(bowl, unit, { levels: [0, 1, 0] }),
      "plot.contour: levels[2] must be a number > 0, got 0",
    ],
    [
      () => plot.contour(bowl, unit, { paths: { p: [[1]] } }),
      "plot.contour: paths.p[0] must have length 2",
    ],
    [() => plot.surface(bowl, unit, { eye: [1] }), "plot.surface: eye must have length 3, got 1"],
    [
      () => plot.decisionRegions(([u]) => u, unit),
      "plot.decisionRegions: predict must have at most 8 classes, got 101",
    ],
    [
      () => plot.decisionRegions(() => 1, unit, { points: [[0, 0]] }),
      "plot.decisionRegions: labels must have length 1 (number of points), got 0",
    ],
  ])("refuse: %#", (run, message) => {
    expect(run).toThrow(message);
  });
});
