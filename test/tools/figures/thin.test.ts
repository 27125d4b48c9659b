import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { thinTrace } from "../../../tools/figures/thin";

const random = rng(7);
const normals = (n: number) => Array.from({ length: n }, () => random.normal());

describe("thinTrace", () => {
  test("lets be what is small, and kinds it does not know", () => {
    const small = { type: "scatter", mode: "markers", x: [1, 2], y: [3, 4] };
    expect(thinTrace(small, 720)).toBe(small);
    const bars = { type: "bar", x: normals(9000), y: normals(9000) };
    expect(thinTrace(bars, 720)).toBe(bars);
    const words = { mode: "markers", x: Array(9000).fill("a"), y: normals(9000) };
    expect(thinTrace(words, 720)).toBe(words);
  });

  test("keeps one point in every cell of a cloud, with its colour and text", () => {
    const n = 50_000;
    const [x, y] = [normals(n), normals(n)];
    const trace = { mode: "markers", x, y, text: x.map(String), marker: { color: y, size: 4 } };
    const thin = thinTrace(trace, 100) as typeof trace;
    expect(thin.x.length).toBeLessThan(n / 2);
    expect(thin.marker.color).toEqual(thin.y);
    expect(thin.text).toEqual(thin.x.map(String));
    expect(thin.marker.size).toBe(4);
    const [left, bottom] = [Math.min(...x), Math.min(...y)];
    const [width, height] = [Math.max(...x) - left, Math.max(...y) - bottom];
    const cellsOf = (xs: number[], ys: number[]) =>
      new Set(
        xs.map((v, i) => {
          const w = ys[i] as number;
          return [(v - left) / width, (w - bottom) / height].map((t) => Math.round(200 * t)).join();
        }),
      );
    expect(cellsOf(thin.x, thin.y).size).toBe(thin.x.length);
    expect(cellsOf(x, y).size).toBe(thin.x.length);
  });

  test("keeps the outline of a curve: in each column its ends, its least and its greatest", () => {
    const n = 100_000;
    const x = Array.from({ length: n }, (_, i) => i / n);
    const y = normals(n);
    y[54_321] = 99;
    const thin = thinTrace({ mode: "lines", x, y }, 100) as { x: number[]; y: number[] };
    expect(thin.x.length).toBeLessThanOrEqual(4 * 201);
    expect(thin.y).toContain(99);
    expect(Math.min(...thin.y)).toBe(Math.min(...y));
    expect(thin.x[0]).toBe(0);
    expect(thin.x.at(-1)).toBe((n - 1) / n);
    expect(thin.x.every((v, i) => i === 0 || v > (thin.x[i - 1] as number))).toBe(true);
  });

  test("lets curves be that go back, have gaps or are filled", () => {
    const n = 9000;
    const x = Array.from({ length: n }, (_, i) => i);
    const back = { mode: "lines", x: [...x].reverse(), y: normals(n) };
    expect(thinTrace(back, 100)).toBe(back);
    const gaps = { mode: "lines", x, y: [null, ...normals(n - 1)] };
    expect(thinTrace(gaps, 100)).toBe(gaps);
    const filled = { mode: "lines", x, y: normals(n), fill: "tozeroy" };
    expect(thinTrace(filled, 100)).toBe(filled);
  });
});
