import type { ReadonlyVector, Rng } from "../../core";
import { binomialCoefficient, factorial } from "../laws/counting";

/** The k-subsets of {0, …, n − 1} in lexicographic order; the array is reused. */
function* subsets(n: number, k: number): Generator<ReadonlyVector> {
  const chosen = Array.from({ length: k }, (_, i) => i);
  for (;;) {
    yield chosen;
    let i = k - 1;
    while (i >= 0 && chosen[i] === n - k + i) i--;
    if (i < 0) return;
    chosen[i]++;
    for (let j = i + 1; j < k; j++) chosen[j] = chosen[j - 1] + 1;
  }
}

/** The orders of {0, …, n − 1}; the array is reused (Heap 1963). */
function* orders(n: number): Generator<ReadonlyVector> {
  const order = Array.from({ length: n }, (_, i) => i);
  const count = new Array<number>(n).fill(0);
  yield order;
  for (let i = 0; i < n; ) {
    if (count[i] < i) {
      const j = i % 2 === 0 ? 0 : count[i];
      [order[i], order[j]] = [order[j], order[i]];
      yield order;
      count[i]++;
      i = 0;
    } else {
      count[i++] = 0;
    }
  }
}

type Samples = [x: number[], y: number[]];

/** A way to rearrange two samples that leaves their joint law unchanged under the null hypothesis. */
export interface Rearrangement {
  /** How many rearrangements there are. */
  count(x: ReadonlyVector, y: ReadonlyVector): number;
  /** Each of them once. */
  all(x: ReadonlyVector, y: ReadonlyVector): Generator<Samples>;
  /** One at random. */
  one(x: ReadonlyVector, y: ReadonlyVector, random: Rng): Samples;
}

function swapped(x: ReadonlyVector, y: ReadonlyVector, swap: (i: number) => boolean): Samples {
  return [x.map((v, i) => (swap(i) ? y[i] : v)), y.map((v, i) => (swap(i) ? x[i] : v))];
}

/** Independent samples: every split of the pooled entries is as likely. */
export const splits: Rearrangement = {
  count: (x, y) => binomialCoefficient(x.length + y.length, x.length),
  *all(x, y) {
    const pool = [...x, ...y];
    for (const chosen of subsets(pool.length, x.length)) {
      const inX = new Set(chosen);
      yield [chosen.map((i) => pool[i]), pool.filter((_, i) => !inX.has(i))];
    }
  },
  one(x, y, random) {
    const pool = random.shuffle([...x, ...y]);
    return [pool.slice(0, x.length), pool.slice(x.length)];
  },
};

/** Paired samples: within each pair both orders are as likely. */
export const swaps: Rearrangement = {
  count: (x) => 2 ** x.length,
  *all(x, y) {
    for (let mask = 0; mask < 2 ** x.length; mask++) {
      yield swapped(x, y, (i) => Math.floor(mask / 2 ** i) % 2 === 1);
    }
  },
  one(x, y, random) {
    const signs = random.random(x.length);
    return swapped(x, y, (i) => signs[i] < 0.5);
  },
};

/** Association: every pairing of the x's with the y's is as likely. */
export const pairings: Rearrangement = {
  count: (x) => factorial(x.length),
  *all(x, y) {
    for (const order of orders(y.length)) yield [x.slice(), order.map((i) => y[i])];
  },
  one: (x, y, random) => [x.slice(), random.shuffle(y)],
};
