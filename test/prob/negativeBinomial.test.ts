import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import * as prob from "../../lib/prob";
import { expectClose, momentScores } from "./helpers";

describe("negativeBinomial", () => {
  test("with r = 1 counts what precedes the success of the geometric law", () => {
    for (const p of [1e-5, 0.01, 0.7]) {
      const [d, g] = [prob.negativeBinomial(1, p), prob.geometric(p)];
      for (const k of [0, 1, 5, Math.round(1 / p), Math.round(30 / p)]) {
        expectClose(d.logpmf(k), g.logpmf(k + 1), 1e-12, `mass at ${k}, p = ${p}`);
        expectClose(d.logsf(k), g.logsf(k + 1), 1e-12, `tail at ${k}, p = ${p}`);
      }
    }
  });

  test("draws have its mean and variance", () => {
    for (const d of [prob.negativeBinomial(0.7, 0.2), prob.negativeBinomial(30, 0.4)]) {
      for (const z of momentScores(d, rng(6), 20000)) expect(Math.abs(z)).toBeLessThan(3.5);
    }
  });

  test("p = 1 is certain", () => {
    const d = prob.negativeBinomial(3, 1);
    expect(d.pmf([0, 1])).toEqual([1, 0]);
    expect(d.entropy()).toBe(0);
    expect(d.sample(rng(0), 3)).toEqual([0, 0, 0]);
  });
});
