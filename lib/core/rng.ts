import { blankVector } from "./blankVector";
import { describeValue } from "./describe";
import { requireBoolean, requireNumber, requireOptions } from "./guards";
import { brought, firstAbove, requireItems, requireWeights } from "./random/choice";
import { JUMP, run, splitMix64 } from "./random/xoshiro";
import type { ReadonlyVector } from "./types";

/** Options of `Rng.choice`. */
export interface ChoiceOptions {
  /** How many to draw. Default 1. */
  size?: number;
  /** Whether one item may be drawn more than once. Default true. */
  replace?: boolean;
  /** Weights of the items, ≥ 0, not all zero; they need not sum to 1. Default: equal. */
  p?: ReadonlyVector;
}

const NON_NEGATIVE = { min: 0 };
const SIZE = { min: 0, integer: true };
const TWO_NEG_53 = 2 ** -53;
/**
 * A seeded stream of random numbers: xoshiro256++ (Blackman & Vigna 2021, "Scrambled linear
 * pseudorandom number generators"), period 2²⁵⁶ − 1, state filled by SplitMix64. The same seed gives
 * the same stream on every machine. Make one with `rng(seed)`.
 */
export class Rng {
  /** The state before `ahead`, and that behind it: four 64-bit words, each as its high and low half. */
  private readonly before = new Int32Array(8);
  private readonly behind = new Int32Array(8);
  /** Numbers drawn ahead, of which `taken` are used. */
  private ahead = new Float64Array(0);
  private taken = 0;
  /** The second normal of a polar pair, kept for the next call; NaN if there is none. */
  private spare = Number.NaN;

  constructor(state: readonly bigint[]) {
    state.forEach((word, k) => {
      this.behind[2 * k] = Number(word >> 32n) | 0;
      this.behind[2 * k + 1] = Number(word & 0xffffffffn) | 0;
    });
    this.before.set(this.behind);
  }

  /** The upper 53 of the next 64 output bits. */
  private step(): number {
    if (this.taken === this.ahead.length) this.refill();
    return this.ahead[this.taken++]!;
  }

  /** Draws ahead: few numbers at first, for streams that are made for a handful. */
  private refill(): void {
    if (this.ahead.length < 512) this.ahead = new Float64Array(this.ahead.length === 0 ? 16 : 512);
    this.taken = 0;
    this.before.set(this.behind);
    run(this.before, this.ahead.length, this.behind, this.ahead);
  }

  private one(): number {
    return this.step() * TWO_NEG_53;
  }

  private oneNormal(): number {
    const kept = this.spare;
    if (!Number.isNaN(kept)) {
      this.spare = Number.NaN;
      return kept;
    }
    for (;;) {
      const u = 2 * this.one() - 1;
      const v = 2 * this.one() - 1;
      const r2 = u * u + v * v;
      if (r2 > 0 && r2 < 1) {
        const scale = Math.sqrt((-2 * Math.log(r2)) / r2);
        this.spare = v * scale;
        return u * scale;
      }
    }
  }

  /** A whole number from {0, …, n − 1} for checked n: draws past the last multiple of n are drawn again. */
  private below(n: number): number {
    for (;;) {
      const r = remainder(this.step(), n);
      if (r >= 0) return r;
    }
  }

  /**
   * Uniform on [0, 1), a multiple of 2⁻⁵³; `size` of them if asked.
   *
   * @example
   * rng(1).random(1000).every((u) => u >= 0 && u < 1) // => true
   */
  random(): number;
  random(size: number): number[];
  random(size?: number): number | number[] {
    if (size === undefined) return this.one();
    requireNumber("rng.random", "size", size, SIZE);
    const out = blankVector(size);
    for (let i = 0; i < size; ) {
      if (this.taken === this.ahead.length) this.refill();
      const { ahead, taken } = this;
      const part = Math.min(ahead.length - taken, size - i);
      for (let k = 0; k < part; k++) out[i + k] = ahead[taken + k]! * TWO_NEG_53;
      this.taken = taken + part;
      i += part;
    }
    return out;
  }

