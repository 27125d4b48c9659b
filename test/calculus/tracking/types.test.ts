/** What the editor sees: right uses have the right type, mistakes are marked. Checked by tsc. */
import { describe, expectTypeOf, test } from "vitest";
import * as c from "../../../lib/calculus";
import type { Matrix, Vector } from "../../../lib/core";

type T = c.Tracked;

describe("operations", () => {
  test("plain in, plain out; tracked in, tracked out", () => {
    expectTypeOf(c.sin(1)).toEqualTypeOf<number>();
    expectTypeOf(c.sin([1, 2])).toEqualTypeOf<Vector>();
    expectTypeOf(c.sin([[1], [2]])).toEqualTypeOf<Matrix>();
    expectTypeOf(c.mul(2, [1])).toEqualTypeOf<Vector>();
    expectTypeOf(c.mul([1], [[1]])).toEqualTypeOf<Matrix>();
    const f = (x: T, s: c.Scalar) => {
      expectTypeOf(c.sin(x)).toEqualTypeOf<T>();
      expectTypeOf(c.mul(2, x)).toEqualTypeOf<T>();
      expectTypeOf(c.sum([x, 1])).toEqualTypeOf<T>();
      expectTypeOf(c.mul(s, 2)).toEqualTypeOf<c.Scalar>();
      expectTypeOf(c.matmul([[1]], x)).toEqualTypeOf<T>();
      return x;
    };
    expectTypeOf(f).returns.toEqualTypeOf<T>();
  });

  test("ranks", () => {
    expectTypeOf(c.sum([[1]])).toEqualTypeOf<number>();
    expectTypeOf(c.sum([[1]], { axis: 0 })).toEqualTypeOf<Vector>();
    expectTypeOf(c.at([[1]], 0)).toEqualTypeOf<Vector>();
    expectTypeOf(c.at([[1]], 0, 0)).toEqualTypeOf<number>();
    expectTypeOf(c.at([1], 0)).toEqualTypeOf<number>();
    expectTypeOf(c.matmul([[1]], [1])).toEqualTypeOf<Vector>();
    expectTypeOf(c.matmul([[1]], [[1]])).toEqualTypeOf<Matrix>();
    expectTypeOf(c.solve([[1]], [1])).toEqualTypeOf<Vector>();
    expectTypeOf(c.outer([1], [1])).toEqualTypeOf<Matrix>();
    expectTypeOf(c.dot([1], [1])).toEqualTypeOf<number>();
    expectTypeOf(c.diag([1])).toEqualTypeOf<Matrix>();
    expectTypeOf(c.reshape([1], [1, 1])).toEqualTypeOf<Matrix>();
  });

  test("what has no type keeps none", () => {
    // biome-ignore lint/suspicious/noExplicitAny: that is the point
    const x: any = 1;
    expectTypeOf(c.mul(x, 2)).toBeAny();
    expectTypeOf(c.sum([x, 2])).toBeAny();
  });
});

describe("transformations", () => {
  test("the parameter is tracked, the gradient has the type of the point", () => {
    const g = c.grad((x) => {
      expectTypeOf(x).toEqualTypeOf<T>();
      return x.mul(2).sum();
    });
    expectTypeOf(g(1)).toEqualTypeOf<number>();
    expectTypeOf(g([1])).toEqualTypeOf<Vector>();
    expectTypeOf(g([[1]])).toEqualTypeOf<Matrix>();
    expectTypeOf(c.valueAndGrad((x) => x)(1)).toEqualTypeOf<c.ValueAndGradient<number>>();
    expectTypeOf(c.hessianAD((x) => x.sum())([1])).toEqualTypeOf<Matrix>();
  });

  test("a function typed for plain numbers may be differentiated as it is", () => {
    const f = ([x, y]: number[]) => c.mul(c.sin(x), y);
    const h = (x: number) => c.exp(x);
    expectTypeOf(f([1, 2])).toEqualTypeOf<number>();
    expectTypeOf(c.grad(f)([1, 2])).toEqualTypeOf<Vector>();
    expectTypeOf(c.valueAndGrad(f)([1, 2]).grad).toEqualTypeOf<Vector>();
    expectTypeOf(c.hessianAD(f)([1, 2])).toEqualTypeOf<Matrix>();
    expectTypeOf(c.hvp(f)([1, 2], [1, 0])).toEqualTypeOf<Vector>();
    expectTypeOf(c.gradient(f, [1, 2])).toEqualTypeOf<Vector>();
    expectTypeOf(c.grad(h)(1)).toEqualTypeOf<number>();
    expectTypeOf(c.taylor(h, 0, 3)).toEqualTypeOf<Vector>();
    expectTypeOf(c.jacobianAD((v: number[]) => [f(v), 1])([1, 2])).toEqualTypeOf<Matrix>();
    expectTypeOf(c.checkGrad(f, c.grad(f), [1, 2])).toEqualTypeOf<c.GradientCheck>();
  });

  test("structures", () => {
    const loss = (p: { W: T; layers: [T, T] }) => p.W.sum().add(p.layers[0].sum());
    const gradient = c.grad(loss)({ W: [[1]], layers: [[1], 2] });
    expectTypeOf(gradient.W).toEqualTypeOf<Matrix>();
    expectTypeOf(gradient.layers[1]).toEqualTypeOf<number>();
  });
});

test("each line holds a mistake that the compiler finds; none is run", () => {
  const mistakes = () => {
    // @ts-expect-error operators do not differentiate
    c.grad((x) => x * 2);
    // @ts-expect-error nor does Math
    c.grad((x) => Math.sin(x));
    // @ts-expect-error no such method
    c.grad((x) => x.plus(1));
    // @ts-expect-error not a number
    c.sin("1");
    // @ts-expect-error the gradient at a vector is a vector
    const _number: number = c.grad((x) => x.sum())([1, 2]);
    // @ts-expect-error the structure has no V
    c.grad((p: { W: T }) => p.W.sum())({ V: 1 });
    // @ts-expect-error f must return a number or a tracked value
    c.grad((x) => [x]);
    // @ts-expect-error an axis is 0, 1 or −1
    c.sum([[1]], { axis: 2 });
    // @ts-expect-error no such option
    c.derivative(Math.sin, 1, { step: 1e-3 });
    // @ts-expect-error taylor is of functions of one number
    c.taylor((x) => x, [1], 2);
  };
  expectTypeOf(mistakes).toBeFunction();
});
