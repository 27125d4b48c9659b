import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type ReadCSVOptions, readCSV } from "../../lib/data";
import { danfo } from "../../lib/data/engines";
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

const read = (text: string | Uint8Array, options?: ReadCSVOptions) =>
  readCSV(fileOf(text), options);
const valuesOf = (text: string, options?: ReadCSVOptions) => read(text, options).values;
const NONE = Number.NaN;

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
    expect(valuesOf("x\n0.1\n123456789.123\n")).toEqual([[0.1], [123456789.123]]);
  });

  test("a byte-order mark and Windows line ends do no harm", () => {
    expect(read("\ufeffx,y\r\n1,2\r\n").columns).toEqual(["x", "y"]);
  });

  test("types, missing fields and separators are the caller's", () => {
    const df = read("code;x\n7;?\n10;2\n", {
      types: { code: "string" },
      missing: ["?"],
      separator: ";",
    });
    expect(df.values).toEqual([
      ["7", NONE],
      ["10", 2],
    ]);
  });

  test("an await before it does no harm", async () => {
    expect((await read("x\n1\n")).shape).toEqual([1, 1]);
  });

  test("the columns asked for, in that order", () => {
    const df = read("a,b,c\n1,x,3\n2,y,4\n", { columns: ["c", "a"] });
    expect([df.columns, df.values]).toEqual([
      ["c", "a"],
      [
        [3, 1],
        [4, 2],
      ],
    ]);
    expect(read("id,a,b\nu,1,2\n", { columns: ["b"], index: "id" }).index).toEqual(["u"]);
  });

  test("what is asked for is told by danfo's own means too", () => {
    const df = read("a,b\n1,x\n2,y\n3,z\n");
    expect(df.shape).toEqual([3, 2]);
    expect(df.head(2).values).toEqual([
      [1, "x"],
      [2, "y"],
    ]);
    df.addColumn("c", [5, 6, 7], { inplace: true });
    expect(df.shape).toEqual([3, 3]);
    expect(df.values[2]).toEqual([3, "z", 7]);
    const other = read("a,b\n1,x\n2,y\n");
    other.drop({ columns: ["a"], inplace: true });
    expect([other.shape, other.values]).toEqual([
      [2, 1],
      [["x"], ["y"]],
    ]);
  });
});

describe("columns of any name", () => {
  const names = ["constructor", "__proto__", "toString", "shape", "values", "index", "columns"];
  const more = ["$data", "$columns", "dtypes", "mean", "head", "hasOwnProperty", "then", "size"];
  test.each([...names, ...more])("%s", (name) => {
    const df = read(`${name},points\n3,10\n4,20\n`);
    expect(df.columns).toEqual([name, "points"]);
    expect(df.column(name).values).toEqual([3, 4]);
    expect(df.shape).toEqual([2, 2]);
    expect(df.head(1).values).toEqual([[3, 10]]);
    expect(df.head(1).column(name).values).toEqual([3]);
  });

  test("types of such a column", () => {
    expect(valuesOf("constructor\n1\n", { types: { constructor: "string" } as never })).toEqual([
      ["1"],
    ]);
  });

  test("names that come twice get a number", () => {
    expect(read("a,b,a,a.1,a\n1,2,3,4,5\n").columns).toEqual(["a", "b", "a.2", "a.1", "a.3"]);
    expect(read("x,,\n1,2,3\n").columns).toEqual(["x", "", ".1"]);
  });
});

