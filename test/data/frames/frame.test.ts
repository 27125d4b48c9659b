import { beforeAll, describe, expect, test } from "vitest";
import { danfo } from "../../../lib/data/engines";
import { dtypeOf, isMissing, makeFrame, partsOf } from "../../../lib/data/frames/frame";

/** danfo and tfjs take seconds to load on a busy machine. */
beforeAll(() => {
  danfo();
}, 60_000);

const NONE = Number.NaN;

test("dtypeOf gives danfo's names", () => {
  expect(dtypeOf([1, 2])).toBe("int32");
  expect(dtypeOf([1, 2.5])).toBe("float32");
  expect(dtypeOf([1, NONE])).toBe("float32");
  expect(dtypeOf([1, null])).toBe("float32");
  expect(dtypeOf([2 ** 31])).toBe("float32");
  expect(dtypeOf([NONE])).toBe("float32");
  expect(dtypeOf([true, NONE])).toBe("boolean");
  expect(dtypeOf(["a", NONE])).toBe("string");
  expect(dtypeOf([NONE, new Date(0)])).toBe("datetime");
  expect(dtypeOf([true, "a"])).toBe("string");
  expect(dtypeOf([new Date(0), 1])).toBe("string");
});

test("isMissing", () => {
  expect([NONE, null, undefined, new Date(NONE)].every(isMissing)).toBe(true);
  expect([0, "", false, new Date(0), Infinity].some(isMissing)).toBe(false);
});

describe("makeFrame", () => {
  test("makes what danfo would make", () => {
    const { DataFrame: Frame } = danfo();
    const rows = [
      [1, "a"],
      [2, "b"],
    ];
    const own = makeFrame(
      ["x", "w"],
      [
        [1, 2],
        ["a", "b"],
      ],
      ["r", "s"],
    );
    const theirs = new Frame(rows, { columns: ["x", "w"], index: ["r", "s"] });
    expect(own.shape).toEqual(theirs.shape);
    expect(own.columns).toEqual(theirs.columns);
    expect(own.index).toEqual(theirs.index);
    expect(own.dtypes).toEqual(theirs.dtypes);
    expect(own.values).toEqual(theirs.values);
    expect(own.shape).toEqual(theirs.shape);
    expect(own.column("w").values).toEqual(theirs.column("w").values);
    expect(own.iloc({ rows: [1] }).values).toEqual(theirs.iloc({ rows: [1] }).values);
  });

  test("rows that are changed are what partsOf reads", () => {
    const frame = makeFrame(["x"], [[1, 2]]);
    expect(partsOf("f", frame).columns).toEqual([[1, 2]]);
    (frame.values as number[][])[0][0] = 9;
    expect(partsOf("f", frame).columns).toEqual([[9, 2]]);
    frame.addColumn("y", [3, 4], { inplace: true });
    expect(partsOf("f", frame)).toMatchObject({
      names: ["x", "y"],
      columns: [
        [9, 2],
        [3, 4],
      ],
    });
  });

  test("accessors of columns, and their setters", () => {
    const frame = makeFrame(
      ["x", "shape"],
      [
        [1, 2],
        [3, 4],
      ],
    ) as never as Record<string, { values: unknown }>;
    expect(frame.x.values).toEqual([1, 2]);
    (frame as Record<string, unknown>).x = [5, 6];
    expect(frame.x.values).toEqual([5, 6]);
    expect(frame.shape).toEqual([2, 2]);
  });

  test("no rows, no columns", () => {
    expect(makeFrame(["x"], [[]]).shape).toEqual([0, 1]);
    expect(makeFrame([], []).shape).toEqual([0, 0]);
    expect(partsOf("f", makeFrame(["x"], [[]]))).toMatchObject({ rows: 0, columns: [[]] });
  });
});
