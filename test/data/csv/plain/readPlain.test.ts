import { describe, expect, test } from "vitest";
import { rng } from "../../../../lib/core";
import { decode } from "../../../../lib/data/csv/decode";
import { rulesOf } from "../../../../lib/data/csv/options";
import { readPlain } from "../../../../lib/data/csv/plain/readPlain";
import { readTable } from "../../../../lib/data/csv/table";

const ROWS = 12_000;

/** Rows of a whole number, a measurement, a word, a truth and a name of its own, some of them missing. */
function rows(seed: number): string[][] {
  const random = rng(seed);
  const x = random.normal(0, 1, ROWS);
  const dice = random.integers(0, 100, ROWS);
  return x.map((v, i) => [
    String(i - 5),
    dice[i] === 0
      ? "NA"
      : dice[i] === 1
        ? "?"
        : dice[i] === 2
          ? ` ${v.toExponential(18)} `
          : `${v}`,
    dice[i] === 3 ? "" : ["alpha", "b\u00a0", "Gamma ray", "délta"][i & 3],
    dice[i] === 4 ? "-" : i % 3 === 0 ? "True" : "false",
    `n${i}`,
  ]);
}

const HEAD = ["id", "x", "word", "flag", "name"];

const textOf = (lines: string[][], sep = ",", eol = "\n") =>
  [HEAD, ...lines].map((line) => line.join(sep)).join(eol);

const plain = (text: string, options = {}) =>
  readPlain(decode(Buffer.from(text)), 0, ",", rulesOf(options));

/** As it is, and as those read it who read any table: one name in quotes keeps it from being plain. */
function both(text: string, options = {}) {
  const read = (own: string) => {
    try {
      const { dtypes: _, ...table } = readTable(decode(Buffer.from(own)), rulesOf(options));
      return table;
    } catch (error) {
      return String(error);
    }
  };
  return [read(text), read(text.replace("name", '"name"'))];
}

describe("readPlain", () => {
  test("a large table is read as those read it who read any", () => {
    const text = textOf(rows(1));
    expect(plain(text)).toBeDefined();
    const [own, other] = both(text);
    expect(own).toEqual(other);
  });

  test.each([
    [";", "\n"],
    ["\t", "\r\n"],
    ["|", "\r"],
  ])("separator %j, line end %j", (sep, eol) => {
    const [own, other] = both(textOf(rows(2), sep, eol) + eol);
    expect(own).toEqual(other);
  });

  test.each([
    { columns: ["word", "id"] },
    { index: "name" },
    { types: { id: "string" } },
    { missing: ["b", "NA"] },
    { header: true, names: ["a", "b", "c", "d", "e"] },
    { skipFooter: 2 },
    { types: { x: "number" } },
    { missing: ["-5"] },
    { columns: ["nowhere"] },
  ])("options %j", (options) => {
    const [own, other] = both(textOf(rows(3)), options);
    expect(own).toEqual(other);
  });

  test("danfo's names for the types", () => {
    const read = plain(textOf(rows(4)));
    expect([0, 1, 2, 3, 4].map((j) => read?.read(j).dtype)).toEqual([
      "int32",
      "float32",
      "string",
      "boolean",
      "string",
    ]);
  });

  test("what the first rows do not tell is left to the others", () => {
    const at = ROWS - 7;
    const changes: ((lines: string[][]) => void)[] = [
      (lines) => lines[at].push("more"),
      (lines) => lines[at].pop(),
      (lines) => (lines[at][0] = "word"),
      (lines) => (lines[at][0] = "007"),
      (lines) => (lines[at][0] = "9007199254740993"),
      (lines) => (lines[at][3] = "maybe"),
      (lines) => (lines[at] = [""]),
      (lines) => (lines[at] = ["# remark"]),
      (lines) => (lines[at][4] = '"quoted"'),
    ];
    for (const change of changes) {
      const lines = rows(5);
      change(lines);
      expect(plain(textOf(lines))).toBeUndefined();
      const [own, other] = both(textOf(lines));
      expect(own).toEqual(other);
    }
  });

  test("heads that may be data are not spoken of before a row that is too long", () => {
    const lines = Array.from({ length: ROWS }, () => ["one word", "another", "name", "the last"]);
    const text = (own: string[][]) => own.map((line) => line.join(",")).join("\n");
    const [own, other] = both(text(lines));
    expect(own).toContain("may hold names or data");
    expect(own).toBe(other);
    lines[ROWS - 1].push("more");
    const [longer, otherLonger] = both(text(lines));
    expect(longer).toContain(`line ${ROWS}: must have 4 fields`);
    expect(longer).toBe(otherLonger);
  });

  test("a small table is no matter for it", () => {
    expect(plain(textOf(rows(6).slice(0, 50)))).toBeUndefined();
  });
});
