import { describe, expect, test } from "vitest";
import {
  cos,
  dual,
  exp,
  grad,
  hessianAD,
  jvp,
  matmul,
  mul,
  pow,
  sin,
  sum,
  type Tracked,
} from "../../lib/calculus";
import { allClose } from "../../lib/core";

describe("dual numbers by hand", () => {
  test("(a + bε)(c + dε) = ac + (ad + bc)ε", () => {
    const product = dual(2, 3).mul(dual(5, 7));
    expect(product.value).toBe(10);
    expect((product as ReturnType<typeof dual>).tangent).toBe(2 * 7 + 3 * 5);
  });

  test("of vectors and matrices", () => {
    const y = matmul(dual([[1, 2]], [[1, 0]]), [3, 4]) as ReturnType<typeof dual>;
    expect(y.value).toEqual([11]);
    expect(y.tangent).toEqual([3]);
    expect(String(dual([1, 2], [0, 1]))).toBe("Tracked([1,2])");
  });

  test("as a constant inside another transformation", () => {
    const g = grad((x) => mul(x, mul(x, dual(3, 1))))(2) as unknown as ReturnType<typeof dual>;
    expect(g.value).toBe(12);
    expect(g.tangent, "how the gradient changes with the constant").toBe(4);
  });

  test("bad input", () => {
    expect(() => dual([1, 2])).toThrow(
      "dual: tangent must have the shape of value, a vector of length 2, got a number",
    );
    expect(() => dual("1" as never)).toThrow("dual: value must be a number");
    expect(() => dual(1, Number.NaN)).toThrow("dual: tangent must not be NaN");
    expect(() => dual(Infinity)).toThrow("dual: value must be finite");
  });
});

describe("jvp", () => {
  test("value and directional derivative of a number, a vector, an array, an object", () => {
    expect(jvp((x) => x.pow(2).sum())([1, 2], [3, 4])).toEqual({ value: 5, tangent: 22 });
    expect(jvp((x) => mul(x, x))([1, 2], [3, 4])).toEqual({ value: [1, 4], tangent: [6, 16] });
    expect(jvp((t) => [cos(t), sin(t), 5])(0, 2)).toEqual({
      value: [1, 0, 5],
      tangent: [-0, 2, 0],
    });
    const F = (p: { a: Tracked; b: Tracked }) => ({ s: p.a.add(p.b), product: [p.a.mul(p.b)] });
    expect(jvp(F)({ a: 2, b: 3 }, { a: 1, b: 0 })).toEqual({
      value: { s: 5, product: [6] },
      tangent: { s: 1, product: [3] },
    });
  });

  test("forward over forward, forward over reverse, reverse over forward", () => {
    const f = ([x, y]: Iterable<Tracked>) => exp(mul(x, pow(y, 2)));
    const [x, u, v] = [
      [0.5, 0.8],
      [1, 2],
      [-1, 3],
    ];
    const expected = sum(mul(u, matmul(hessianAD(f)(x), v)));
    const along = (w: number[]) => (g: (z: Tracked) => unknown) => (z: Tracked) =>
      jvp<Tracked>(g as never)(z, w as never).tangent;
    expect(allClose(jvp<number>(along(u)(f as never))(x, v).tangent, expected)).toBe(true);
    expect(allClose(sum(mul(u, jvp<number[]>(grad(f))(x, v).tangent)), expected)).toBe(true);
    expect(allClose(sum(mul(v, grad(along(u)(f as never))(x))), expected)).toBe(true);
  });

  test("a constant has derivative 0", () => {
    expect(jvp(() => [1, 2])(3, 1)).toEqual({ value: [1, 2], tangent: [0, 0] });
  });

  test("bad input", () => {
    expect(() => jvp(1 as never)).toThrow("jvp: f must be a function, got 1");
    const f = jvp((x) => sum(x));
    expect(() => f([1, 2], [1, 2, 3])).toThrow(
      "jvp: v must have the shape of x, a vector of length 2, got a vector of length 3",
    );
    expect(() => f([1, 2] as unknown, "v")).toThrow("jvp: v must be a number");
    expect(() => f({ a: 1, b: 2 } as unknown, { a: 1 })).toThrow(
      "jvp: v must have the structure of x, 2 parts, got 1",
    );
    expect(() => jvp(() => "text")(1, 1)).toThrow("jvp: f(x) must be a number");
  });
});
