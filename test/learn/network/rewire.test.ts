import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { rewire } from "../../../lib/learn";

const degreesOf = (edges: readonly (readonly number[])[], n: number) => {
  const degrees = Array.from({ length: n }, () => 0);
  for (const v of edges.flat()) degrees[v]++;
  return degrees;
};

/** A pair and a triangle: the degrees 1, 1, 2, 2, 2 allow six paths besides. */
const SEVEN = [[0, 1], [2, 3], [3, 4], [4, 2]]; // biome-ignore format: edges
const keyOf = (edges: readonly (readonly number[])[]) =>
  edges.map(([i, j]) => (i < j ? `${i}${j}` : `${j}${i}`)).sort().join(" "); // biome-ignore format: a chain

describe("rewire", () => {
  test("keeps degrees, and leaves a simple network", () => {
    const random = rng(3);
    const edges: [number, number][] = [];
    for (let i = 0; i < 40; i++)
      for (let j = 0; j < i; j++) if (random.random() < 0.15) edges.push([i, j]);
    const made = rewire(edges, { attempts: 5000, rng: random });
    expect(made.accepted).toBeGreaterThan(1000);
    expect(degreesOf(made.edges, 40)).toEqual(degreesOf(edges, 40));
    const keys = made.edges.map(([i, j]) => (i < j ? `${i} ${j}` : `${j} ${i}`));
    expect(new Set(keys).size).toBe(edges.length);
    expect(made.edges.every(([i, j]) => i !== j)).toBe(true);
    expect(keyOf(made.edges)).not.toBe(keyOf(edges));
  });

  test("meets all seven networks of small degrees equally often", () => {
    const random = rng(8);
    const met = new Map<string, number>();
    let edges: readonly (readonly number[])[] = SEVEN;
    for (let k = 0; k < 14_000; k++) {
      edges = rewire(edges, { attempts: 3, rng: random }).edges;
      met.set(keyOf(edges), (met.get(keyOf(edges)) ?? 0) + 1);
    }
    expect(met.size).toBe(7);
    for (const count of met.values()) expect(Math.abs(count - 2000)).toBeLessThan(250);
  });

  test("follows log-weights: a network is as likely as its edges weigh", () => {
    const logWeight = [0, 1, 2, 3, 4].map((i) =>
      [0, 1, 2, 3, 4].map((j) => (i + j === 1 ? Math.log(3) : 0)),
    ); // the edge 0–1, which the triangle alone has
    const random = rng(9);
    let [edges, triangle]: [readonly (readonly number[])[], number] = [SEVEN, 0];
    for (let k = 0; k < 14_000; k++) {
      edges = rewire(edges, { attempts: 3, logWeight, rng: random }).edges;
      triangle += Number(keyOf(edges) === keyOf(SEVEN));
    }
    expect(Math.abs(triangle / 14_000 - 3 / 9)).toBeLessThan(0.03);
  });

  test("walks on where it stopped", () => {
    const [once, twice] = [rng(4), rng(4)];
    const all = rewire(SEVEN, { attempts: 50, rng: once }).edges;
    const half = rewire(SEVEN, { attempts: 20, rng: twice }).edges;
    expect(rewire(half, { attempts: 30, rng: twice }).edges).toEqual(all);
    expect(rewire(SEVEN, { attempts: 0 }).edges).toEqual(SEVEN);
  });

  test("objects to what are no edges", () => {
    expect(() => rewire([], { attempts: 1 })).toThrow(TypeError);
    expect(() => rewire([[0, 0]], { attempts: 1 })).toThrow("must join two vertices");
    expect(() => rewire([[0, 1], [1, 0]], { attempts: 1 })).toThrow("is there twice"); // biome-ignore format: edges
    expect(() => rewire([[0, -1]], { attempts: 1 })).toThrow(RangeError);
    expect(() => rewire([[0, 1, 2]], { attempts: 1 })).toThrow("2 columns");
    expect(() => rewire([[0, 1]], { attempts: 1.5 })).toThrow(RangeError);
    const skew = [[0, 1], [2, 0]]; // biome-ignore format: a matrix
    expect(() => rewire([[0, 1]], { attempts: 1, logWeight: skew })).toThrow("symmetric");
    expect(() => rewire([[0, 2]], { attempts: 1, logWeight: [[0]] })).toThrow("at least 3 rows");
  });
});
