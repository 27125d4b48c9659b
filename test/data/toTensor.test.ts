import { beforeAll, describe, expect, test } from "vitest";
import { toDataFrame, toTensor } from "../../lib/data";
import { danfo } from "../../lib/data/engines";

/** danfo and tfjs take seconds to load on a busy machine. */
beforeAll(() => {
  danfo();
}, 60_000);

const A = [
  [1, 2.5],
  [3, Number.NaN],
];
const df = toDataFrame(A, { columns: ["x", "y"], index: ["first", "second"] });

describe("toTensor", () => {
  test("of vectors, matrices, series and data frames", () => {
    const cases: [Parameters<typeof toTensor>[0], number[]][] = [
      [[1, 2, 3] as never, [3]],
      [[[1, 2, 3]] as never, [1, 3]],
      [df as never, [2, 2]],
      [df.column("x") as never, [2]],
      [[] as never, [0]],
    ];
    for (const [source, shape] of cases) {
      const tensor = toTensor(source);
      expect(tensor.shape).toEqual(shape);
      expect(tensor.dtype).toBe("float32");
      tensor.dispose();
    }
  });

  test("holds the numbers in order", () => {
    const tensor = toTensor([
      [1, 2],
      [3, 4.5],
    ]);
    expect(tensor.arraySync()).toEqual([
      [1, 2],
      [3, 4.5],
    ]);
    tensor.dispose();
  });

  test.each<[unknown, string]>([
    ["x", 'toTensor: source must be a vector (number[]), got "x" (string)'],
    [[[1], [2, 3]], "toTensor: source must have rows of equal length"],
    [[1, "2"], "toTensor: source must hold numbers, source[1] is"],
  ])("refuses %j", (source, message) => {
    expect(() => toTensor(source as never)).toThrow(message);
  });

  test("whole numbers beyond 2^24 are rounded, as int32 they are exact", () => {
    const tensor = toTensor([16777217, 3e9]);
    expect(tensor.arraySync()).toEqual([16777216, 3e9]);
    const whole = toTensor([[16777217, -(2 ** 31)]], { dtype: "int32" });
    expect(whole.arraySync()).toEqual([[16777217, -(2 ** 31)]]);
    tensor.dispose();
    whole.dispose();
  });

  test.each([0.5, 2 ** 31, Number.NaN])("an int32 tensor cannot hold %d", (v) => {
    const message = `toTensor: source must hold whole numbers in [-2^31, 2^31) for dtype "int32", got ${v}`;
    expect(() => toTensor([1, v], { dtype: "int32" })).toThrow(message);
    expect(() => toTensor([[1], [v]], { dtype: "int32" })).toThrow(message);
  });

  test("a float32 tensor does not make a number infinite", () => {
    for (const v of [1e39, -1e300, Number.MAX_VALUE]) {
      const message = `toTensor: source must hold numbers of magnitude below 3.4e38 for dtype "float32", got ${v}`;
      expect(() => toTensor([1, v])).toThrow(message);
      expect(() => toTensor(toDataFrame([[1], [v]]))).toThrow(message);
    }
    const tensor = toTensor([3.4e38, Infinity, -Infinity, 1e-300]);
    expect(tensor.arraySync()).toEqual([Math.fround(3.4e38), Infinity, -Infinity, 0]);
    tensor.dispose();
  });

  test("options", () => {
    expect(() => toTensor([1], { dtype: "bool" as never })).toThrow(
      'dtype must be one of "float32"',
    );
    expect(() => toTensor([1], { type: 1 } as never)).toThrow('toTensor: options has no "type"');
  });
});
