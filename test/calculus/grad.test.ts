import { describe, expect, test } from "vitest";
import {
  add,
  at,
  exp,
  grad,
  log,
  matmul,
  mul,
  norm,
  type Scalar,
  sin,
  sqrt,
  sub,
  sum,
  type Tracked,
  valueAndGrad,
} from "../../lib/calculus";
import { allClose } from "../../lib/core";
import { functions, reference } from "./reference";

describe("against SymPy and mpmath", () => {
  test.each(reference.functions)("$name at $x", ({ name, x, value, gradient }) => {
    const got = valueAndGrad(functions[name])(x);
    expect(allClose(got.value, value, { rtol: 4e-15 }), `${got.value}, ${value}`).toBe(true);
    expect(allClose(got.grad, gradient, { rtol: 2e-14 }), `${got.grad}, ${gradient}`).toBe(true);
    expect(functions[name](x), "the same function on plain numbers").toBe(got.value);
  });
});

describe("what f may be given", () => {
  test("a number, a vector, a matrix: the gradient has the same shape", () => {
    expect(grad((x) => x.pow(3))(2)).toBe(12);
    expect(grad((x) => x.pow(2).sum())([1, 2])).toEqual([2, 4]);
    expect(grad((X) => matmul(X, [1, 10]).sum())([[1, 2]])).toEqual([[1, 10]]);
    expect(grad((x) => x.sum())([])).toEqual([]);
  });

  test("objects and lists of them, nested", () => {
    type Params = { layers: [Tracked, Tracked]; bias: Tracked };
    const f = ({ layers: [W, v], bias }: Params) => matmul(W, v).sum().add(mul(bias, 5));
    const x = {
      layers: [
        [
          [1, 2],
          [3, 4],
        ],
        [5, 6],
      ],
      bias: 7,
    } as const;
    const expected = {
      layers: [
        [
          [5, 6],
          [5, 6],
        ],
        [4, 6],
      ],
      bias: 5,
    };
    expect(grad(f)(x as never)).toEqual(expected);
    expect(valueAndGrad(f)(x as never)).toEqual({ value: 17 + 39 + 35, grad: expected });
  });

  test("rows of different length are a list of vectors", () => {
    const f = ([u, v]: [Tracked, Tracked]) => mul(sum(u), sum(v));
    expect(grad(f)([[1, 2], [3]])).toEqual([[3, 3], [3]]);
  });

  test("a tracked vector is taken apart as an array is", () => {
    expect(grad(([x, y]) => x.mul(y).mul(y))([2, 3])).toEqual([9, 12]);
    expect(
      grad((X) => [...X].map((row) => norm(row)).reduce((a, b) => a.add(b)))([[3, 4]]),
    ).toEqual([[0.6, 0.8]]);
  });

  test("an array of tracked values counts as a vector or matrix", () => {
    expect(grad(([x, y]) => norm([x, y, 12]))([3, 4])).toEqual([3 / 13, 4 / 13]);
    expect(
      grad(([x, y]) =>
        matmul(
          [
            [x, 0],
            [1, y],
          ],
          [1, 2],
        ).sum(),
      )([3, 4]),
    ).toEqual([1, 2]);
  });
});

describe("what f may do", () => {
  test("ignore x, or some of it", () => {
    expect(valueAndGrad(() => 3)([1, 2])).toEqual({ value: 3, grad: [0, 0] });
    expect(grad(([x]) => x)([1, 2])).toEqual([1, 0]);
    expect(grad((x) => x)(5)).toBe(1);
  });

  test("branch and loop on values", () => {
    const f = (x: Tracked) => {
      let y = x;
      while (y.item() < 100) y = y.mul(y);
      return y;
    };
    expect(grad(f)(3)).toBe(8 * 3 ** 7); // 3 → 9 → 81 → 6561 = 3⁸
    expect(grad((x) => (x.item() > 0 ? x : x.mul(-2)))(-1)).toBe(-2);
    expect(grad((x) => mul(x, x.value as number))(4), "value is a constant").toBe(4);
  });

  test("use one value many times", () => {
    expect(grad((x) => x.mul(x).mul(x).add(x).sub(x))(2)).toBe(12);
    expect(grad((x) => add(at(x, 0), at(x, 0)))([1])).toEqual([2]);
  });

  test("leave its argument as it was", () => {
    const x = [[1, 2]];
    const g = grad((X) => X.pow(2).sum())(x);
    g[0][0] = 99;
    expect(x).toEqual([[1, 2]]);
  });
});

