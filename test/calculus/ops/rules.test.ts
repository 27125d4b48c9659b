/**
 * Every operation, through every mode: its value on plain numbers is its value when followed; its
 * gradient agrees with differences of the value; forward mode agrees with reverse mode; the two ways
 * to a second derivative agree; and the Taylor series along a line agrees with gradients of gradients.
 */
import { describe, expect, test } from "vitest";
import * as calculus from "../../../lib/calculus";
import { allClose, rng } from "../../../lib/core";

// biome-ignore lint/suspicious/noExplicitAny: a case is called with plain and with tracked values
type Case = (x: any) => any;

const c = calculus;
const A = [
  [4, 1, 0.5],
  [1, 5, -1],
  [0.5, -1, 3],
];
const B = [
  [2, -1, 0.3],
  [0.5, 3, 1],
  [-1, 0.4, 1.5],
];
const b = [1, -2, 0.5];

/** Functions of a vector of length 3 with entries in (0.3, 1), to a number. */
const cases: Record<string, Case> = {
  add: (x) => c.sum(c.mul(c.add(x, c.mul(x, x)), b)),
  "add (broadcast)": (x) => c.sum(c.mul(c.add(c.reshape(x, [3, 1]), c.mul(x, x)), A)),
  sub: (x) => c.sum(c.mul(c.sub(2, c.mul(x, x)), b)),
  neg: (x) => c.sum(c.mul(c.neg(x), x)),
  mul: (x) => c.at(c.mul(c.mul(x, x), b), 1),
  "mul (broadcast)": (x) => c.sum(c.mul(c.mul(A, x), c.mul(c.at(x, 0), x))),
  div: (x) => c.sum(c.div(c.add(x, b), c.mul(x, x))),
  "div (constant numerator)": (x) => c.sum(c.div(b, x)),
  "div (constant denominator)": (x) => c.sum(c.div(c.mul(x, x), b)),
  "pow (whole)": (x) => c.sum(c.pow(x, 3)),
  "pow (negative)": (x) => c.sum(c.pow(x, -2)),
  "pow (real)": (x) => c.sum(c.pow(x, 2.5)),
  "pow (several)": (x) => c.sum(c.pow(x, [0, 1, 2])),
  "pow (exponent)": (x) => c.sum(c.pow(2, x)),
  "pow (both)": (x) => c.sum(c.pow(x, c.mul(x, x))),
  exp: (x) => c.sum(c.exp(c.mul(x, b))),
  expm1: (x) => c.sum(c.expm1(c.mul(x, b))),
  log: (x) => c.sum(c.mul(b, c.log(x))),
  log1p: (x) => c.sum(c.mul(b, c.log1p(x))),
  sqrt: (x) => c.sum(c.mul(b, c.sqrt(x))),
  sin: (x) => c.sum(c.mul(b, c.sin(x))),
  cos: (x) => c.sum(c.mul(b, c.cos(x))),
  tan: (x) => c.sum(c.mul(b, c.tan(x))),
  asin: (x) => c.sum(c.mul(b, c.asin(c.mul(0.5, x)))),
  acos: (x) => c.sum(c.mul(b, c.acos(c.mul(0.5, x)))),
  atan: (x) => c.sum(c.mul(b, c.atan(x))),
  sinh: (x) => c.sum(c.mul(b, c.sinh(x))),
  cosh: (x) => c.sum(c.mul(b, c.cosh(x))),
  tanh: (x) => c.sum(c.mul(b, c.tanh(x))),
  sigmoid: (x) => c.sum(c.mul(b, c.sigmoid(x))),
  softplus: (x) => c.sum(c.mul(b, c.softplus(x))),
  relu: (x) => c.sum(c.pow(c.relu(c.mul(x, b)), 2)),
  abs: (x) => c.sum(c.pow(c.abs(c.mul(x, b)), 2)),
  maximum: (x) => c.sum(c.mul(c.maximum(c.mul(x, x), 0.3), x)),
  minimum: (x) => c.sum(c.mul(c.minimum(c.mul(x, x), c.mul(0.5, x)), x)),
  sum: (x) => c.pow(c.sum(c.mul(x, x)), 2),
  "sum (axis 0)": (x) => c.dot(c.sum(c.mul(A, x), { axis: 0 }), x),
  "sum (axis 1, kept)": (x) => c.sum(c.mul(c.sum(c.mul(A, x), { axis: 1, keepDims: true }), x)),
  mean: (x) => c.pow(c.mean(x), 3),
  "mean (axis)": (x) => c.dot(c.mean(c.mul(A, x), { axis: 1 }), x),
  max: (x) => c.pow(c.max(c.mul(x, b)), 2),
  "max (axis)": (x) => c.dot(c.max(c.mul(A, x), { axis: 0 }), x),
  min: (x) => c.pow(c.min(c.mul(x, b)), 2),
  logsumexp: (x) => c.logsumexp(c.mul(x, b)),
  "logsumexp (axis)": (x) => c.dot(c.logsumexp(c.mul(A, x), { axis: 1 }), b),
  softmax: (x) => c.dot(c.softmax(x), b),
  "softmax (columns)": (x) => c.sum(c.mul(c.softmax(c.mul(A, x), { axis: 0 }), A)),
  logSoftmax: (x) => c.dot(c.logSoftmax(c.mul(x, b)), [0, 1, 0]),
  norm: (x) => c.norm(c.sub(x, b)),
  dot: (x) => c.dot(x, c.mul(x, b)),
  outer: (x) => c.sum(c.mul(c.outer(x, c.mul(x, x)), A)),
  "matmul (matrix, vector)": (x) => c.dot(c.matmul(A, x), c.mul(x, x)),
  "matmul (vector, matrix)": (x) => c.dot(c.matmul(c.mul(x, x), A), b),
  "matmul (matrices)": (x) => {
    const X = c.outer(x, c.mul(x, b));
    return c.sum(c.mul(c.matmul(X, c.matmul(A, X)), A));
  },
  transpose: (x) => c.sum(c.mul(c.matmul(c.transpose(c.mul(A, x)), c.mul(A, x)), A)),
  trace: (x) => c.trace(c.matmul(c.mul(A, x), c.mul(A, x))),
  diag: (x) => c.sum(c.matmul(c.diag(c.mul(x, x)), A)),
  reshape: (x) => c.sum(c.matmul(c.reshape(x, [1, 3]), c.mul(A, x))),
  at: (x) => c.mul(c.at(x, 0), c.at(x, -1)),
  "at (row, entry)": (x) => c.mul(c.sum(c.at(c.mul(A, x), 1)), c.at(c.outer(x, x), 1, 2)),
  slice: (x) => c.sum(c.pow(c.slice(x, 1, 3), 3)),
  "slice (columns)": (x) => c.sum(c.pow(c.slice(c.mul(A, x), 1, 3, { axis: 1 }), 2)),
  take: (x) => c.sum(c.pow(c.take(x, [2, 0, 2]), 3)),
  "take (rows)": (x) => c.sum(c.pow(c.take(c.outer(x, x), [2, 0, 2]), 2)),
  stack: (x) => c.sum(c.pow(c.stack([c.at(x, 0), 2, c.mul(c.at(x, 1), c.at(x, 2))]), 2)),
  "stack (rows)": (x) => c.sum(c.matmul(c.stack([x, c.mul(x, x), b]), A)),
  concat: (x) => c.sum(c.pow(c.concat([x, c.mul(x, x), b]), 2)),
  "concat (side by side)": (x) =>
    c.sum(c.pow(c.concat([c.mul(A, x), c.outer(x, x)], { axis: 1 }), 2)),
  solve: (x) => c.dot(c.solve(c.add(A, c.outer(x, x)), c.mul(x, x)), b),
  "solve (matrix)": (x) => c.sum(c.mul(c.solve(c.add(A, c.diag(x)), c.outer(x, x)), A)),
  inv: (x) => c.sum(c.mul(c.inv(c.add(A, c.outer(x, b))), A)),
  logdet: (x) => c.logdet(c.add(A, c.outer(x, x))),
  logSigmoid: (x) => c.sum(c.mul(b, c.logSigmoid(x))),
  erf: (x) => c.sum(c.mul(b, c.erf(x))),
  gammaln: (x) => c.sum(c.mul(b, c.gammaln(x))),
  "gammaln (negative)": (x) => c.sum(c.mul(b, c.gammaln(c.sub(c.mul(0.5, x), 2.9)))),
  digamma: (x) => c.sum(c.mul(b, c.digamma(x))),
  where: (x) => c.sum(c.where([true, false, true], c.pow(x, 3), c.mul(x, c.at(x, 0)))),
  "where (broadcast)": (x) => c.sum(c.mul(c.where([[true], [false]], x, c.mul(x, x)), [b, b])),
  "eigh (values)": (x) => c.dot(c.eigh(c.add(A, c.outer(x, x))).values, b),
  "eigh (vectors)": (x) => c.sum(c.mul(c.eigh(c.add(A, c.outer(x, x))).vectors, A)),
  "eigh (both)": (x) => {
    const { values, vectors } = c.eigh(c.mul(A, c.outer(x, x)));
    return c.sum(c.pow(c.matmul(c.mul(vectors, values), c.transpose(vectors)), 3));
  },
  "svd (values)": (x) => c.dot(c.svd(c.add(B, c.outer(x, x))).s, b),
  "svd (vectors)": (x) => {
    const { U, Vt } = c.svd(c.add(B, c.outer(x, c.mul(x, x))));
    return c.add(c.sum(c.mul(U, A)), c.sum(c.mul(Vt, B)));
  },
  "svd (tall)": (x) => {
    const { U, s, Vt } = c.svd(c.slice(c.add(B, c.outer(x, x)), 0, 2, { axis: 1 }));
    const parts = [
      c.sum(
        c.mul(
          U,
          b.map((v) => [v, 1]),
        ),
      ),
      c.dot(s, [1, 2]),
      c.sum(
        c.mul(Vt, [
          [1, 2],
          [0, 1],
        ]),
      ),
    ];
    return c.sum(parts);
  },
  "svd (wide)": (x) => {
    const { U, s, Vt } = c.svd(c.slice(c.add(B, c.outer(x, x)), 0, 2));
    const parts = [
      c.sum(
        c.mul(U, [
          [1, 2],
          [0, 1],
        ]),
      ),
      c.dot(s, [1, 2]),
      c.sum(c.mul(Vt, [b, [1, 0, 2]])),
    ];
    return c.sum(parts);
  },
  qr: (x) => {
    const { Q, R } = c.qr(c.add(B, c.outer(x, x)));
    return c.add(c.sum(c.mul(Q, A)), c.sum(c.mul(R, B)));
  },
  "qr (tall)": (x) => {
    const { Q, R } = c.qr(c.slice(c.add(B, c.outer(x, x)), 0, 2, { axis: 1 }));
    return c.add(
      c.sum(
        c.mul(
          Q,
          b.map((v) => [v, 1]),
        ),
      ),
      c.sum(
        c.mul(R, [
          [1, 2],
          [0, 3],
        ]),
      ),
    );
  },
  "qr (wide)": (x) => {
    const { Q, R } = c.qr(c.slice(c.add(B, c.outer(x, x)), 0, 2));
    return c.add(
      c.sum(
        c.mul(Q, [
          [1, 2],
          [0, 3],
        ]),
      ),
      c.sum(c.mul(R, [b, [0, 1, 3]])),
    );
  },
  cholesky: (x) => c.sum(c.mul(c.cholesky(c.add(A, c.outer(x, x))), A)),
};

