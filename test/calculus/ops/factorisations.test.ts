/** Derivatives of eigh, svd and qr: against differences with 60 digits, closed forms, and where there are none. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as c from "../../../lib/calculus";
import { allClose, LinAlgError, type Matrix, rng } from "../../../lib/core";
import * as linalg from "../../../lib/linalg";

// biome-ignore lint/suspicious/noExplicitAny: called with plain and with tracked values
type Free = any;

const fixture = JSON.parse(
  readFileSync(join(__dirname, "../fixtures/factorisations.json"), "utf8"),
) as {
  gradients: { name: string; A: Matrix; weights: Free[]; gradient: Matrix }[];
  special: { name: string; x: number; derivatives: number[] }[];
};

const weigh = (M: Free, W: Free) => c.sum(c.mul(M, W));

const functions: Record<string, (A: Free, weights: Free[]) => Free> = {
  eigh: (A, [w, W]) => {
    const { values, vectors } = c.eigh(c.mul(0.5, c.add(A, c.transpose(A))));
    return c.add(c.dot(values, w), weigh(vectors, W));
  },
  svd: (A, [w, WU, WV]) => {
    const { U, s, Vt } = c.svd(A);
    return c.sum([c.dot(s, w), weigh(U, WU), weigh(Vt, WV)]);
  },
  qr: (A, [WQ, WR]) => {
    const { Q, R } = c.qr(A);
    return c.add(weigh(Q, WQ), weigh(R, WR));
  },
};

describe("gradients against differences with 60 digits", () => {
  test.each(fixture.gradients.map((g) => [g.name, g.A.length, g.A[0].length, g] as const))(
    "%s, %i×%i",
    (name, m, n, { A, weights, gradient }) => {
      const f = (B: Free) => functions[name](B, weights);
      const scale = Math.max(...gradient.flat().map(Math.abs));
      const close = (G: Free) =>
        allClose(G, gradient, { rtol: 0, atol: 1e-12 * scale * Math.max(1, scale / 10) });
      expect(close(c.grad(f)(A)), JSON.stringify(c.grad(f)(A))).toBe(true);
      const forwards = A.map((row, i) =>
        row.map((_, j) => {
          const E = A.map((r, p) => r.map((_v, q) => (p === i && q === j ? 1 : 0)));
          return c.jvp<number>(f)(A, E).tangent;
        }),
      );
      expect(close(forwards), JSON.stringify(forwards)).toBe(true);
      const flat = (x: Free) => f(c.reshape(x, [m, n]));
      const H = c.hessianAD(flat)(A.flat());
      const D = c.jacobian(c.grad(flat), A.flat(), { order: 6, h: 2e-5 });
      const size = Math.max(...H.flat().map(Math.abs));
      expect(allClose(H, D, { rtol: 0, atol: 1e-5 * size })).toBe(true);
    },
  );
});

describe("values, and functions whose derivative is known", () => {
  const random = rng(8);
  const gaussian = (m: number, n: number): Matrix =>
    Array.from({ length: m }, () => random.normal(0, 1, n));
  const M = gaussian(4, 4);
  const S = linalg.add(M, linalg.transpose(M)) as Matrix;

  test("plain in, plain out, as linalg has them", () => {
    expect(c.eigh(S)).toEqual(linalg.eigh(S));
    expect(c.svd(M)).toEqual(linalg.svd(M));
    expect(c.qr(M)).toEqual(linalg.qr(M));
    for (const A of [gaussian(5, 3), gaussian(3, 5), [[2]], [[0]], gaussian(1, 3)]) {
      const { U, s, Vt } = c.svd(A);
      expect(allClose(c.matmul(c.mul(U, s), Vt), A, { atol: 1e-13 })).toBe(true);
      const { Q, R } = c.qr(A);
      expect(allClose(c.matmul(Q, R), A, { atol: 1e-13 })).toBe(true);
      expect(allClose(R, linalg.qr(A).R, { atol: 1e-13 })).toBe(true);
    }
  });

  test("traces of powers, determinants, norms", () => {
    const close = (a: Free, b: Free) =>
      expect(allClose(a, b, { rtol: 1e-11, atol: 1e-11 }), `${JSON.stringify(a)}`).toBe(true);
    close(
      c.grad((A: Free) => c.sum(c.pow(c.eigh(A).values, 3)))(S),
      linalg.scale(3, linalg.matmul(S, S)),
    );
    const P = linalg.matmul(M, linalg.transpose(M));
    close(c.grad((A: Free) => c.sum(c.log(c.eigh(A).values)))(P), linalg.inv(P));
    close(c.grad((A: Free) => c.mul(0.5, c.sum(c.pow(c.svd(A).s, 2))))(M), M);
    const { U, Vt } = linalg.svd(M);
    close(c.grad((A: Free) => c.sum(c.svd(A).s))(M), linalg.matmul(U, Vt));
    const Minv = linalg.transpose(linalg.inv(M));
    close(c.grad((A: Free) => c.sum(c.log(c.diag(c.qr(A).R))))(M), Minv);
    const H = c.hessianAD((x: Free) => c.sum(c.pow(c.eigh(c.reshape(x, [2, 2])).values, 2)))([
      2, 1, 1, 5,
    ]);
    close(H, [
      [2, 0, 0, 0],
      [0, 1, 1, 0],
      [0, 1, 1, 0],
      [0, 0, 0, 2],
    ]);
  });

  test("a function of a matrix by its eigenvalues, along a line, to any order", () => {
    const line = (t: Free): Free =>
      c.add(
        [
          [2, 1],
          [1, 0],
        ],
        c.mul(t, [
          [1, 0.5],
          [0.5, -1],
        ]),
      );
    const byValues = (t: Free) => {
      const { values, vectors } = c.eigh(line(t));
      return c.at(c.matmul(c.mul(vectors, c.pow(values, 3)), c.transpose(vectors)), 0, 1);
    };
    const direct = (t: Free) => c.at(c.matmul(line(t), c.matmul(line(t), line(t))), 0, 1);
    expect(allClose(c.taylor(byValues, 0.3, 6), c.taylor(direct, 0.3, 6), { atol: 1e-11 })).toBe(
      true,
    );
  });
});

describe("where there is no derivative", () => {
  const I = [
    [2, 0, 0],
    [0, 2, 0],
    [0, 0, 5],
  ];
  test("equal eigenvalues", () => {
    const value = (k: number) => (A: Free) => c.eigh(A).values[k];
    const both = "eigh: eigenvalues 1 and 2 are both 2 to rounding";
    expect(() => c.grad(value(0))(I)).toThrow(`${both}: one by itself has no derivative there`);
    expect(c.grad(value(2))(I)).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 1],
    ]);
    expect(() => c.grad((A: Free) => c.eigh(A).vectors[0][0])(I)).toThrow(
      `${both}: their eigenvectors are not unique and have no derivative`,
    );
    const last = c.grad((A: Free) => c.eigh(A).vectors[0][2])(I);
    expect(
      allClose(
        last,
        [
          [0, 0, 1 / 6],
          [0, 0, 0],
          [1 / 6, 0, 0],
        ],
        { atol: 1e-15 },
      ),
    ).toBe(true);
    const alike = c.grad((A: Free) => c.sum(c.log(c.eigh(A).values)))(I);
    expect(allClose(alike, linalg.inv(I), { atol: 1e-15 })).toBe(true);
    expect(() =>
      c.hessianAD((x: Free) => c.sum(c.eigh(c.reshape(x, [3, 3])).values))(I.flat()),
    ).toThrow(`${both}: there is no second derivative`);
    expect(() => c.jvp((A: Free) => c.eigh(A).values)(I, I)).toThrow(
      `${both}: there is no derivative by forward mode`,
    );
    expect(c.eigh(I).values).toEqual([2, 2, 5]);
  });

  test("equal and vanishing singular values", () => {
    const both = "svd: singular values 2 and 3 are both 2 to rounding";
    const D = linalg.diag([5, 2, 2]) as Matrix;
    expect(() => c.grad((A: Free) => c.svd(A).s[1])(D)).toThrow(`${both}: one by itself`);
    expect(() => c.grad((A: Free) => c.svd(A).U[0][1])(D)).toThrow(
      `${both}: their singular vectors`,
    );
    expect(
      allClose(c.grad((A: Free) => c.sum(c.svd(A).s))(D), linalg.eye(3), { atol: 1e-15 }),
    ).toBe(true);
    const low = [
      [3, 0],
      [0, 0],
      [0, 0],
    ];
    expect(c.grad((A: Free) => c.svd(A).s[0])(low)).toEqual([
      [1, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(() => c.grad((A: Free) => c.sum(c.svd(A).s))(low)).toThrow(
      "svd: singular value 2 is 0 to rounding: it has a kink there",
    );
    expect(
      allClose(c.grad((A: Free) => c.sum(c.pow(c.svd(A).s, 2)))(low), linalg.scale(2, low)),
    ).toBe(true);
    expect(() => c.jvp((A: Free) => c.svd(A).s)(low, low)).toThrow("svd: singular value 2 is 0");
    expect(c.grad((A: Free) => c.sum(c.pow(c.svd(A).s, 2)))([[0, 0]])).toEqual([[0, 0]]);
  });

  test("dependent columns of qr", () => {
    const A = [
      [1, 2],
      [2, 4],
    ];
    expect(c.qr(A).R[0].length).toBe(2);
    expect(() => c.grad((B: Free) => c.sum(c.qr(B).R))(A)).toThrow(LinAlgError);
    expect(() => c.grad((B: Free) => c.sum(c.qr(B).R))(A)).toThrow(
      "qr: the first min(m, n) columns of A must be independent",
    );
    expect(() => c.jvp((B: Free) => c.qr(B).R)(A, A)).toThrow("qr: the first min(m, n) columns");
  });

  test("bad input", () => {
    expect(() =>
      c.eigh([
        [1, 2],
        [3, 4],
      ]),
    ).toThrow("eigh: A must be symmetric");
    expect(() =>
      c.eigh([
        [1, 2, 3],
        [3, 4, 5],
      ]),
    ).toThrow("eigh: A must be square, got 2×3");
    expect(() => c.svd([1, 2])).toThrow("svd: A must be a matrix, got a vector of length 2");
    expect(() => c.qr(3)).toThrow("qr: A must be a matrix, got a number");
    expect(() => c.svd("A" as never)).toThrow(
      'svd: A must be a number, vector, matrix or tracked value, got "A"',
    );
  });
});

describe("special functions against mpmath, four derivatives", () => {
  test.each(fixture.special.map((s) => [s.name, s.x, s.derivatives] as const))(
    "%s at %d",
    (name, x, exact) => {
      let f = (c as Free)[name];
      exact.forEach((want, k) => {
        const got = f(x);
        const scale = Math.max(Math.abs(want), /erf|log/.test(name) ? 1e-110 : 1e-280);
        const loose = name === "erf" ? 4e-16 * (1 + x * x) * 10 : 4e-14;
        expect(Math.abs(got - want) / scale, `derivative ${k}: ${got}, ${want}`).toBeLessThan(
          loose,
        );
        f = c.grad(f);
      });
    },
  );

  test("poles and ends", () => {
    expect(c.gammaln(0)).toBe(Infinity);
    expect(() => c.grad((x) => c.gammaln(x))(-2)).toThrow("digamma: x must not be a pole");
    expect(() => c.grad((x) => c.digamma(x))(0.5 - 0.5)).toThrow("digamma: x must not be a pole");
    expect(c.grad((x) => c.erf(x).sum())([-40, 40])).toEqual([0, 0]);
    expect(c.grad((x) => c.logSigmoid(x).sum())([-1000, 1000])).toEqual([1, 0]);
    expect(() => c.erf("0" as never)).toThrow(
      "erf: x must be a number, vector, matrix or tracked value",
    );
  });
});

describe("where", () => {
  test("chooses by condition, under broadcasting", () => {
    expect(c.where(true, 1, 2)).toBe(1);
    expect(c.where([true, false], 1, [3, 4])).toEqual([1, 4]);
    expect(c.where([[true], [false]], [1, 2], 0)).toEqual([
      [1, 2],
      [0, 0],
    ]);
    expect(c.where([], [], [])).toEqual([]);
    expect(
      c.grad((x: Free) => c.sum(c.where([true, false], c.mul(3, x), c.mul(5, x))))([1, 1]),
    ).toEqual([3, 5]);
    expect(c.grad((x: Free) => c.sum(c.where([[true, false]], x, 0)))([1, 1])).toEqual([1, 0]);
  });

  test("what is not chosen may be infinite, and is computed of something safe where it has no slope", () => {
    expect(c.where([true, false], 1, [Infinity, 2])).toEqual([1, 2]);
    const root = (x: Free) => {
      const positive = x.value.map((v: number) => v > 0);
      return c.sum(c.where(positive, c.sqrt(c.where(positive, x, 1)), 0));
    };
    expect(c.grad(root)([4, 0, -1])).toEqual([0.25, 0, 0]);
    expect(() => c.grad((x: Free) => c.sum(c.where([true, false], c.sqrt(x), 0)))([4, 0])).toThrow(
      "sqrt: its derivative is not a number here (mul: not a number for 0 and Infinity)",
    );
  });

  test("bad input", () => {
    expect(() => c.where([1, 0] as never, 1, 2)).toThrow(
      "where: condition[0] must be true or false, got 1",
    );
    expect(() => c.where("yes" as never, 1, 2)).toThrow(
      'where: condition must be true or false, got "yes" (string)',
    );
    expect(() => c.where([[true], [true, false]], 1, 2)).toThrow(
      "where: condition must have rows of 1 as its first, condition[1] is an array of length 2",
    );
    expect(() => c.where([true, false], [1, 2, 3], 0)).toThrow(
      "where: a and b must have shapes that agree",
    );
    expect(() => c.grad((x: Free) => c.where(x as never, 1, x))(1)).toThrow(
      "where: condition must be true or false",
    );
  });
});
