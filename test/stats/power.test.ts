import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import {
  type PowerAnovaOptions,
  type PowerProportionOptions,
  type PowerTTestOptions,
  powerAnova,
  powerProportion,
  powerTTest,
  tTest,
} from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

const { t, proportion, anova, solved } = fixture<{
  t: Required<PowerTTestOptions>[];
  proportion: Required<PowerProportionOptions>[];
  anova: Required<PowerAnovaOptions>[];
  solved: { n: number; nOne: number; anovaTotal: number; effect: number };
}>("power");

/** A design without one of its quantities, which is then found: it must come out as it was. */
function findEach<K extends string>(
  design: Record<string, unknown>,
  names: readonly K[],
  f: (options: never) => { [key in K]: number },
): void {
  for (const name of names) {
    const { [name]: want, ...rest } = design;
    expectNear(
      f(rest as never)[name],
      want as number,
      1e-9,
      0,
      `${name} of ${JSON.stringify(design)}`,
    );
  }
}

/** What of a fixture `powerTTest` takes: a ratio for two samples only. */
const designOf = ({ ratio, ...rest }: Required<PowerTTestOptions>) =>
  rest.type === "two-sample" ? { ...rest, ratio } : rest;

// statsmodels finds effects to about 1e-7
describe("against statsmodels, found from each other", () => {
  test("powerTTest", () => {
    for (const c of t) findEach(designOf(c), ["power", "n", "effectSize", "alpha"], powerTTest);
    expectNear(powerTTest({ effectSize: 0.5, alpha: 0.05, power: 0.8 }).n, solved.n, 1e-8);
    expectNear(
      powerTTest({ effectSize: 0.3, alpha: 0.05, power: 0.9, type: "one-sample" }).n,
      solved.nOne,
      1e-8,
    );
    expectNear(powerTTest({ n: 20, alpha: 0.05, power: 0.9 }).effectSize, solved.effect, 1e-6);
  });

  test("powerProportion", () => {
    for (const c of proportion.filter((x) => x.alternative !== "less")) {
      findEach({ ...c }, ["power", "n", "alpha", "p1"], powerProportion);
    }
    findEach({ ...proportion[2] }, ["power", "n", "alpha", "p1"], powerProportion);
  });

  test("powerAnova, two groups of which are the two-sided t-test", () => {
    for (const c of anova) findEach({ ...c }, ["power", "n", "effectSize", "alpha"], powerAnova);
    expectNear(
      4 * powerAnova({ groups: 4, effectSize: 0.25, alpha: 0.05, power: 0.8 }).n,
      solved.anovaTotal,
      1e-8,
    );
    const both = { n: 14, alpha: 0.05 };
    expectNear(
      powerAnova({ ...both, groups: 2, effectSize: 0.35 }).power,
      powerTTest({ ...both, effectSize: 0.7 }).power,
      1e-12,
    );
  });
});

test("the power is the share of tests that reject", () => {
  const random = rng(31);
  let rejected = 0;
  for (let k = 0; k < 1500; k++) {
    if (
      tTest(random.normal(0.9, 1, 12), random.normal(0, 1, 12), { equalVar: true }).pValue <= 0.05
    )
      rejected++;
  }
  const { power } = powerTTest({ effectSize: 0.9, n: 12, alpha: 0.05 });
  expect(Math.abs(rejected / 1500 - power)).toBeLessThan(0.039);
});

describe("at the edges", () => {
  test("no effect: the power is the level", () => {
    for (const alternative of ["two-sided", "less", "greater"] as const) {
      expectNear(powerTTest({ effectSize: 0, n: 7, alpha: 0.03, alternative }).power, 0.03, 1e-12);
    }
    expectNear(powerAnova({ groups: 3, effectSize: 0, n: 7, alpha: 0.03 }).power, 0.03, 1e-12);
  });

  test("large effects and small ones", () => {
    expect(powerTTest({ effectSize: 50, alpha: 0.05, power: 0.8 }).n).toBe(2);
    expectNear(
      powerTTest({ effectSize: 1e-4, alpha: 0.05, power: 0.8, alternative: "greater" }).n,
      2 * (1.6448536269514722 + 0.8416212335729143) ** 2 * 1e8,
      1e-8,
    );
    expect(
      powerTTest({ effectSize: -0.5, n: 60, alpha: 0.05, alternative: "less" }).power,
    ).toBeGreaterThan(0.8);
    expect(
      powerTTest({ effectSize: -0.5, n: 60, alpha: 0.05, alternative: "greater" }).power,
    ).toBeLessThan(1e-4);
    expect(
      powerTTest({ n: 60, alpha: 0.05, power: 0.8, alternative: "less" }).effectSize,
    ).toBeLessThan(0);
  });

  test("errors", () => {
    const text = (f: unknown, options: unknown) =>
      thrown(() => (f as (o: unknown) => void)(options)).message;
    expect(text(powerTTest, { effectSize: 1, n: 9, alpha: 0.05, power: 0.8 })).toBe(
      "powerTTest: of effectSize, n, alpha, power one must be left out, to be found; left out: none",
    );
    expect(text(powerTTest, { effectSize: 0, alpha: 0.05, power: 0.8 })).toMatch(
      "powerTTest: no n up to 1000000000000 gives a power of 0.8, it comes to 0.05",
    );
    expect(text(powerTTest, { effectSize: 1, n: 1, alpha: 0.05 })).toBe(
      "powerTTest: n must be a number ≥ 2, got 1",
    );
    expect(text(powerTTest, { effectSize: 1, n: 5, alpha: 0.05, type: "paired", ratio: 2 })).toBe(
      "powerTTest: ratio is for two samples",
    );
    expect(text(powerTTest, { effectSize: 1, n: 5, alpha: 5 })).toBe(
      "powerTTest: alpha must be a number in (0, 1), got 5",
    );
    expect(text(powerTTest, undefined)).toMatch("powerTTest: options must be an object");
    expect(text(powerProportion, { p2: 0.99, n: 5, alpha: 0.05, power: 0.9 })).toMatch(
      "powerProportion: no p1 up to",
    );
    expect(text(powerProportion, { p1: 0.5, n: 5, alpha: 0.05 })).toMatch(
      "powerProportion: p2 must be a number in [0, 1], got undefined",
    );
    expect(text(powerAnova, { groups: 1, n: 5, alpha: 0.05, power: 0.9 })).toBe(
      "powerAnova: groups must be an integer ≥ 2, got 1",
    );
  });
});

describe("where already the least value gives more power than was asked for", () => {
  test("the power is what comes of it", () => {
    const t = powerTTest({ effectSize: 50, alpha: 0.05, power: 0.9 });
    expect(t.n).toBe(2);
    expect(t.power).toBe(powerTTest({ effectSize: 50, alpha: 0.05, n: 2 }).power);
    const none = powerTTest({ n: 10, alpha: 0.05, power: 0.04 });
    expect(none.effectSize).toBe(0);
    expect(none.power).toBeCloseTo(0.05, 14);
    const anova = powerAnova({ groups: 3, effectSize: 20, alpha: 0.05, power: 0.9 });
    expect(anova.power).toBe(powerAnova({ groups: 3, effectSize: 20, alpha: 0.05, n: 2 }).power);
    const flip = powerProportion({ p2: 0.5, n: 10, alpha: 0.05, power: 0.01 });
    expect([flip.p1, flip.power]).toEqual([expect.closeTo(0.5, 14), expect.closeTo(0.05, 14)]);
  });
});
