import { expect, test } from "vitest";
import { normal, studentT } from "../../../lib/prob";
import { noncentralT } from "../../../lib/stats/laws/noncentralT";
import { expectNear, fixture } from "../helpers";

const { t: cases } = fixture<{
  t: { df: number; delta: number; t: number; cdf: number; sf: number }[];
}>("laws");

test("both tails agree with the series in 60 digits", () => {
  for (const { df, delta, t, cdf, sf } of cases) {
    const law = noncentralT(df, delta);
    expectNear(law.cdf(t), cdf, 1e-14, 0, `cdf ${df} ${delta} ${t}`);
    expectNear(law.sf(t), sf, 1e-14, 0, `sf ${df} ${delta} ${t}`);
  }
  expect(cases.length).toBe(16);
});

test("without noncentrality it is Student's law, with many degrees of freedom the normal one", () => {
  for (const t of [-30, -2, 0, 0.5, 8]) {
    expectNear(noncentralT(4, 0).sf(t), studentT(4).sf(t), 1e-14);
    // Student's law has t⁴/(4ν) more of a tail
    expectNear(noncentralT(1e14, 2).cdf(t), normal(2, 1).cdf(t), 1e-13 + t ** 4 / 1e14);
  }
});

test("both orders of integration agree where they meet", () => {
  // P(T ≤ t; δ) − P(T ≤ t; δ + h) has no step at δ = 38, where one takes over from the other
  const at = (delta: number) => noncentralT(12, delta).cdf(37);
  const [a, b, c, d] = [37.9985, 37.9995, 38.0005, 38.0015].map(at);
  expect(Math.abs(a - 3 * b + 3 * c - d)).toBeLessThan(1e-11);
});

test("the ends, large and small noncentrality", () => {
  expect(noncentralT(3, 1).cdf(Infinity)).toBe(1);
  expect(noncentralT(3, 1).sf(Infinity)).toBe(0);
  expect(noncentralT(3, -1).cdf(-Infinity)).toBe(0);
  expect(noncentralT(3, 50).cdf(-1)).toBe(0);
  expect(noncentralT(3, -50).sf(-1)).toBe(0 + noncentralT(3, 50).cdf(1));
  // T/δ has the law of √(ν/V) in the limit
  expectNear(noncentralT(5, 1e7).cdf(1e7), 0.4158801869955079, 1e-9);
});
