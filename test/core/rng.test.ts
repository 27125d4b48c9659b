import { describe, expect, test } from "vitest";
import { type Rng, requireRng, rng } from "../../lib/core";
import fixture from "./fixtures/rng.json";

/** The counts of 0, …, k − 1 among whole numbers. */
function tally(values: readonly number[], k: number): number[] {
  const counts = new Array<number>(k).fill(0);
  for (const v of values) counts[v] += 1;
  return counts;
}

/** Pearson's statistic Σ (observed − expected)²/expected. */
function pearson(observed: readonly number[], weights: readonly number[]): number {
  const total = observed.reduce((a, b) => a + b, 0);
  const sum = weights.reduce((a, b) => a + b, 0);
  return observed.reduce((s, o, i) => {
    const expected = (total * weights[i]) / sum;
    return expected === 0 ? s + (o === 0 ? 0 : Infinity) : s + (o - expected) ** 2 / expected;
  }, 0);
}

describe("xoshiro256++ against Python's big integers", () => {
  for (const stream of fixture.streams) {
    test(`seed ${stream.seed}`, () => {
      const r = rng(stream.seed);
      expect(r.state().map(String)).toEqual(stream.state);
      const jumped = r.jump();
      expect(jumped.state().map(String)).toEqual(stream.jumped);
      expect(jumped.random(stream.randomAfterJump.length)).toEqual(stream.randomAfterJump);
      expect(r.random(stream.random.length)).toEqual(stream.random);
      for (const [n, values] of stream.integers as [number, number[]][]) {
        expect(rng(stream.seed).integers(0, n, values.length)).toEqual(values);
        expect(rng(stream.seed).integers(-5, n - 5, 3)).toEqual(
          values.slice(0, 3).map((v) => v - 5),
        );
      }
    });
  }

  test("a jump leaves the stream as it is, also between the two normals of a pair", () => {
    const r = rng(3);
    const s = rng(3);
    r.normal();
    s.normal();
    r.jump();
    expect(r.normal()).toBe(s.normal());
    expect(r.state()).toEqual(s.state());
  });
});

describe("the numbers drawn ahead", () => {
  /** One step of xoshiro256++ in big integers: the state after it, and the output. */
  function stepped([a, b, c, d]: bigint[]): { state: bigint[]; out: bigint } {
    const mask = 0xffffffffffffffffn;
    const turned = (x: bigint, k: bigint) => ((x << k) | (x >> (64n - k))) & mask;
    const out = (turned((a + d) & mask, 23n) + a) & mask;
    const [e, f] = [c ^ a, d ^ b];
    return { state: [a ^ f, b ^ e, e ^ ((b << 17n) & mask), turned(f, 45n)], out };
  }

  test("neither the stream nor the state shows them, also where a block ends", () => {
    const r = rng(77);
    let state = r.state();
    for (let k = 0; k < 1100; k++) {
      const next = stepped(state);
      expect(r.random()).toBe(Number(next.out >> 11n) * 2 ** -53);
      state = next.state;
      if (k % 37 === 0 || [14, 15, 16, 526, 527, 528].includes(k)) expect(r.state()).toEqual(state);
    }
  });

  test("long draws are those that come one by one, also where blocks and rejected draws end", () => {
    for (const [low, high] of [
      [0, 1000],
      [-5, 2 ** 52 + 7], // nearly half of the draws are rejected
    ]) {
      const [all, single] = [rng(9), rng(9)];
      single.random();
      all.random(1);
      const drawn = all.integers(low, high, 5000);
      expect(drawn).toEqual(Array.from({ length: 5000 }, () => single.integers(low, high)));
      expect(all.random(5000)).toEqual(Array.from({ length: 5000 }, () => single.random()));
      expect(all.state()).toEqual(single.state());
    }
  });
});

