import { describe, expect, test } from "vitest";
import * as plot from "../../../lib/display/plot";

describe("points", () => {
  test("both ways of giving coordinates", () => {
    const rows = plot.scatter([
      [0, 1],
      [2, 3],
    ]).data[0];
    const lists = plot.scatter([0, 2], [1, 3]).data[0];
    expect(rows).toEqual(lists);
    expect(rows.x).toEqual([0, 2]);
  });

  test("no points, given either way, are a figure that waits for some", () => {
    const rows = plot.scatter([], { name: "closed" }).data[0];
    expect(rows).toMatchObject({ x: [], y: [], name: "closed" });
    expect(plot.scatter([], [], { name: "closed" }).data[0]).toEqual(rows);
    expect(plot.scatter([]).data[0]).toMatchObject({ x: [], y: [] });
  });

  test("groups in order of appearance, labels with their points", () => {
    const { data } = plot.scatter(
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
      { groups: ["b", "a", "b"], labels: ["p", "q", "r"] },
    );
    expect(data.map((t) => [t.name, t.x, t.text])).toEqual([
      ["b", [0, 2], ["p", "r"]],
      ["a", [1], ["q"]],
    ]);
  });

  test("values are a colour scale with a bar", () => {
    const marker = plot.scatter([0, 1], [0, 1], { values: [5, 7], valuesTitle: "age" }).data[0]
      .marker;
    expect(marker).toMatchObject({
      color: [5, 7],
      showscale: true,
      colorbar: { title: { text: "age" } },
    });
  });

  test.each<[() => unknown, string]>([
    [() => plot.scatter([0, 1], [0]), "plot.scatter: y must have length 2 (length of x), got 1"],
    [() => plot.scatter([[0, 1, 2]]), "plot.scatter: points[0] must have length 2"],
    [
      () => plot.scatter([0], [0], { groups: ["a", "b"] }),
      "plot.scatter: groups must have length 1 (number of points), got 2",
    ],
    [
      () => plot.scatter([0], [0], { labels: "a" as never }),
      'plot.scatter: labels must be an array, got "a" (string)',
    ],
    [
      () => plot.segments([[0, 0]], []),
      "plot.segments: to must have length 1 (length of from), got 0",
    ],
    [
      () => plot.text([[0, 0]], []),
      "plot.text: texts must have length 1 (number of points), got 0",
    ],
    [
      () => plot.scatter3d([[0, 1]]),
      "plot.scatter3d: points[0] must have length 3 (coordinates in space), got 2",
    ],
    [
      () => plot.scatter3d([[0, 1, 2]], { groups: [] }),
      "plot.scatter3d: groups must have length 1",
    ],
  ])("refuse: %#", (run, message) => {
    expect(run).toThrow(message);
  });
});
