import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { articulation, betweenness, components } from "../../../lib/learn";

/** A random network of n vertices with chance p for each edge. */
function randomNetwork(n: number, p: number, seed: number): number[][] {
  const random = rng(seed);
  const lists: number[][] = Array.from({ length: n }, () => []);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      if (random.random() >= p) continue;
      lists[i].push(j);
      lists[j].push(i);
    }
  return lists;
}

/** Lengths of shortest paths, Infinity where there is none, by Floyd and Warshall. */
function distances(neighbors: number[][]): number[][] {
  const d = neighbors.map((list, i) =>
    neighbors.map((_, j) => (i === j ? 0 : list.includes(j) ? 1 : Infinity)),
  );
  for (let k = 0; k < d.length; k++)
    for (const row of d)
      for (let j = 0; j < d.length; j++) row[j] = Math.min(row[j], row[k] + d[k][j]);
  return d;
}

describe("components", () => {
  test("are the classes of vertices at a finite distance, the largest first", () => {
    for (const seed of [1, 2, 3, 4]) {
      const network = randomNetwork(40, 0.04, seed);
      const d = distances(network);
      const pieces = components(network);
      expect(pieces.flat().sort((a, b) => a - b)).toEqual(network.map((_, v) => v));
      pieces.forEach((piece, k) => {
        if (k > 0) expect(piece.length).toBeLessThanOrEqual(pieces[k - 1].length);
        const reached = d[piece[0]].flatMap((length, v) => (length < Infinity ? [v] : []));
        expect([...piece].sort((a, b) => a - b)).toEqual(reached);
      });
    }
  });

  test("without some, nothing, and no network at all", () => {
    const ring = [0, 1, 2, 3, 4].map((v) => [(v + 1) % 5, (v + 4) % 5]);
    expect(components(ring, { without: [0, 2] })).toEqual([[3, 4], [1]]);
    expect(components(ring, { without: [0, 1, 2, 3, 4] })).toEqual([]);
    expect(components([])).toEqual([]);
  });

  test("objects to lists that are no undirected network", () => {
    expect(() => components([[1], []])).toThrow("neighbors[1] must hold 0");
    expect(() => components([[0]])).toThrow("must hold other vertices");
    expect(() => components([[1, 1], [0]])).toThrow("twice");
    expect(() => components([[1.5], [0]])).toThrow(RangeError);
    expect(() => components([1] as unknown as number[][])).toThrow(TypeError);
    expect(() => components([[]], { without: [1] })).toThrow("without must hold vertices");
    expect(() => components([[]], { closed: [0] } as object)).toThrow(/no "closed"/);
  });
});

describe("articulation", () => {
  test("as by taking vertices away one by one", () => {
    for (const [seed, p] of [
      [1, 0.03],
      [2, 0.05],
      [3, 0.08],
      [4, 0.3],
    ]) {
      // biome-ignore format: pairs
      const network = randomNetwork(45, p, seed);
      const piece = new Map(components(network).flatMap((list) => list.map((v) => [v, list])));
      const byHand = network.map((_, v) => {
        const own = new Set(piece.get(v));
        const parts = components(network, { without: [v] }).filter((part) => own.has(part[0]));
        return parts.slice(1).flat().length;
      });
      expect(articulation(network)).toEqual(byHand);
    }
  });

  test("a star, a ring, and a path too long for recursion", () => {
    expect(articulation([[1, 2, 3], [0], [0], [0]])).toEqual([2, 0, 0, 0]);
    expect(articulation([0, 1, 2, 3].map((v) => [(v + 1) % 4, (v + 3) % 4]))).toEqual([0, 0, 0, 0]);
    const n = 50_001;
    const path = Array.from({ length: n }, (_, v) => [v - 1, v + 1].filter((u) => u >= 0 && u < n));
    expect(articulation(path)[25_000]).toBe(25_000);
    expect(articulation(path)[10]).toBe(10);
  });

  test("an edge between two, and a lone vertex", () => {
    expect(articulation([[1], [0], []])).toEqual([0, 0, 0]);
    expect(articulation([])).toEqual([]);
  });
});

describe("betweenness", () => {
  test("adds up to the stops of all shortest paths", () => {
    for (const seed of [1, 2, 3]) {
      const network = randomNetwork(35, 0.12, seed);
      let stops = 0;
      distances(network).forEach((row, i) => {
        for (let j = 0; j < i; j++) if (row[j] < Infinity) stops += row[j] - 1;
      });
      const total = betweenness(network).reduce((sum, b) => sum + b, 0);
      expect(total).toBeCloseTo(stops, 9);
    }
  });

  test("by the definition, with path counts from powers of the adjacency matrix", () => {
    const network = randomNetwork(14, 0.22, 7);
    const d = distances(network);
    let power = network.map((list, i) =>
      network.map((_, j) => Number(i === j && list.length >= 0)),
    );
    const count = power.map((row) => [...row]);
    for (let h = 1; h < 14; h++) {
      power = power.map((row) => network.map((list) => list.reduce((s, k) => s + row[k], 0)));
      d.forEach((row, i) => {
        row.forEach((length, j) => {
          if (length === h) count[i][j] = power[i][j];
        });
      });
    }
    const byDefinition = network.map((_, v) => {
      let sum = 0;
      for (let i = 0; i < 14; i++)
        for (let j = 0; j < i; j++) {
          if (i === v || j === v || !(d[i][j] < Infinity)) continue;
          if (d[i][v] + d[v][j] === d[i][j]) sum += (count[i][v] * count[v][j]) / count[i][j];
        }
      return sum;
    });
    betweenness(network).forEach((b, v) => {
      expect(b).toBeCloseTo(byDefinition[v], 10);
    });
  });

  test("closed forms: a star and a path", () => {
    expect(betweenness([[1, 2, 3, 4], [0], [0], [0], [0]])).toEqual([6, 0, 0, 0, 0]);
    const path = Array.from({ length: 6 }, (_, v) => [v - 1, v + 1].filter((u) => u >= 0 && u < 6));
    expect(betweenness(path)).toEqual([0, 4, 6, 6, 4, 0]);
  });
});
