/** The worked numbers of "Mathematics for Machine Learning", chapter 5, by every way we have. */
import { describe, expect, test } from "vitest";
import * as c from "../../lib/calculus";
import { allClose, rng } from "../../lib/core";

// biome-ignore lint/suspicious/noExplicitAny: called with plain and with tracked values
type Free = any;

const { add, cos, exp, grad, gradient, hessianAD, jacobianAD, mul, pow, sin, sub, sum, taylor } = c;

test("Ex 5.3: the Taylor polynomial T₆ of x⁴ at 1 is x⁴", () => {
  expect(taylor((x) => pow(x, 4), 1, 6)).toEqual([1, 4, 6, 4, 1, 0, 0]);
});

test("Ex 5.4, Fig 5.4: sin x + cos x at 0, T₀ to T₁₀", () => {
  const coefficients = taylor((x) => add(sin(x), cos(x)), 0, 10);
  const signs = [1, 1, -1, -1, 1, 1, -1, -1, 1, 1, -1];
  let factorial = 1;
  const expected = signs.map((sign, k) => {
    factorial *= Math.max(k, 1);
    return sign / factorial;
  });
  expect(allClose(coefficients, expected, { rtol: 1e-15 })).toBe(true);
});

test("Ex 5.5: ((2x + 1)⁴)′ = 8(2x + 1)³", () => {
  const h = (x: Free) => pow(add(mul(2, x), 1), 4);
  for (const x of [-2, 0, 0.5, 3]) {
    expect(grad(h)(x)).toBe(8 * (2 * x + 1) ** 3);
    expect(c.jvp(h)(x, 1).tangent).toBe(8 * (2 * x + 1) ** 3);
    expect(allClose(c.derivative(h, x, { method: "richardson" }), 8 * (2 * x + 1) ** 3)).toBe(true);
  }
});

test("Ex 5.6: the partial derivatives of (x + 2y³)²", () => {
  const f = ([x, y]: Free) => pow(add(x, mul(2, pow(y, 3))), 2);
  const [x, y] = [1.5, -0.5];
  expect(grad(f)([x, y])).toEqual([2 * (x + 2 * y ** 3), 12 * (x + 2 * y ** 3) * y ** 2]);
});

test("Ex 5.7: the gradient of x₁²x₂ + x₁x₂³", () => {
  const f = ([a, b]: Free) => add(mul(pow(a, 2), b), mul(a, pow(b, 3)));
  const [a, b] = [2, 3];
  expect(grad(f)([a, b])).toEqual([2 * a * b + b ** 3, a ** 2 + 3 * a * b ** 2]);
  expect(allClose(gradient(f, [a, b]), [39, 58])).toBe(true);
});

test("Ex 5.8: d/dt (sin²t + 2 cos t) = 2 sin t (cos t − 1)", () => {
  const f = (t: Free) => add(pow(sin(t), 2), mul(2, cos(t)));
  for (const t of [-1, 0.3, 2]) {
    expect(allClose(grad(f)(t), 2 * Math.sin(t) * (Math.cos(t) - 1), { rtol: 1e-14 })).toBe(true);
  }
});

test("5.3: the map of the unit square to a parallelogram has |det J| = 3", () => {
  const J = jacobianAD(([x, y]: Free) => [add(mul(-2, x), y), add(x, y)])([0.2, 0.7]);
  expect(J).toEqual([
    [-2, 1],
    [1, 1],
  ]);
  expect(Math.abs(J[0][0] * J[1][1] - J[0][1] * J[1][0])).toBe(3);
});

test("Ex 5.10: h(t) = exp(x₁x₂²) with x = (t cos t, t sin t) has h′(1) = 1.52938", () => {
  const f = ([x, y]: Free) => exp(mul(x, pow(y, 2)));
  const x = (t: Free) => [mul(t, cos(t)), mul(t, sin(t))];
  const h = (t: Free) => f(x(t));
  expect(grad(h)(1)).toBeCloseTo(1.52938, 5);
  expect(c.jvp(h)(1, 1).tangent).toBeCloseTo(1.52938, 5);
  expect(taylor(h, 1, 1)[1]).toBeCloseTo(1.52938, 5);
  expect(c.derivative(h, 1)).toBeCloseTo(1.52938, 5);
  const chain = c.matmul([grad(f)(x(1) as number[])], jacobianAD(x)(1));
  expect(allClose(chain[0][0], grad(h)(1), { rtol: 1e-14 })).toBe(true);
});

test("Ex 5.11: the gradient of ‖y − Φθ‖² in θ is −2eᵀΦ", () => {
  const random = rng(511);
  const Phi = Array.from({ length: 5 }, () => random.normal(0, 1, 3));
  const y = random.normal(0, 1, 5);
  const theta = random.normal(0, 1, 3);
  const residual = (t: Free) => sub(y, c.matmul(Phi, t));
  const e = residual(theta);
  const expected = mul(-2, c.matmul(e, Phi));
  expect(allClose(grad((t) => pow(residual(t), 2).sum())(theta), expected, { rtol: 1e-13 })).toBe(
    true,
  );
  expect(allClose(jacobianAD(residual)(theta), c.neg(Phi), { rtol: 0, atol: 0 })).toBe(true);
});

