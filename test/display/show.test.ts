import { beforeAll, describe, expect, test } from "vitest";
import { toDataFrame } from "../../lib/data";
import { danfo } from "../../lib/data/engines";
import { latex } from "../../lib/display/latex";
import * as plot from "../../lib/display/plot";
import { bundles, show } from "../../lib/display/show";
import { table } from "../../lib/display/table";
import { printed } from "./output";

/** danfo and tfjs take seconds to load on a busy machine. */
beforeAll(() => {
  danfo();
}, 60_000);

const A = [
  [1, 2],
  [3, 4],
];
const texOf = (...things: unknown[]) => bundles(...things).map((b) => b["text/latex"]);
const textOf = (...things: unknown[]) => bundles(...things).map((b) => b["text/plain"]);
const big = (m: number, n: number) =>
  Array.from({ length: m }, (_, i) => Array.from({ length: n }, (_, j) => i + j / 2));

describe("what show draws", () => {
  test("mathematics as LaTeX, in line", () => {
    expect(texOf(A)).toEqual(["$\\displaystyle \\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}$"]);
    expect(texOf(0.5)).toEqual(["$\\displaystyle 0.5$"]);
    expect(texOf(new Float64Array([1, 2]))).toEqual(texOf([1, 2]));
    expect(texOf(latex`\sum_i ${"x_i"}`)).toEqual(["$\\displaystyle \\sum_i x_i$"]);
  });

  test("what is cut says so, in both forms", () => {
    const [bundle] = bundles(big(178, 13));
    expect(bundle["text/latex"]).toContain("\\text{(178×13, 6 rows and 6 columns shown)}");
    expect(bundle["text/plain"]).toMatch(/\n\(178×13, 6 rows and 6 columns shown\)$/);
  });

  test("a matrix too large for LaTeX is a table", () => {
    const [bundle] = bundles(big(178, 13), { maxRows: 30, maxCols: 13 });
    expect(bundle["text/latex"]).toBe(undefined);
    expect(bundle["text/html"]).toContain("(178×13, 30 rows shown)");
  });

  test("words, truths and large whole numbers as text", () => {
    expect(textOf("word", true, 10n)).toEqual(["word", "true", "10"]);
    expect(bundles("word")[0]).toEqual({ "text/plain": "word" });
  });

  test("tables and data frames as HTML", () => {
    const df = toDataFrame(A, { columns: ["x", "y"] });
    const [frame, series, made] = bundles(df, df.column("y"), table(A));
    expect(frame["text/plain"]).toBe("   x  y\n-------\n0  1  2\n1  3  4");
    expect(series["text/plain"]).toBe("   y\n----\n0  2\n1  4");
    expect(made["text/plain"]).toBe("0  1\n----\n1  2\n3  4");
    for (const bundle of [frame, series, made]) {
      expect(bundle["text/html"]).toContain('<table class="mml-table">');
    }
  });

  test("figures as Plotly, their description as text and beside them", () => {
    const figure = plot.line([0, 1], [0, 1], { alt: "A line." });
    const [bundle] = bundles(figure);
    expect(bundle["text/plain"]).toBe("[Figure] A line.");
    expect(bundle["application/vnd.plotly.v1+json"]).toEqual({
      data: figure.data,
      layout: { ...figure.layout, meta: { alt: "A line." } },
      config: figure.config,
    });
  });

  test("frames of an animation go with it", () => {
    const still = plot.line([0, 1], [0, 1]);
    const [bundle] = bundles(plot.animate([still, still]));
    expect(bundle["application/vnd.plotly.v1+json"]).toHaveProperty("frames");
  });

  test("lists of objects, of words, of mixed rows, and empty ones", () => {
    expect(textOf([{ k: 1, e: 0.5 }])).toEqual(["k    e\n------\n1  0.5"]);
    expect(textOf(["a", "b", 0.123456])).toEqual(["a, b, 0.1235"]);
    expect(textOf([["a", 1]])).toEqual(["0  1\n----\na  1"]);
    expect(textOf([])).toEqual(["[ ] (empty)"]);
    expect(textOf([A, [1]])).toHaveLength(2);
  });
});

