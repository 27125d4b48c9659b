import { describe, expect, test } from "vitest";
import { type Matrix, rng } from "../../../lib/core";
import {
  gaussianProcess,
  integratedWienerKernel,
  type Kernel,
  linearKernel,
  maternKernel,
  periodicKernel,
  productKernel,
  rationalQuadraticKernel,
  rbfKernel,
  sumKernel,
} from "../../../lib/learn";
import { ownPairs } from "../../../lib/learn/gaussianProcess/kernel";
import { eigh, solve } from "../../../lib/linalg";
import { fromRows } from "../../../lib/linalg/flat";
import { expectClose, fixture } from "../helpers";

const { matrices, X3 } = fixture<{ matrices: Record<string, Matrix>; X3: Matrix }>(
  "gaussianProcess",
);
const given = { variance: 2, lengthScale: 0.8 };
const season = { variance: 2, period: 2.1, lengthScale: 1.3 };
const kernels: Record<string, Kernel> = {
  rbf: rbfKernel(given),
  ard: rbfKernel({ variance: 1.5, lengthScale: [0.5, 1, 3] }),
  "matern0.5": maternKernel({ ...given, nu: 0.5 }),
  "matern1.5": maternKernel({ ...given, nu: 1.5 }),
  "matern2.5": maternKernel({ ...given, nu: 2.5 }),
  periodic: periodicKernel(season),
  linear: linearKernel({ variance: 2, bias: 0.7 }),
  rationalQuadratic: rationalQuadraticKernel({ ...given, alpha: 0.6 }),
};
const composed: Record<string, Kernel> = {
  ...kernels,
  sum: sumKernel(rbfKernel(given), linearKernel(), periodicKernel(season)),
  product: productKernel(rbfKernel(given), periodicKernel(season)),
  nested: sumKernel(productKernel(rbfKernel(given), linearKernel()), maternKernel({ nu: 2.5 })),
};

