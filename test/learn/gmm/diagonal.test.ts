import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { diagonalDistances, diagonalVariances } from "../../../lib/learn/gmm/diagonal";
import { emptyMixture } from "../../../lib/learn/gmm/mixture";
import { squaresOf } from "../../../lib/learn/gmm/squares";
import { dense, fromRows } from "../../../lib/linalg/flat";
import { expectClose } from "../helpers";

const random = rng(14);
const [N, D, K] = [53, 3, 3];
const X = fromRows(Array.from({ length: N }, (_, n) => random.normal(n % 2, 1, D)));
const squares = squaresOf(X);

describe.each([
  ["near the origin", 1],
  ["narrow and far from it", 1e-7],
] as const)("diagonal components %s", (_, spread) => {
  const means = fromRows(Array.from({ length: K }, () => random.normal(0.5, 1, D)));
  const whitening = fromRows(
    Array.from({ length: K }, () => random.uniform(0.5, 2, D).map((w) => w / spread)),
  );

  test("distances by products are those of the definition", () => {
    const [fast, exact] = [squares, null].map((given) => {
      const out = dense(K, N);
      diagonalDistances(X, means, whitening, given, out);
      return Array.from(out.data);
    });
    const want: number[] = [];
    for (let k = 0; k < K; k++) {
      for (let n = 0; n < N; n++) {
        let sum = 0;
        for (let j = 0; j < D; j++) {
          const d = X.data[n * D + j] - means.data[k * D + j];
          sum += (whitening.data[k * D + j] * d) ** 2;
        }
        want.push(sum);
      }
    }
    expectClose(exact, want, { rtol: 1e-13 });
    expectClose(fast, want, { rtol: 1e-11 });
  });

  test("variances by products are those of the definition", () => {
    // Samples within `spread` of a centre at distance 1 from the origin.
    const Z = fromRows(
      Array.from({ length: N }, () => random.normal(0, spread, D).map((v) => 1 + v)),
    );
    const r = Float64Array.from({ length: N }, () => random.random());
    const mass = r.reduce((s, v) => s + v, 0);
    const mean = Array.from({ length: D }, (__, j) => {
      return 1 + r.reduce((s, v, n) => s + v * (Z.data[n * D + j] - 1), 0) / mass;
    });
    const want = mean.map((m, j) => {
      return r.reduce((s, v, n) => s + v * (Z.data[n * D + j] - m) ** 2, 0) / mass;
    });
    for (const given of [squaresOf(Z), null]) {
      const mix = emptyMixture("diag", 1, D);
      mix.weights[0] = mass / N;
      mix.means.data.set(mean);
      const sample = { X: Z, squares: given, ridge: new Float64Array(D) };
      diagonalVariances(sample, r, [0], mix);
      expectClose(Array.from(mix.covariances[0].data), want, { rtol: 1e-11 });
    }
  });
});

test("squares come with the greatest of each column", () => {
  const { S, most } = squaresOf(
    fromRows([
      [1, -3],
      [-2, 0.5],
    ]),
  );
  expect(Array.from(S.data)).toEqual([1, 9, 4, 0.25]);
  expect(Array.from(most)).toEqual([4, 9]);
});
