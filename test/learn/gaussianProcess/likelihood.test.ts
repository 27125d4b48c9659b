import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { linearKernel, rbfKernel, sumKernel } from "../../../lib/learn";
import { ownPairs } from "../../../lib/learn/gaussianProcess/kernel";
import { marginalLikelihood } from "../../../lib/learn/gaussianProcess/likelihood";
import { slogdet, solve } from "../../../lib/linalg";
import { fromRows } from "../../../lib/linalg/flat";
import { expectClose } from "../helpers";

const random = rng(8);
const X = Array.from({ length: 25 }, () => random.normal(0, 1, 2));
const r = random.normal(0, 1, 25);
const kernel = sumKernel(rbfKernel({ lengthScale: [0.7, 2] }), linearKernel());
const values = kernel.parameters.map(({ value }) => value);
const likelihood = marginalLikelihood(
  kernel.bind(ownPairs(fromRows(X))),
  Float64Array.from(r),
  values.length,
);

describe("marginalLikelihood", () => {
  test("is ln N(r | 0, K + σ²I)", () => {
    const A = kernel.matrix(X).map((row, i) => row.map((v, j) => v + (i === j ? 0.2 : 0)));
    const alpha = solve(A, r) as number[];
    const fit = r.reduce((s, v, i) => s + v * alpha[i], 0);
    const want = -(fit + slogdet(A).logabsdet + 25 * Math.log(2 * Math.PI)) / 2;
    const got = likelihood.at(values, 0.2);
    expectClose(got.logLikelihood, want, { rtol: 1e-11 });
    expectClose(Array.from(got.alpha), alpha, { rtol: 1e-9 });
    expectClose(likelihood.withGradient(values, 0.2).value, want, { rtol: 1e-11 });
  });

  test("has the derivatives of difference quotients by ln θ and ln σ²", () => {
    const { grad } = likelihood.withGradient(values, 0.2);
    const h = 1e-5;
    const at = (p: number, sign: number) => {
      const moved = values.map((v, q) => (q === p ? v * Math.exp(sign * h) : v));
      const noise = p === values.length ? 0.2 * Math.exp(sign * h) : 0.2;
      return likelihood.withGradient(moved, noise).value;
    };
    grad.forEach((g, p) => {
      expectClose((at(p, 1) - at(p, -1)) / (2 * h), g, { rtol: 1e-6, atol: 1e-7 });
    });
  });

  test("is −∞ where the covariance is not positive definite", () => {
    const pairs = ownPairs(fromRows([[1], [1]]));
    const twice = marginalLikelihood(rbfKernel().bind(pairs), Float64Array.of(1, 2), 2);
    expect(twice.withGradient([1, 1], 0).value).toBe(-Infinity);
  });
});
