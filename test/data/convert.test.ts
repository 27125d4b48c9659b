import { beforeAll, describe, expect, test } from "vitest";
import { toDataFrame, toMatrix, toTensor, toVector } from "../../lib/data";
import { danfo } from "../../lib/data/engines";
import { readCSV } from "../../lib/data/readCSV";
import { fileOf } from "./folder";

/** danfo and tfjs take seconds to load on a busy machine. */
beforeAll(() => {
  danfo();
}, 60_000);

const A = [
  [1, 2.5],
  [3, Number.NaN],
];
const df = toDataFrame(A, { columns: ["x", "y"], index: ["first", "second"] });
const mixed = readCSV(fileOf("name,x,ok\na,1,true\nb,,false\n"));

describe("toDataFrame", () => {
  test("names columns and rows", () => {
    expect(df.columns).toEqual(["x", "y"]);
    expect(df.index).toEqual(["first", "second"]);
    expect(toDataFrame([[1, 2]]).columns).toEqual(["0", "1"]);
  });

  test("does not share its rows with the matrix", () => {
    const B = [[1, 2]];
    const frame = toDataFrame(B);
    B[0][0] = 9;
    expect(toMatrix(frame)).toEqual([[1, 2]]);
  });

  test.each<[() => unknown, string]>([
    [() => toDataFrame([]), "toDataFrame: A must have at least 1 row, got 0×0"],
    [() => toDataFrame([[1], [2, 3]]), "toDataFrame: A must have rows of equal length"],
    [
      () => toDataFrame([[1]], { columns: ["a", "b"] }),
      "columns must have length 1 (columns of A), got 2",
    ],
    [() => toDataFrame([[1]], { index: [] }), "index must have length 1 (rows of A), got 0"],
    [() => toDataFrame([[1, 2]], { columns: ["a", "a"] }), 'columns must differ, "a" comes twice'],
    [
      () => toDataFrame([[1]], { columns: "a" as never }),
      'columns must be an array, got "a" (string)',
    ],
    [() => toDataFrame([[1]], { names: [] } as never), 'toDataFrame: options has no "names"'],
  ])("refuses: %#", (run, message) => {
    expect(run).toThrow(message);
  });
});

describe("toMatrix", () => {
  test("is the inverse of toDataFrame", () => {
    expect(toMatrix(df)).toEqual(A);
  });

  test("picks columns in the order asked for", () => {
    expect(toMatrix(mixed, ["ok", "x"])).toEqual([
      [1, 1],
      [0, Number.NaN],
    ]);
    expect(toMatrix(df, [])).toEqual([[], []]);
  });

  test.each<[() => unknown, string]>([
    [() => toMatrix(mixed), 'toMatrix: column "name" must hold numbers, row 0 is "a" (string)'],
    [() => toMatrix(mixed, ["z"]), 'toMatrix: df has no column "z"; columns: name, x, ok'],
    [() => toMatrix(mixed, "x" as never), "toMatrix: columns must be an array of names"],
    [() => toMatrix(A as never), "toMatrix: df must be a DataFrame, got an array of 2 arrays"],
    [() => toMatrix(df.column("x") as never), "toMatrix: df must be a DataFrame"],
  ])("refuses: %#", (run, message) => {
    expect(run).toThrow(message);
  });
});

describe("toVector", () => {
  test("of a series, of a column", () => {
    expect(toVector(df.column("y"))).toEqual([2.5, Number.NaN]);
    expect(toVector(df, "x")).toEqual([1, 3]);
    expect(toVector(mixed, "ok")).toEqual([1, 0]);
  });

  test.each<[() => unknown, string]>([
    [
      () => toVector(df as never),
      "series must be a Series (or a DataFrame and the name of a column)",
    ],
    [() => toVector([1] as never), "toVector: series must be a Series, got an array of length 1"],
    [
      () => toVector(mixed, "name"),
      'toVector: column "name" must hold numbers, row 0 is "a" (string)',
    ],
    [
      () => toVector(mixed.column("name")),
      'toVector: column "name" must hold numbers, row 0 is "a"',
    ],
    [() => toVector(df, "z"), 'toVector: df has no column "z"; columns: x, y'],
    [() => toVector([1] as never, "x"), "toVector: df must be a DataFrame"],
  ])("refuses: %#", (run, message) => {
    expect(run).toThrow(message);
  });
});

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
});
