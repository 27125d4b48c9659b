import { describe, expect, test } from "vitest";
import { hypergeometricLaw } from "../../../lib/stats/laws/hypergeometricLaw";
import { expectNear } from "../helpers";

const choose = (n: number, k: number) => {
  let v = 1;
  for (let i = 1; i <= k; i++) v = (v * (n - i + 1)) / i;
  return v;
};

describe("hypergeometricLaw", () => {
  test("chances and mean are those of the definition, for any odds ratio", () => {
    const [n1, n2, c1] = [9, 6, 7];
    const law = hypergeometricLaw(n1, n2, c1);
    expect([law.low, law.high]).toEqual([1, 7]);
    for (const psi of [1, 0.05, 40]) {
      const w = [1, 2, 3, 4, 5, 6, 7].map((k) => choose(n1, k) * choose(n2, c1 - k) * psi ** k);
      const total = w.reduce((a, b) => a + b, 0);
      w.forEach((v, i) => {
        expectNear(Math.exp(law.logpmf(i + 1, Math.log(psi))), v / total, 1e-13);
      });
      const upper = w.slice(3).reduce((a, b) => a + b, 0) / total;
      expectNear(law.upper(4, Math.log(psi)), upper, 1e-13);
      expectNear(law.lower(3, Math.log(psi)) + law.upper(4, Math.log(psi)), 1, 1e-14);
      const mean = w.reduce((s, v, i) => s + v * i, 0) / total;
      expectNear(law.meanAboveLow(Math.log(psi)), mean, 1e-13);
    }
  });

  test("tables of billions keep their digits: the law is nearly normal", () => {
    const n = 1e9;
    const law = hypergeometricLaw(n, n, n);
    const sd = Math.sqrt(n / 8);
    expectNear(law.upper(n / 2 + Math.round(2 * sd)), 0.02275013194817921, 2e-4);
    expectNear(law.lower(n / 2) + law.upper(n / 2) - Math.exp(law.logpmf(n / 2)), 1, 1e-9);
  });

  test("a support of one point", () => {
    const law = hypergeometricLaw(0, 5, 3);
    expect([law.low, law.high, law.lower(0), law.meanAboveLow(3)]).toEqual([0, 0, 1, 0]);
  });
});
