import { describe, expect, test } from "vitest";
import * as plot from "../../../lib/display/plot";
import { PALETTE } from "../../../lib/display/plot/theme";
import { pca } from "../../../lib/learn";

const unit: [number, number][] = [
  [0, 1],
  [0, 1],
];

describe("vectors and maps", () => {
  test("an arrow runs from its origin to its head", () => {
    const [arrow] = plot.arrows([[1, 2]], { origins: [[3, 3]] }).data;
    expect([arrow.x, arrow.y]).toEqual([
      [3, 4, null],
      [3, 5, null],
    ]);
  });

  test("names stand at the heads, each in the colour of its arrow", () => {
    const { data } = plot.arrows(
      [
        [1, 0],
        [0, -1],
      ],
      { names: ["a", "b"] },
    );
    expect(data[1]).toMatchObject({
      text: ["a"],
      textposition: ["middle right"],
      textfont: { color: PALETTE[0] },
    });
    expect(data[3]).toMatchObject({
      text: ["b"],
      textposition: ["bottom center"],
      textfont: { color: PALETTE[1] },
    });
  });

  test("the longest arrow of a field fits its cell, and zero is no arrow", () => {
    const [{ x, y }] = plot.quiver(
      ([u, v]) => [u, v],
      [
        [0, 1],
        [0, 1],
      ],
      { n: 2 },
    ).data;
    const [xs, ys] = [x as number[], y as number[]];
    const lengths = [0, 3, 6, 9].map((k) => Math.hypot(xs[k + 1] - xs[k], ys[k + 1] - ys[k]));
    expect(lengths[0]).toBe(0);
    expect(Math.max(...lengths)).toBeCloseTo(0.9, 6);
  });

  test("the image of the grid under a matrix", () => {
    const { data } = plot.grid2d(
      [
        [2, 0],
        [0, 3],
      ],
      { range: 1 },
    );
    expect(Math.max(...(data[1].x as number[]))).toBe(2);
    expect(Math.max(...(data[1].y as number[]))).toBe(3);
    expect(data[3]).toMatchObject({ x: [0, 2, 2, 0, 0], y: [0, 0, 3, 3, 0] });
    expect(plot.grid2d((p) => p, { range: 1 }).data).toHaveLength(3);
  });

  test("a biplot takes what pca returns, and draws its first two components", () => {
    const X = [
      [4, 0, 1],
      [-4, 0, 1],
      [0, 2, -1],
      [0, -2, -1],
    ];
    const { scores, components } = pca(X);
    const { data } = plot.biplot(scores, components, { scale: 1 });
    expect(data[0].x).toEqual(scores.map((s) => s[0]));
    expect(data[0].y).toEqual(scores.map((s) => s[1]));
    expect(data[2].text).toEqual(["0", "1", "2"]);
    expect((data[1].x as number[]).includes(components[0][0])).toBe(true);
  });

  test("names of a biplot do not cover each other", () => {
    const components = [
      [1, 1, 1],
      [0, 0.01, 0.02],
    ];
    const { data } = plot.biplot(
      [
        [1, 1],
        [-1, -1],
      ],
      components,
      { names: ["first", "second", "third"] },
    );
    const ys = (data[2].y as number[]).slice().sort((a, b) => a - b);
    expect(ys[1] - ys[0]).toBeGreaterThan(0.05);
    expect(ys[2] - ys[1]).toBeGreaterThan(0.05);
  });

  test("vectors in space are drawn with a cone at the head", () => {
    const { data, layout } = plot.arrows3d([[0, 0, 2]], { origins: [[1, 1, 1]], names: ["v"] });
    expect(data[0]).toMatchObject({ x: [1, 1], z: [1, 3], text: ["", "v"] });
    expect(data[1]).toMatchObject({ type: "cone", z: [3], anchor: "tip" });
    expect(layout).not.toHaveProperty("xaxis");
  });

  test("a plane through a point", () => {
    const [sheet] = plot.plane(
      [
        [1, 0, 0],
        [0, 0, 1],
      ],
      { through: [5, 6, 7], size: 2 },
    ).data;
    expect([sheet.x, sheet.y, sheet.z]).toEqual([
      [3, 7, 7, 3],
      [6, 6, 6, 6],
      [5, 5, 9, 9],
    ]);
  });

  test.each<[() => unknown, string]>([
    [
      () => plot.arrows([[1, 2]], { names: [] }),
      "plot.arrows: names must have length 1 (number of vectors), got 0",
    ],
    [() => plot.quiver(() => [1], unit), "plot.quiver: field(x)[0] must have length 2"],
    [() => plot.grid2d([[1, 2, 3]]), "plot.grid2d: map must have 2 rows, got 1×3"],
    [() => plot.grid2d(() => 3 as never), "plot.grid2d: map must return [u, v], got 3"],
    [
      () => plot.biplot([[1, 2]], [[1], [2]], { names: [] }),
      "plot.biplot: names must have length 1 (columns of components), got 0",
    ],
    [
      () => plot.biplot([[1]], [[1], [2]]),
      "plot.biplot: scores must have at least 2 columns (components), got 1×1",
    ],
    [
      () => plot.biplot([[1, 2]], [[1, 2]]),
      "plot.biplot: components must have at least 2 rows (components), got 1×2",
    ],
    [() => plot.arrows3d([[1, 2]]), "plot.arrows3d: vectors[0] must have length 3"],
    [() => plot.arrows3d([[1, 2, 3]], { names: [] }), "plot.arrows3d: names must have length 1"],
    [() => plot.plane([[1, 0, 0]]), "plot.plane: basis must have 2 rows"],
  ])("refuse: %#", (run, message) => {
    expect(run).toThrow(message);
  });
});
