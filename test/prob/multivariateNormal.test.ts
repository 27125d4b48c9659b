import { describe, expect, test } from "vitest";
import { allClose, LinAlgError, rng } from "../../lib/core";
import { matmul, matvec, transpose } from "../../lib/linalg";
import { multivariateNormal, normal } from "../../lib/prob";
import fixture from "./fixtures/multivariate.json";

interface NormalCase {
  mean: number[];
  cov: number[][];
  rank: number;
  points: number[][];
  logpdf: number[];
  entropy: number;
  mahalanobis: number[];
  conditional?: { indices: number[]; values: number[]; mean: number[]; cov: number[][] };
}

describe("multivariateNormal against SciPy and NumPy", () => {
  for (const c of fixture.normals as NormalCase[]) {
    const dim = c.mean.length;
    const d = multivariateNormal(c.mean, c.cov, { allowSingular: c.rank < dim });

    test(`dimension ${dim}, rank ${c.rank}`, () => {
      expect(d.rank).toBe(c.rank);
      expect(allClose(d.logpdf(c.points), c.logpdf, { rtol: 1e-10 })).toBe(true);
      expect(allClose(d.pdf(c.points), c.logpdf.map(Math.exp), { rtol: 1e-9 })).toBe(true);
      expect(allClose(d.mahalanobis(c.points), c.mahalanobis, { rtol: 1e-10 })).toBe(true);
      expect(d.entropy()).toBeCloseTo(c.entropy, 10);
      expect(d.logpdf(c.points[0])).toBe(d.logpdf(c.points)[0]);
    });

    if (c.conditional) {
      test(`dimension ${dim}: conditional`, () => {
        const given = d.conditional(c.conditional!.indices, c.conditional!.values);
        expect(allClose(given.mean, c.conditional!.mean, { rtol: 1e-10 })).toBe(true);
        expect(allClose(given.cov, c.conditional!.cov, { rtol: 1e-10 })).toBe(true);
      });
    }
  }
});

describe("multivariateNormal: identities", () => {
  const c = (fixture.normals as NormalCase[])[4];
  const d = multivariateNormal(c.mean, c.cov);

  test("one dimension is the normal distribution", () => {
    const one = multivariateNormal([2], [[9]]);
    const line = normal(2, 3);
    expect(one.logpdf([4.5])).toBeCloseTo(line.logpdf(4.5), 14);
    expect(one.entropy()).toBeCloseTo(line.entropy(), 14);
    expect(one.mahalanobis([5])).toBe(1);
  });

  test("joint density = marginal · conditional", () => {
    for (const x of c.points) {
      const indices = [4, 1, 3];
      const marginal = d.marginal(indices).logpdf(indices.map((i) => x[i]));
      const given = d.conditional(
        indices,
        indices.map((i) => x[i]),
      );
      expect(marginal + given.logpdf([x[0], x[2], x[5]])).toBeCloseTo(d.logpdf(x), 10);
    }
  });

  test("marginals take coordinates in the order asked for", () => {
    const m = d.marginal([3, 0]);
    expect(m.mean).toEqual([c.mean[3], c.mean[0]]);
    expect(m.cov).toEqual([
      [c.cov[3][3], c.cov[3][0]],
      [c.cov[0][3], c.cov[0][0]],
    ]);
  });

  test("affine maps", () => {
    const A = [
      [1, 2, 0, 0, -1, 0.5],
      [0, 1, 1, 3, 0, 0],
    ];
    const image = d.affine(A, [10, 20]);
    const moved = matvec(A, c.mean);
    expect(allClose(image.mean, [moved[0] + 10, moved[1] + 20])).toBe(true);
    expect(allClose(image.cov, matmul(matmul(A, c.cov), transpose(A)))).toBe(true);
    expect(d.affine(A).mean).toEqual(moved);
  });

  test("draws have the mean and covariance, in each coordinate within four standard errors", () => {
    const n = 20000;
    const X = d.sample(rng(4), n);
    for (let i = 0; i < 6; i++) {
      for (let j = 0; j <= i; j++) {
        const products = X.map((x) => (x[i] - c.mean[i]) * (x[j] - c.mean[j]));
        const got = products.reduce((a, b) => a + b, 0) / n;
        const error = Math.sqrt((c.cov[i][i] * c.cov[j][j] + c.cov[i][j] ** 2) / n);
        expect(Math.abs(got - c.cov[i][j])).toBeLessThan(4 * error);
      }
      const mean = X.reduce((s, x) => s + x[i], 0) / n;
      expect(Math.abs(mean - c.mean[i])).toBeLessThan(4 * Math.sqrt(c.cov[i][i] / n));
    }
  });

  test("changes to what is handed out do not reach the distribution", () => {
    const mean = [0, 0];
    const cov = [
      [1, 0],
      [0, 1],
    ];
    const e = multivariateNormal(mean, cov);
    mean[0] = cov[0][0] = 9;
    e.mean[1] = 9;
    e.cov[1][1] = 9;
    expect(e.pdf([0, 0])).toBeCloseTo(1 / (2 * Math.PI), 15);
    expect(e.marginal([1]).cov).toEqual([[1]]);
  });

  test("far out the logarithm of the density does not underflow", () => {
    const e = multivariateNormal(
      [0, 0],
      [
        [1, 0],
        [0, 1e-6],
      ],
    );
    expect(e.logpdf([0, 1])).toBeCloseTo(-5e5 - Math.log(2 * Math.PI * 1e-3), 8);
    expect(e.pdf([0, 1])).toBe(0);
  });
});

