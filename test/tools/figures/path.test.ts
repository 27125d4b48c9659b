import { describe, expect, test } from "vitest";
import { flatten, numbersIn, Way } from "../../../tools/figures/path";

const last = (d: string) => flatten(d).at(-1)?.at(-1);

describe("flatten", () => {
  test("reads lines, absolute and relative, with or without spaces", () => {
    expect(flatten("M10,20L30,40l-5-5H0v10Z")).toEqual([
      [
        [10, 20],
        [30, 40],
        [25, 35],
        [0, 35],
        [0, 45],
        [10, 20],
      ],
    ]);
    expect(flatten("m1 1 2 2 3 3M0 0")).toEqual([
      [
        [1, 1],
        [3, 3],
        [6, 6],
      ],
      [[0, 0]],
    ]);
    expect(flatten("")).toEqual([]);
    expect(numbersIn("1e-3,-.5.25+4")).toEqual([0.001, -0.5, 0.25, 4]);
  });

  test("ends curves where they end", () => {
    expect(last("M0,0C1,0,2,1,3,3")).toEqual([3, 3]);
    expect(last("M1,1c1,0,2,1,3,3s1,1,2,0")).toEqual([6, 4]);
    expect(last("M0,0Q1,2,2,0T4,0")).toEqual([4, 0]);
    const end = last("M1,0A1,1,0,0,1,0,1") as readonly number[];
    expect(end[0]).toBeCloseTo(0, 12);
    expect(end[1]).toBeCloseTo(1, 12);
  });

  test("mirrors the control point of the curve before", () => {
    const middle = flatten("M0,0Q1,2,2,0T4,0")[0]?.[24] as readonly number[];
    expect(middle[0]).toBeCloseTo(3, 12);
    expect(middle[1]).toBeCloseTo(-1, 12);
  });
});

describe("Way", () => {
  test("measures lines, arcs and curves", () => {
    expect(new Way("M0,0L3,4M10,0h5").length).toBe(10);
    expect(new Way("M5,0A5,5,0,1,1,-5,0A5,5,0,1,1,5,0").length).toBeCloseTo(10 * Math.PI, 0);
    // the parabola y = x² from 0 to 1: (2√5 + asinh 2) / 4
    expect(new Way("M0,0Q0.5,0,1,1").length).toBeCloseTo((2 * Math.sqrt(5) + Math.asinh(2)) / 4, 2);
    expect(new Way("").length).toBe(0);
  });

  test("takes the large arc or the small one, either way round", () => {
    const top = (flags: string) => {
      const ys = flatten(`M-1,0A1.25,1.25,0,${flags},1,0`)
        .flat()
        .map(([, y]) => y);
      return [Math.min(...ys), Math.max(...ys)].map((y) => Math.round(100 * y) / 100 + 0);
    };
    expect(top("0,1")).toEqual([-0.5, 0]);
    expect(top("0,0")).toEqual([0, 0.5]);
    expect(top("1,1")).toEqual([-2, 0]);
    expect(top("1,0")).toEqual([0, 2]);
  });

  test("knows where one stands, also before the start and after the end", () => {
    const way = new Way("M0,0L3,4L3,10");
    expect(way.at(5)).toEqual({ x: 3, y: 4 });
    expect(way.at(8)).toEqual({ x: 3, y: 7 });
    expect(way.at(-1)).toEqual({ x: 0, y: 0 });
    expect(way.at(99)).toEqual({ x: 3, y: 10 });
    expect(new Way("").at(1)).toEqual({ x: 0, y: 0 });
  });
});
