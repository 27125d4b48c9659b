import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { danfo } from "../../lib/data/engines";
import { readCSV } from "../../lib/data/readCSV";
import { fileOf } from "./folder";

/** danfo and tfjs take seconds to load on a busy machine. */
beforeAll(() => {
  danfo();
}, 60_000);

const FIXTURES = join(__dirname, "fixtures");
const pandas = JSON.parse(readFileSync(join(FIXTURES, "penguins.json"), "utf8")) as {
  columns: string[];
  values: unknown[][];
  describe: Record<string, number[]>;
};

describe("readCSV", () => {
  test("reads what pandas reads", () => {
    const df = readCSV(join(FIXTURES, "penguins.csv"));
    expect(df.columns).toEqual(pandas.columns);
    expect(df.dtypes).toEqual(["string", "float32", "float32", "boolean", "string"]);
    const values = (df.values as unknown[][]).map((row) =>
      row.map((v) => (Number.isNaN(v) ? null : v)),
    );
    expect(values).toEqual(pandas.values);
  });

  test("describe leaves out what is missing, as pandas does", () => {
    const df = readCSV(join(FIXTURES, "penguins.csv"));
    const summary = df.describe();
    for (const [name, expected] of Object.entries(pandas.describe)) {
      const values = summary.column(name).values as number[];
      values.forEach((v, i) => {
        expect(v, `${name}, ${summary.index[i]}`).toBeCloseTo(expected[i], 9);
      });
    }
  });

  test("values keep their 53 bits", () => {
    const df = readCSV(fileOf("x\n0.1\n123456789.123\n"));
    expect(df.values).toEqual([[0.1], [123456789.123]]);
  });

  test("a byte-order mark and Windows line ends do no harm", () => {
    expect(readCSV(fileOf("\ufeffx,y\r\n1,2\r\n")).columns).toEqual(["x", "y"]);
  });

  test("rows may be labelled by a column", () => {
    const df = readCSV(fileOf("name,x\na,1\nb,2\n"), { index: "name" });
    expect(df.index).toEqual(["a", "b"]);
    expect(df.columns).toEqual(["x"]);
    expect(df.values).toEqual([[1], [2]]);
  });

  test("types, missing fields and separators are the caller's", () => {
    const df = readCSV(fileOf("code;x\n007;?\n010;2\n"), {
      types: { code: "string" },
      missing: ["?"],
      separator: ";",
    });
    expect(df.values).toEqual([
      ["007", Number.NaN],
      ["010", 2],
    ]);
  });

  test("an await before it does no harm", async () => {
    expect((await readCSV(fileOf("x\n1\n"))).shape).toEqual([1, 1]);
  });
});

describe("readCSV refuses", () => {
  test.each<[string, string, object, string]>([
    ["an empty file", "", {}, "the file is empty"],
    ["a file without rows", "a,b\n", {}, "there are no rows below the names of the columns"],
    ["ragged lines", "a,b\n1,2\n3\n", {}, "line 3: must have 2 fields"],
    ["a name that comes twice", "a,a\n1,2\n", {}, 'columns 1 and 2 are both called "a"'],
    ["an open quote", 'a\n"1\n', {}, "line 2: a quote is opened and not closed"],
    [
      "a field of another type",
      "a\n1\nx\n",
      { types: { a: "number" } },
      'line 3: column "a" must hold numbers, got "x"',
    ],
    [
      "a type for no column",
      "a\n1\n",
      { types: { b: "number" } },
      'there is no column "b"; columns: a',
    ],
    ["an index that is no column", "a\n1\n", { index: "b" }, 'there is no column "b"'],
    ["nothing but an index", "a\n1\n", { index: "a" }, 'there is no column beside the index "a"'],
  ])("%s", (_, text, options, message) => {
    const path = fileOf(text);
    expect(() => readCSV(path, options)).toThrow(`readCSV: ${path}: ${message}`);
  });

  test("bytes that are no text", () => {
    expect(() => readCSV(fileOf(new Uint8Array([97, 10, 255])))).toThrow(
      "the file is not text in UTF-8",
    );
  });

  test("with the kind of error that fits", () => {
    expect(() => readCSV(fileOf(""))).toThrow(RangeError);
    expect(() => readCSV(fileOf('"'))).toThrow(SyntaxError);
    expect(() => readCSV(fileOf("a\nx"), { types: { a: "number" } })).toThrow(TypeError);
  });

  test.each<[object, string]>([
    [{ header: true }, 'readCSV: options has no "header"'],
    [{ types: { a: "float" } }, 'readCSV: types.a must be one of "number", "string", "boolean"'],
    [{ missing: "NA" }, 'readCSV: missing must be an array of strings, got "NA" (string)'],
    [{ separator: "" }, 'readCSV: separator must be one character, got "" (string)'],
  ])("options %j", (options, message) => {
    expect(() => readCSV("x", options)).toThrow(message);
  });

  test("a file that is not there, naming the folder", () => {
    expect(() => readCSV("nowhere.csv")).toThrow(
      `readCSV: cannot read "nowhere.csv" in ${process.cwd()}: no such file`,
    );
  });
});
