/** Functions written for arrays find one in a tracked value, or an error that says what to do. */
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import * as c from "../../../lib/calculus";

// biome-ignore lint/suspicious/noExplicitAny: functions as in a notebook cell, without types
type Free = any;

/** Ways to write Σ xᵢ², each of which plain arrays know. */
const ways: Record<string, (x: Free) => Free> = {
  "a loop over x.length": (x) => {
    let s: Free = 0;
    for (let i = 0; i < x.length; i++) s = c.add(s, c.pow(x[i], 2));
    return s;
  },
  "for … of": (x) => {
    let s: Free = 0;
    for (const v of x) s = c.add(s, c.mul(v, v));
    return s;
  },
  "for … of entries": (x) => {
    let s: Free = 0;
    for (const [i, v] of x.entries()) s = c.add(s, c.mul(v, x[i]));
    return s;
  },
  spread: (x) => c.sum([...x].map((v) => c.pow(v, 2))),
  "taken apart": ([x, ...rest]) => c.add(c.mul(x, x), c.dot(rest, rest)),
  map: (x) => c.sum(x.map((v: Free) => c.mul(v, v))),
  "map with places": (x) => c.sum(x.map((v: Free, i: number) => c.mul(v, x.at(i)))),
  forEach: (x) => {
    let s: Free = 0;
    x.forEach((v: Free) => {
      s = c.add(s, c.mul(v, v));
    });
    return s;
  },
  reduce: (x) => x.reduce((s: Free, v: Free) => c.add(s, c.mul(v, v)), 0),
  reduceRight: (x) => x.reduceRight((s: Free, v: Free) => c.add(s, c.mul(v, v)), 0),
  filter: (x) =>
    c.sum(
      c.pow(
        x.filter((v: Free) => v !== 0),
        2,
      ),
    ),
  slices: (x) => c.add(c.dot(x.slice(0, 1), x.slice(0, 1)), c.dot(x.slice(1), x.slice(1))),
  "slice from the end": (x) => c.add(c.pow(x.at(0), 2), c.sum(c.pow(x.slice(-2), 2))),
  "a copy": (x) => c.dot(x.slice(), x),
  "Array.from": (x) => c.sum(Array.from({ length: x.length }, (_, i) => c.mul(x[i], x[i]))),
  "borrowed from Array": (x) =>
    c.sum(Array.prototype.map.call(x, (v: Free) => c.mul(v, v)) as Free),
  concat: (x) => c.sum(c.pow([].concat(x.slice(0, 1), x.slice(1)) as Free, 2)),
};

describe.each(Object.entries(ways))("%s", (_name, f) => {
  const x = [1, -2, 3];
  test("in every mode, and on plain numbers", () => {
    expect(f(x)).toBe(14);
    expect(c.grad(f)(x)).toEqual([2, -4, 6]);
    expect(c.valueAndGrad(f)(x)).toEqual({ value: 14, grad: [2, -4, 6] });
    expect(c.jacobianAD((y: Free) => [f(y), f(y)])(x)).toEqual(
      [x, x].map(([a, b, d]) => [2 * a, 2 * b, 2 * d]),
    );
    expect(c.hessianAD(f)(x)).toEqual([
      [2, 0, 0],
      [0, 2, 0],
      [0, 0, 2],
    ]);
    expect(c.hvp(f)(x, [1, 1, 0])).toEqual([2, 2, 0]);
    expect(c.jvp(f)(x, [1, 0, 1])).toEqual({ value: 14, tangent: 8 });
    expect((f(c.dual(x, [1, 0, 1])) as c.Dual).tangent).toBe(8);
    expect(c.taylor((t: Free) => f(c.add(x, c.mul(t, [1, 0, 1]))), 0, 2)).toEqual([14, 8, 2]);
    expect(c.grad((p: Free) => f(p.w))({ w: x })).toEqual({ w: [2, -4, 6] });
    expect(f(c.constant(x))).toBe(14);
  });
});

