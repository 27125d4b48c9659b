/** Values, hard inputs, domains and conventions of the operations. */
import { describe, expect, test } from "vitest";
import * as c from "../../../lib/calculus";
import { allClose, LinAlgError } from "../../../lib/core";

describe("elementary functions", () => {
  test.each([
    ["exp", c.exp, Math.exp],
    ["expm1", c.expm1, Math.expm1],
    ["log", c.log, Math.log],
    ["log1p", c.log1p, Math.log1p],
    ["sqrt", c.sqrt, Math.sqrt],
    ["sin", c.sin, Math.sin],
    ["cos", c.cos, Math.cos],
    ["tan", c.tan, Math.tan],
    ["asin", c.asin, Math.asin],
    ["acos", c.acos, Math.acos],
    ["atan", c.atan, Math.atan],
    ["sinh", c.sinh, Math.sinh],
    ["cosh", c.cosh, Math.cosh],
    ["tanh", c.tanh, Math.tanh],
    ["abs", c.abs, Math.abs],
  ] as const)("%s is Math's, on numbers, vectors and matrices", (_name, f, g) => {
    expect(f(0.4)).toBe(g(0.4));
    expect(f([0.1, 0.9])).toEqual([g(0.1), g(0.9)]);
    expect(f([[0.1], [0.9]])).toEqual([[g(0.1)], [g(0.9)]]);
    expect(f([])).toEqual([]);
  });

  test("far out, nothing overflows that need not", () => {
    expect(c.sigmoid([-1000, -40, 0, 40, 1000])).toEqual([0, Math.exp(-40), 0.5, 1, 1]);
    expect(c.softplus([-800, 800])).toEqual([0, 800]);
    expect(c.softplus(-40)).toBe(Math.exp(-40));
    expect(c.grad((x) => c.tanh(x).sum())([-1000, 1000])).toEqual([0, 0]);
    expect(c.grad((x) => c.sigmoid(x).sum())([-2000, 2000])).toEqual([0, 0]);
    expect(c.grad((x) => c.softplus(x).sum())([-2000, 2000])).toEqual([0, 1]);
    for (const f of [c.tanh, c.sigmoid, c.softplus, c.logSigmoid, c.erf, c.atan]) {
      for (const x of [-1e300, -2000, -800, 800, 2000, 1e154, 1e300]) {
        const curvature = c.hessianAD((v) => f(v).sum())([x])[0][0];
        expect(Math.abs(curvature), `${f.name} at ${x}`).toBeLessThan(1e-8);
      }
    }
    const second = c.hessianAD((x) => c.tanh(x).sum())([20])[0][0];
    expect(second / (-8 * Math.exp(-40))).toBeCloseTo(1, 12);
    expect(c.grad((x) => c.atan(x))(1e200)).toBe(0);
    expect(c.exp(1000)).toBe(Infinity);
    expect(c.log(0)).toBe(-Infinity);
    expect(c.div(1, 0)).toBe(Infinity);
  });

  test.each([
    ["log", c.log, -1, "log: x must be ≥ 0, got -1"],
    ["log1p", c.log1p, -2, "log1p: x must be ≥ -1, got -2"],
    ["sqrt", c.sqrt, -4, "sqrt: x must be ≥ 0, got -4"],
    ["asin", c.asin, 2, "asin: x must be in [-1, 1], got 2"],
    ["acos", c.acos, -2, "acos: x must be in [-1, 1], got -2"],
    ["sin", c.sin, Infinity, "sin: x must be finite, got Infinity"],
    ["exp", c.exp, Number.NaN, "exp: x must be a number, got NaN"],
  ] as const)("%s objects outside its domain", (_name, f, x, message) => {
    expect(() => f(x)).toThrow(RangeError);
    expect(() => f(x)).toThrow(message);
    if (!Number.isNaN(x)) expect(() => f([0.5, x])).toThrow(message);
  });
});

