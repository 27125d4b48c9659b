import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { assemble } from "../../../lib/optimize/programs/assemble";
import { equilibrate } from "../../../lib/optimize/programs/equilibrate";
import { Span } from "../../../lib/optimize/programs/span";
import { compressRows, turned } from "../../../lib/optimize/programs/sparse";

describe("equilibration", () => {
  test("finds the scale of variables and rows through the curvature and the rows", () => {
    const g = rng(1);
    const n = 6;
    const d = g.integers(-25, 26, n).map((k) => 2 ** k);
    const e = g.integers(-25, 26, 4).map((k) => 2 ** k);
    const diagonal = d.map((v, j) => (j < 3 ? 3 / v ** 2 : 0));
    const A = compressRows(e.map((v) => d.map((t) => (g.uniform(0.5, 2) * v) / t)));
    const { s, r } = equilibrate(diagonal, A, turned(A, n));
    for (let i = 0; i < 4; i++) {
      for (let t = A.start[i]; t < A.start[i + 1]; t++) {
        const v = A.value[t] * r[i] * s[A.index[t]];
        expect(v).toBeGreaterThan(0.05);
        expect(v).toBeLessThanOrEqual(2);
      }
    }
    const curved = diagonal.slice(0, 3).map((v, j) => v * s[j] ** 2);
    expect(Math.max(...curved) / Math.min(...curved)).toBeLessThan(20);
  });

  test("empty rows and columns keep the scale 1", () => {
    const A = compressRows([
      [0, 2],
      [0, 0],
    ]);
    const { s, r } = equilibrate([0, 0], A, turned(A, 2));
    expect(s[0]).toBe(1);
    expect(r[1]).toBe(1);
  });
});

describe("span", () => {
  test("knows what it holds", () => {
    const span = new Span();
    expect(span.add(Float64Array.of(1, 1, 0))).toBe(true);
    expect(span.add(Float64Array.of(1, 0, 1))).toBe(true);
    expect(span.add(Float64Array.of(2, 1, 1))).toBe(false);
    expect(span.has(Float64Array.of(0, 1e8, -1e8))).toBe(true);
    expect(span.has(Float64Array.of(0, 0, 1e-8))).toBe(false);
    expect(span.has(new Float64Array(3))).toBe(true);
  });
});

describe("assembly", () => {
  const Q = [
    [2, 1, 0],
    [1, 3, 1],
    [0, 1, 4],
  ];
  const c = [1, -2, 3];
  const given = {
    Aub: [
      [1, 1, 1],
      [0, 0, 2],
      [0, 1, 0],
    ],
    bub: [4, 9, 7],
    Aeq: [
      [1, 0, -1],
      [2, 0, -2],
    ],
    beq: [-2, -4],
    lower: [-Infinity, 1.5, -5],
    upper: [8, 1.5, Infinity],
  };

  test("puts fixed variables in, drops equations that repeat others and rows that say nothing", () => {
    const { program, pointOf, price, scale } = assemble(Q, c, given);
    expect(program.Q.rows).toBe(2);
    expect(program.A.rows).toBe(1);
    expect(program.G.rows).toBe(2);
    expect(Array.from(program.sign)).toEqual([1, -1]);
    expect(scale[1]).toBe(0);
    // the objective is the same up to its price and a constant
    const value = (x: number[]) =>
      x.reduce((s, v, i) => s + v * (c[i] + Q[i].reduce((t, q, j) => t + (q * x[j]) / 2, 0)), 0);
    const own = (x: Float64Array) => {
      let sum = 0;
      for (let i = 0; i < 2; i++) {
        sum += x[i] * program.c[i];
        for (let j = 0; j < 2; j++) sum += (x[i] * program.Q.data[2 * i + j] * x[j]) / 2;
      }
      return sum;
    };
    const [a, b] = [Float64Array.of(1, -2), Float64Array.of(-3, 0.5)];
    expect(pointOf(a)[1]).toBe(1.5);
    expect(value(pointOf(a)) - value(pointOf(b))).toBeCloseTo(price * (own(a) - own(b)), 10);
  });
});