describe("arguments at the ends of the range of doubles", () => {
  test("uniform between ends further apart than the largest double", () => {
    const x = rng(5).uniform(-1.5e308, 1.7e308, 4000);
    expect(x.every((v) => v >= -1.5e308 && v < 1.7e308)).toBe(true);
    const below = x.filter((v) => v < 0).length / 4000; // 15/32
    expect(Math.abs(below - 15 / 32)).toBeLessThan(0.03);
    expect(rng(5).uniform(-1, 1, 3)).toEqual(
      rng(5)
        .random(3)
        .map((u) => -1 + 2 * u),
    );
  });

  test("normal where std·z overflows and the sum does not", () => {
    const x = rng(6).normal(-1.7e308, 1e308, 400);
    const z = rng(6).normal(0, 1, 400);
    for (const [i, v] of x.entries()) {
      const quarter = -1.7e308 / 4 + (1e308 / 4) * z[i];
      expect(v === 4 * quarter || Math.abs(v / 4 - quarter) < 1e-15 * 1e308).toBe(true);
    }
    expect(x.some((v) => v > 0)).toBe(true);
  });

  test.each([
    ["tiny", [1e-310, 2e-310, 1e-310]],
    ["subnormal", [5e-324, 1e-323, 5e-324]],
    ["huge", [5e307, 1e308, 5e307]],
  ])("choice with %s weights is that with 1, 2, 1", (_, p) => {
    for (const replace of [true, false]) {
      const r = rng(8);
      const first = Array.from(
        { length: 8000 },
        () => r.choice([0, 1, 2], { size: replace ? 1 : 2, p, replace })[0],
      );
      expect(pearson(tally(first, 3), [1, 2, 1])).toBeLessThan(18); // χ²₂, one in 8000
    }
  });

  test("choice of all items, weights 600 orders of magnitude apart", () => {
    const p = [1e308, 5e-324, 0, 1e-308, 1.5e308];
    for (let seed = 0; seed < 40; seed++) {
      const drawn = rng(seed).choice([0, 1, 2, 3, 4], { size: 4, p, replace: false });
      expect(drawn.slice(0, 2).sort()).toEqual([0, 4]);
      expect(drawn.slice(2)).toEqual([3, 1]);
      expect([0, 4]).toContain(rng(seed).choice([0, 1, 2, 3, 4], { p })[0]);
    }
    expect(() => rng(1).choice([0, 1, 2, 3, 4], { size: 5, p, replace: false })).toThrow(
      "rng.choice: size must be at most 4 (number of items of positive weight), got 5",
    );
  });

  test("integers over the widest range", () => {
    const top = Number.MAX_SAFE_INTEGER;
    const x = rng(9).integers(0, top, 2000);
    expect(x.every((v) => Number.isSafeInteger(v) && v >= 0 && v < top)).toBe(true);
    expect(x.filter((v) => v < top / 2).length).toBeGreaterThan(850);
    expect(rng(9).integers(top - 1, top)).toBe(top - 1);
    expect(rng(9).integers(-top, -top + 1)).toBe(-top);
    expect(() => rng(9).integers(-top, top)).toThrow("rng.integers: high - low must be");
  });
});

