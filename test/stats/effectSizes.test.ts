import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import {
  cliffsDelta,
  cohensD,
  cohensH,
  cramersV,
  etaSquared,
  hedgesG,
  mannWhitney,
} from "../../lib/stats";
import { hedgesFactor } from "../../lib/stats/inference/standardizedMean";
import { expectNear, fixture, thrown } from "./helpers";

type Pair = { x: number[]; y: number[] };
const { d, cliff, eta, cramer } = fixture<{
  d: (Pair & {
    confidence: number;
    d: number;
    ci: number[];
    g: number;
    gCi: number[];
    paired: number;
    pairedCi: number[];
  })[];
  cliff: (Pair & { estimate: number; se: number; ci: number[] })[];
  eta: { groups: number[][]; confidence: number; estimate: number; omega: number; ci: number[] }[];
  cramer: { table: number[][]; confidence: number; estimate: number; ci: number[] }[];
}>("association");

describe("cohensD and hedgesG", () => {
  test("agree with SciPy's noncentral t law turned round", () => {
    for (const { x, y, confidence, ...want } of d) {
      const two = cohensD(x, y, { confidence });
      expectNear(two.estimate, want.d, 1e-13);
      expectNear(two.confidenceInterval, want.ci, 1e-10);
      const g = hedgesG(x, y, { confidence });
      expectNear(g.estimate, want.g, 1e-13);
      expectNear(g.confidenceInterval, want.gCi, 1e-10);
      const k = Math.min(x.length, y.length);
      const pairs = cohensD(x.slice(0, k), y.slice(0, k), { confidence, paired: true });
      expectNear(pairs.estimate, want.paired, 1e-13);
      expectNear(pairs.confidenceInterval, want.pairedCi, 1e-10);
    }
  });

  test("order turns the sign, units do not matter, huge effects have intervals", () => {
    const [x, y] = [
      [1, 2, 4, 8],
      [2, 3, 3],
    ];
    const [a, b] = [cohensD(x, y), cohensD(y, x)];
    expectNear(a.confidenceInterval, [-b.confidenceInterval[1], -b.confidenceInterval[0]], 1e-12);
    const far = cohensD(
      x.map((v) => v * 1e300),
      y.map((v) => v * 1e300),
    );
    expectNear(far.estimate, a.estimate, 1e-14);
    const huge = cohensD([1e6, 1e6 + 1, 1e6 + 2], [0, 1, 2]);
    expectNear(huge.estimate, 1e6, 1e-12);
    expect(huge.confidenceInterval[0]).toBeGreaterThan(1e5);
    expect(huge.confidenceInterval[1]).toBeLessThan(3e6);
  });

  test("the interval holds the effect as often as it says", () => {
    const random = rng(21);
    let covered = 0;
    for (let k = 0; k < 600; k++) {
      const [low, high] = cohensD(
        random.normal(1.2, 1, 8),
        random.normal(0, 1, 6),
      ).confidenceInterval;
      if (low <= 1.2 && 1.2 <= high) covered++;
    }
    expect(Math.abs(covered / 600 - 0.95)).toBeLessThan(0.027);
  });

  test("J = 1 − 3/(4m − 1) nearly, √(2/π) for m = 2", () => {
    expectNear(hedgesFactor(2), 1 / Math.sqrt(Math.PI), 1e-14);
    expectNear(hedgesFactor(4), Math.sqrt(2 / Math.PI), 1e-14);
    expectNear(hedgesFactor(1e5), 1 - 3 / (4e5 - 1), 1e-9);
    expectNear(hedgesFactor(2e6), 1 - 3 / (8e6 - 1), 1e-13);
  });

  test("errors", () => {
    expect(thrown(() => hedgesG([1, 2])).message).toBe(
      "hedgesG: x must have at least 3 entries where it is compared with a number or in pairs, got 2",
    );
    expect(thrown(() => cohensD([1, 2, 3], undefined as never)).kind).toBe("TypeError");
    expect(thrown(() => cohensD([1, 2, 3], [1, 2], { paired: true })).message).toBe(
      "cohensD: y must have length 3 (length of x), got 2",
    );
    expect(thrown(() => cohensD([1, 2], [3, 4], { confidence: 2 })).message).toBe(
      "cohensD: confidence must be a number in (0, 1), got 2",
    );
  });
});