describe("pow", () => {
  test("values and slopes at 0", () => {
    expect(c.pow([0, 2, -2], [0, 3, 2])).toEqual([1, 8, 4]);
    for (const [p, slope] of [
      [0, 0],
      [1, 1],
      [2, 0],
      [0.5, Infinity],
    ]) {
      expect(c.grad((x) => x.pow(p))(0), `x^${p}`).toBe(slope);
    }
    expect(c.grad((p) => c.pow(0, p))(2)).toBe(0);
    expect(c.grad((x) => x.pow(-1))(0)).toBe(-Infinity);
    expect(c.hessianAD((x) => x.pow(2))(0)).toEqual([[2]]);
    expect(c.hessianAD((x) => x.pow(1))(0)).toEqual([[0]]);
  });

  test("second derivatives, mixed ones too, as x^p has them", () => {
    const f = ([x, p]: c.Tracked[]) => c.pow(x, p);
    for (const [x, p] of [
      [2, 0],
      [0.5, 0],
      [2, 1],
      [2, 3],
      [0.3, -2],
      [1, 0.5],
      [4, -0.5],
      [1e-8, 0],
    ]) {
      const [L, y] = [Math.log(x), x ** p];
      const mixed = (y / x) * (1 + p * L);
      const H = c.hessianAD(f as never)([x, p]);
      const exact = [
        [(p * (p - 1) * y) / (x * x), mixed],
        [mixed, y * L * L],
      ];
      expect(allClose(H, exact, { rtol: 1e-13, atol: 1e-300 }), `${H}, ${exact}`).toBe(true);
      const back = c.hessianAD((v) => c.pow(c.at(v, 1), c.at(v, 0)))([p, x]);
      expect(
        allClose(
          back,
          [
            [H[1][1], mixed],
            [mixed, H[0][0]],
          ],
          { rtol: 1e-13, atol: 1e-300 },
        ),
      ).toBe(true);
    }
  });

  test("derivatives of every order at x = 0", () => {
    const derivatives = (p: number, n: number) => {
      let f = (x: c.Tracked) => c.pow(x, p) as c.Tracked;
      const values: number[] = [];
      for (let k = 0; k <= n; k++) {
        values.push(f(0 as never) as never);
        f = c.grad(f as never) as never;
      }
      return values.map((v) => v + 0);
    };
    expect(derivatives(0, 3)).toEqual([1, 0, 0, 0]);
    expect(derivatives(1, 3)).toEqual([0, 1, 0, 0]);
    expect(derivatives(2, 4)).toEqual([0, 0, 2, 0, 0]);
    expect(derivatives(3, 4)).toEqual([0, 0, 0, 6, 0]);
    expect(derivatives(2.5, 3)).toEqual([0, 0, 0, Infinity]);
    expect(c.hessianAD((x) => c.pow(x, [0, 1, 2]).sum())([0, 0, 0])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 2],
    ]);
    expect(c.hessianAD((x) => c.pow(x, 3).sum())([-2])).toEqual([[-12]]);
    expect(c.hessianAD((x) => c.pow(x, 0).sum())([-2])).toEqual([[0]]);
  });

  test("at x = 0 in the exponent", () => {
    const f = ([x, p]: c.Tracked[]) => c.pow(x, p);
    expect(c.grad((p) => c.pow(0, p))(0.5)).toBe(0);
    expect(c.hessianAD((p) => c.pow(0, p))(2)).toEqual([[0]]);
    expect(c.hessianAD(f as never)([0, 3])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(c.hessianAD(f as never)([0, 2])).toEqual([
      [2, 0],
      [0, 0],
    ]);
    const refused = "pow: at x = 0 there is no derivative in an exponent ≤";
    expect(() => c.grad((p) => c.pow(0, p))(0)).toThrow(`${refused} 0`);
    expect(() => c.grad((p) => c.pow(0, p))(-1)).toThrow(refused);
    expect(() => c.grad(f as never)([0, 0])).toThrow(refused);
    expect(() => c.hessianAD(f as never)([0, 1])).toThrow(`${refused} 1`);
    expect(() => c.hessianAD(f as never)([0, 0.5])).toThrow();
    expect(() => c.jvp((v) => c.pow(c.at(v, 0), c.at(v, 1)))([0, 0], [0, 1])).toThrow(refused);
  });

  test("outside its domain", () => {
    expect(() => c.pow(-1, 0.5)).toThrow("pow: not a number for -1 and 0.5");
    expect(() => c.grad((p) => c.pow(-2, p))(2)).toThrow(
      "pow: x must be ≥ 0 where the exponent is differentiated, got -2",
    );
  });
});