describe("uniform, normal, integers", () => {
  const pairs: [string, (r: Rng) => number[], (r: Rng) => number][] = [
    ["random", (r) => r.random(7), (r) => r.random()],
    ["uniform", (r) => r.uniform(-2, 3, 7), (r) => r.uniform(-2, 3)],
    ["normal", (r) => r.normal(1, 2, 7), (r) => r.normal(1, 2)],
    ["integers", (r) => r.integers(-3, 9, 7), (r) => r.integers(-3, 9)],
  ];
  test.each(pairs)("%s: many at once are the same as one after another", (_, many, one) => {
    const r = rng(11);
    expect(many(rng(11))).toEqual(Array.from({ length: 7 }, () => one(r)));
  });

  test("random lies in [0, 1) on the grid of 2⁻⁵³, and is uniform", () => {
    const u = rng(5).random(100000);
    expect(u.every((v) => v >= 0 && v < 1 && Number.isInteger(v * 2 ** 53))).toBe(true);
    const counts = tally(
      u.map((v) => Math.floor(v * 64)),
      64,
    );
    expect(pearson(counts, new Array(64).fill(1))).toBeLessThan(127); // P(χ²₆₃ > 127) ≈ 4e-6
  });

  test("uniform stays below its upper end when rounding would reach it", () => {
    const high = 1 + 2 ** -52;
    expect(
      rng(1)
        .uniform(1, high, 50)
        .every((v) => v === 1),
    ).toBe(true);
  });

  test("normal has the moments of the normal, and its tails", () => {
    const n = 200000;
    const z = rng(6).normal(0, 1, n);
    const moment = (k: number) => z.reduce((s, v) => s + v ** k, 0) / n;
    // standard errors of the mean of zᵏ: √((E z²ᵏ − (E zᵏ)²)/n)
    expect(Math.abs(moment(1))).toBeLessThan(4 * Math.sqrt(1 / n));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
    expect(Math.abs(moment(3))).toBeLessThan(4 * Math.sqrt(15 / n));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / n));
    const beyond = z.filter((v) => Math.abs(v) > 3).length;
    expect(Math.abs(beyond - 0.0026998 * n)).toBeLessThan(4 * Math.sqrt(0.0027 * n));
  });

  test("integers are equally likely, for a range that does not divide 2⁵³", () => {
    const counts = tally(rng(7).integers(0, 7, 70000), 7);
    expect(pearson(counts, new Array(7).fill(1))).toBeLessThan(36); // P(χ²₆ > 36) ≈ 3e-6
  });

  test("integers of the widest range stay inside it", () => {
    const high = Number.MAX_SAFE_INTEGER;
    const x = rng(8).integers(0, high, 1000);
    expect(x.every((v) => Number.isInteger(v) && v >= 0 && v < high)).toBe(true);
    expect(Math.max(...x)).toBeGreaterThan(0.99 * high);
  });
});

describe("shuffle, permutation, choice", () => {
  test("all orders of three are equally likely, and the argument is left as it is", () => {
    const r = rng(9);
    const items = Object.freeze(["a", "b", "c"]);
    const orders = ["abc", "acb", "bac", "bca", "cab", "cba"];
    const counts = tally(
      Array.from({ length: 60000 }, () => orders.indexOf(r.shuffle(items).join(""))),
      6,
    );
    expect(pearson(counts, new Array(6).fill(1))).toBeLessThan(33); // P(χ²₅ > 33) ≈ 4e-6
  });

  test("permutation holds every index once", () => {
    const order = rng(10).permutation(1000);
    expect(order.slice().sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, i) => i));
    expect(order).not.toEqual(order.slice().sort((a, b) => a - b));
    expect(rng(10).permutation(0)).toEqual([]);
  });

  test("weighted choice follows its weights, and skips those of weight 0", () => {
    const p = [0, 3, 1, 0, 6, 0];
    const counts = tally(rng(12).choice([0, 1, 2, 3, 4, 5], { size: 50000, p }), 6);
    expect(pearson(counts, p)).toBeLessThan(26); // P(χ²₂ > 26) ≈ 2e-6
  });

  test("weighted choice without replacement has the law of drawing one by one", () => {
    const p = [5, 3, 2];
    const r = rng(13);
    const pairs = ["01", "02", "10", "12", "20", "21"];
    const counts = tally(
      Array.from({ length: 60000 }, () =>
        pairs.indexOf(r.choice([0, 1, 2], { size: 2, replace: false, p }).join("")),
      ),
      6,
    );
    const weight = ([i, j]: string) => (p[+i] / 10) * (p[+j] / (10 - p[+i]));
    expect(pearson(counts, pairs.map(weight))).toBeLessThan(33);
  });

  test("choice without replacement repeats nothing", () => {
    const drawn = rng(14).choice([...Array(50).keys()], { size: 50, replace: false });
    expect(new Set(drawn).size).toBe(50);
    const some = rng(14).choice(["a", "b", "c"], { size: 2, replace: false, p: [1, 0, 1e-320] });
    expect(some.sort()).toEqual(["a", "c"]);
  });

  test("weights whose sum overflows are still weights", () => {
    const drawn = rng(15).choice([0, 1], { size: 1000, p: [1.5e308, 1.5e308] });
    expect(pearson(tally(drawn, 2), [1, 1])).toBeLessThan(24);
  });

  test("of nothing nothing", () => {
    expect(rng(1).choice([], { size: 0 })).toEqual([]);
    expect(rng(1).shuffle([])).toEqual([]);
  });
});

