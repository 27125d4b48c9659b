import { describe, expect, test } from "vitest";
import * as plot from "../../../lib/display/plot";

describe("matrices", () => {
  test("signed entries have a symmetric scale", () => {
    expect(plot.heatmap([[3, -1]]).data[0]).toMatchObject({
      zmin: -3,
      zmax: 3,
      text: [["3", "-1"]],
    });
    expect(plot.heatmap([[3, 1]]).data[0]).toMatchObject({ zmin: 1, zmax: 3 });
    expect(plot.heatmap([[3, -1]], { zMin: -5, zMax: 5 }).data[0]).toMatchObject({
      zmin: -5,
      zmax: 5,
    });
  });

  test("numbers are written only where there is room", () => {
    const wide = [Array.from({ length: 13 }, (_, j) => j)];
    expect(plot.heatmap(wide).data[0].text).toBe(undefined);
    expect(plot.heatmap(wide, { annotate: true }).data[0].text).toBeDefined();
  });

  test("an empty cell stays empty", () => {
    expect(plot.heatmap([[Number.NaN, 1]]).data[0].text).toEqual([["", "1"]]);
  });

  test("leaves a line of paper between cells, or none", () => {
    expect(plot.heatmap([[0, 1]]).data[0]).toMatchObject({ xgap: 1, ygap: 1 });
    expect(plot.heatmap([[0, 1]], { gap: 0 }).data[0]).toMatchObject({ xgap: 0, ygap: 0 });
    expect(() => plot.heatmap([[0, 1]], { gap: -1 })).toThrow(RangeError);
  });

  test("the colour scale can be left out", () => {
    expect(plot.heatmap([[0, 1]]).data[0]).toHaveProperty("colorbar");
    const bare = plot.heatmap([[0, 1]], { colorBar: false }).data[0];
    expect(bare).toMatchObject({ showscale: false, zmin: 0, zmax: 1 });
    expect(bare).not.toHaveProperty("colorbar");
  });

  test("an image is a negative where black is the greater value", () => {
    const { zmin, zmax, reversescale } = plot.image([[0, 16]], { black: 16, white: 0 }).data[0]!;
    expect({ zmin, zmax, reversescale }).toEqual({ zmin: 0, zmax: 16, reversescale: true });
    expect(plot.image([[0, 16]], { black: 20 }).data[0]).toMatchObject({ zmin: 16, zmax: 20 });
    expect(plot.image([[Number.NaN]]).data[0]).not.toHaveProperty("reversescale");
  });

  test("an image is black to white, its pixels square", () => {
    const { data, layout } = plot.image([[0, 255]], { black: 0, white: 510 });
    expect(data[0]).toMatchObject({ zmin: 0, zmax: 510, showscale: false });
    expect(layout.yaxis).toMatchObject({ scaleanchor: "x", autorange: "reversed" });
  });

  test.each<[() => unknown, string]>([
    [() => plot.heatmap([[1], [2, 3]]), "plot.heatmap: A must have rows of equal length"],
    [
      () => plot.heatmap([[1]], { rows: ["a", "b"] }),
      "plot.heatmap: rows must have length 1 (rows of A), got 2",
    ],
    [
      () => plot.heatmap([[1]], JSON.parse('{ "colorBar": 0 }')),
      "plot.heatmap: colorBar must be true or false, got 0",
    ],
    [() => plot.heatmap([[]]), "plot.heatmap: A must have at least 1 column, got 1×0"],
    [() => plot.image([[], []]), "plot.image: A must have at least 1 column, got 2×0"],
    [() => plot.image([]), "plot.image: A must have at least 1 row, got 0×0"],
    [
      () => plot.image([[1]], { black: 2, white: 2 }),
      "plot.image: black and white must differ, both are 2",
    ],
    [
      () => plot.image([[1]], { white: "w" as never }),
      'plot.image: white must be a finite number, got "w" (string)',
    ],
  ])("refuse: %#", (run, message) => {
    expect(run).toThrow(message);
  });
});