describe("arithmetic", () => {
  test("broadcasting", () => {
    const A = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    expect(c.add(A, 1)).toEqual([
      [2, 3, 4],
      [5, 6, 7],
    ]);
    expect(c.sub([10, 20, 30], A)).toEqual([
      [9, 18, 27],
      [6, 15, 24],
    ]);
    expect(c.mul(A, [[1], [10]])).toEqual([
      [1, 2, 3],
      [40, 50, 60],
    ]);
    expect(c.add([[1], [2]], [10, 20])).toEqual([
      [11, 21],
      [12, 22],
    ]);
    expect(c.add([5], [[1], [2]])).toEqual([[6], [7]]);
    expect(c.mul([], 2)).toEqual([]);
    expect(c.grad((x) => c.mul(A, x).sum())([[1], [1]])).toEqual([[6], [15]]);
    expect(c.grad((x) => c.mul(A, x).sum())([[1, 1, 1]])).toEqual([[5, 7, 9]]);
    expect(c.grad((x) => c.mul(A, x).sum())([1])).toEqual([21]);
  });

  test("bad shapes and values", () => {
    expect(() => c.add([1, 2], [1, 2, 3])).toThrow(
      "add: a and b must have shapes that agree, got a vector of length 2 and a vector of length 3",
    );
    expect(() => c.mul([[1, 2]], [1, 2, 3])).toThrow(
      "mul: a and b must have shapes that agree, got a 1×2 matrix",
    );
    expect(() => c.mul(0, Infinity)).toThrow("mul: not a number for 0 and Infinity");
    expect(() => c.div([1, 0], [1, 0])).toThrow("div: not a number for 0 and 0");
    expect(() => c.add("1" as never, 2)).toThrow(
      'add: a must be a number, vector, matrix or tracked value, got "1" (string)',
    );
    expect(() => c.add(1, [1, Number.NaN])).toThrow("add: b must hold no NaN, b[1] is NaN");
    expect(() => c.add(1, [[1, 2], [3]])).toThrow(
      "add: b must hold numbers only, or rows of equal length, b[0] is a vector of length 2 and b[1] is a vector of length 1",
    );
    expect(() => c.add(1, [1, null] as never)).toThrow("add: b[1] must be a number, vector");
    expect(() => c.add(1, undefined as never)).toThrow("add: b must be a number, vector");
    expect(() => c.add(1, [[[1]]] as never)).toThrow("add: b must hold numbers only");
  });
});

