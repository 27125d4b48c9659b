import { beforeAll, describe, expect, test } from "vitest";
import { dateText } from "../../lib/core";
import { dateDiff, datePart, toDates } from "../../lib/data";
import { danfo } from "../../lib/data/engines";
import { parseDate } from "../../lib/data/frames/parseDate";

/** danfo and tfjs take seconds to load on a busy machine. */
beforeAll(() => {
  danfo();
}, 60_000);

const NONE = Number.NaN;
const at = (...parts: [number, number, number, number?, number?, number?, number?]) =>
  new Date(Date.UTC(parts[0], parts[1] - 1, ...(parts.slice(2) as [number])));

describe("parseDate", () => {
  test.each<[string, Date]>([
    ["2024-02-29", at(2024, 2, 29)],
    ["1969-07-20T20:17", at(1969, 7, 20, 20, 17)],
    ["1969-07-20 20:17:40", at(1969, 7, 20, 20, 17, 40)],
    ["2024-01-01T00:30:00+01:00", at(2023, 12, 31, 23, 30)],
    ["2024-01-01T00:30:00.1239-0530", at(2024, 1, 1, 6, 0, 0, 123)],
    ["2024-01-01T12:00:00Z", at(2024, 1, 1, 12)],
  ])("%s", (text, date) => {
    expect(parseDate(text)).toEqual(date);
  });

  test("years below 100 are not of the last century", () => {
    expect(parseDate("0044-03-15")?.getUTCFullYear()).toBe(44);
  });

  test.each([
    "",
    "2023-02-29",
    "2024-13-01",
    "2024-00-10",
    "2024-1-5",
    "2024-01-01T24:01",
    "2024-01-01T12:60",
    "31.01.2024",
    "2024",
    "20240131",
  ])("%j is no date", (text) => {
    expect(parseDate(text)).toBe(undefined);
  });

  test("other formats", () => {
    expect(parseDate("31.1.2024", "DD.MM.YYYY")).toEqual(at(2024, 1, 31));
    expect(parseDate("01/31/2024 7:05", "MM/DD/YYYY HH:mm")).toEqual(at(2024, 1, 31, 7, 5));
    expect(parseDate("202401", "YYYYMM")).toEqual(at(2024, 1, 1));
    expect(parseDate("30.02.2024", "DD.MM.YYYY")).toBe(undefined);
    expect(parseDate("31x01x2024", "DD.MM.YYYY")).toBe(undefined);
  });

  test("and back", () => {
    for (const text of ["2024-02-29", "1969-07-20T20:17:40.005Z"]) {
      expect(dateText(parseDate(text) as Date)).toBe(text);
    }
  });
});

describe("datePart", () => {
  const days = ["2024-01-31", "2024-12-31T23:59:58Z", null, "2023-03-01"];
  test.each<[Parameters<typeof datePart>[1], number[]]>([
    ["year", [2024, 2024, NONE, 2023]],
    ["quarter", [1, 4, NONE, 1]],
    ["month", [1, 12, NONE, 3]],
    ["day", [31, 31, NONE, 1]],
    ["dayOfYear", [31, 366, NONE, 60]],
    ["weekday", [3, 2, NONE, 3]],
    ["hour", [0, 23, NONE, 0]],
    ["minute", [0, 59, NONE, 0]],
    ["second", [0, 58, NONE, 0]],
  ])("%s", (part, want) => {
    expect(datePart(days, part)).toEqual(want);
  });

  test("Sunday is day 7", () => {
    expect(datePart(["2024-02-04", "2024-02-05"], "weekday")).toEqual([7, 1]);
  });

  test("January is 1, with danfo 0", () => {
    const { Series } = danfo();
    const series = new Series(["2024-01-31", "2024-12-01"]);
    expect(series.dt.month().values).toEqual([0, 11]);
    expect(datePart(series, "month")).toEqual([1, 12]);
  });
});

describe("toDates and dateDiff", () => {
  test("days and hours between", () => {
    expect(dateDiff(["2024-03-01", null], ["2024-02-28", "2024-01-01"])).toEqual([2, NONE]);
    expect(dateDiff(["2024-03-01T06:00Z"], "2024-03-01", "hour")).toEqual([6]);
    expect(dateDiff([at(2024, 1, 1)], at(2024, 1, 2), "minute")).toEqual([-1440]);
    expect(dateDiff(toDates(["1.2.2024"], { format: "DD.MM.YYYY" }), "2024-02-01")).toEqual([0]);
    expect(toDates(["2024-01-01", null, "", NONE])).toEqual([at(2024, 1, 1), NONE, NONE, NONE]);
  });

  test.each<[() => unknown, string]>([
    [() => toDates(["x"]), 'toDates: dates must hold dates (ISO 8601), entry 0 is "x"'],
    [
      () => toDates(["x"], { format: "DD.MM.YYYY" }),
      'dates must hold dates written "DD.MM.YYYY", entry 0 is "x"',
    ],
    [() => toDates([20240131]), "toDates: dates must hold dates (ISO 8601), entry 0 is 20240131"],
    [
      () => toDates(["x"], { format: "DD" }),
      'toDates: format must be a string with YYYY, such as "DD.MM.YYYY", got "DD"',
    ],
    [() => toDates("2024-01-01" as never), "toDates: dates must be a Series or an array, got"],
    [() => datePart(["2024-01-01"], "era" as never), 'datePart: part must be one of "year"'],
    [() => dateDiff(["2024-01-01"], []), "dateDiff: b must have length 1 (dates of a), got 0"],
    [() => dateDiff([], [], "week" as never), 'dateDiff: unit must be one of "day"'],
  ])("refuses: %#", (run, message) => {
    expect(run).toThrow(message);
  });
});