test("Ex 5.12 and 5.13: Ax in A, and RᵀR in R", () => {
  const x = [5, 7];
  expect(jacobianAD((A) => c.matmul(A, x))(c.outer([1, 2], x))).toEqual([
    [5, 7, 0, 0],
    [0, 0, 5, 7],
  ]);
  const R = [
    [1, 2],
    [3, 4],
    [5, 6],
  ];
  const J = jacobianAD((X) => c.matmul(X.transpose(), X))(R);
  for (let p = 0; p < 2; p++) {
    for (let q = 0; q < 2; q++) {
      for (let i = 0; i < 3; i++) {
        for (let j = 0; j < 2; j++) {
          const expected = (j === p ? R[i][q] : 0) + (j === q ? R[i][p] : 0);
          expect(J[p * 2 + q][i * 2 + j]).toBe(expected);
        }
      }
    }
  }
});

describe("5.5: identities", () => {
  const random = rng(55);
  const matrix = (m: number, n: number) => Array.from({ length: m }, () => random.normal(0, 1, n));
  const X = matrix(3, 3);
  const B = matrix(3, 3);
  const [a, b, x] = matrix(3, 3);
  const W = add(B, c.transpose(B));
  const s = random.normal(0, 1, 2);
  const A = matrix(3, 2);
  const inverse = c.inv(X);
  const cases: [string, (x: Free) => Free, Free, Free][] = [
    [
      "log |det X|, whose square is det XᵀX",
      (Y) => mul(0.5, c.logdet(c.matmul(c.transpose(Y), Y))),
      X,
      c.transpose(inverse),
    ],
    [
      "aᵀX⁻¹b",
      (Y) => c.dot(a, c.solve(Y, b)),
      X,
      mul(-1, c.outer(c.matmul(a, inverse), c.matmul(inverse, b))),
    ],
    ["xᵀa", (y) => c.dot(y, a), x, a],
    ["aᵀXb", (Y) => c.dot(a, c.matmul(Y, b)), X, c.outer(a, b)],
    ["xᵀBx", (y) => c.dot(y, c.matmul(B, y)), x, c.matmul(x, W)],
    [
      "(x − As)ᵀW(x − As)",
      (u) => {
        const e = sub(x, c.matmul(A, u));
        return c.dot(e, c.matmul(W, e));
      },
      s,
      mul(-2, c.matmul(c.matmul(sub(x, c.matmul(A, s)), W), A)),
    ],
  ];
  test.each(cases)("%s", (_name, f, at, expected) => {
    const got: Free = grad(f)(at);
    expect(allClose(got, expected, { rtol: 1e-11, atol: 1e-13 }), `${got}, ${expected}`).toBe(true);
    expect(c.checkGrad(f, grad(f), at).maxRelError).toBeLessThan(1e-8);
  });
});

test("Ex 5.14: √(x² + exp x²) + cos(x² + exp x²) has f(1) = 1.09001 and f′(1) = 5.98308", () => {
  const f = (x: Free) => {
    const a = pow(x, 2);
    const b = exp(a);
    const sumOfBoth = add(a, b);
    return add(c.sqrt(sumOfBoth), cos(sumOfBoth));
  };
  const { value, grad: slope } = c.valueAndGrad(f)(1);
  expect(value).toBeCloseTo(1.09001, 5);
  expect(slope).toBeCloseTo(5.98308, 5);
  const u = 1 + Math.E;
  const byHand = 2 * (1 / (2 * Math.sqrt(u)) - Math.sin(u)) * (1 + Math.E);
  expect(allClose(slope, byHand, { rtol: 1e-14 })).toBe(true);
});

test("Ex 5.15: x₁² + 2x₁x₂ + x₂³ at (1, 2): f = 13, ∇ = (6, 14), H = [[2, 2], [2, 12]]", () => {
  const f = ([x, y]: Free) => add(add(pow(x, 2), mul(2, mul(x, y))), pow(y, 3));
  expect(c.valueAndGrad(f)([1, 2])).toEqual({ value: 13, grad: [6, 14] });
  expect(hessianAD(f)([1, 2])).toEqual([
    [2, 2],
    [2, 12],
  ]);
  expect(allClose(c.hessian(f, [1, 2], { method: "richardson" }), hessianAD(f)([1, 2]))).toBe(true);
  // the series along δ is exact at order 3: 13 + ∇·δ + δᵀHδ/2 + δ₂³
  const [p, q] = [0.3, -0.7];
  const along = taylor((t) => f(add([1, 2], mul(t, [p, q]))), 0, 4);
  const expected = [13, 6 * p + 14 * q, p * p + 2 * p * q + 6 * q * q, q ** 3, 0];
  expect(allClose(along, expected, { rtol: 1e-14, atol: 1e-15 })).toBe(true);
  expect(allClose(sum(along), f([1 + p, 2 + q]))).toBe(true);
});