/** |a − b| against the size of b, entry by entry of vectors. */
function expectClose(a: number[] | number, b: number[] | number, rtol: number): void {
  const scale = Math.max(1e-3, ...[b].flat().map(Math.abs));
  expect(allClose(a, b, { rtol: 0, atol: rtol * scale }), `${a} against ${b}`).toBe(true);
}

const random = rng(20);
const points = [0, 1, 2].map(() => random.uniform(0.3, 1, 3));
const directions = points.map(() => random.normal(0, 1, 3));

describe.each(Object.entries(cases))("%s", (_name, f) => {
  test.each(points.map((x, k) => [x, directions[k]]))("at %j along %j", (x, v) => {
    const { value, grad } = c.valueAndGrad(f)(x);
    expect(value).toBe(f(x));
    expect(grad).toHaveLength(3);

    const check = c.checkGrad(f, c.grad(f), x);
    expect(check.maxRelError, JSON.stringify(check)).toBeLessThan(1e-8);

    const forward = c.jvp(f)(x, v);
    const along = c.dot(grad, v);
    expect(forward.value).toBe(value);
    expectClose(forward.tangent as number, along, 1e-13);

    const H = c.hessianAD(f)(x);
    const Hv = c.hvp(f)(x, v);
    const reverseTwice = c.grad((y) => c.dot(c.grad(f)(y), v))(x);
    expectClose(reverseTwice, Hv, 1e-12);
    expectClose(c.matmul(H, v), Hv, 1e-12);
    expectClose(c.transpose(H).flat(), H.flat(), 1e-12);
    const byDifferences = c.jacobian(c.grad(f), x, { order: 6 });
    expectClose(H.flat(), byDifferences.flat(), 1e-8);

    const line: Case = (t) => f(c.add(x, c.mul(t, v)));
    const third = c.grad((t) => c.grad((s) => c.grad(line)(s))(t))(0);
    const curvature = c.dot(v, Hv);
    const expected = [value, along, curvature / 2, third / 6];
    const scale = Math.max(...expected.map(Math.abs));
    expect(allClose(c.taylor(line, 0, 3), expected, { rtol: 1e-11, atol: 1e-12 * scale })).toBe(
      true,
    );
  });
});
