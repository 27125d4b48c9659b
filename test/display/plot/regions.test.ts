import { describe, expect, test } from "vitest";
import * as plot from "../../../lib/display/plot";

const unit: [number, number][] = [
  [0, 1],
  [0, 1],
];

describe("regions", () => {
  test("the feasible region of the book's linear programme (MML Example 7.5)", () => {
    const A = [
      [2, 2],
      [2, -4],
      [-2, 1],
      [0, -1],
      [0, 1],
    ];
    const [{ x, y }] = plot.region(
      A,
      [33, 8, 5, -1, 8],
      [
        [-5, 20],
        [-5, 20],
      ],
    ).data;
    const corners = (x as number[]).map((u, i) => [u, (y as number[])[i]]);
    for (const [u, v] of corners) {
      A.forEach(([a, b], i) => {
        expect(a * u + b * v).toBeLessThanOrEqual([33, 8, 5, -1, 8][i] + 1e-5);
      });
    }
    const best = corners.some(
      ([u, v]) => Math.abs(u - 37 / 3) < 1e-5 && Math.abs(v - 25 / 6) < 1e-5,
    );
    expect(best).toBe(true);
    expect(corners).toHaveLength(6);
  });

  test("no constraint leaves the box", () => {
    expect(plot.region([], [], unit).data[0].x).toEqual([0, 1, 1, 0, 0]);
  });

  test("rules: lines across, the label at the first", () => {
    const { layout } = plot.rule({ x: 1, y: [2, 3] }, { label: "limit" });
    expect(layout.shapes).toMatchObject([
      { x0: 1, x1: 1 },
      { y0: 2, y1: 2 },
      { y0: 3, y1: 3 },
    ]);
    expect(layout.annotations).toMatchObject([{ text: "limit", x: 1 }]);
    expect(plot.rule({ y: 2 }, { label: "limit" }).layout.annotations).toMatchObject([{ y: 2 }]);
  });

  test.each<[() => unknown, string]>([
    [
      () =>
        plot.region(
          [
            [1, 0],
            [-1, 0],
          ],
          [0, -1],
          unit,
        ),
      "plot.region: no point of the box satisfies A x ≤ b",
    ],
    [
      () => plot.region([[1]], [1], unit),
      "plot.region: A must have 2 columns (coordinates in the plane), got 1×1",
    ],
    [() => plot.region([[1, 1]], [], unit), "plot.region: b must have length 1 (rows of A), got 0"],
    [() => plot.rule({}), "plot.rule: place must be { x } or { y }, got an Object"],
    [() => plot.rule({ x: Number.NaN }), "plot.rule: x must be a finite number, got NaN"],
  ])("refuse: %#", (run, message) => {
    expect(run).toThrow(message);
  });
});
