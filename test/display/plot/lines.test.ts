import { describe, expect, test } from "vitest";
import * as plot from "../../../lib/display/plot";
import { DASHES, PALETTE, SYMBOLS } from "../../../lib/display/plot/theme";

describe("lines", () => {
  test("several by name differ in colour, dash and marker", () => {
    const { data } = plot.line([0, 1], { a: [1, 2], b: [3, 4] }, { markers: true });
    expect(data.map((t) => t.name)).toEqual(["a", "b"]);
    expect(data.map((t) => (t.line as { color: string; dash: string }).dash)).toEqual([
      "solid",
      "dash",
    ]);
    expect(data[1]).toMatchObject({
      line: { color: PALETTE[1], dash: DASHES[1] },
      marker: { symbol: SYMBOLS[1] },
    });
  });

  test("one point is seen, as a marker", () => {
    expect(plot.line([1], [2]).data[0]).toMatchObject({ mode: "lines+markers" });
    expect(plot.line([1, 2], [2, 3]).data[0]).toMatchObject({ mode: "lines" });
    expect(plot.line([1], [2], { markers: false }).data[0]).toMatchObject({ mode: "lines" });
  });

  test("what is not finite is a gap", () => {
    expect(plot.line([0, 1, 2], [1, Number.NaN, Infinity]).data[0].y).toEqual([1, null, null]);
  });

  test("a function is asked at both ends and between", () => {
    const { data } = plot.curve({ root: Math.sqrt, line: (x) => x }, [0, 9], { n: 4 });
    expect(data[0].x).toEqual([0, 3, 6, 9]);
    expect(data[0].y).toEqual([0, 1.732051, 2.44949, 3]);
    expect(data[1].name).toBe("line");
  });

  test("a band is closed", () => {
    const [area, middle] = plot.band([0, 1], [1, 2], [0, 1], [2, 3]).data;
    expect(area.x).toEqual([0, 1, 1, 0]);
    expect(area.y).toEqual([2, 3, 1, 0]);
    expect((middle.line as { color: string }).color).toBe(PALETTE[0]);
  });

  test.each<[() => unknown, string]>([
    [() => plot.line([0, 1], [1]), "plot.line: y must have length 2 (length of x), got 1"],
    [
      () => plot.steps([0], { a: [1, 2] }),
      "plot.steps: y.a must have length 1 (length of x), got 2",
    ],
    [() => plot.line([0], [1], { colour: 1 } as never), 'plot.line: options has no "colour"'],
    [() => plot.curve(Math.sin, [1, 0]), "plot.curve: interval[1] must be a number > 1, got 0"],
    [() => plot.curve(3 as never, [0, 1]), "plot.curve: f must be a function, got 3"],
    [() => plot.curve({ g: 3 } as never, [0, 1]), "plot.curve: f.g must be a function, got 3"],
    [
      () => plot.curve(Math.sin, [0, 1], { n: 1 }),
      "plot.curve: n must be an integer in [2, 20000], got 1",
    ],
    [
      () => plot.band([0], [1], [0], [1, 2]),
      "plot.band: upper must have length 1 (length of x), got 2",
    ],
  ])("refuse: %#", (run, message) => {
    expect(run).toThrow(message);
  });
});