  /**
   * Uniform on [low, high); the ends may lie further apart than the largest double.
   *
   * @throws RangeError unless low < high, both finite.
   * @example
   * rng(1).uniform(-1, 1, 3).length // => 3
   */
  uniform(low?: number, high?: number): number;
  uniform(low: number, high: number, size: number): number[];
  uniform(low = 0, high = 1, size?: number): number | number[] {
    requireNumber("rng.uniform", "low", low);
    requireNumber("rng.uniform", "high", high, { above: low });
    const width = high - low;
    const half = high / 2 - low / 2; // serves where the width overflows
    const draw = (): number => {
      for (;;) {
        const u = this.one();
        const x = width < Infinity ? low + width * u : 2 * (low / 2 + half * u);
        if (x < high) return x; // rounding may reach `high` itself
      }
    };
    if (size === undefined) return draw();
    requireNumber("rng.uniform", "size", size, SIZE);
    const out = blankVector(size);
    for (let i = 0; i < size; i++) out[i] = draw();
    return out;
  }

  /**
   * Normal with the given mean and standard deviation, by Marsaglia's polar method.
   *
   * @throws RangeError if std < 0.
   * @example
   * rng(1).normal(5, 0) // => 5
   */
  normal(mean?: number, std?: number): number;
  normal(mean: number, std: number, size: number): number[];
  normal(mean = 0, std = 1, size?: number): number | number[] {
    if (size === undefined && mean === 0 && std === 1) return this.oneNormal();
    requireNumber("rng.normal", "mean", mean);
    requireNumber("rng.normal", "std", std, NON_NEGATIVE);
    if (size === undefined) return shifted(mean, std, this.oneNormal());
    requireNumber("rng.normal", "size", size, SIZE);
    const out = blankVector(size);
    for (let i = 0; i < size; i++) out[i] = shifted(mean, std, this.oneNormal());
    return out;
  }

  /**
   * A whole number from {low, …, high − 1}, each equally likely (no modulo bias).
   *
   * @throws RangeError unless low < high are safe integers less than 2⁵³ apart.
   * @example
   * rng(1).integers(4, 5) // => 4
   */
  integers(low: number, high: number): number;
  integers(low: number, high: number, size: number): number[];
  integers(low: number, high: number, size?: number): number | number[] {
    const safe = Number.MAX_SAFE_INTEGER;
    requireNumber("rng.integers", "low", low, { min: -safe, max: safe, integer: true });
    requireNumber("rng.integers", "high", high, { min: low + 1, max: safe, integer: true });
    const n = high - low;
    requireNumber("rng.integers", "high - low", n, { max: safe });
    if (size === undefined) return low + this.below(n);
    requireNumber("rng.integers", "size", size, SIZE);
    const out = new Array<number>(size);
    for (let i = 0; i < size; ) {
      if (this.taken === this.ahead.length) this.refill();
      const { ahead } = this;
      let taken = this.taken;
      while (taken < ahead.length && i < size) {
        const r = remainder(ahead[taken++]!, n);
        if (r >= 0) out[i++] = low + r;
      }
      this.taken = taken;
    }
    return out;
  }

  /**
   * The items in random order, all orders equally likely (Fisher–Yates). The argument is left as it is.
   *
   * @throws TypeError if `items` is not an array.
   * @example
   * rng(1).shuffle(["a", "b", "c"]).sort() // => ["a", "b", "c"]
   */
  shuffle<T>(items: readonly T[]): T[] {
    requireItems("rng.shuffle", items);
    const out = items.slice();
    for (let i = out.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const t = out[i]!;
      out[i] = out[j]!;
      out[j] = t;
    }
    return out;
  }

  /**
   * The numbers 0, …, n − 1 in random order.
   *
   * @throws RangeError unless n is an integer ≥ 0.
   * @example
   * rng(1).permutation(3).sort() // => [0, 1, 2]
   */
  permutation(n: number): number[] {
    requireNumber("rng.permutation", "n", n, { min: 0, integer: true });
    return this.shuffle(Array.from({ length: n }, (_, i) => i));
  }

  /**
   * `size` of the items, with or without replacement, with equal or given weights. Weighted draws
   * without replacement have the law of drawing one by one and renormalising (Efraimidis &
   * Spirakis 2006).
   *
   * @throws RangeError if there are too few items, or the weights are negative, all zero or of
   * another length.
   * @example
   * rng(1).choice(["x", "y"], { size: 4, p: [0, 1] }) // => ["y", "y", "y", "y"]
   */
  choice<T>(items: readonly T[], options: ChoiceOptions = {}): T[] {
    requireItems("rng.choice", items);
    requireOptions("rng.choice", options, ["size", "replace", "p"]);
    const { size = 1, replace = true, p } = options;
    requireNumber("rng.choice", "size", size, { min: 0, integer: true });
    requireBoolean("rng.choice", "replace", replace);
    if (items.length === 0 && size > 0) {
      throw new RangeError("rng.choice: items must have at least 1 entry, got 0");
    }
    const weights = p === undefined ? undefined : requireWeights(p, items.length);
    const possible = weights ? weights.filter((w) => w > 0).length : items.length;
    if (size > 0 && possible === 0) {
      throw new RangeError("rng.choice: p must have a positive entry, all are 0");
    }
    if (!replace && size > possible) {
      const what = weights ? "items of positive weight" : "items";
      throw new RangeError(
        `rng.choice: size must be at most ${possible} (number of ${what}), got ${size}`,
      );
    }
    const drawn = replace
      ? this.withReplacement(items.length, size, weights)
      : this.withoutReplacement(items.length, size, weights);
    return drawn.map((i) => items[i]!);
  }

