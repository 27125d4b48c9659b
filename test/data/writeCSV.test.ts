import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { formatCSV, readCSV, toDataFrame, writeCSV } from "../../lib/data";
import { danfo } from "../../lib/data/engines";
import { makeFrame } from "../../lib/data/frames/frame";
import { fileOf } from "./folder";

/** danfo and tfjs take seconds to load on a busy machine. */
beforeAll(() => {
  danfo();
}, 60_000);

const NONE = Number.NaN;

function again(df: ReturnType<typeof makeFrame>, options: object = {}, types = {}) {
  const path = fileOf("");
  writeCSV(path, df, options);
  const back = readCSV(path, { types });
  return { columns: back.columns, index: back.index, values: back.values };
}

describe("what writeCSV writes readCSV reads", () => {
  test.each<[string, string[], unknown[][]]>([
    ["numbers to the last bit", ["x"], [[0.1, 1 / 3, -0, 1e21, 5e-324, Infinity, 2 ** 53, NONE]]],
    [
      "words with signs",
      ["a", "b"],
      [
        ["a,b", 'say "x"', "two\r\nlines", " edge "],
        ["x", "ü", "日本", "#1"],
      ],
    ],
    [
      "words that look like others",
      ["a", "b"],
      [
        ["1", "007", "1e5", "inf"],
        ["true", "NA", "", "?"],
      ],
    ],
    [
      "truths with gaps",
      ["a", "b"],
      [
        [true, false, NONE],
        [1, NONE, 3],
      ],
    ],
    ["one column with gaps", ["a"], [[1, NONE, 3]]],
    ["one column of words with gaps", ["a"], [["x", NONE, "", "NA"]]],
    ["names with signs", ["a,b", '"', "1990", "x\ny", " z "], [[1], [2], [3], [4], [5]]],
    [
      "names that are numbers",
      ["0", "1"],
      [
        [5, 6],
        [7, 8],
      ],
    ],
    [
      "names of danfo's own",
      ["shape", "constructor"],
      [
        [5, 6],
        [7, 8],
      ],
    ],
  ])("%s", (_, names, columns) => {
    for (const separator of [",", ";", "\t", "|"]) {
      const back = again(makeFrame(names, columns), { separator });
      expect(back.columns).toEqual(names);
      expect(back.values).toEqual(columns[0].map((__, i) => columns.map((c) => c[i])));
    }
  });

  test("labels, of words and of numbers that are not counted", () => {
    for (const index of [
      ["a", "b"],
      [5, 7],
      ["1", "2"],
    ]) {
      const df = toDataFrame([[1], [2]], { columns: ["x"], index });
      expect(again(df).index).toEqual(index);
      expect(again(df, { index: false }).index).toEqual([0, 1]);
    }
    const plain = toDataFrame([[1], [2]], { columns: ["x"] });
    expect(again(plain, { index: true })).toEqual({
      columns: ["x"],
      index: [0, 1],
      values: [[1], [2]],
    });
  });

  test("dates, by type", () => {
    const days = [
      new Date(Date.UTC(2024, 1, 29)),
      NONE,
      new Date(Date.UTC(1969, 6, 20, 20, 17, 40, 5)),
    ];
    const df = makeFrame(["d", "x"], [days, [1, 2, 3]]);
    expect(formatCSV(df)).toBe("d,x\n2024-02-29,1\n,2\n1969-07-20T20:17:40.005Z,3\n");
    expect(again(df, {}, { d: "date" }).values.map((row) => (row as unknown[])[0])).toEqual(days);
  });

  test("random numbers of all sizes", () => {
    const random = rng(3);
    const x = Array.from({ length: 500 }, () => random.normal() * 10 ** random.integers(-300, 300));
    const back = again(makeFrame(["x", "y"], [x, x.map(Math.round)]));
    expect((back.values as number[][]).map((row) => row[0])).toEqual(x);
    expect((back.values as number[][]).map((row) => row[1])).toEqual(x.map(Math.round));
  });
});

describe("writeCSV", () => {
  test("writes what pandas reads", () => {
    const path = fileOf("");
    writeCSV(
      path,
      makeFrame(
        ["a", "b"],
        [
          [1, NONE],
          ["x,y", null],
        ],
      ),
    );
    expect(readFileSync(path, "utf8")).toBe('a,b\n1,"x,y"\n,\n');
  });

  test.each<[() => unknown, string]>([
    [() => writeCSV("", toDataFrame([[1]])), 'writeCSV: path must be the name of a file, got ""'],
    [() => writeCSV("/", toDataFrame([[1]])), "writeCSV: cannot write"],
    [() => writeCSV("x", [[1]] as never), "writeCSV: df must be a DataFrame, got an array"],
    [
      () => formatCSV(toDataFrame([[1]]), { separator: "x" }),
      "formatCSV: separator must be one of",
    ],
    [
      () => formatCSV(toDataFrame([[1]]), { index: 1 as never }),
      "formatCSV: index must be true or false",
    ],
    [() => formatCSV(toDataFrame([[1]]), { sep: "," } as never), 'formatCSV: options has no "sep"'],
    [
      () => formatCSV(makeFrame(["a"], [[[1]]])),
      'formatCSV: column "a" must hold numbers, words, truths or dates, row 0 is an array',
    ],
    [() => formatCSV(makeFrame([], [])), "formatCSV: df must have a column, got none"],
  ])("refuses: %#", (run, message) => {
    expect(run).toThrow(message);
  });
});