describe("cliffsDelta", () => {
  test("agrees with its definition, cell by cell", () => {
    for (const { x, y, estimate, se, ci } of cliff) {
      const r = cliffsDelta(x, y);
      expectNear([r.estimate, r.standardError], [estimate, se], 1e-13);
      expectNear(r.confidenceInterval, ci, 1e-12);
      expectNear(r.estimate, 2 * mannWhitney(x, y).effectSize - 1, 1e-14);
    }
  });

  test("samples apart, and all equal", () => {
    const apart = cliffsDelta([5, 6, 7, 8, 9], [1, 2, 3, 4]);
    expect([apart.estimate, apart.confidenceInterval[1]]).toEqual([1, 1]);
    expect(apart.confidenceInterval[0]).toBeCloseTo((4 - 1.959964 ** 2) / (4 + 1.959964 ** 2), 6);
    expect(cliffsDelta([1, 2], [5, 6]).confidenceInterval[0]).toBe(-1);
    const same = cliffsDelta([1, 1], [1, 1]);
    expect(same.estimate).toBe(0);
    expect(same.confidenceInterval[0]).toBe(-same.confidenceInterval[1]);
  });
});

test("etaSquared agrees with SciPy's noncentral F law turned round", () => {
  for (const { groups, confidence, estimate, omega, ci } of eta) {
    const r = etaSquared(groups, { confidence });
    expectNear([r.estimate, r.omegaSquared], [estimate, omega], 1e-12);
    expectNear(r.confidenceInterval, ci, 1e-9, 1e-3);
  }
  expect(
    etaSquared([
      [1, 3],
      [1, 3],
    ]).confidenceInterval[0],
  ).toBe(0);
  const all = etaSquared([
    [0, 1e-7],
    [1, 1],
  ]);
  expect(all.estimate).toBeCloseTo(1, 12);
  expect(all.confidenceInterval[0]).toBeGreaterThan(0.99);
});

test("cramersV agrees with SciPy", () => {
  for (const { table, confidence, estimate, ci } of cramer) {
    const r = cramersV(table, { confidence });
    expectNear(r.estimate, estimate, 1e-13);
    expectNear(r.confidenceInterval, ci, 1e-8, 1e-3);
  }
  expect(
    cramersV([
      [10, 20],
      [20, 40],
    ]),
  ).toMatchObject({ estimate: 0 });
  expect(thrown(() => cramersV([[1, 2]])).message).toBe(
    "cramersV: table must have at least 2 rows and 2 columns, got 1×2",
  );
});

test("cohensH: precise at the ends", () => {
  expectNear(cohensH(1e-30, 0), 2e-15, 1e-14);
  expectNear(cohensH(0.6, 0.5), 0.20135792079033066, 1e-14);
  expect(thrown(() => cohensH(1.1, 0)).message).toBe(
    "cohensH: p1 must be a number in [0, 1], got 1.1",
  );
});

test("noncentralities beyond 10¹² go on where those below end", () => {
  const groups = [
    [1, 1.0000001],
    [9, 9.0000001],
  ];
  const eta = etaSquared(groups);
  const [from, to] = eta.confidenceInterval;
  expect(0.99999999999 < from && from <= to && to <= 1 && eta.estimate <= 1).toBe(true);
  const [low, high] = cramersV([
    [1e15, 2e15],
    [2e15, 1e15],
  ]).confidenceInterval;
  const margin = 1.959963984540054 / Math.sqrt(6e15);
  expect(Math.abs((1 / 3 - low) / margin - 1)).toBeLessThan(1e-3);
  expect(Math.abs((high - 1 / 3) / margin - 1)).toBeLessThan(1e-3);
});