describe("singular covariance", () => {
  const cov = [
    [1, 2],
    [2, 4],
  ];
  const line = multivariateNormal([1, 1], cov, { allowSingular: true });

  test("lives on its support", () => {
    expect(line.rank).toBe(1);
    expect(line.pdf([2, 3])).toBeGreaterThan(0);
    expect(line.pdf([2, 3.1])).toBe(0);
    expect(line.logpdf([2, 3.1])).toBe(-Infinity);
    expect(line.mahalanobis([2, 3.1])).toBe(Infinity);
    expect(line.mahalanobis([2, 3])).toBeCloseTo(1, 12);
    for (const [x, y] of line.sample(rng(1), 50)) expect(y - 1).toBeCloseTo(2 * (x - 1), 10);
  });

  test("given one coordinate the other is certain", () => {
    const given = line.conditional([0], [3]);
    expect(given.mean[0]).toBeCloseTo(5, 12);
    expect(given.rank).toBe(0);
    expect(given.pdf([5])).toBeCloseTo(1, 12);
    expect(given.sample(rng(1))[0]).toBeCloseTo(5, 12);
  });

  test("values off the support of the given coordinates are refused", () => {
    const d = multivariateNormal(
      [0, 0, 0],
      [
        [1, 1, 0],
        [1, 1, 0],
        [0, 0, 1],
      ],
      { allowSingular: true },
    );
    expect(() => d.conditional([0, 1], [1, 2])).toThrow(
      "multivariateNormal.conditional: values must lie in the support of their marginal distribution",
    );
    expect(d.conditional([0, 1], [1, 1]).cov).toEqual([[1]]);
  });

  test("is refused unless asked for, and an indefinite one always", () => {
    const make =
      (S: number[][], options = {}) =>
      () =>
        multivariateNormal([0, 0], S, options);
    expect(make(cov)).toThrow(LinAlgError);
    expect(make(cov)).toThrow("multivariateNormal: cov must be positive definite, pivot 2 is 0");
    const almost = [
      [1, 1],
      [1, 1 + 1e-16],
    ];
    expect(make(almost)).toThrow("cov must be positive definite, pivot 2 is");
    const indefinite = [
      [1, 2],
      [2, 1],
    ];
    expect(make(indefinite)).toThrow("pivot 2 is -3");
    expect(make(indefinite, { allowSingular: true })).toThrow(
      "cov must be positive semidefinite, its smallest eigenvalue is -1",
    );
    expect(() => line.affine([[1, 0]]).affine([[1], [1]])).not.toThrow();
    const plane = multivariateNormal([0], [[1]]);
    expect(() => plane.affine([[1], [1]])).toThrow(
      "multivariateNormal: cov must be positive definite",
    );
  });
});

describe("multivariateNormal: errors", () => {
  const eye = [
    [1, 0],
    [0, 1],
  ];
  const d = multivariateNormal([0, 0], eye);
  const bad = (v: unknown) => v as never;
  test.each<[() => unknown, ErrorConstructor, string]>([
    [() => multivariateNormal(bad(0), eye), TypeError, "multivariateNormal: mean must be a vector"],
    [() => multivariateNormal([], []), RangeError, "mean must have at least 1 entry, got 0"],
    [
      () => multivariateNormal([0], eye),
      RangeError,
      "cov must have 1 rows (length of mean), got 2×2",
    ],
    [
      () => multivariateNormal([0, 0], [[1, 2]]),
      RangeError,
      "cov must have 2 rows (length of mean), got 1×2",
    ],
    [
      () => multivariateNormal([0, Number.NaN], eye),
      RangeError,
      "mean must be finite, mean[1] is NaN",
    ],
    [
      () =>
        multivariateNormal(
          [0, 0],
          [
            [1, 0.5],
            [0, 1],
          ],
        ),
      RangeError,
      "cov must be symmetric, cov[1][0] is 0 and cov[0][1] is 0.5",
    ],
    [
      () => multivariateNormal([0, 0], eye, bad({ singular: true })),
      RangeError,
      'options has no "singular"; known: allowSingular',
    ],
    [
      () => multivariateNormal([0, 0], eye, { allowSingular: bad(1) }),
      TypeError,
      "allowSingular must be true or false, got 1",
    ],
    [
      () => d.pdf([1]),
      RangeError,
      "multivariateNormal.pdf: x must have length 2 (dimension of the distribution), got 1",
    ],
    [
      () => d.logpdf([[1, 2, 3]]),
      RangeError,
      "logpdf: x must have 2 columns (dimension of the distribution), got 1×3",
    ],
    [() => d.mahalanobis(bad("x")), TypeError, "mahalanobis: x must be a vector"],
    [() => d.marginal([]), RangeError, "marginal: indices must have at least 1 entry, got 0"],
    [() => d.marginal([2]), RangeError, "marginal: indices[0] must be an integer in [0, 1], got 2"],
    [() => d.marginal([1, 1]), RangeError, "marginal: indices must differ, 1 occurs twice"],
    [
      () => d.conditional([0], [1, 2]),
      RangeError,
      "conditional: values must have length 1 (indices), got 2",
    ],
    [
      () => d.conditional([0, 1], [1, 2]),
      RangeError,
      "conditional: indices must leave a coordinate free, got all 2",
    ],
    [
      () => d.affine([[1]]),
      RangeError,
      "affine: A must have 2 columns (dimension of the distribution), got 1×1",
    ],
    [
      () => d.affine([[1, 2]], [1, 2]),
      RangeError,
      "affine: b must have length 1 (rows of A), got 2",
    ],
  ])("%#", (f, Kind, text) => {
    expect(f).toThrow(Kind);
    expect(f).toThrow(text);
  });

  test("no points, no values", () => {
    expect(d.pdf([] as number[][])).toEqual([]);
  });
});