describe("types are as the values are", () => {
  test("ids beyond 2^53 stay apart, exact ones are numbers", () => {
    expect(valuesOf("id\n9007199254740993\n9007199254740992\n")).toEqual([
      ["9007199254740993"],
      ["9007199254740992"],
    ]);
    expect(valuesOf("id\n9007199254740994\n9007199254740992\n")).toEqual([
      [9007199254740994],
      [9007199254740992],
    ]);
  });

  test("ids that a float has gone over, and telephone numbers", () => {
    expect(valuesOf("id\n9007199254740993.0\n9007199254740992.0\n")).toEqual([
      ["9007199254740993.0"],
      ["9007199254740992.0"],
    ]);
    expect(valuesOf("t,x\n+4930123456,+1\n+4930123457,-1\n")).toEqual([
      ["+4930123456", 1],
      ["+4930123457", -1],
    ]);
  });

  test("zeros before digits make codes", () => {
    expect(valuesOf("zip,x\n02134,1\n10001,2\n")).toEqual([
      ["02134", 1],
      ["10001", 2],
    ]);
    expect(valuesOf("x\n007\n", { types: { x: "number" } })).toEqual([[7]]);
  });

  test("labels of columns for tensors: whole numbers beyond 32 bits are no int32", () => {
    expect(read("a,b,c\n3000000000,1,2147483647\n4000000000,2,-2147483648\n").dtypes).toEqual([
      "float32",
      "int32",
      "int32",
    ]);
  });

  test("truths, infinities, missing values", () => {
    expect(valuesOf("a,b,c\nTRUE,inf,\nfalse,-Infinity,NA\nNA,1,null\n")).toEqual([
      [true, Infinity, NONE],
      [false, -Infinity, NONE],
      [NONE, 1, NONE],
    ]);
  });

  test("marks for missing count among numbers and truths only", () => {
    expect(valuesOf("a,b,c\n1,+,?\n?,-,true\n-,+,false\n..,-,?\n")).toEqual([
      [1, "+", NONE],
      [NONE, "-", true],
      [NONE, "+", false],
      [NONE, "-", NONE],
    ]);
    expect(valuesOf("a\n-\n?\n", { header: true })).toEqual([["-"], ["?"]]);
    expect(valuesOf("a\n1\n?\n", { missing: ["-9"] })).toEqual([["1"], ["?"]]);
  });

  test("numbers may be said to be missing", () => {
    expect(valuesOf("a\n1\n-999\n3\n", { missing: ["-999"] })).toEqual([[1], [NONE], [3]]);
  });

  test("a number that means not known does so however it is written", () => {
    const text = "a,b\n-999.0,x\n-9.99e2,-999\n3,-999.0\n";
    expect(valuesOf(text, { missing: ["-999"] })).toEqual([
      [NONE, "x"],
      [NONE, NONE],
      [3, "-999.0"],
    ]);
    const commas = "a;b\n-999,0;1\n2,5;2\n";
    expect(valuesOf(commas, { missing: ["-999"], decimal: "," })).toEqual([
      [NONE, 1],
      [2.5, 2],
    ]);
  });

  test("blanks of other alphabets around numbers are left out", () => {
    expect(valuesOf("a,b\n\u00a05\u202f,1\n6,2\n")).toEqual([
      [5, 1],
      [6, 2],
    ]);
    expect(valuesOf("a;b\n\u00a03,5;1\n3.5;2\n", { decimal: "," })).toEqual([
      ["3,5", 1],
      ["3.5", 2],
    ]);
  });

  test("dates where they are asked for", () => {
    const df = read("d,x\n2024-02-29,1\nNA,2\n2024-01-31T12:30:00Z,3\n", { types: { d: "date" } });
    expect(df.values).toEqual([
      [new Date(Date.UTC(2024, 1, 29)), 1],
      [NONE, 2],
      [new Date(Date.UTC(2024, 0, 31, 12, 30)), 3],
    ]);
    expect(df.dtypes).toEqual(["datetime", "int32"]);
    expect(valuesOf("d\n2024-02-29\n")).toEqual([["2024-02-29"]]);
    expect(() => read("d\n2023-02-29\n", { types: { d: "date" } })).toThrow(
      'line 2: column "d" must hold dates, got "2023-02-29"',
    );
  });

  test("what is quoted without need among bare fields is text", () => {
    const file = 'code,x\n"1",1\n"NA",2\n"",3\n,4\n';
    expect(valuesOf(file)).toEqual([
      ["1", 1],
      ["NA", 2],
      ["", 3],
      [NONE, 4],
    ]);
    expect(valuesOf('"code","x"\n"1","2"\n"","NA"\n')).toEqual([
      [1, 2],
      [NONE, NONE],
    ]);
    expect(valuesOf('x,y\n1,2\n"",4\n')).toEqual([
      [1, 2],
      [NONE, 4],
    ]);
  });
});

