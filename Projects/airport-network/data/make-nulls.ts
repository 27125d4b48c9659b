/**
 * Makes nulls.csv: 1000 rewired networks and what is measured of them, two kinds in two chains of 250 each.
 * From the course's root: node node_modules/tsx/dist/cli.mjs Projects/airport-network/data/make-nulls.ts
 *
 * Both kinds keep the number of services of every airport. "degrees" is otherwise uniform; "distance" also
 * weighs every service by its length, with the two coefficients that the notebook fits. Chain 0 starts at
 * the network itself, chain 1 at a network shuffled without weights.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { core, learn, linalg } from "../../../lib";

const HERE = import.meta.dirname;
const SEED = 2008;
const LEAST = 104; // flights a year, both ways together
const KEPT = 250; // networks of a chain
const APART = { degrees: 10, distance: 300 }; // attempts between two of them, per service
const SHUFFLE = 30; // attempts without weights before chain 1, per service
const SLOPES = [-2.659, -1.274]; // of ln r and (ln r)², r in 1000 km
const FAR = 200; // km

const rows = (name: string) =>
  readFileSync(join(HERE, name), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));

/** Neighbours of each of n vertices. */
function listsOf(edges: readonly (readonly number[])[], n: number): number[][] {
  const lists: number[][] = Array.from({ length: n }, () => []);
  for (const [i, j] of edges) {
    lists[i].push(j);
    lists[j].push(i);
  }
  return lists;
}

const codes = rows("airports.csv").map((row) => row[0]);
const total = new Map<string, number>();
for (const [from, to, count] of rows("flights.csv")) {
  const key = from < to ? `${from} ${to}` : `${to} ${from}`;
  total.set(key, (total.get(key) ?? 0) + Number(count));
}
const services = [...total]
  .filter(([, count]) => count >= LEAST)
  .map(([key]) => key.split(" ").map((code) => codes.indexOf(code)));
const main = [...learn.components(listsOf(services, codes.length))[0]].sort((i, j) => i - j);
const n = main.length;
const at = new Map(main.map((i, k) => [i, k]));
const start = services
  .map(([i, j]): [number, number] => [at.get(i)!, at.get(j)!])
  .map(([i, j]): [number, number] => (i < j ? [i, j] : [j, i]))
  .sort((p, q) => p[0] - q[0] || p[1] - q[1]);

const onSphere = main.map((i) => {
  const [north, east] = rows("airports.csv")
    [i].slice(-2)
    .map((v) => (Number(v) * Math.PI) / 180);
  const level = Math.cos(north);
  return [level * Math.cos(east), level * Math.sin(east), Math.sin(north)];
});
const km = onSphere.map((p) =>
  onSphere.map((q) => 2 * 6371 * Math.asin(linalg.norm(linalg.sub(p, q)) / 2)),
);
const logWeight = km.map((row) =>
  row.map((d) => {
    const r = d > 0 ? Math.log(d / 1000) : 0;
    return SLOPES[0] * r + SLOPES[1] * r * r;
  }),
);

/** Over all pairs, the most that two closings strand beyond the sum of what each strands alone. */
function mostByTwo(graph: number[][]): number {
  const alone = learn.articulation(graph);
  let most = 0;
  graph.forEach((_, u) => {
    const without = graph.map((list, v) => (v === u ? [] : list.filter((w) => w !== u)));
    const rest = learn.components(without)[0];
    const lost = learn.articulation(without);
    for (const v of rest) {
      const both = graph.length - 1 - rest.length + lost[v];
      most = Math.max(most, both - alone[u] - alone[v]);
    }
  });
  return most;
}

/** What is measured of a network. */
function measure(edges: readonly (readonly number[])[]): number[] {
  const whole = listsOf(edges, n);
  const kept = learn.components(whole)[0];
  const place = new Map(kept.map((v, k) => [v, k]));
  const graph = kept.map((v) => whole[v].map((u) => place.get(u)!));
  const degree = graph.map((list) => list.length);
  const A = graph.map((list) => {
    const row = degree.map(() => 0);
    for (const j of list) row[j] = 1;
    return row;
  });
  const second = (L: number[][]) => linalg.eigh(L).values[1];
  const lost = learn.articulation(graph);
  const remote = graph.map((_, v) => {
    if (lost[v] === 0) return 0;
    const [rest, ...parts] = learn.components(graph, { without: [v] });
    const far = (u: number) => rest.every((w) => km[kept[u]][kept[w]] > FAR);
    return parts.flat().filter(far).length;
  });
  const paths = linalg.matmul(A, A);
  const sum = (x: number[]) => x.reduce((s, v) => s + v, 0);
  const closed = sum(A.map((row, i) => linalg.dot(row, paths[i])));
  const busiest = degree.map((_, v) => v).sort((u, v) => degree[v] - degree[u] || u - v);
  const halved = busiest.findIndex(
    (_, k) => learn.components(graph, { without: busiest.slice(0, k) })[0].length < n / 2,
  );
  return [
    kept.length,
    second(linalg.laplacian(A)),
    second(linalg.laplacian(A, { normalized: true })),
    lost.filter((d) => d > 0).length,
    sum(lost),
    Math.max(...lost),
    sum(remote),
    closed / sum(degree.map((d) => d * (d - 1))),
    sum(edges.map(([i, j]) => km[i][j])) / edges.length,
    halved,
    mostByTwo(graph),
  ];
}

const kinds = ["degrees", "distance"] as const;
const columns =
  "airports,lambda2,normalised,cutAirports,stranded,most,remote,transitivity,meanKm,halved,pairExtra";
const lines = [`kind,chain,${columns}`];
for (const kind of kinds) {
  for (const chain of [0, 1]) {
    const random = core.rng(SEED + chain);
    let edges = start;
    const walk = (perService: number, weights?: number[][]) => {
      const attempts = perService * start.length;
      const options = weights ? { logWeight: weights } : {};
      edges = learn.rewire(edges, { attempts, rng: random, ...options }).edges;
    };
    if (chain === 1) walk(SHUFFLE);
    for (let k = 0; k < KEPT; k++) {
      walk(APART[kind], kind === "distance" ? logWeight : undefined);
      const numbers = measure(edges).map((v) => (Number.isInteger(v) ? v : v.toFixed(5)));
      lines.push([kind, chain, ...numbers].join(","));
    }
  }
}
const text = `${lines.join("\n")}\n`;
writeFileSync(join(HERE, "nulls.csv"), text);
console.log(measure(start), createHash("sha256").update(text).digest("hex"));
