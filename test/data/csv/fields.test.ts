import { describe, expect, test } from "vitest";
import { Cells } from "../../../lib/data/csv/cells";
import { decode } from "../../../lib/data/csv/decode";
import { lineAt, splitFields } from "../../../lib/data/csv/fields";

function rowsOf(text: string, separator = ","): { fields: string[]; line: number }[] {
  const source = decode(Buffer.from(text));
  const fields = splitFields(source.bytes, separator.charCodeAt(0));
  const cells = new Cells(source, fields);
  return Array.from({ length: fields.count }, (_, i) => {
    const [from, to] = [fields.records[i], fields.records[i + 1]];
    const all = Array.from({ length: to - from }, (_, j) => cells.text(from + j));
    return { fields: all, line: lineAt(source.bytes, fields.starts[from]) };
  });
}

const fields = (text: string, separator?: string) =>
  rowsOf(text, separator).map((row) => row.fields);

describe("splitFields", () => {
  test("lines and fields, with LF, CRLF, CR and without a last line end", () => {
    const rows = [
      ["a", "b"],
      ["1", "2"],
    ];
    for (const text of ["a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\n1,2", "a,b\r1,2\r", "a,b\r1,2"]) {
      expect(fields(text)).toEqual(rows);
    }
  });

  test("empty fields are fields, empty lines records of one", () => {
    expect(fields(",\n\na,,b\n\r\n,\n")).toEqual([["", ""], [""], ["a", "", "b"], [""], ["", ""]]);
    expect(fields("")).toEqual([]);
    expect(fields("a,")).toEqual([["a", ""]]);
    expect(fields("\t \n")).toEqual([[""]]);
  });

  test("quotes hold separators, line breaks and quotes", () => {
    expect(fields('"a,b","say ""hi""","two\nlines",""\n')).toEqual([
      ["a,b", 'say "hi"', "two\nlines", ""],
    ]);
    expect(fields('"a"\r\n"b"')).toEqual([["a"], ["b"]]);
    expect(fields('""""')).toEqual([['"']]);
  });

  test("blanks around a field are nothing, those inside quotes are kept", () => {
    expect(fields(' a , "b, c" ,\t" d "\t\n')).toEqual([["a", "b, c", " d "]]);
  });

  test("a quote inside a bare field is text", () => {
    expect(fields('5" pipe,x')).toEqual([['5" pipe', "x"]]);
  });

  test("other separators", () => {
    expect(fields("a;b,c\n1;2", ";")).toEqual([
      ["a", "b,c"],
      ["1", "2"],
    ]);
    expect(fields("a\t\tb \n\t1\t\n", "\t")).toEqual([
      ["a", "", "b"],
      ["", "1", ""],
    ]);
  });

  test("a space stands for runs of blanks", () => {
    expect(fields("  1.5  2 \t 3\n4 5 6  \n\n'x' \"y z\" w\n", " ")).toEqual([
      ["1.5", "2", "3"],
      ["4", "5", "6"],
      [""],
      ["'x'", "y z", "w"],
    ]);
  });

  test("lines are numbered from 1, those inside quotes and empty ones counted", () => {
    const rows = rowsOf('a\n\n"x\ny"\nb\r\nc\rd');
    expect(rows.map((row) => row.line)).toEqual([1, 2, 3, 5, 6, 7]);
  });

  test.each([
    ['a\n"b\n', "line 2: a quote is opened and not closed"],
    ['"a"b\n', "line 1: text follows a closing quote"],
    ['x,"a\n"b,c\n', "line 2: text follows a closing quote"],
    ['"a"b c\n', "line 1: text follows a closing quote"],
  ])("refuses %j", (text, message) => {
    expect(() => fields(text)).toThrow(new SyntaxError(message));
  });

  test("more fields and records than were expected", () => {
    const text = `${",,,,,,,,,\n".repeat(2000)}`;
    const rows = fields(text);
    expect(rows).toHaveLength(2000);
    expect(rows.every((row) => row.length === 10)).toBe(true);
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