describe("thousands and decimal commas", () => {
  test("explain themselves in columns that leave no doubt", () => {
    expect(valuesOf("x\ty\n1,234.5\t3,14\n2,000.0\t2,71\n", { separator: "\t" })).toEqual([
      [1234.5, 3.14],
      [2000, 2.71],
    ]);
    expect(valuesOf('x;y\n1.234,5;"1 000,5"\n-12;2,5\n')).toEqual([
      [1234.5, 1000.5],
      [-12, 2.5],
    ]);
    expect(valuesOf('n,x\n1,"1,234,567"\n2,\n3,12\n')).toEqual([
      [1, 1234567],
      [2, NONE],
      [3, 12],
    ]);
    expect(valuesOf("x;y\n0,123;1\n1,234;2\n")).toEqual([
      [0.123, 1],
      [1.234, 2],
    ]);
  });

  test.each<[string, ReadCSVOptions]>([
    ["x;y\n1,234;1\n2,345;2\n", {}],
    ['x,y\n"3,14",1\n"2,71",2\n', {}],
  ])("are refused where they may mean two things: %j", (text, options) => {
    expect(() => read(text, options)).toThrow(
      /column "x": the comma in "\d,\d+" may part thousands/,
    );
  });

  test("points are refused that may part thousands beside decimal commas", () => {
    const file = "x;y\n1.234;0,5\n2.000;1,5\n";
    expect(() => read(file)).toThrow('column "x": the points may part thousands');
    expect(valuesOf(file, { decimal: ",", thousands: "." })).toEqual([
      [1234, 0.5],
      [2000, 1.5],
    ]);
  });

  test("points that can only part thousands", () => {
    expect(valuesOf("town;n\nBerlin;3.644.826\nBonn;327.258\n")).toEqual([
      ["Berlin", 3644826],
      ["Bonn", 327258],
    ]);
    expect(valuesOf("town,n\nx,123.456.789\n")).toEqual([["x", "123.456.789"]]);
  });

  test("are what the caller says", () => {
    const file = "x;y\n1,234;1\n2,345;2\n";
    expect(valuesOf(file, { decimal: "," })).toEqual([
      [1.234, 1],
      [2.345, 2],
    ]);
    expect(valuesOf(file, { thousands: "," })).toEqual([
      [1234, 1],
      [2345, 2],
    ]);
    expect(valuesOf(file, { types: { x: "string" } })).toEqual([
      ["1,234", 1],
      ["2,345", 2],
    ]);
    expect(valuesOf("x;y\n1'234.5;2 000\n", { thousands: "'" })).toEqual([[1234.5, "2 000"]]);
    expect(valuesOf("x;y\n1,5e3;1\n", { decimal: "," })).toEqual([[1500, 1]]);
  });

  test("groups that are none are no numbers", () => {
    expect(valuesOf("x;y\n12,34.5;1\n", { thousands: "," })).toEqual([["12,34.5", 1]]);
    expect(() => read("x;y\n12,34.5;1\n", { thousands: ",", types: { x: "number" } })).toThrow(
      'line 2: column "x" must hold numbers, got "12,34.5"',
    );
  });
});

