import {
  describeValue,
  type ReadonlyMatrix,
  type Rng,
  requireMatrix,
  requireNumber,
  requireOptions,
} from "../../core";
import { rngOrDefault } from "../guards";

/** Options of `rewire`. */
export interface RewireOptions {
  /** How many swaps are tried, refused ones counted. Required. */
  attempts: number;
  /** The log-weight of each edge, n×n and symmetric. Default: all networks are equally likely. */
  logWeight?: ReadonlyMatrix;
  /** Where draws come from. Default `rng(0)`. */
  rng?: Rng;
}

/** What `rewire` returns. */
export interface Rewired {
  /** As many edges as before, in an order that belongs to the walk: hand them in again to walk on. */
  edges: [number, number][];
  /** How many of the attempts were swaps. */
  accepted: number;
}

/** The edges checked and copied, and how many vertices they speak of. */
function requireEdges(edges: readonly (readonly number[])[]): [[number, number][], number] {
  if (!Array.isArray(edges) || edges.length === 0) {
    throw new TypeError(`rewire: edges must be a list of pairs, got ${describeValue(edges)}`);
  }
  const E = requireMatrix("rewire", "edges", edges, { cols: 2 });
  let n = 0;
  const seen = new Set<string>();
  const copy = E.map(([i, j], k): [number, number] => {
    for (const v of [i, j]) requireNumber("rewire", `edges[${k}]`, v, { min: 0, integer: true });
    if (i === j) throw new RangeError(`rewire: edges[${k}] must join two vertices, got ${i} twice`);
    const key = i < j ? `${i} ${j}` : `${j} ${i}`;
    if (seen.has(key)) throw new RangeError(`rewire: edges[${k}] is there twice: ${i}, ${j}`);
    seen.add(key);
    n = Math.max(n, i + 1, j + 1);
    return [i, j];
  });
  return [copy, n];
}

function requireWeights(logWeight: ReadonlyMatrix, n: number): void {
  requireMatrix("rewire", "logWeight", logWeight, { minRows: n, square: true });
  logWeight.forEach((row, i) => {
    const j = row.findIndex((w, k) => w !== logWeight[k][i]);
    if (j < 0) return;
    throw new RangeError(
      `rewire: logWeight must be symmetric, [${i}][${j}] is ${row[j]} and [${j}][${i}] is ${logWeight[j][i]}`,
    );
  });
}

/**
 * A random network in which every vertex keeps its number of edges, by swaps: two edges ab and cd drawn at
 * random become ad and cb, unless that would make a loop or a double edge. As refused attempts count as steps,
 * the walk tends to the uniform law on all simple networks with these degrees; with log-weights, a swap that
 * lowers their sum by δ is accepted with chance e^{−δ} (Metropolis), and the law is proportional to
 * exp(Σ_edges logWeight). Start and result are dependent unless the attempts are many: compare several walks.
 *
 * @param edges - Pairs of vertices, each once, in either order; no loops.
 * @returns `{ edges, accepted }`.
 * @throws TypeError, RangeError for other edges, attempts that are no whole number ≥ 0, or weights of another
 * size. Cost O(attempts + edges); log-weights are looked at once, O(n²).
 *
 * Source: Fosdick, Larremore, Nishimura and Ugander (2016), "Configuring random graph models with fixed degree
 * sequences", arXiv 1608.00607.
 * @example
 * learn.rewire([[0, 1], [2, 3]], { attempts: 20, rng: rng(1) }).edges.flat().sort() // => [0, 1, 2, 3]
 * learn.rewire([[0, 1], [1, 2], [2, 0]], { attempts: 20 }).accepted // => 0
 */
export function rewire(edges: readonly (readonly number[])[], options: RewireOptions): Rewired {
  requireOptions("rewire", options, ["attempts", "logWeight", "rng"]);
  const attempts = requireNumber("rewire", "attempts", options.attempts, { min: 0, integer: true });
  const random = rngOrDefault("rewire", options.rng);
  const [list, n] = requireEdges(edges);
  const { logWeight } = options;
  if (logWeight !== undefined) requireWeights(logWeight, n);
  const key = (i: number, j: number) => (i < j ? i * n + j : j * n + i);
  const joined = new Set(list.map(([i, j]) => key(i, j)));
  let accepted = 0;
  for (let t = 0; t < attempts; t++) {
    const p = random.integers(0, list.length);
    const q = random.integers(0, list.length);
    const [a, b] = list[p];
    const [c, d] = random.random() < 0.5 ? list[q] : [list[q][1], list[q][0]];
    if (a === c || a === d || b === c || b === d) continue;
    if (joined.has(key(a, d)) || joined.has(key(c, b))) continue;
    if (logWeight) {
      const gain = logWeight[a][d] + logWeight[c][b] - logWeight[a][b] - logWeight[c][d];
      if (gain < 0 && random.random() >= Math.exp(gain)) continue;
    }
    joined.delete(key(a, b));
    joined.delete(key(c, d));
    joined.add(key(a, d));
    joined.add(key(c, b));
    list[p] = [a, d];
    list[q] = [c, b];
    accepted++;
  }
  return { edges: list, accepted };
}
