import { describeValue } from "../../core";

/** For each vertex 0 … n − 1 the list of those that it is joined to; whoever lists a vertex is listed by it. */
export type NeighborLists = readonly (readonly number[])[];

/** Asserts that a list holds vertices other than u, none twice; `stamp` remembers who has been met by whom. */
function requireList(caller: string, list: readonly number[], u: number, stamp: Int32Array): void {
  for (const v of list) {
    if (!Number.isInteger(v) || v < 0 || v >= stamp.length || v === u) {
      throw new RangeError(
        `${caller}: neighbors[${u}] must hold other vertices, 0 to ${stamp.length - 1}, got ${describeValue(v)}`,
      );
    }
    if (stamp[v] === u) {
      throw new RangeError(`${caller}: neighbors[${u}] must not name a vertex twice, it does ${v}`);
    }
    stamp[v] = u;
  }
}

/**
 * Asserts that `neighbors` are the lists of an undirected network without loops and double edges.
 *
 * @throws TypeError if it is no list of lists; RangeError, naming the edge, for the rest.
 */
export function requireNeighbors(caller: string, neighbors: NeighborLists): NeighborLists {
  if (!Array.isArray(neighbors) || !neighbors.every(Array.isArray)) {
    throw new TypeError(
      `${caller}: neighbors must be a list of lists of vertices, got ${describeValue(neighbors)}`,
    );
  }
  const n = neighbors.length;
  const stamp = new Int32Array(n).fill(-1);
  const listedBy: number[][] = neighbors.map(() => []);
  for (let u = 0; u < n; u++) {
    requireList(caller, neighbors[u], u, stamp);
    for (const v of neighbors[u]) listedBy[v].push(u);
  }
  stamp.fill(-1);
  for (let u = 0; u < n; u++) {
    for (const v of listedBy[u]) stamp[v] = u;
    for (const v of neighbors[u]) {
      if (stamp[v] === u) continue;
      throw new RangeError(
        `${caller}: neighbors[${v}] must hold ${u}, as neighbors[${u}] holds ${v}`,
      );
    }
  }
  return neighbors;
}