describe("the table within the file", () => {
  test("rows may be labelled by a column", () => {
    const df = read("name,x\na,1\nb,2\n", { index: "name" });
    expect([df.index, df.columns, df.values]).toEqual([["a", "b"], ["x"], [[1], [2]]]);
  });

  test("labels without a head, as pandas and R write them", () => {
    for (const file of [
      ",tv,sales\n1,230.1,22.1\n2,44.5,10.4\n",
      '"","tv","sales"\n1,230.1,22.1\n2,44.5,10.4\n',
      "tv,sales\n1,230.1,22.1\n2,44.5,10.4\n",
    ]) {
      const df = read(file);
      expect([df.index, df.columns, df.shape]).toEqual([
        [1, 2],
        ["tv", "sales"],
        [2, 2],
      ]);
    }
    expect(read('"tv","sales"\n"a",1,2\n"b",3,4\n').index).toEqual(["a", "b"]);
  });

  test("a column without a name whose values repeat is a column", () => {
    expect(read(",x\na,1\na,2\n").columns).toEqual(["", "x"]);
    expect(read(",x\na,1\nb,2\n", { index: false }).columns).toEqual(["", "x"]);
  });

  test("remarks above, sources below, empty lines between", () => {
    const rows = [
      [1, 2],
      [3, 4],
    ];
    for (const file of [
      '# From: "somewhere", once\n# and more\n\na,b\n1,2\n3,4\n',
      "a,b\n1,2\n\n3,4\n",
      "a,b\n1,2\n3,4\n\nSource: the bank\nNotes: none, of any, kind\n",
      "a,b\n1,2\n3,4\n\n\nSource: the bank\n\nLast updated today\n\n",
      "\n\na,b\n1,2\n3,4\n  \n",
      "a,b\n1,2\n3,4\n# the end\n",
      "a,b,\n1,2,\n3,4,\n",
    ]) {
      expect(valuesOf(file), file).toEqual(rows);
    }
    expect(
      valuesOf("title\nby me, 2001\na,b\n1,2\n3,4\nend\nof it\n", { skipRows: 2, skipFooter: 2 }),
    ).toEqual(rows);
    expect(valuesOf("% x\na,b\n1,2\n3,4\n", { comment: "%" })).toEqual(rows);
  });

  test("an empty line in a file of one column is a missing value", () => {
    expect(valuesOf("a\n1\n\n3\n")).toEqual([[1], [NONE], [3]]);
    expect(valuesOf("a\nx\n\n")).toEqual([["x"], [NONE]]);
    expect(valuesOf("1\n\n3\n")).toEqual([[1], [NONE], [3]]);
    expect(valuesOf("\n3\n", { header: false })).toEqual([[NONE], [3]]);
  });

  test.each(["\t", ";", "|", ","])("separator %j is found", (c) => {
    const plain = `name${c}x\n"p${c}q"${c}2\nr s${c}3\n`;
    expect(valuesOf(plain)).toEqual([
      [`p${c}q`, 2],
      ["r s", 3],
    ]);
  });

  test("separators beside others in the text", () => {
    expect(valuesOf("name,tags\nAnn,x;y\nBob,z;w\n")).toEqual([
      ["Ann", "x;y"],
      ["Bob", "z;w"],
    ]);
    expect(valuesOf("x;y\n1,5;2,5\n3,5;4,5\n")).toEqual([
      [1.5, 2.5],
      [3.5, 4.5],
    ]);
    expect(valuesOf("sep=;\na;b\n1;2\n")).toEqual([[1, 2]]);
    expect(valuesOf("1.5  2 \n3\t 4\n", { separator: " " })).toEqual([
      [1.5, 2],
      [3, 4],
    ]);
  });
});