  private withReplacement(n: number, size: number, weights?: ReadonlyVector): number[] {
    if (!weights) return Array.from({ length: size }, () => this.below(n));
    const cumulative: number[] = [];
    let total = 0;
    for (const w of brought(weights)) {
      total += w;
      cumulative.push(total);
    }
    return Array.from({ length: size }, () => firstAbove(cumulative, this.one() * total));
  }

  private withoutReplacement(n: number, size: number, weights?: ReadonlyVector): number[] {
    if (!weights) return this.permutation(n).slice(0, size);
    // The order of exponential waiting times with rates w has the law of drawing one by one. Their
    // logarithms have it too, and neither overflow nor vanish.
    return weights
      .map((w, i) => ({ i, wait: w > 0 ? Math.log(-Math.log(1 - this.one())) - Math.log(w) : 0 }))
      .filter(({ i }) => weights[i]! > 0)
      .sort((a, b) => (a.wait < b.wait ? -1 : a.wait > b.wait ? 1 : 0))
      .slice(0, size)
      .map(({ i }) => i);
  }

  /** The four 64-bit words of the state. */
  state(): bigint[] {
    const s = new Int32Array(8);
    run(this.before, this.taken, s);
    const word = (k: number) => (BigInt(s[2 * k]! >>> 0) << 32n) | BigInt(s[2 * k + 1]! >>> 0);
    return [word(0), word(1), word(2), word(3)];
  }

  /**
   * A new stream that starts 2¹²⁸ steps ahead of this one: streams that do not overlap, for work
   * done side by side. This stream is left as it is.
   *
   * @example
   * rng(1).jump().random() === rng(1).random() // => false
   */
  jump(): Rng {
    const walker = new Rng(this.state());
    let acc = [0n, 0n, 0n, 0n];
    for (const word of JUMP) {
      for (let b = 0n; b < 64n; b++) {
        if (word & (1n << b)) acc = acc.map((w, k) => w ^ walker.state()[k]!);
        walker.step();
      }
    }
    return new Rng(acc);
  }
}

/** u mod n for whole u < 2⁵³; −1 past the last multiple of n, where not all remainders have their turn. */
function remainder(u: number, n: number): number {
  const rest = u - n * Math.floor(u / n); // the quotient may be rounded up to the next
  const r = rest < 0 ? rest + n : rest;
  return u - r <= 2 ** 53 - n ? r : -1;
}

/** mean + std·z, also where the product alone would overflow. */
function shifted(mean: number, std: number, z: number): number {
  const x = mean + std * z;
  return Math.abs(x) < Infinity ? x : 4 * (mean / 4 + (std / 4) * z);
}

/**
 * A seeded random stream (see {@link Rng}): the only source of randomness in this course.
 *
 * @param seed - A whole number from 0 to 2⁵³ − 1.
 * @returns A generator whose stream depends on the seed alone.
 * @throws RangeError if the seed is not such a number.
 * @example
 * rng(42).random() === rng(42).random() // => true
 */
export function rng(seed: number): Rng {
  requireNumber("rng", "seed", seed, { min: 0, max: Number.MAX_SAFE_INTEGER, integer: true });
  const next = splitMix64(BigInt(seed));
  return new Rng([next(), next(), next(), next()]);
}

/**
 * Asserts that `random` is a generator made by `rng(seed)` and returns it.
 *
 * @throws TypeError if it is anything else, `Math.random` for one, or is missing: a draw without a seed
 * would come out differently on every run.
 * @example
 * core.requireRng("bootstrap", Math.random) // throws bootstrap: rng must be a generator such as rng(1), got a function
 */
export function requireRng(caller: string, random: unknown): Rng {
  if (random instanceof Rng) return random;
  throw new TypeError(
    `${caller}: rng must be a generator such as rng(1), got ${describeValue(random)}`,
  );
}
