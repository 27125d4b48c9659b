import { beforeAll, describe, expect, test } from "vitest";
import { toDataFrame, toMatrix } from "../../lib/data";
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

  test("its own tensors hold what it holds: danfo's wrap around beyond 32 bits", () => {
    const large = toDataFrame([[3e9], [4e9]], { columns: ["x"] });
    expect(large.dtypes).toEqual(["float32"]);
    expect([...large.column("x").tensor.dataSync()]).toEqual([3e9, 4e9]);
    const { DataFrame: Frame } = danfo();
    const danfos = new Frame([[3e9], [4e9]], { columns: ["x"] });
    expect([...danfos.column("x").tensor.dataSync()]).toEqual([-1294967296, -294967296]);
    expect(toDataFrame([[1, 2 ** 31 - 1, 2 ** 31, 0.5]]).dtypes).toEqual([
      "int32",
      "int32",
      "float32",
      "float32",
    ]);
  });

  test("a column called as a property of frames", () => {
    const frame = toDataFrame([[1, 2]], { columns: ["shape", "x"] });
    expect(frame.shape).toEqual([1, 2]);
    expect(frame.column("shape").values).toEqual([1]);
    const { DataFrame: Frame } = danfo();
    expect(new Frame([[1, 2]], { columns: ["values", "x"] }).values).toEqual([[1, 2]]);
  });
});
