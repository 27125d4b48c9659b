import { describe, expect, test } from "vitest";
import { parseCSV } from "../../lib/data/csv";

const fields = (text: string, separator?: string) =>
  parseCSV(text, separator).map((row) => row.fields);

describe("parseCSV", () => {
  test("lines and fields, with LF, CRLF and without a last line end", () => {
    const rows = [
      ["a", "b"],
      ["1", "2"],
    ];
    for (const text of ["a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\n1,2"]) {
      expect(fields(text)).toEqual(rows);
    }
  });

  test("empty fields are fields, empty lines are nothing", () => {
    expect(fields(",\n\na,,b\n\r\n,\n")).toEqual([
      ["", ""],
      ["a", "", "b"],
      ["", ""],
    ]);
    expect(fields("")).toEqual([]);
    expect(fields("\n\n")).toEqual([]);
  });

  test("quotes hold separators, line breaks and quotes", () => {
    expect(fields('"a,b","say ""hi""","two\nlines",""\n')).toEqual([
      ["a,b", 'say "hi"', "two\nlines", ""],
    ]);
    expect(fields('"a"\r\n"b"')).toEqual([["a"], ["b"]]);
  });

  test("a quote inside a bare field is text", () => {
    expect(fields('5" pipe,x')).toEqual([['5" pipe', "x"]]);
  });

  test("other separators", () => {
    expect(fields("a;b,c\n1;2", ";")).toEqual([
      ["a", "b,c"],
      ["1", "2"],
    ]);
    expect(fields("a\tb", "\t")).toEqual([["a", "b"]]);
  });

  test("lines are numbered from 1, those inside quotes and empty ones counted", () => {
    const rows = parseCSV('a\n\n"x\ny"\nb\r\nc');
    expect(rows.map((row) => row.line)).toEqual([1, 3, 5, 6]);
  });

  test.each([
    ['a\n"b\n', "line 2: a quote is opened and not closed"],
    ['"a"b\n', "line 1: text follows a closing quote"],
    ['x,"a\n" ,b\n', "line 2: text follows a closing quote"],
  ])("refuses %j", (text, message) => {
    expect(() => parseCSV(text)).toThrow(new SyntaxError(message));
  });

  test("reads back what is written with every field quoted", () => {
    const table = [
      ["a", "", 'q"q'],
      ["x\r\ny", ",", " spaced "],
    ];
    const text = table
      .map((row) => row.map((field) => `"${field.replace(/"/g, '""')}"`).join(","))
      .join("\r\n");
    expect(fields(text)).toEqual(table);
  });
});