describe("the line of names", () => {
  test.each<[string, string, [number, number], string[]?]>([
    ["numbers alone", "6,148,72\n1,85,66\n8,183,64\n", [3, 3], ["0", "1", "2"]],
    ["rows that count on", "1,2,3\n4,5,6\n", [2, 3]],
    ["iris", "5.1,3.5,Iris-setosa\n4.9,3.0,Iris-setosa\n7.0,3.2,Iris-versicolor\n", [3, 3]],
    ["marks for missing", "3,?,alfa,88.60\n1,164,audi,99.80\n2,?,audi,99.40\n", [3, 4]],
    [
      "years above numbers",
      "country,1960,1961,1962\nChad,5.1,5.2,5.3\nMali,1,2,3\n",
      [2, 4],
      ["country", "1960", "1961", "1962"],
    ],
    ["one column of numbers", "5\n3\n4\n", [3, 1], ["0"]],
    ["a word above numbers", "n,x\n1,2\n", [1, 2], ["n", "x"]],
    ["words above words", "name,town\nAnn,Rome\n", [1, 2], ["name", "town"]],
    ["quoted numbers above bare ones", '"0","1"\n5,6\n7,8\n', [2, 2], ["0", "1"]],
    ["numbers above words", "0,1\nx,y\nz,w\n", [2, 2], ["0", "1"]],
    ["numbers between blanks", "18.0   8   307\n15.0   8   350\n", [2, 3]],
    ["names between blanks", "x y\n1 2\n3  4\n", [2, 2], ["x", "y"]],
    ["thousands with blanks are no two columns", "n\n1 234\n5 678\n", [2, 1], ["n"]],
    ["repeated rows of data", "vhigh,2,4,low\nvhigh,3,5more,low\nlow,2,4,low\n", [3, 4]],
  ])("is told: %s", (_, file, shape, names) => {
    const df = read(file);
    expect(df.shape).toEqual(shape);
    if (names) expect(df.columns).toEqual(names);
  });

  test.each<[string, string]>([
    ["0, 1, 2", "0,1,2\n5,3,8\n1,1,1\n"],
    ["1, 2", "1,2\n5,3\n"],
    ["years", "1990,1991\n5,3\n"],
    ["one year", "name,2020\nAnn,5\n"],
    ["words that come again", "p,x\np,s\ne,x\n"],
    ["a single 0", "0\n1\n0\n"],
    ["numbers evenly spaced", "q,0.25,0.5,0.75\nx,1,2,3\n"],
    ["1, 2, 3 beside a word", "x,1,2,3\ny,4,5,6\n"],
    ["words of which one comes twice", "republican,n,y,n\ndemocrat,?,y,y\n"],
  ])("is refused where it cannot be told: %s", (_, file) => {
    expect(() => read(file)).toThrow(
      "line 1 may hold names or data: say header: true or header: false",
    );
    const rows = file.trim().split("\n").length;
    expect(read(file, { header: false }).shape[0]).toBe(rows);
    expect(read(file, { header: true }).shape[0]).toBe(rows - 1);
  });

  test("a remark with as many words as the data may be the names", () => {
    const file = "#ra,dec\n1.5,2\n3,4\n";
    expect(() => read(file)).toThrow("line 1 may hold names or be a remark");
    expect(read(file, { header: false }).shape).toEqual([2, 2]);
    expect(read(file, { comment: "" }).columns).toEqual(["#ra", "dec"]);
  });

  test("names of the caller's", () => {
    expect(read("6,148\n1,85\n", { names: ["a", "b"] }).columns).toEqual(["a", "b"]);
    expect(read("x,y\n1,85\n", { names: ["a", "b"], header: true }).values).toEqual([[1, 85]]);
    expect(() => read("x,y\n1,85\n", { names: ["a", "b"] })).toThrow(
      "say header: true to put them",
    );
    expect(() => read("6,148\n", { names: ["a"] })).toThrow("names must have length 2");
  });
});

