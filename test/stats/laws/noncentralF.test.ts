import { expect, test } from "vitest";
import { chiSquare, fisherF, normal } from "../../../lib/prob";
import { noncentralChiSquareTails, noncentralFTails } from "../../../lib/stats/laws/noncentralF";
import { noncentralT } from "../../../lib/stats/laws/noncentralT";
import { expectNear, fixture } from "../helpers";

type Tails = { x: number; lambda: number; cdf: number; sf: number };
const { chiSquare: chi, F } = fixture<{
  chiSquare: (Tails & { df: number })[];
  F: (Tails & { d1: number; d2: number })[];
}>("laws");

test("both tails agree with the series in 60 digits", () => {
  for (const { df, lambda, x, cdf, sf } of chi) {
    const law = noncentralChiSquareTails(df, x);
    expectNear(law.cdf(lambda), cdf, 1e-14);
    // 1 − cdf in 60 digits knows nothing below 1e-60
    if (sf > 1e-40) expectNear(law.sf(lambda), sf, 1e-14);
  }
  for (const { d1, d2, lambda, x, cdf, sf } of F) {
    const law = noncentralFTails(d1, d2, x);
    expectNear(law.cdf(lambda), cdf, 1e-14);
    expectNear(law.sf(lambda), sf, 1e-14);
  }
});

test("a λ after another has the tails that it has alone", () => {
  const law = noncentralFTails(3, 20, 2.5);
  for (const lambda of [1, 40, 3, 0, 3]) {
    expect(law.cdf(lambda)).toBe(noncentralFTails(3, 20, 2.5).cdf(lambda));
    expect(law.sf(lambda)).toBe(noncentralFTails(3, 20, 2.5).sf(lambda));
  }
});

test("with λ = 0 both are the central laws", () => {
  for (const x of [1e-5, 0.5, 3, 40]) {
    expectNear(noncentralChiSquareTails(3, x).sf(0), chiSquare(3).sf(x), 1e-15);
    expectNear(noncentralFTails(3, 8, x).cdf(0), fisherF(3, 8).cdf(x), 1e-15);
  }
});

test("one degree of freedom: the squares of a normal and of a noncentral t variable", () => {
  for (const [x, m] of [
    [0.3, 1],
    [9, 2.5],
    [400, 12],
    [1, 60],
  ]) {
    const z = normal(m, 1);
    const between = (law: { cdf(v: number): number; sf(v: number): number }) =>
      law.sf(Math.sqrt(x)) + law.cdf(-Math.sqrt(x));
    expectNear(noncentralChiSquareTails(1, x).sf(m * m), between(z), 3e-13);
    expectNear(noncentralFTails(1, 7, x).sf(m * m), between(noncentralT(7, m)), 3e-13);
  }
});

test("a large λ", () => {
  expectNear(noncentralChiSquareTails(3, 1e8 + 3).cdf(1e8), 0.5, 1e-4);
  expectNear(noncentralFTails(3, 50, 1).sf(1e6), 1, 1e-13);
});

test("for huge λ the laws go on where the mixtures end", () => {
  const [below, above] = [1e12 * (1 - 1e-9), 1e12 * (1 + 1e-9)];
  for (const share of [0.2, 0.7, 1.3, 5]) {
    for (const tail of ["cdf", "sf"] as const) {
      const [p, q] = [below, above].map((l) => noncentralFTails(2, 5, (l / 2) * share)[tail](l));
      expect(Math.abs(q / p - 1)).toBeLessThan(1e-9);
    }
  }
  for (const z of [-2, 0, 1.5]) {
    const [p, q] = [below, above].map((l) =>
      noncentralChiSquareTails(4, l + 2 * z * Math.sqrt(l)).cdf(l),
    );
    expect(Math.abs(q / p - 1)).toBeLessThan(1e-6);
  }
});
