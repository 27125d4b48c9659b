import type { Vector } from "../../core";
import { type NeighborLists, requireNeighbors } from "./neighbors";

/** A walk in depth: when each vertex is met, the earliest that its subtree sees, and whom it would lose. */
interface Walk {
  /** When a vertex is met, from 1; 0 before. */
  met: Int32Array;
  low: Int32Array;
  /** From whom a vertex is met (−1: from none), and how many of its neighbours have been looked at. */
  parent: Int32Array;
  looked: Int32Array;
  /** Vertices in the subtree. */
  size: Int32Array;
  /** Sizes of the subtrees that see the rest through a vertex alone. */
  hanging: number[][];
}

/** Walks through the piece of `root`; returns its vertices in the order in which they are met. */
function walkFrom(root: number, neighbors: NeighborLists, walk: Walk, clock: number): number[] {
  const { met, low, parent, looked, size, hanging } = walk;
  const order = [root];
  const stack = [root];
  met[root] = low[root] = ++clock;
  while (stack.length > 0) {
    const u = stack[stack.length - 1];
    if (looked[u] < neighbors[u].length) {
      const v = neighbors[u][looked[u]++];
      if (met[v] === 0) {
        met[v] = low[v] = ++clock;
        parent[v] = u;
        order.push(v);
        stack.push(v);
      } else if (v !== parent[u]) low[u] = Math.min(low[u], met[v]);
      continue;
    }
    stack.pop();
    const above = parent[u];
    if (above < 0) continue;
    size[above] += size[u];
    low[above] = Math.min(low[above], low[u]);
    if (low[u] >= met[above]) hanging[above].push(size[u]);
  }
  return order;
}

/**
 * What every vertex holds together: how many others of its piece are cut off from the largest part when it is
 * taken away. 0 for all but the articulation points.
 *
 * One walk in depth for all of them, by lowpoints (Hopcroft and Tarjan 1973): number vertices as they are
 * met, and let low(c) be the least number that the subtree of c reaches by an edge off the tree. A child c of v
 * with low(c) ≥ number(v) sees the rest through v alone.
 *
 * @param neighbors - For each vertex the list of its neighbours.
 * @returns One number for each vertex.
 * @throws TypeError, RangeError if the lists are not those of an undirected network. Cost O(vertices + edges).
 * @example
 * learn.articulation([[1], [0, 2], [1, 3, 4], [2, 4], [2, 3]]) // => [0, 1, 2, 0, 0]
 */
export function articulation(neighbors: NeighborLists): Vector {
  requireNeighbors("articulation", neighbors);
  const n = neighbors.length;
  const walk: Walk = {
    met: new Int32Array(n),
    low: new Int32Array(n),
    parent: new Int32Array(n).fill(-1),
    looked: new Int32Array(n),
    size: new Int32Array(n).fill(1),
    hanging: neighbors.map(() => []),
  };
  const lost = neighbors.map(() => 0);
  let clock = 0;
  for (let root = 0; root < n; root++) {
    if (walk.met[root] > 0) continue;
    const piece = walkFrom(root, neighbors, walk, clock);
    clock += piece.length;
    for (const v of piece) {
      const parts = walk.hanging[v];
      const rest = piece.length - 1 - parts.reduce((sum, part) => sum + part, 0);
      lost[v] = piece.length - 1 - Math.max(rest, ...parts);
    }
  }
  return lost;
}
