import { describeValue, type Matrix, type Rng } from "../../core";

/**
 * How the values of a name are drawn: `[low, high]` uniformly; words for whole numbers ("1..9"),
 * vectors ("4"), matrices ("3x2") and their kinds ("3x3 symmetric", "… positive definite",
 * "… orthogonal", "… lower triangular", "… diagonal"), and for a law on K outcomes ("simplex 3");
 * a function of the generator for all else, also for one that gives a function.
 */
export type Draw = readonly [low: number, high: number] | string | ((random: Rng) => unknown);

/** What such a draw gives. */
export type Drawn<D> = D extends readonly [number, number]
  ? number
  : D extends `${number}..${number}`
    ? number
    : D extends `${number}x${string}`
      ? Matrix
      : D extends string
        ? number[]
        : D extends (random: Rng) => infer V
          ? V
          : never;

type Kind = (random: Rng, m: number, n: number) => Matrix;

const normals: Kind = (random, m, n) => Array.from({ length: m }, () => random.normal(0, 1, n));

const transposeOf = (A: Matrix): Matrix => (A[0] ?? []).map((_, j) => A.map((row) => row[j] ?? 0));

const times = (A: Matrix, B: Matrix): Matrix =>
  A.map((row) =>
    (B[0] ?? []).map((_, j) => row.reduce((sum, a, k) => sum + a * (B[k]?.[j] ?? 0), 0)),
  );

const kept = (A: Matrix, keep: (i: number, j: number) => boolean): Matrix =>
  A.map((row, i) => row.map((a, j) => (keep(i, j) ? a : 0)));

/** Rows made orthogonal to those before them, twice over, so that rounding leaves nothing. */
function orthogonal(random: Rng, m: number): Matrix {
  const rows: Matrix = [];
  while (rows.length < m) {
    let row = random.normal(0, 1, m);
    for (const q of [...rows, ...rows]) {
      const along = q.reduce((sum, value, k) => sum + value * (row[k] ?? 0), 0);
      row = row.map((value, k) => value - along * (q[k] ?? 0));
    }
    const length = Math.hypot(...row);
    rows.push(row.map((value) => value / length));
  }
  return rows;
}

const KINDS: Record<string, Kind> = {
  "": normals,
  symmetric: (random, m) => {
    const A = normals(random, m, m);
    const At = transposeOf(A);
    return A.map((row, i) => row.map((a, j) => (a + (At[i]?.[j] ?? 0)) / 2));
  },
  "positive definite": (random, m) => {
    const A = normals(random, m, m);
    return times(A, transposeOf(A)).map((row, i) => row.map((a, j) => a + (i === j ? 0.5 : 0)));
  },
  orthogonal: (random, m) => orthogonal(random, m),
  "lower triangular": (random, m) => kept(normals(random, m, m), (i, j) => i >= j),
  diagonal: (random, m) => kept(normals(random, m, m), (i, j) => i === j),
};

function simplex(random: Rng, k: number): number[] {
  const parts = Array.from({ length: k }, () => -Math.log(1 - random.random()));
  const whole = parts.reduce((a, b) => a + b);
  return parts.map((part) => part / whole);
}

function drawWords(random: Rng, words: string): unknown {
  const [, low, high] = /^(-?\d+)\.\.(-?\d+)$/.exec(words) ?? [];
  if (low !== undefined) return random.integers(Number(low), Number(high) + 1);
  const [, outcomes] = /^simplex (\d+)$/.exec(words) ?? [];
  if (outcomes !== undefined) return simplex(random, Number(outcomes));
  const [, m, n, kind = ""] = /^(\d+)(?:x(\d+)(?: (.+))?)?$/.exec(words) ?? [];
  const make = KINDS[kind];
  if (m === undefined || !make || (kind !== "" && m !== n)) return undefined;
  return n === undefined ? random.normal(0, 1, Number(m)) : make(random, Number(m), Number(n));
}

/** A value as `draw` wants it. @throws RangeError that names the formula's name for a draw that is none. */
export function drawOne(caller: string, name: string, draw: Draw, random: Rng): unknown {
  if (typeof draw === "function") return draw(random);
  const drawn = typeof draw === "string" ? drawWords(random, draw) : undefined;
  if (drawn !== undefined) return drawn;
  if (Array.isArray(draw) && draw.length === 2 && draw[0] < draw[1]) {
    return random.uniform(draw[0], draw[1]);
  }
  throw new RangeError(
    `${caller}: where.${name} must be [low, high], "1..9", "4", "3x2", "3x3 symmetric" (${Object.keys(KINDS).filter(Boolean).join(", ")}), "simplex 3" or a function of the generator, got ${describeValue(draw)}`,
  );
}
