import { expect, test } from "vitest";
import { gammalnAt } from "../../../lib/core/special";
import { logChiMean } from "../../../lib/stats/laws/chiMean";
import { expectNear } from "../helpers";

test("the density integrates to 1 for all degrees of freedom", () => {
  for (const df of [0.1, 0.5, 1, 2, 7, 19, 21, 1e3, 1e6, 1e12]) {
    expect(Math.abs(logChiMean(df, () => 0, 0)), String(df)).toBeLessThan(1e-14);
  }
});

test("E[Sᵖ] is (2/ν)^(p/2)·Γ((ν + p)/2)/Γ(ν/2), also where it is governed by a tail", () => {
  for (const df of [1, 5, 40]) {
    for (const p of [1, 2, 30, 200]) {
      const want = (p / 2) * Math.log(2 / df) + gammalnAt((df + p) / 2) - gammalnAt(df / 2);
      const got = logChiMean(df, (s) => p * Math.log(s), Math.sqrt(p));
      expectNear(got, want, 1e-14, 1, `${df} ${p}`);
    }
  }
});
