import { requireOptions, requireVector } from "../../core";
import { type NeighborLists, requireNeighbors } from "./neighbors";

/** Options of `components`. */
export interface ComponentsOptions {
  /** Vertices that are taken away, with their edges. Default none. */
  without?: readonly number[];
}

/** The pieces without the vertices that are marked in `seen`, in the order in which they are met. */
export function piecesOf(neighbors: NeighborLists, seen: boolean[]): number[][] {
  const pieces: number[][] = [];
  for (let start = 0; start < neighbors.length; start++) {
    if (seen[start]) continue;
    seen[start] = true;
    const piece = [start]; // grows while we walk along it
    for (let k = 0; k < piece.length; k++) {
      for (const v of neighbors[piece[k]]) {
        if (seen[v]) continue;
        seen[v] = true;
        piece.push(v);
      }
    }
    pieces.push(piece);
  }
  return pieces;
}

/**
 * The pieces of a network, found by flooding: from a vertex to all its neighbours, on to theirs, until nothing
 * new is met. See Hopcroft & Tarjan 1973, "Algorithm 447: efficient algorithms for graph manipulation".
 *
 * @param neighbors - For each vertex the list of its neighbours.
 * @returns The vertices of each piece, the largest piece first; of equal ones that with the least vertex.
 * @throws TypeError, RangeError if the lists are not those of an undirected network, or `without` holds other
 * than vertices. Cost O(vertices + edges).
 * @example
 * learn.components([[1], [0, 2], [1], []]) // => [[0, 1, 2], [3]]
 * learn.components([[1], [0, 2], [1], []], { without: [1] }) // => [[0], [2], [3]]
 */
export function components(neighbors: NeighborLists, options: ComponentsOptions = {}): number[][] {
  const caller = "components";
  requireNeighbors(caller, neighbors);
  requireOptions(caller, options, ["without"]);
  const { without = [] } = options;
  requireVector(caller, "without", without);
  const seen = neighbors.map(() => false);
  for (const v of without) {
    if (!(v in seen)) {
      throw new RangeError(
        `${caller}: without must hold vertices, 0 to ${seen.length - 1}, got ${v}`,
      );
    }
    seen[v] = true;
  }
  return piecesOf(neighbors, seen).sort((p, q) => q.length - p.length);
}
