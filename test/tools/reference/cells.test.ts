import { describe, expect, test } from "vitest";
import { mentionsOf } from "../../../tools/reference/cells";

/** Each name with the word that it stands on. */
const found = (cells: string[], free = false) =>
  mentionsOf(cells, free).map(({ cell, start, end, name }) => [
    (cells[cell] as string).slice(start, end),
    name,
  ]);
const names = (...cells: string[]) => found(cells).map(([, name]) => name);
/** Names after a first cell of imports. */
const following = (imports: string, ...cells: string[]) =>
  names(`import ${imports} from "../../lib";`, ...cells).filter((name) => name!.length > 0);

describe("names of the library in cells", () => {
  test("are parts of modules, and what is imported by name", () => {
    expect(found(['import { linalg, show } from "../../lib";', "show(linalg.svd(A).s);"])).toEqual([
      ["linalg", "linalg"],
      ["show", "show"],
      ["show", "show"],
      ["linalg", "linalg."],
      ["svd", "linalg.svd"],
    ]);
  });

  test("may have another name in the notebook", () => {
    expect(found(['import { linalg as la } from "../../lib";\nla.inv(A);'])).toEqual([
      ["linalg", "linalg"],
      ["la", "linalg."],
      ["inv", "linalg.inv"],
    ]);
  });

  test("stay known in later cells, and hang on each other", () => {
    expect(
      following("{ display, type Tracked }", "let a;", "display.plot.line([1]); let t: Tracked;"),
    ).toEqual(expect.arrayContaining(["display.plot.line", "Tracked"]));
  });

  test("are none in strings, comments, properties and names of options", () => {
    expect(
      following(
        "{ linalg, rng }",
        '"linalg.svd"; `linalg.qr`; // linalg.lu\n/* rng */ x.rng; f({ rng: 1 });',
      ),
    ).toEqual(["linalg", "rng"]);
    expect(following("{ rng }", "f({ rng });")).toEqual(["rng", "rng"]);
    expect(following("{ linalg }", `\`\${linalg.det(A)}\`;`)).toContain("linalg.det");
  });

  test("are none where something else has the name", () => {
    expect(following("{ linalg }", "const scale = 2; scale * 3;")).toEqual(["linalg"]);
    expect(following("{ data }", "rows.map((data) => data.readCSV);")).toEqual(["data"]);
    expect(following("{ data }", "{ const data = 1; data.merge; }")).toEqual(["data"]);
    expect(following("{ check }", "function f(check: number) { return check; }")).toEqual([
      "check",
    ]);
    expect(following("{ table }", "for (const { table } of all) table.rows;")).toEqual(["table"]);
  });

  test("are none any more once a cell has declared the name", () => {
    expect(following("{ table }", "table([[1]]);", "const table = 3;", "table;")).toEqual([
      "table",
      "table",
    ]);
    expect(names('import { mean } from "simple-statistics";', "mean([1]);")).toEqual([]);
    expect(names('import { mean } from "../../library";', "mean([1]);")).toEqual([]);
  });

  test("may be taken out of a module, in this cell or an earlier one", () => {
    expect(
      found(['import { linalg } from "../../lib";\nconst { det, inv: I } = linalg;', "det(I(A));"]),
    ).toEqual([
      ["linalg", "linalg"],
      ["det", "linalg.det"],
      ["inv", "linalg.inv"],
      ["linalg", "linalg"],
      ["det", "linalg.det"],
      ["I", "linalg.inv"],
    ]);
    expect(following("{ linalg }", "const { U, s } = linalg.svd(A); s;")).toEqual([
      "linalg",
      "linalg.",
      "linalg.svd",
    ]);
    expect(following("{ linalg }", "const { det } = linalg;", "const det = 1;", "det;")).toEqual([
      "linalg",
      "linalg.det",
      "linalg",
    ]);
  });

  test("come from `course` too", () => {
    expect(names('import { stats } from "course";\nstats.mean(x);')).toContain("stats.mean");
  });

  test("are found in cells that a compiler would refuse", () => {
    expect(following("{ linalg }", "linalg.svd(", "linalg.qr(A)")).toContain("linalg.qr");
    expect(following("{ linalg }", "let x = 1;", "let x = linalg.det(A);")).toContain("linalg.det");
  });
});

test("pieces of code that import nothing name whatever they do not declare", () => {
  const all = found(["const A = [[1]]\nlinalg.inv(A) // => [[1]]", "A; prob.normal()"], true);
  expect(all).toEqual([
    ["linalg", "linalg."],
    ["inv", "linalg.inv"],
    ["A", "A"],
    ["prob", "prob."],
    ["normal", "prob.normal"],
  ]);
});