describe("things with names", () => {
  test("stand in one display", () => {
    const [bundle, ...rest] = bundles({ A, lambda1: 2 });
    expect(rest).toEqual([]);
    expect(bundle["text/plain"]).toBe("A = [ 1  2 ]\n    [ 3  4 ]\nlambda1 = 2");
    expect(bundle["text/latex"]).toBe(
      "$\\displaystyle A = \\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}$\n" +
        "$\\qquad$ $\\displaystyle \\lambda_{1} = 2$",
    );
  });

  test("but for what is no mathematics", () => {
    expect(textOf({ A: [1], message: "done", b: [2] })).toEqual([
      "A = [ 1 ]",
      "message = done",
      "b = [ 2 ]",
    ]);
  });

  test("numbers and words alone make a table, each rounded by itself", () => {
    const [bundle] = bundles({ mean: 0.123456, n: 12, p: 1.5e-9, none: null });
    expect(bundle["text/plain"]).toBe(
      "       value\n------------\nmean  0.1235\nn         12\np     1.5e-9\nnone       –",
    );
    expect(bundle["text/html"]).toContain('<th scope="row" style="text-align: left">mean</th>');
    expect(textOf({ ok: true, n: 2 })[0]).toContain("ok  true");
  });

  test("a single number is a formula, functions are passed over", () => {
    expect(textOf({ x: 2, f: Math.sin })).toEqual(["x = 2"]);
  });

  test("a nested object is a table under its name", () => {
    expect(textOf({ fit: { a: 1, b: 2 } })[0]).toMatch(/^fit\n/);
  });
});

describe("the options of show", () => {
  test("come last", () => {
    expect(textOf([0.123456], { digits: 2 })).toEqual(["[ 0.12 ]"]);
    expect(textOf([0.5], { fractions: true, name: "x" })).toEqual(["x = [ 1/2 ]"]);
    expect(textOf([1], [2], { caption: "Two" })).toEqual(["Two\n[ 1 ]", "Two\n[ 2 ]"]);
    expect(texOf([1], { caption: "One" })[0]).toMatch(/^One \$/);
    expect(textOf({ a: [1] }, { digits: 2, caption: "All" })).toEqual(["All\na = [ 1 ]"]);
    expect(textOf(table([[1]]), { caption: "T" })[0]).toMatch(/^T\n/);
    expect(textOf({ a: 1, b: 2 }, { caption: "T" })[0]).toMatch(/^T\n/);
  });

  test("an object alone is no options", () => {
    expect(textOf({ digits: 3 })).toEqual(["digits = 3"]);
  });

  test("a figure or a complex number at the end is a thing", () => {
    expect(bundles(1, plot.line([0], [0]))).toHaveLength(2);
    expect(textOf(1, { re: 1, im: 2 })).toEqual(["1", "1 + 2i"]);
  });

  test.each<[string, unknown[], string]>([
    ["unknown", [A, { digit: 3 }], 'show: options has no "digit"; known: digits, maxRows'],
    ["things with names at the end", [A, { B: A }], "things with names go first, show({ A, b })"],
    ["digits", [A, { digits: 2.5 }], "show: digits must be an integer in [1, 17], got 2.5"],
    ["rows", [A, { maxRows: 0 }], "show: maxRows must be an integer ≥ 1, got 0"],
    ["columns", [A, { maxCols: -1 }], "show: maxCols must be an integer ≥ 1, got -1"],
    ["caption", [A, { caption: A }], "show: caption must be a string, got an array of 2 arrays"],
    ["name", [A, { name: 3 }], "show: name must be a string, got 3"],
    ["nothing", [], "show: nothing to show"],
    ["undefined", [undefined], "show: cannot draw undefined"],
    ["null", [null], "show: cannot draw null"],
    ["a function", [Math.sin], "show: cannot draw a function"],
    ["an object without entries", [{}], "show: cannot draw an object without entries"],
  ])("are refused: %s", (_, things, message) => {
    expect(() => bundles(...things)).toThrow(message);
  });
});

test("show prints plain text in a script and returns nothing", () => {
  let returned: unknown = 1;
  const text = printed(() => {
    returned = show(A, "word");
  });
  expect(text).toBe("[ 1  2 ]\n[ 3  4 ]\nword\n");
  expect(returned).toBe(undefined);
});

test("nothing is changed by being shown", () => {
  const things = { A: [[1, 2]], b: [3] };
  const before = structuredClone(things);
  bundles(things, { digits: 2 });
  expect(things).toEqual(before);
});