describe("where slopes are conventions", () => {
  test("abs, relu, maximum, minimum, max, min, norm", () => {
    expect(c.grad((x) => c.abs(x).sum())([-2, 0, 3])).toEqual([-1, 0, 1]);
    expect(c.grad((x) => c.relu(x).sum())([-2, 0, 3])).toEqual([0, 0, 1]);
    expect(c.grad((x) => c.maximum(x, 0).sum())([-2, 0, 3])).toEqual([0, 0.5, 1]);
    expect(c.grad((x) => c.minimum(x, 0).sum())([-2, 0, 3])).toEqual([1, 0.5, 0]);
    expect(c.grad((x) => c.max(x))([1, 1, 0, 1])).toEqual([1 / 3, 1 / 3, 0, 1 / 3]);
    expect(c.grad((x) => c.min(x))([1, 1, 0, 0])).toEqual([0, 0, 0.5, 0.5]);
    expect(
      c.grad((x) => c.max(x, { axis: 1 }).sum())([
        [1, 1],
        [0, 2],
      ]),
    ).toEqual([
      [0.5, 0.5],
      [0, 1],
    ]);
    expect(
      c.grad((x) => c.norm(x))([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual([
      [0, 0],
      [0, 0],
    ]);
    for (const f of [c.abs, c.relu, c.norm] as ((x: c.Tracked) => c.Tracked)[]) {
      expect(c.jvp(f)(0, 1).tangent, "forward mode keeps to the same").toBe(0);
    }
  });
});

describe("reductions", () => {
  const A = [
    [1, 2, 3],
    [4, 5, 6],
  ];
  test("over all, along axes, keeping them", () => {
    expect(c.sum(A)).toBe(21);
    expect(c.sum(A, { axis: 1 })).toEqual([6, 15]);
    expect(c.sum(A, { axis: -1 })).toEqual([6, 15]);
    expect(c.sum(A, { axis: 0, keepDims: true })).toEqual([[5, 7, 9]]);
    expect(c.sum(A, { axis: 1, keepDims: true })).toEqual([[6], [15]]);
    expect(c.sum(A, { keepDims: true })).toEqual([[21]]);
    expect(c.sum([1, 2], { axis: 0 })).toBe(3);
    expect(c.sum([1, 2], { keepDims: true })).toEqual([3]);
    expect(c.sum(5)).toBe(5);
    expect(c.sum([])).toBe(0);
    expect(c.mean(A, { axis: 0 })).toEqual([2.5, 3.5, 4.5]);
    expect(c.max(A, { axis: 0 })).toEqual([4, 5, 6]);
    expect(c.min(A, { axis: 1 })).toEqual([1, 4]);
    expect(c.max([-Infinity, -5])).toBe(-5);
  });

  test("a long sum is within (128 + log₂ n/128)·ε of exact, where a naive one strays by 1e-6", () => {
    const x = new Array(1 << 20).fill(0.1);
    expect(Math.abs((c.sum(x) as number) - 0.1 * x.length)).toBeLessThan(1e-9);
  });

  test("logsumexp and softmax without overflow or cancellation", () => {
    expect(c.logsumexp([1000, 1000])).toBe(1000 + Math.LN2);
    expect(c.logsumexp([0, -40])).toBe(Math.exp(-40));
    expect(c.logsumexp([-Infinity, 3])).toBe(3);
    expect(c.logsumexp([-Infinity, -Infinity])).toBe(-Infinity);
    expect(c.logsumexp([Infinity, 0])).toBe(Infinity);
    expect(c.logsumexp(A, { axis: 1 })).toEqual(A.map((row) => c.logsumexp(row)));
    expect(c.softmax([1000, 1000, -1000])).toEqual([0.5, 0.5, 0]);
    expect(c.softmax([0, -Infinity])).toEqual([1, 0]);
    const S = c.softmax(A);
    expect(allClose(c.sum(S, { axis: 1 }), [1, 1])).toBe(true);
    expect(allClose(c.sum(c.softmax(A, { axis: 0 }), { axis: 0 }), [1, 1, 1])).toBe(true);
    expect(c.logSoftmax([0, -1000])).toEqual([0, -1000]);
    expect(c.logSoftmax([0, 40])[1]).toBe(-Math.log1p(Math.exp(-40)));
  });

  test("bad input", () => {
    expect(() => c.sum([1], { axis: 1 })).toThrow(
      "sum: axis must be an axis of x, a vector of length 1, got 1",
    );
    expect(() => c.sum(A, { axis: 0.5 } as never)).toThrow(
      "sum: axis must be an axis of x, a 2×3 matrix, got 0.5",
    );
    expect(() => c.sum(A, { axes: 0 } as never)).toThrow(
      'sum: options has no "axes"; known: axis, keepDims',
    );
    expect(() => c.mean([])).toThrow("mean: x must have at least 1 entry, got 0");
    expect(() => c.max([])).toThrow("max: x must have at least 1 entry, got 0");
    expect(() => c.logsumexp([])).toThrow("logsumexp: x must have at least 1 entry, got 0");
    expect(() => c.softmax(3 as never)).toThrow(
      "softmax: axis must be an axis of x, a number, got -1",
    );
    expect(() => c.softmax([1], { dim: 0 } as never)).toThrow('softmax: options has no "dim"');
    expect(() => c.sum([Infinity, -Infinity])).toThrow("sum: not a number");
  });
});

describe("norm and dot", () => {
  test("no overflow, no underflow", () => {
    expect(c.norm([3e200, 4e200])).toBeCloseTo(5e200, -186);
    expect(c.norm([3e-200, 4e-200]) / 5e-200).toBeCloseTo(1, 14);
    expect(c.norm([])).toBe(0);
    expect(c.norm([Infinity, 1])).toBe(Infinity);
    expect(
      c.norm([
        [3, 0],
        [0, 4],
      ]),
    ).toBe(5);
    expect(() => c.dot([1, 2], [1])).toThrow("dot: b must have length 2 (length of a), got 1");
    expect(() => c.dot([[1]], [1])).toThrow("dot: a must be a vector, got a 1×1 matrix");
  });
});

describe("shapes and places", () => {
  const A = [
    [1, 2, 3],
    [4, 5, 6],
  ];
  test("values", () => {
    expect(c.transpose(A)).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
    expect(c.reshape(A, [3, 2])).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect(c.reshape(A, [6])).toEqual([1, 2, 3, 4, 5, 6]);
    expect(c.reshape([[7]], [])).toBe(7);
    expect(c.reshape(7, [1, 1])).toEqual([[7]]);
    expect(c.at(A, 1)).toEqual([4, 5, 6]);
    expect(c.at(A, -1, -1)).toBe(6);
    expect(c.slice(A, 1, 2)).toEqual([[4, 5, 6]]);
    expect(c.slice([1, 2], 1, 1)).toEqual([]);
    expect(c.take(A, [2, 0], { axis: 1 })).toEqual([
      [3, 1],
      [6, 4],
    ]);
    expect(c.take([1, 2, 3], [-1])).toEqual([3]);
    expect(c.stack([1, 2])).toEqual([1, 2]);
    expect(c.concat([A, [[7, 8, 9]]])).toEqual([...A, [7, 8, 9]]);
    expect(
      c.diag([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ).toEqual([1, 5]);
    expect(
      c.trace([
        [1, 2],
        [3, 4],
      ]),
    ).toBe(5);
    expect(c.outer([1, 2], [3])).toEqual([[3], [6]]);
  });

  test("bad input", () => {
    expect(() => c.transpose([1, 2])).toThrow(
      "transpose: x must be a matrix, got a vector of length 2",
    );
    expect(() => c.reshape([1, 2, 3], [2, 2])).toThrow(
      "reshape: shape must hold 3 entries as a vector of length 3 does, got [2,2]",
    );
    expect(() => c.reshape([1], [1, 1, 1])).toThrow(
      "reshape: shape must be an array of at most 2 lengths",
    );
    expect(() => c.reshape([1], [-1])).toThrow("reshape: shape[0] must be an integer ≥ 0, got -1");
    expect(() => c.at([1, 2], 2)).toThrow("at: i must be an integer in [-2, 1], got 2");
    expect(() => c.at(A, 0, 3)).toThrow("at: j must be an integer in [-3, 2], got 3");
    expect(() => c.at([1], 0, 0)).toThrow("at: a vector takes one index, got two");
    expect(() => c.at(5 as never, 0)).toThrow("at: x must be a vector or a matrix, got a number");
    expect(() => c.at([], 0)).toThrow("at: x must not be empty");
    expect(() => c.slice([1, 2], 0, 3)).toThrow("slice: end must be an integer in [0, 2], got 3");
    expect(() => c.slice([1, 2], 2, 1)).toThrow("slice: start must be an integer in [0, 1], got 2");
    expect(() => c.slice([1, 2], 0, 1, { axis: 1 })).toThrow(
      "slice: axis must be an integer in [0, 0], got 1",
    );
    expect(() => c.take([1], [1])).toThrow("take: indices[0] must be an integer in [-1, 0], got 1");
    expect(() => c.take([1], 0 as never)).toThrow("take: indices must be an array, got 0");
    expect(() => c.stack([[1], [1, 2]])).toThrow(
      "stack: parts must hold numbers only, or rows of equal length",
    );
    expect(() => c.stack([])).toThrow("stack: parts must be an array with at least 1 entry");
    expect(() => c.concat([A, [[1]]])).toThrow(
      "concat: parts must be vectors, or matrices that agree but for axis 0, parts[0] is a 2×3 matrix and parts[1] is a 1×1 matrix",
    );
    expect(() => c.concat([1, 2])).toThrow("concat: parts must be vectors");
    expect(() => c.trace(A)).toThrow("trace: A must be square, got 2×3");
    expect(() => c.diag(3 as never)).toThrow("diag: x must be a vector or a matrix, got a number");
  });
});

describe("matrices", () => {
  const A = [
    [4, 2],
    [2, 5],
  ];
  test("products in all combinations", () => {
    expect(
      c.matmul(
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
        [
          [1, 0, 2],
          [0, 1, 3],
        ],
      ),
    ).toEqual([
      [1, 2, 8],
      [3, 4, 18],
      [5, 6, 28],
    ]);
    expect(c.matmul([1, 2], A)).toEqual([8, 12]);
    expect(c.matmul([[1, 2]], [[3], [4]])).toEqual([[11]]);
    expect(() => c.matmul(A, [1, 2, 3])).toThrow("matmul: a and b must be matrices");
    expect(() => c.matmul([1, 2], [3, 4])).toThrow(
      "got a vector of length 2 and a vector of length 2",
    );
    expect(() => c.matmul(A, 2 as never)).toThrow("got a 2×2 matrix and a number");
    expect(() => c.matmul([[0, 1]], [[Infinity], [1]])).toThrow("matmul: not a number");
  });

  test("solve, inv, logdet, cholesky", () => {
    expect(allClose(c.matmul(A, c.solve(A, [1, 2])), [1, 2])).toBe(true);
    expect(
      allClose(
        c.matmul(A, c.inv(A)),
        [
          [1, 0],
          [0, 1],
        ],
        { atol: 1e-15 },
      ),
    ).toBe(true);
    expect(allClose(c.logdet(A), Math.log(16))).toBe(true);
    expect(c.cholesky(A)).toEqual([
      [2, 0],
      [1, 2],
    ]);
    expect(c.solve([[4]], [2])).toEqual([0.5]);
    const g = c.grad((X) => c.cholesky(X).sum())(A);
    expect(g[0][1], "the gradient in A is symmetric").toBe(g[1][0]);
  });

  test("bad input", () => {
    const singular = [
      [1, 2],
      [2, 4],
    ];
    expect(() => c.solve(singular, [1, 1])).toThrow(LinAlgError);
    expect(() => c.solve(singular, [1, 1])).toThrow("solve: A is singular");
    expect(() => c.solve([[1, 2]], [1])).toThrow("solve: A must be square, got 1×2");
    expect(() => c.solve(A, [1, 2, 3])).toThrow(
      "solve: b must be a vector or matrix with 2 rows as A has, got a vector of length 3",
    );
    expect(() => c.solve(3 as never, [1])).toThrow("solve: A must be a matrix, got a number");
    expect(() => c.inv(singular)).toThrow(LinAlgError);
    expect(() =>
      c.logdet([
        [0, 1],
        [1, 0],
      ]),
    ).toThrow("logdet: A must have a positive determinant, it is negative");
    expect(() => c.logdet(singular)).toThrow("logdet: A must have a positive determinant, it is 0");
    expect(() =>
      c.cholesky([
        [1, 2],
        [2, 1],
      ]),
    ).toThrow("cholesky: A must be positive definite");
    expect(() =>
      c.cholesky([
        [1, 2],
        [3, 9],
      ]),
    ).toThrow(RangeError);
  });
});

describe("constant", () => {
  test("stops gradients and packs arrays", () => {
    const X = c.constant([
      [1, 2],
      [3, 4],
    ]) as c.Tensor;
    expect(X).toBeInstanceOf(c.Tensor);
    expect(c.mul(X, [1, 0])).toBeInstanceOf(c.Tensor);
    expect(c.grad((w) => c.matmul(X, w).sum())([1, 1])).toEqual([4, 6]);
    expect(c.grad((x) => c.mul(c.constant(c.mul(x, x)), x))(3)).toBe(9);
    expect(() => c.constant({} as never)).toThrow("constant: x must be a number");
  });
});

describe("tracked values", () => {
  test("show shape and value, and print shortly", () => {
    c.grad((x) => {
      expect(x.shape).toEqual([2]);
      expect(x.value).toEqual([1, 2]);
      expect(x.sum().item()).toBe(3);
      expect(() => x.item()).toThrow("item: the tracked value must be a number, got shape [2]");
      expect(`${x}`).toBe("Tracked([1,2])");
      expect(`${c.outer(x, c.concat([x, new Array(10).fill(0)]))}`).toBe("Tracked(a 2×12 matrix)");
      expect(require("node:util").inspect({ x })).toBe("{ x: Tracked([1,2]) }");
      expect(() => [...x.sum()]).toThrow("a tracked number cannot be taken apart");
      return x.sum();
    })([1, 2]);
  });

  test("every method is the function of its name", () => {
    const x = [0.3, 0.6];
    const unary = [
      "neg",
      "exp",
      "log",
      "sqrt",
      "sin",
      "cos",
      "tan",
      "tanh",
      "sigmoid",
      "softplus",
      "relu",
      "abs",
      "sum",
      "mean",
      "max",
      "min",
      "logsumexp",
      "softmax",
      "logSoftmax",
      "norm",
    ] as const;
    const functions = { ...c } as unknown as Record<string, (x: number[]) => unknown>;
    for (const name of unary) {
      const f = functions[name];
      c.grad((t) => {
        expect(t[name]().value, name).toEqual(f(x));
        return 0;
      })(x);
    }
    c.grad((t) => {
      expect(t.add(1).value).toEqual(c.add(x, 1));
      expect(t.sub(1).value).toEqual(c.sub(x, 1));
      expect(t.mul(2).value).toEqual(c.mul(x, 2));
      expect(t.div(2).value).toEqual(c.div(x, 2));
      expect(t.pow(2).value).toEqual(c.pow(x, 2));
      expect(t.dot(x).value).toEqual(c.dot(x, x));
      expect(t.matmul([[1], [2]]).value).toEqual(c.matmul(x, [[1], [2]]));
      expect(t.reshape([2, 1]).transpose().value).toEqual([x]);
      expect(t.at(1).value).toBe(0.6);
      expect(t.slice(0, 1).value).toEqual([0.3]);
      return 0;
    })(x);
  });
});