describe("readCSV refuses", () => {
  test.each<[string, string, ReadCSVOptions, string]>([
    ["an empty file", "", {}, "the file is empty"],
    ["nothing but a remark", "# x\n", {}, "the file is empty"],
    ["a file without rows", "a,b\n", {}, "there are no rows below the names of the columns"],
    ["short lines", "a,b\n1,2\n3\n", {}, "line 3: must have 2 fields (columns of line 1), got 1"],
    [
      "long lines",
      "# r\na,b\n1,2\n\n1,2,3\n",
      {},
      "line 5: must have 2 fields (columns of line 2), got 3",
    ],
    ["a line cut short below an empty one", "a,b\n1,2\n\n3\n", {}, "line 4: must have 2 fields"],
    ["lines all one too long", "a,b\n1,2,3\n4,5,6\n", {}, "line 2: must have 2 fields"],
    [
      "lines above the table",
      "A title\n\na,b\n1,2\n",
      {},
      "got 2 (skipRows leaves out lines above",
    ],
    ["an open quote", 'a\n"1\n', {}, "line 2: a quote is opened and not closed"],
    [
      "another type",
      "a\n1\nx\n",
      { types: { a: "number" } },
      'line 3: column "a" must hold numbers, got "x"',
    ],
    [
      "no truth",
      "a\n1\n",
      { types: { a: "boolean" } },
      'line 2: column "a" must hold booleans, got "1"',
    ],
    [
      "an id as number",
      "a\n9007199254740993\n",
      { types: { a: "number" } },
      "more digits than a number keeps",
    ],
    [
      "a type for no column",
      "a\n1\n",
      { types: { b: "number" } },
      'there is no column "b"; columns: a',
    ],
    ["an index that is no column", "a\n1\n", { index: "b" }, 'there is no column "b"'],
    ["a column that is none", "a\n1\n", { columns: ["b"] }, 'there is no column "b"'],
    ["nothing but an index", "a\n1\n", { index: "a" }, 'there is no column beside the index "a"'],
    [
      "an index that repeats",
      "a,b\n1,2\n1,3\n",
      { index: "a" },
      'the index "a" must have a value in each row',
    ],
    [
      "a note with as many fields",
      "a,b\n1,2\n\nSource: the bank, 2001\n",
      {},
      'line 4, below an empty line: column "a"',
    ],
  ])("%s", (_, text, options, message) => {
    const path = fileOf(text);
    expect(() => readCSV(path, options)).toThrow(`readCSV: ${path}: `);
    expect(() => readCSV(path, options)).toThrow(message);
  });

  test("with the kind of error that fits", () => {
    expect(() => read("")).toThrow(RangeError);
    expect(() => read('"')).toThrow(SyntaxError);
    expect(() => read("a\nx", { types: { a: "number" } })).toThrow(TypeError);
  });

  test.each<[object, string]>([
    [{ head: true }, 'readCSV: options has no "head"'],
    [{ header: 1 }, "readCSV: header must be true or false, got 1"],
    [
      { types: { a: "float" } },
      'readCSV: types.a must be one of "number", "string", "boolean", "date"',
    ],
    [{ types: "number" }, 'readCSV: types must be an object, got "number"'],
    [{ missing: "NA" }, 'readCSV: missing must be an array of strings, got "NA" (string)'],
    [{ columns: ["a", 1] }, "readCSV: columns must be an array of strings, got one with 1"],
    [{ names: ["a", "a"] }, 'readCSV: names must differ, "a" comes twice'],
    [{ separator: "" }, 'readCSV: separator must be one character, got "" (string)'],
    [{ separator: '"' }, "readCSV: separator must be a character of ASCII"],
    [{ decimal: ";" }, 'readCSV: decimal must be one of ".", ","'],
    [{ thousands: "x" }, "readCSV: thousands must be one of"],
    [{ decimal: ",", thousands: "," }, "readCSV: decimal and thousands must differ"],
    [{ decimal: ",", separator: "," }, "readCSV: decimal and separator must differ"],
    [{ index: 0 }, "readCSV: index must be a string, got 0"],
    [{ skipRows: -1 }, "readCSV: skipRows must be an integer ≥ 0, got -1"],
    [{ encoding: "klingon" }, "readCSV: encoding must be the name of one"],
  ])("options %j", (options, message) => {
    expect(() => readCSV("x", options)).toThrow(message);
  });

  test("a file that is not there, naming the folder", () => {
    expect(() => readCSV("nowhere.csv")).toThrow(
      `readCSV: cannot read "nowhere.csv" in ${process.cwd()}: no such file`,
    );
  });
});