describe("errors", () => {
  const bad = (v: unknown) => v as never;
  const cases: [string, () => unknown, ErrorConstructor, string][] = [
    [
      "seed",
      () => rng(bad("1")),
      TypeError,
      'rng: seed must be an integer in [0, 9007199254740991], got "1" (string)',
    ],
    ["seed", () => rng(-1), RangeError, "rng: seed must be"],
    ["seed", () => rng(0.5), RangeError, "got 0.5"],
    [
      "size",
      () => rng(1).random(-1),
      RangeError,
      "rng.random: size must be an integer ≥ 0, got -1",
    ],
    [
      "uniform",
      () => rng(1).uniform(1, 1),
      RangeError,
      "rng.uniform: high must be a number > 1, got 1",
    ],
    [
      "normal",
      () => rng(1).normal(0, -1),
      RangeError,
      "rng.normal: std must be a number ≥ 0, got -1",
    ],
    [
      "integers",
      () => rng(1).integers(3, 3),
      RangeError,
      "rng.integers: high must be an integer in [4,",
    ],
    ["integers", () => rng(1).integers(0, 2.5), RangeError, "got 2.5"],
    [
      "shuffle",
      () => rng(1).shuffle(bad("abc")),
      TypeError,
      'rng.shuffle: items must be an array, got "abc" (string)',
    ],
    [
      "choice",
      () => rng(1).choice(bad(null)),
      TypeError,
      "rng.choice: items must be an array, got null",
    ],
    [
      "choice",
      () => rng(1).choice([]),
      RangeError,
      "rng.choice: items must have at least 1 entry, got 0",
    ],
    [
      "choice",
      () => rng(1).choice([1], bad({ n: 2 })),
      RangeError,
      'options has no "n"; known: size, replace, p',
    ],
    [
      "choice",
      () => rng(1).choice([1, 2], { p: [1] }),
      RangeError,
      "p must have length 2 (number of items), got 1",
    ],
    [
      "choice",
      () => rng(1).choice([1, 2], { p: [1, -1] }),
      RangeError,
      "p[1] must be a number ≥ 0, got -1",
    ],
    [
      "choice",
      () => rng(1).choice([1, 2], { p: [0, 0] }),
      RangeError,
      "p must have a positive entry, all are 0",
    ],
    [
      "choice",
      () => rng(1).choice([1, 2], { p: bad(null) }),
      TypeError,
      "p must be a vector (number[]), got null",
    ],
    [
      "choice",
      () => rng(1).choice([1, 2], { replace: bad("no") }),
      TypeError,
      'replace must be true or false, got "no" (string)',
    ],
    [
      "choice",
      () => rng(1).choice([1, 2], { size: 3, replace: false }),
      RangeError,
      "size must be at most 2 (number of items), got 3",
    ],
    [
      "choice",
      () => rng(1).choice([1, 2], { size: 2, replace: false, p: [1, 0] }),
      RangeError,
      "at most 1 (number of items of positive weight), got 2",
    ],
  ];
  test.each(cases)("%s %#", (_, f, Kind, text) => {
    expect(f).toThrow(Kind);
    expect(f).toThrow(text);
  });
});

test("requireRng lets only generators pass", () => {
  const random = rng(1);
  expect(requireRng("f", random)).toBe(random);
  for (const [value, said] of [
    [Math.random, "a function"],
    [undefined, "undefined"],
    [1, "1"],
    [{ random: () => 0.5, normal: () => 0 }, "an Object"],
  ] as const) {
    expect(() => requireRng("f", value)).toThrow(
      new TypeError(`f: rng must be a generator such as rng(1), got ${said}`),
    );
  }
});
