import { describe, expect, test } from "vitest";
import {
  add,
  exp,
  grad,
  mul,
  sin,
  sum,
  Tape,
  Tensor,
  type Tracked,
  type Variable,
} from "../../../lib/calculus";
import { allClose } from "../../../lib/core";

describe("the tape by hand", () => {
  test("writes operations down in order, and reads derivatives off", () => {
    const tape = new Tape();
    const x = tape.variable(2);
    const y = tape.variable(3);
    const z = add(mul(x, y), sin(x)) as Variable;
    expect(tape.variables.map((v) => v.op?.name)).toEqual([
      undefined,
      undefined,
      "mul",
      "sin",
      "add",
    ]);
    expect(z.args.map((v) => (v as Variable).index)).toEqual([2, 3]);
    expect(z.value).toBe(6 + Math.sin(2));
    expect(tape.gradients(z, [x, y])).toEqual([3 + Math.cos(2), 2]);
    expect(tape.gradients(z, [x, y]), "the tape can be read again").toEqual([3 + Math.cos(2), 2]);
  });

  test("a seed weighs the outputs", () => {
    const tape = new Tape();
    const x = tape.variable(2);
    expect(tape.gradients(mul(x, 5), [x], 3)).toEqual([15]);
  });

  test("what has nothing to do with the output gets 0, a constant output too", () => {
    const tape = new Tape();
    const [x, y] = [tape.variable(2), tape.variable(3)];
    exp(y);
    expect(tape.gradients(mul(x, x), [x, y])).toEqual([4, 0]);
    expect(tape.gradients(7, [x])).toEqual([0]);
    expect(tape.gradients(x, [x])).toEqual([1]);
  });

  test("constants are not written down", () => {
    const tape = new Tape();
    tape.variable(1);
    mul(exp(2), 3);
    expect(tape.variables).toHaveLength(1);
  });
});

/** A chain of n operations on a number. */
const chain = (n: number) => (x: Tracked) => {
  let y = x;
  for (let k = 0; k < n; k++) y = y.mul(0.999999);
  return y;
};

/** n operations that each take one entry of a long vector. */
const wide = (x: Tracked) => {
  let y: Tracked | number = 0;
  for (const entry of x) y = add(y, mul(entry, entry));
  return y;
};

/** How many operations a gradient carries out: they all land on a tape around it. */
function operations(
  f: (x: Tracked) => Tracked | number,
  x: Parameters<Tape["variable"]>[0],
): number {
  const tape = new Tape();
  const input = tape.variable(x);
  grad(f)(input);
  return tape.variables.length;
}

describe("growth", () => {
  test("a chain of 100,000 operations does not exhaust the stack and is exact", () => {
    const n = 100_000;
    expect(allClose(grad(chain(n))(1), 0.999999 ** n, { rtol: 1e-10 })).toBe(true);
  });

  test("the number of operations of a gradient is linear in those of the function", () => {
    const count = (n: number) => operations(chain(n), 1);
    expect(count(2000) - count(1000)).toBe(count(3000) - count(2000));
    expect(count(2000) / 2000, "a small multiple").toBeLessThan(3);
  });

  test("a vector of 20,000 entries taken apart: no quadratic cost", () => {
    const n = 20_000;
    const x = Array.from({ length: n }, (_, k) => k);
    expect(grad(wide)(x)).toEqual(x.map((v) => 2 * v));
    const vector = (m: number) => new Tensor(new Float64Array(m), [m]);
    const count = (m: number) => operations(wide, vector(m));
    expect(count(300) - count(200)).toBe(count(200) - count(100));
  });

  test("time grows with the number of operations, not with its square", () => {
    const time = (n: number) => {
      const start = performance.now();
      grad(chain(n))(1);
      return performance.now() - start;
    };
    time(20_000);
    const small = Math.min(time(20_000), time(20_000), time(20_000));
    const large = Math.min(time(160_000), time(160_000));
    expect(large / small, "8 times the operations").toBeLessThan(40);
  });

  test("a deep second derivative", () => {
    const n = 5000;
    const f = (x: Tracked) => chain(n)(x).mul(x);
    expect(allClose(grad((x) => grad(f)(x))(1), 2 * 0.999999 ** n, { rtol: 1e-11 })).toBe(true);
  });
});

test("many uses of one vector are added up", () => {
  const f = (x: Tracked) => sum(Array.from({ length: 50 }, (_, k) => mul(k, sum(x))));
  expect(grad(f)([1, 2, 3])).toEqual([1225, 1225, 1225]);
});
