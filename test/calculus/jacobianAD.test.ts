import { describe, expect, test } from "vitest";
import * as c from "../../lib/calculus";
import { allClose, rng } from "../../lib/core";
import { functions, reference } from "./reference";

const { hessianAD, hvp, jacobianAD, jvp, grad, mul, sin, stack, sum } = c;

describe("Hessians against SymPy and mpmath", () => {
  test.each(reference.functions)("$name at $x", ({ name, x, hessian }) => {
    const H = hessianAD(functions[name])(x);
    const scale = Math.max(...hessian.flat().map(Math.abs));
    expect(allClose(H, hessian, { rtol: 1e-13, atol: 1e-15 * scale }), `${H}, ${hessian}`).toBe(
      true,
    );
    for (const [k, v] of [
      [0, [1, 0]],
      [1, [0, 1]],
    ] as const) {
      const column = hvp(functions[name])(x, v as unknown as [number, number]);
      const expected = [hessian[0][k], hessian[1][k]];
      expect(allClose(column, expected, { rtol: 1e-13, atol: 1e-15 * scale })).toBe(true);
    }
  });
});

describe("jacobianAD", () => {
  test("rows are results, columns variables", () => {
    const F = ([x, y]: Iterable<c.Tracked>) => [mul(x, y), sin(x), y, 7];
    expect(jacobianAD(F)([0, 3])).toEqual([
      [3, 0],
      [1, 0],
      [0, 1],
      [0, 0],
    ]);
  });

  test("more results than variables, or fewer: forwards and backwards agree", () => {
    const random = rng(7);
    const W = Array.from({ length: 5 }, () => random.normal(0, 1, 3));
    const F = (x: c.Tracked) => c.tanh(c.matmul(W, x));
    const G = (x: c.Tracked) => c.tanh(c.matmul(c.transpose(W), x));
    for (const [f, n] of [
      [F, 3],
      [G, 5],
    ] as const) {
      const x = random.normal(0, 1, n);
      const J = jacobianAD(f)(x);
      expect(J).toHaveLength(8 - n);
      const columns = x.map(
        (_, j) =>
          jvp<number[]>(f)(
            x,
            x.map((_, k) => (k === j ? 1 : 0)),
          ).tangent,
      );
      const rows = J.map((_, i) => grad((y) => f(y).at(i))(x));
      expect(allClose(J, c.transpose(columns), { rtol: 1e-13, atol: 1e-16 })).toBe(true);
      expect(allClose(J, rows, { rtol: 1e-13, atol: 1e-16 })).toBe(true);
    }
  });

  test("numbers and matrices count as vectors of their entries", () => {
    expect(jacobianAD((t) => [t, mul(t, t)])(3)).toEqual([[1], [6]]);
    expect(jacobianAD((x) => sum(x))([1, 2])).toEqual([[1, 1]]);
    // d(Xᵀ)/dX: the permutation that transposes
    expect(jacobianAD((X) => X.transpose())([[1, 2]])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(
      jacobianAD((X) => X.mul(X))([
        [1, 2],
        [3, 4],
      ]),
    ).toEqual(c.diag([2, 4, 6, 8]));
  });

  test("empty, and constant", () => {
    expect(jacobianAD(() => [1, 2])([1, 2, 3])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(jacobianAD((x) => x)([])).toEqual([]);
  });

  test("nested: the derivative of a determinant of a Jacobian", () => {
    // polar coordinates: det J = r (MML 5.3)
    const polar = ([r, phi]: Iterable<c.Tracked>) => [mul(r, c.cos(phi)), mul(r, sin(phi))];
    const volume = (x: c.Tracked) => c.exp(c.logdet(jacobianAD(polar)(x)));
    expect(allClose(volume([2, 0.7] as never) as never, 2)).toBe(true);
    expect(allClose(grad(volume)([2, 0.7]), [1, 0], { atol: 1e-14 })).toBe(true);
  });

  test("bad input", () => {
    expect(() => jacobianAD(1 as never)).toThrow("jacobianAD: F must be a function, got 1");
    expect(() => jacobianAD(() => "a" as never)([1])).toThrow("jacobianAD: F(x) must be a number");
    expect(() => jacobianAD((x) => x)({} as never)).toThrow(
      "jacobianAD: x must be a number, vector",
    );
    expect(() => jacobianAD((x) => [x.at(0), [x.at(1)]] as never)([1, 2])).toThrow(
      "jacobianAD: F(x) must hold numbers only, or rows of equal length, F(x)[0] is a number and F(x)[1] is a vector of length 1",
    );
  });
});

describe("hessianAD and hvp", () => {
  test("of a function of a number", () => {
    expect(hessianAD((x) => x.pow(3))(2)).toEqual([[12]]);
    expect(hvp((x) => x.pow(3))(2, 2)).toBe(24);
  });

  test("of a quadratic form: A + Aᵀ, symmetric to the last bit", () => {
    const random = rng(3);
    const A = Array.from({ length: 6 }, () => random.normal(0, 1, 6));
    const f = (x: c.Tracked) => c.dot(x, c.matmul(A, x));
    const x = random.normal(0, 1, 6);
    const H = hessianAD(f)(x);
    expect(allClose(H, c.add(A, c.transpose(A)), { rtol: 1e-14 })).toBe(true);
  });

  test("the product with a vector goes along structures", () => {
    const f = (p: { a: c.Tracked; b: c.Tracked }) => sum(mul(p.a, p.a)).mul(p.b);
    expect(hvp(f)({ a: [1, 2], b: 3 }, { a: [1, 0], b: 1 })).toEqual({ a: [8, 4], b: 2 });
  });

  test("at a kink there is none, whatever is made of it", () => {
    const free: Record<string, (x: c.Tracked) => c.Tracked> = {
      abs: (x) => c.abs(x).sum(),
      "abs²": (x) => c.abs(x).pow(2).sum(),
      x·abs: (x) => c.abs(x).mul(x).sum(),
      "relu²": (x) => sum(c.relu(x).pow(2)),
      maximum: (x) => c.maximum(x, 0).pow(2).sum(),
      minimum: (x) => c.minimum(x, [0, 1]).pow(2).sum(),
      max: (x) => c.max(x.mul([1, 0])).pow(2),
      "max along an axis": (x) => c.max(x.mul([[1, 0]]), { axis: 1 }).sum(),
      min: (x) => c.min(x.mul([1, 0])).pow(2),
    };
    for (const [name, f] of Object.entries(free)) {
      const message = /^\w+: there is no second derivative at a kink, where x is /;
      expect(() => hessianAD(f)([0, 1]), name).toThrow(message);
      expect(() => hvp(f)([0, 1], [1, 1]), name).toThrow(message);
      expect(() => c.grad((y: c.Tracked) => c.grad(f)(y).sum())([0, 1]), name).toThrow(message);
      const twice = (y: c.Tracked) => c.jvp(f)(y as never, [1, 1] as never).tangent as never;
      expect(() => c.jvp(twice)([0, 1], [1, 1]), name).toThrow(message);
    }
    expect(() => hessianAD((x) => c.norm(x))([0, 0])).toThrow(
      "norm: there is no second derivative at 0; ‖x‖² has one if it is written sum(mul(x, x))",
    );
    expect(() => hessianAD((x) => c.norm(x).pow(2))([0, 0])).toThrow("norm: there is no second");
    expect(hessianAD((x) => c.mul(x, x).sum())([0, 0])).toEqual([
      [2, 0],
      [0, 2],
    ]);
    expect(() => hessianAD((x) => c.sqrt(x.mul(x).sum()))([0, 0])).toThrow(
      "its derivative is not a number here (mul: not a number for Infinity and 0)",
    );
  });

  test("a kink that the result does not hang on is none", () => {
    const masked = (x: c.Tracked) => c.abs(x).pow(3).mul([0, 1]).sum();
    expect(() => hessianAD(masked)([0, 2])).toThrow("abs: there is no second derivative");
    const linear = (x: c.Tracked) => c.abs(x).mul([0, 1]).mul(1).sum().add(x.pow(3).sum());
    expect(hessianAD(linear)([0, 2])).toEqual([
      [0, 0],
      [0, 12],
    ]);
    const shifted = (x: c.Tracked) => {
      const m = c.constant(c.max(x));
      return c.add(m, c.log(c.exp(c.sub(x, m)).sum()));
    };
    expect(hessianAD(shifted)([1, 1])).toEqual([
      [0.25, -0.25],
      [-0.25, 0.25],
    ]);
    expect(hessianAD((x) => c.abs(x).pow(2).sum())([-1, 2])).toEqual([
      [2, 0],
      [0, 2],
    ]);
  });

  test("bad input", () => {
    expect(() => hessianAD("f" as never)).toThrow("hessianAD: f must be a function");
    expect(() => hessianAD((x) => x)([1, 2])).toThrow(
      "must return a number, got a vector of length 2",
    );
    expect(() => hvp((x) => sum(x))([1, 2], [1])).toThrow(
      "hvp: v must have the shape of x, a vector of length 2, got a vector of length 1",
    );
    expect(() => hvp(stack as never)(1, { a: 1 } as never)).toThrow(TypeError);
  });
});