describe("gradients of gradients", () => {
  test("derivatives of x⁵ one after the other", () => {
    let f: (x: Tracked) => Scalar = (x) => x.pow(5);
    const values: unknown[] = [];
    for (let k = 0; k < 6; k++) {
      f = grad(f);
      values.push(grad(f)(2));
    }
    expect(values).toEqual([160, 240, 240, 120, 0, 0]);
  });

  test("inner and outer variable are not confused", () => {
    // d/dx [x · d/dy (x + y)] = d/dx x = 1 (Siskind & Pearlmutter 2005)
    expect(grad((x) => mul(x, grad((y) => add(x, y))(x)))(3)).toBe(1);
    expect(grad((x) => mul(x, grad((y) => mul(x, y))(1)))(3)).toBe(6);
  });

  test("the gradient may enter the function", () => {
    const penalty = (x: Tracked) =>
      grad((y) => y.pow(3).sum())(x)
        .pow(2)
        .sum();
    expect(grad(penalty)([1, 2])).toEqual([36, 288]); // Σ 9x⁴
  });
});

describe("conventions where there is no derivative", () => {
  test("√ at 0, and the norm at 0", () => {
    expect(grad((x) => sqrt(x))(0)).toBe(Infinity);
    expect(grad((x) => norm(x))([0, 0])).toEqual([0, 0]);
  });

  test("no NaN comes out", () => {
    expect(() => grad((x) => sqrt(x).pow(2))(0)).toThrow("mul: not a number for 0 and Infinity");
    expect(() => grad((x) => log(x))(-1)).toThrow("log: x must be ≥ 0, got -1");
    expect(() => grad((x) => sub(exp(x), exp(x)))(1000)).toThrow(
      "sub: not a number for Infinity and Infinity",
    );
  });
});

describe("bad input", () => {
  test("f is no function, or returns no number", () => {
    expect(() => grad(3 as never)).toThrow("grad: f must be a function, got 3");
    expect(() => valueAndGrad(null as never)).toThrow(
      "valueAndGrad: f must be a function, got null",
    );
    expect(() => grad((x) => x.mul(2))([1, 2])).toThrow(
      "grad: f must return a number, got a vector of length 2 (for vectors see jacobianAD)",
    );
    expect(() => grad((x) => matmul([[1], [2]], x))([[1, 2]])).toThrow("got a 2×2 matrix");
    expect(() => grad(() => undefined as never)(1)).toThrow(
      "grad: f(x) must be a number, vector, matrix or tracked value, got undefined",
    );
    expect(() => grad((async (x: Tracked) => x) as never)(1)).toThrow("got a Promise");
  });

  test("x is no number", () => {
    const f = grad((x) => sum(x)) as (x: unknown) => unknown;
    expect(() => f("1")).toThrow(
      'grad: x must be a number, vector, matrix or tracked value, got "1" (string)',
    );
    expect(() => f(undefined)).toThrow("got undefined");
    expect(() => f([1, "2"])).toThrow("grad: x[1] must be a number");
    expect(() => f({ a: [1, Number.NaN] })).toThrow("grad: x.a must hold no NaN, x.a[1] is NaN");
    expect(() =>
      f([
        [1, 2, 3],
        [4, Infinity, 6],
      ]),
    ).toThrow("grad: x must be finite, entry 4 is Infinity");
    expect(() => f(new Float64Array(2))).toThrow("got a Float64Array of length 2");
    expect(() => f(new Map())).toThrow("got a Map");
  });

  test("operators and Math refuse tracked values", () => {
    const message = "a tracked value cannot be used with +, -, *, /, < or Math";
    for (const f of [
      (x: never) => x * 2,
      (x: never) => Math.sin(x),
      (x: never) => (x > 0 ? x : 0),
      (x: never) => x + 1,
    ]) {
      expect(() => grad(f as never)(1)).toThrow(message);
    }
  });

  test("a tracked value that outlives its call", () => {
    let leaked: Tracked | undefined;
    grad((x) => {
      leaked = x;
      return sin(x);
    })(1);
    expect(() => mul(leaked!, 2)).toThrow(
      "mul: a tracked value was used after the call that made it had returned",
    );
    expect(() =>
      grad((x) => {
        leaked = x;
        throw new Error("stop");
      })(1),
    ).toThrow("stop");
    expect(() => sin(leaked!)).toThrow("sin: a tracked value was used after");
  });
});
