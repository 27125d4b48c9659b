import { describeValue, type Matrix, type Rng } from "../../core";

/**
 * How the values of a name are drawn: `[low, high]` uniformly; words for whole numbers ("1..9"),
 * vectors ("4"), matrices ("3x2") and their kinds ("3x3 symmetric", "… positive definite",
 * "… orthogonal", "… lower triangular", "… diagonal"), and for a law on K outcomes ("simplex 3");
 * a function of the generator for all else, also for one that gives a function. A size may be a name that
 * stands before it: "n", "nx2", "nxn symmetric", "simplex k". So a formula is held for each size, not for one.
 */
export type Draw =
  | readonly [low: number, high: number]
  | string
  | ((random: Rng, drawn: Readonly<Record<string, number>>) => unknown);

/** What such a draw gives. */
export type Drawn<D> = D extends readonly [number, number]
  ? number
  : D extends `${number}..${number}`
    ? number
    : D extends `simplex ${string}`
      ? number[]
      : D extends `${string}x${string}`
        ? Matrix
        : D extends string
          ? number[]
          : D extends (random: Rng, drawn: Readonly<Record<string, number>>) => infer V
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

/** What is drawn before a name may be a size in its words; x stands between two sizes. */
const SIZE = "\\d+|[a-wyzA-Z]";
const SHARES = new RegExp(`^simplex (${SIZE})$`);
const LISTS = new RegExp(`^(${SIZE})(?:x(${SIZE})(?: (.+))?)?$`);

type Sizes = Readonly<Record<string, unknown>>;

function sizeOf(word: string, drawn: Sizes): number {
  if (/^\d+$/.test(word)) return Number(word);
  const size = Object.hasOwn(drawn, word) ? drawn[word] : undefined;
  if (typeof size === "number" && Number.isInteger(size) && size > 0) return size;
  throw new RangeError(`${word} is a size, so it must be drawn before, a positive whole number`);
}

function drawWords(random: Rng, words: string, drawn: Sizes): unknown {
  const [, low, high] = /^(-?\d+)\.\.(-?\d+)$/.exec(words) ?? [];
  if (low !== undefined) return random.integers(Number(low), Number(high) + 1);
  const [, outcomes] = SHARES.exec(words) ?? [];
  if (outcomes !== undefined) return simplex(random, sizeOf(outcomes, drawn));
  const [, m, n, kind = ""] = LISTS.exec(words) ?? [];
  const make = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (m === undefined || !make || (kind !== "" && m !== n)) return undefined;
  const rows = sizeOf(m, drawn);
  return n === undefined ? random.normal(0, 1, rows) : make(random, rows, sizeOf(n, drawn));
}

/** A value as `draw` wants it. @throws RangeError that names the formula's name for a draw that is none. */
export function drawOne(
  caller: string,
  name: string,
  draw: Draw,
  random: Rng,
  before: Sizes = {},
): unknown {
  if (typeof draw === "function") return draw(random, before as Record<string, number>);
  if (typeof draw === "string") {
    try {
      const drawn = drawWords(random, draw, before);
      if (drawn !== undefined) return drawn;
    } catch (error) {
      throw new RangeError(`${caller}: where.${name}: ${(error as Error).message}`);
    }
  }
  if (Array.isArray(draw) && draw.length === 2 && draw[0] < draw[1]) {
    return random.uniform(draw[0], draw[1]);
  }
  throw new RangeError(
    `${caller}: where.${name} must be [low, high], "1..9", "4", "3x2", "nx2" with n drawn before, "3x3 symmetric" (${Object.keys(KINDS).filter(Boolean).join(", ")}), "simplex 3" or a function of the generator, got ${describeValue(draw)}`,
  );
}