describe("kernels", () => {
  test.each(Object.keys(kernels))("%s: the matrix of scikit-learn", (name) => {
    const rows = X3.slice(0, 6).map((row) => (name === "periodic" ? row.slice(0, 1) : row));
    expectClose(kernels[name].matrix(rows), matrices[name], { rtol: 1e-13, atol: 1e-15 });
    const cross = kernels[name].matrix(rows.slice(0, 2), rows);
    expectClose(cross, matrices[name].slice(0, 2), { rtol: 1e-13, atol: 1e-15 });
  });

  test.each(Object.keys(composed))("%s: symmetric and positive semidefinite", (name) => {
    const K = composed[name].matrix(X3.slice(0, 30));
    K.forEach((row, i) => {
      row.forEach((v, j) => {
        expect(v).toBe(K[j][i]);
      });
    });
    const { values } = eigh(K);
    expect(values[0]).toBeGreaterThan(-1e-13 * 30 * values[29]);
  });

  test.each(Object.keys(composed))("%s: derivatives by ln θ are those of differences", (name) => {
    const kernel = composed[name];
    const pairs = ownPairs(fromRows(X3.slice(0, 5)));
    const bound = kernel.bind(pairs);
    const values = kernel.parameters.map(({ value }) => value);
    const T = pairs.left.length;
    const dK = values.map(() => new Float64Array(T));
    bound(values, new Float64Array(T), dK);
    values.forEach((value, p) => {
      const h = 1e-5;
      const [up, down] = [1, -1].map((sign) => {
        const K = new Float64Array(T);
        bound(
          values.map((v, q) => (q === p ? value * Math.exp(sign * h) : v)),
          K,
        );
        return K;
      });
      const quotients = Array.from(up, (v, t) => (v - down[t]) / (2 * h));
      expectClose(Array.from(dK[p]), quotients, { rtol: 1e-7, atol: 1e-9 });
    });
  });

  test("parts of a sum keep their names", () => {
    const names = composed.nested.parameters.map((p) => p.name);
    expect(names).toEqual([
      "product1.rbf1.variance",
      "product1.rbf1.lengthScale",
      "product1.linear2.variance",
      "product1.linear2.bias",
      "matern2.52.variance",
      "matern2.52.lengthScale",
    ]);
  });

  test("the periodic kernel repeats, and smooth kernels are smoother at 0", () => {
    const at = rng(3).uniform(0, 1, 5);
    const rows = at.map((x) => [x]);
    const later = at.map((x) => [x + 2.1]);
    expectClose(kernels.periodic.matrix(rows, later), kernels.periodic.matrix(rows), {
      rtol: 1e-12,
    });
    const drop = (kernel: Kernel) => 2 - kernel.matrix([[0]], [[1e-4]])[0][0];
    const drops = ["matern0.5", "matern1.5", "matern2.5"].map((name) => drop(kernels[name]));
    expect(drops[0]).toBeGreaterThan(1000 * drops[1]);
    expect(drops[1]).toBeGreaterThan(drops[2]);
  });

  test("rational quadratic: RBF for large alpha, finite at any distance", () => {
    const rows = X3.slice(0, 8);
    const wide = rationalQuadraticKernel({ ...given, alpha: 1e10 }).matrix(rows);
    expectClose(wide, rbfKernel(given).matrix(rows), { rtol: 1e-7 });
    const pairs = ownPairs(fromRows([[0], [1e200], [-1e308]]));
    const dK = [0, 1, 2].map(() => new Float64Array(6));
    rationalQuadraticKernel().bind(pairs)([1, 1e-9, 2], new Float64Array(6), dK);
    for (const d of dK) expect(Array.from(d).every(Number.isFinite)).toBe(true);
  });

  test("integrated Wiener: the covariance of an integral of Brownian motion", () => {
    // f(x) = ∫ W(s) ds from the origin: ∫∫ min(s, t) ds dt by the midpoint rule
    const kernel = integratedWienerKernel({ variance: 2, origin: -1 });
    const [a, b, n] = [1.3, 2.1, 400];
    let sum = 0;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        sum += Math.min(((i + 0.5) * a) / n, ((j + 0.5) * b) / n) * (a / n) * (b / n);
      }
    }
    expectClose(kernel.matrix([[a - 1]], [[b - 1]])[0][0], 2 * sum, { rtol: 1e-5 });
    const rows = rng(4)
      .uniform(-1, 5, 12)
      .map((v) => [v]);
    const K = kernel.matrix(rows);
    expectClose(
      K,
      K[0].map((_, j) => K.map((row) => row[j])),
      { rtol: 1e-15 },
    );
    expect(eigh(K).values[0]).toBeGreaterThan(-1e-12);
    const pairs = ownPairs(fromRows(rows));
    const [own, dK] = [new Float64Array(78), [new Float64Array(78)]];
    kernel.bind(pairs)([3], own, dK);
    expect(Array.from(dK[0])).toEqual(Array.from(own));
  });

  test("integrated Wiener with a line: straight beyond the data, with a variance like h³/3", () => {
    const rows = [0, 1, 2, 3, 4].map((v) => [v]);
    const model = gaussianProcess(rows, [0, 1, 1, 3, 2], {
      kernel: sumKernel(linearKernel({ variance: 1e4, bias: 1e4 }), integratedWienerKernel()),
      noiseVariance: 0.1,
      optimize: false,
    });
    const [p, q, r] = model.predict([[5], [7], [9]]);
    expect(Math.abs(r - 2 * q + p)).toBeLessThan(1e-8);
    const far = model.predictive([[1004]]).functionStd[0];
    expectClose(far ** 2, 1000 ** 3 / 3, { rtol: 0.01 });
  });

  test("integrated Wiener: a smoothing spline as the variances of the line tend to infinity", () => {
    // the spline minimises Σ (y − f)²/s² + ∫ f''²/σ²: with C = |x − z|³/12 and λ = s²/σ², f = y − λw,
    // where (C + λI)w + [1 x]β = y and [1 x]ᵀw = 0
    const rows = [0, 1, 2.5, 3, 4.2].map((v) => [v]);
    const y = [0, 1, 1, 3, 2];
    const fitted = (variance: number) =>
      gaussianProcess(rows, y, {
        kernel: sumKernel(
          linearKernel({ variance, bias: variance }),
          integratedWienerKernel({ variance: 2 }),
        ),
        noiseVariance: 0.5,
        optimize: false,
      }).predict(rows);
    const lambda = 0.5 / 2;
    const A = Array.from({ length: 7 }, () => new Array<number>(7).fill(0));
    rows.forEach(([u], i) => {
      rows.forEach(([v], j) => {
        A[i][j] = Math.abs(u - v) ** 3 / 12;
      });
      A[i][i] += lambda;
      A[i][5] = A[5][i] = 1;
      A[i][6] = A[6][i] = u;
    });
    const weights = solve(A, [...y, 0, 0]);
    const spline = y.map((v, i) => v - lambda * weights[i]);
    expectClose(fitted(1e7), spline, { atol: 1e-5 });
    expect(Math.max(...fitted(1).map((f, i) => Math.abs(f - spline[i])))).toBeGreaterThan(0.01);
  });

  test("refuse parameters and arguments they cannot use", () => {
    expect(() => rbfKernel({ lengthScale: 0 })).toThrow(
      "rbfKernel: lengthScale must be a number > 0",
    );
    expect(() => rbfKernel({ lengthScale: [1, -1] })).toThrow(
      "lengthScale[1] must be a number > 0",
    );
    expect(() => rbfKernel({ scale: 1 } as never)).toThrow('rbfKernel: options has no "scale"');
    expect(() => rbfKernel({ nu: 1 } as never)).toThrow('rbfKernel: options has no "nu"');
    expect(() => rbfKernel({ fixed: ["period"] as never })).toThrow(
      "fixed must be a list of names",
    );
    expect(() => maternKernel({ nu: 1 as never })).toThrow("nu must be 0.5, 1.5 or 2.5, got 1");
    expect(() => rationalQuadraticKernel({ alpha: -1 })).toThrow(
      "rationalQuadraticKernel: alpha must be a number > 0",
    );
    expect(() => integratedWienerKernel({ variance: 0 })).toThrow(
      "integratedWienerKernel: variance must be a number > 0",
    );
    expect(() => integratedWienerKernel({ origin: NaN })).toThrow(
      "integratedWienerKernel: origin must be a",
    );
    expect(() => integratedWienerKernel().matrix([[1, 2]])).toThrow(
      "integratedWienerKernel: X must have 1 column, got 2",
    );
    expect(() => integratedWienerKernel({ origin: 3 }).matrix([[2]])).toThrow(
      "integratedWienerKernel: X must not lie before origin 3, got 2",
    );
    expect(() => rbfKernel({ lengthScale: [1, 2] }).matrix([[1, 2, 3]])).toThrow(
      "rbfKernel: lengthScale must be a number or have length 3 (columns of X), got 2",
    );
    expect(() => sumKernel(rbfKernel())).toThrow(
      "sumKernel: there must be at least 2 kernels, got 1",
    );
    expect(() => productKernel(rbfKernel(), 3 as never)).toThrow(
      "productKernel: argument 2 must be a kernel such as rbfKernel(), got 3",
    );
    expect(() => rbfKernel().matrix([[1, 2]], [[1]])).toThrow(
      "rbfKernel.matrix: Z must have 2 columns",
    );
  });
});