test("matrices are read as arrays of rows", () => {
  const f = (A: Free) => {
    let s: Free = 0;
    for (let i = 0; i < A.length; i++) {
      for (let j = 0; j < A[i].length; j++) s = c.add(s, c.mul(10 * i + j, A[i][j]));
    }
    return s;
  };
  const A = [
    [1, 2, 3],
    [4, 5, 6],
  ];
  const expected = [
    [0, 1, 2],
    [10, 11, 12],
  ];
  expect(c.grad(f)(A)).toEqual(expected);
  expect(c.grad((B: Free) => f(B.map((row: Free) => row.map((v: Free) => v))))(A)).toEqual(
    expected,
  );
  expect(c.grad((B: Free) => c.dot(B.flat(), [0, 1, 2, 3, 4, 5]))(A)).toEqual([
    [0, 1, 2],
    [3, 4, 5],
  ]);
  expect(f(c.constant(A))).toBe(f(A));
});

test("parts may be numbers and vectors in concat", () => {
  const f = (x: Free) => c.dot(x.concat(5, [1], x[0]), [1, 2, 3, 4, 5]);
  expect(c.grad(f)([1, 2])).toEqual([6, 2]);
});

describe("what cannot be followed is refused", () => {
  const message = (f: (x: Free) => Free, x: Free = [1, 2, 3]): string => {
    try {
      c.grad(f)(x);
    } catch (error) {
      return `${(error as Error).name}: ${(error as Error).message}`;
    }
    return "no error";
  };
  const change =
    "TypeError: a tracked vector cannot be changed: make a new one, with map, concat, stack or where";

  test.each([
    [
      "x[0] = …",
      (x: Free) => {
        x[0] = 1;
      },
    ],
    [
      "x[3] = …",
      (x: Free) => {
        x[3] = 1;
      },
    ],
    [
      "x.length = …",
      (x: Free) => {
        x.length = 1;
      },
    ],
    [
      "x.anything = …",
      (x: Free) => {
        x.note = "mine";
      },
    ],
    [
      "x[0]++",
      (x: Free) => {
        x[0] = c.add(x[0], 1);
      },
    ],
    ["push", (x: Free) => x.push(1)],
    ["pop", (x: Free) => x.pop()],
    ["shift", (x: Free) => x.shift()],
    ["unshift", (x: Free) => x.unshift(1)],
    ["splice", (x: Free) => x.splice(0, 1)],
    ["sort", (x: Free) => x.sort()],
    ["reverse", (x: Free) => x.reverse()],
    ["fill", (x: Free) => x.fill(0)],
  ])("%s", (_name, f) => {
    const changing = (x: Free) => {
      f(x);
      return c.sum(x);
    };
    expect(message(changing)).toBe(change);
  });

  test.each([3, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, undefined, null])("x[%s]", (i) => {
    expect(message((x) => x[i as never])).toBe(
      `RangeError: a tracked vector of length 3 has the entries 0 to 2, it has no [${i}]`,
    );
  });

  test("size counts the entries, as that of a tensor", () => {
    const loop = (x: Free) => {
      let s: Free = 0;
      for (let i = 0; i < x.size; i++) s = c.add(s, c.pow(x[i], 2));
      return s;
    };
    expect(c.grad(loop)([1, 2, 3])).toEqual([2, 4, 6]);
    expect(c.grad((A: Free) => c.mul(A.size, c.sum(A)))([[1, 2, 3]])).toEqual([[3, 3, 3]]);
  });

  test.each(["ndim", "rows", "cols"])("a loop to x.%s, which arrays have not", (name) => {
    const loop = (x: Free) => {
      let s: Free = 0;
      for (let i = 0; i < x[name]; i++) s = c.add(s, x[i]);
      return s;
    };
    expect(message(loop)).toBe(
      `TypeError: a tracked vector has no ${name}: its shape is in x.shape, its length in x.length`,
    );
  });

  test("places of what has none", () => {
    expect(message((x) => x[0], 3)).toBe(
      "TypeError: a tracked number has no entries: it has no [0]",
    );
    expect(message(([x]) => x, 3)).toContain("a tracked number cannot be taken apart");
    expect(message((x) => x[0], [])).toContain("a tracked vector of length 0 is empty");
    expect(message((x) => x[0][2], [[1, 2]])).toContain(
      "a tracked vector of length 2 has the entries 0 to 1",
    );
  });

  test.each([
    ["x > 1", (x: Free) => (x > 1 ? 1 : 0)],
    ["x <= 1", (x: Free) => (x <= 1 ? 1 : 0)],
    ["x + 1", (x: Free) => x + 1],
    ["x++", (x: Free) => x++],
    ["-x", (x: Free) => -x],
    ["x * x", (x: Free) => x * x],
    ["Math.sin", (x: Free) => Math.sin(x)],
    ["Math.max", (x: Free) => Math.max(...x)],
    ["Number", (x: Free) => Number(x)],
    ["isNaN", (x: Free) => (Number.isNaN(+x) ? 0 : x)],
    ["Float64Array", (x: Free) => new Float64Array(x)],
  ])("%s", (_name, f) => {
    expect(message((x) => c.sum(f(x)))).toMatch(
      /^TypeError: a tracked value cannot be used with \+/,
    );
    if (_name === "Float64Array" || _name === "Math.max") return;
    expect(message((x) => f(x[0]))).toMatch(/^TypeError: a tracked value cannot be used with \+/);
    expect(() => f(c.constant([1]))).toThrow("a constant value cannot be used with +");
  });

  test("comparisons by identity, which would never hold", () => {
    for (const f of [
      (x: Free) => x.includes(1),
      (x: Free) => x.indexOf(1),
      (x: Free) => x.join(),
    ]) {
      expect(message(f)).toContain("it works on plain numbers, x.item() of a number");
    }
  });

  test("text and JSON tell what it is, and are no way around", () => {
    expect(message((x) => JSON.parse(JSON.stringify(x)))).toBe(
      'TypeError: grad: f(x) must be a number, vector, matrix or tracked value, got "Tracked([1,2,3])" (string)',
    );
    expect(message((x) => Number.parseFloat(String(x)))).toBe(
      "RangeError: grad: f(x) must not be NaN",
    );
    const seen: string[] = [];
    const look = (x: Free) => {
      seen.push(`${x}`, String(x), JSON.stringify({ x }), inspect(x), inspect({ x }), x.toString());
      return c.sum(x);
    };
    c.grad(look)([1, 2]);
    const text = "Tracked([1,2])";
    expect(seen).toEqual([text, text, `{"x":"${text}"}`, text, `{ x: ${text} }`, text]);
    expect(inspect(c.dual(3))).toBe("Tracked(3)");
    expect(String(c.constant([1, Number.POSITIVE_INFINITY]))).toBe("constant([1,Infinity])");
    expect(inspect(c.constant(Array.from({ length: 20 }, () => [1, 2])))).toBe(
      "constant(a 20×2 matrix)",
    );
  });
});

test("holes are named", () => {
  // biome-ignore lint/suspicious/noSparseArray: that is the point
  expect(() => c.grad((x) => c.sum(x))([1, , 3] as never)).toThrow(
    "x[1] must be a number, vector, matrix or tracked value, got undefined",
  );
  // biome-ignore lint/suspicious/noSparseArray: that is the point
  expect(() => c.grad((x: Free) => c.sum([x[0], , x[1]] as never))([1, 2])).toThrow(
    "sum: x[1] must be",
  );
});

test("a value remains an object like others", () => {
  c.grad((x) => {
    expect(x instanceof c.Tracked).toBe(true);
    expect(x instanceof Object).toBe(true);
    expect("length" in x).toBe(true);
    expect("columns" in x).toBe(false);
    expect((x as Free).then).toBeUndefined();
    expect(Object.hasOwn(x, "0")).toBe(false);
    expect((x.at(0) as Free).length).toBeUndefined();
    return x.sum();
  })([1, 2]);
});
