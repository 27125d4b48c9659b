import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { certify } from "../../../lib/learn/svm/certificate";

const random = rng(17);
const N = 30;
const y = Int8Array.from({ length: N }, (_, n) => (n % 2 === 0 ? 1 : -1));
const points = Array.from({ length: N }, () => random.normal(0, 1, 2));
const K = points.map((a) => points.map((b) => a[0] * b[0] + a[1] * b[1]));
const C = 0.8;

describe("the certificate of a machine", () => {
  test("the gap is primal − dual for any β with Σβ = 0, and never negative", () => {
    for (let t = 0; t < 20; t++) {
      // Pairs of one sample of each class get the same α, at times a bound.
      const beta = new Float64Array(N);
      for (let n = 0; n < N; n += 2) {
        const alpha = [0, C, C * random.random()][random.integers(0, 3)];
        beta[n] = alpha;
        beta[n + 1] = -alpha;
      }
      const v = Float64Array.from(
        y,
        (label, n) => label - K[n].reduce((s, k, m) => s + k * beta[m], 0),
      );
      const { b, dual, gap, primal } = certify(y, beta, v, () => C, 0.1);
      const quadratic = beta.reduce((s, x, n) => s + x * (y[n] - v[n]), 0);
      const slack = v.reduce((s, w, n) => s + Math.max(0, y[n] * (w - b)), 0);
      const alphas = beta.reduce((s, x) => s + Math.abs(x), 0);
      expect(dual).toBeCloseTo(alphas - quadratic / 2, 12);
      expect(primal).toBeCloseTo(quadratic / 2 + C * slack, 11);
      expect(gap).toBeGreaterThanOrEqual(0);
      expect(gap).toBeCloseTo(primal - dual, 11);
    }
  });

  test("without a sample between its bounds the constant is the middle it is given", () => {
    const beta = Float64Array.from(y, (label) => label * C);
    expect(certify(y, beta, Float64Array.from(y), () => C, 0.3).b).toBe(0.3);
  });
});
