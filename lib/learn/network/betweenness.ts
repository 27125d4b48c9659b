import type { Vector } from "../../core";
import { type NeighborLists, requireNeighbors } from "./neighbors";

/**
 * Betweenness: for each vertex v the number of pairs of others whose shortest paths pass v, each pair counting
 * by the share of its shortest paths that do, Σ_{i<j} σ_ij(v)/σ_ij (Freeman 1977).
 *
 * By Brandes's algorithm (2001): from each vertex count shortest paths outwards, layer by layer, and hand
 * shares back inwards. Edges have no weights. Over all vertices it adds up to Σ_{i<j} (d_ij − 1).
 *
 * @param neighbors - For each vertex the list of its neighbours.
 * @returns One number for each vertex, not divided by the number of pairs.
 * @throws TypeError, RangeError if the lists are not those of an undirected network. Cost O(vertices · edges).
 * @example
 * learn.betweenness([[1], [0, 2], [1]]) // => [0, 1, 0]
 * learn.betweenness([[1, 3], [0, 2], [1, 3], [2, 0]]) // => [0.5, 0.5, 0.5, 0.5]
 */
export function betweenness(neighbors: NeighborLists): Vector {
  requireNeighbors("betweenness", neighbors);
  const n = neighbors.length;
  const total = neighbors.map(() => 0);
  const [distance, paths, share] = [new Int32Array(n), new Float64Array(n), new Float64Array(n)];
  for (let start = 0; start < n; start++) {
    distance.fill(-1);
    paths.fill(0);
    share.fill(0);
    distance[start] = 0;
    paths[start] = 1;
    const order = [start];
    for (let k = 0; k < order.length; k++) {
      const u = order[k];
      for (const v of neighbors[u]) {
        if (distance[v] < 0) {
          distance[v] = distance[u] + 1;
          order.push(v);
        }
        if (distance[v] === distance[u] + 1) paths[v] += paths[u];
      }
    }
    for (let k = order.length - 1; k > 0; k--) {
      const v = order[k];
      for (const u of neighbors[v]) {
        if (distance[u] === distance[v] - 1) share[u] += (paths[u] / paths[v]) * (1 + share[v]);
      }
      total[v] += share[v] / 2; // each pair is met from both ends
    }
  }
  return total;
}
