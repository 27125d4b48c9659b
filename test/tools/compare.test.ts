import { describe, expect, test } from "vitest";
import type { Cell, Output } from "../../tools/common/notebook";
import {
  cellDifference,
  DEFAULT_TOLERANCE,
  jsonDifference,
  outputDifference,
  textsAgree,
  toleranceOf,
} from "../../tools/reproduce/compare";

const agree = (a: string, b: string, rtol = 1e-6, atol = 0) => textsAgree(a, b, { rtol, atol });

describe("textsAgree", () => {
  test.each([
    ["x = 1.2345678", "x = 1.2345679"],
    ["[ 1e-12, -3 ]", "[ 1.0000001e-12, -3.0000001 ]"],
    ["same text, no number", "same text, no number"],
    ["−2.5 % of 1.5 kg", "−2.5000001 % of 1.5 kg"],
    ["\\begin{bmatrix}0.3333333\\end{bmatrix}", "\\begin{bmatrix}0.33333331\\end{bmatrix}"],
  ])("%j agrees with %j", (a, b) => expect(agree(a, b)).toBe(true));

  test.each([
    ["x = 1.2345", "x = 1.2346"],
    ["x = 1", "y = 1"],
    ["1 2", "1 2 3"],
    ["x = 0", "x = 1e-9"],
    ["-1", "1"],
    ["NaN", "1"],
    ["#1f77b4", "#1f77b5"],
    ["step10", "step11"],
    ["1  2", "1 2"],
  ])("%j differs from %j", (a, b) => expect(agree(a, b)).toBe(false));

  test("an absolute tolerance lets noise around zero pass", () => {
    expect(agree("0", "1e-17", 1e-6, 1e-12)).toBe(true);
  });
});

describe("jsonDifference", () => {
  test("names the path of the first difference", () => {
    const a = { data: [{ x: [1, 2, 3], name: "a" }] };
    const b = { data: [{ x: [1, 2.1, 3], name: "a" }] };
    expect(jsonDifference(a, b, DEFAULT_TOLERANCE)).toEqual({
      where: ".data[0].x[1]",
      expected: "2",
      got: "2.1",
    });
  });

  test("a missing key, a shorter list, null for a number: all differ", () => {
    const differ = (a: unknown, b: unknown) => jsonDifference(a, b, DEFAULT_TOLERANCE);
    expect(differ({ a: 1 }, {})).toEqual({ where: ".a", expected: "1", got: "nothing" });
    expect(differ([1, 2], [1])).toBeDefined();
    expect(differ([1], [null])).toBeDefined();
    expect(differ({}, [])).toBeDefined();
    expect(
      differ({ a: [1, "x", null, true] }, { a: [1.0000000001, "x", null, true] }),
    ).toBeUndefined();
  });
});

const figure = (y: number, png?: string): Output => ({
  output_type: "display_data",
  data: {
    "application/vnd.plotly.v1+json": { data: [{ y: [y] }] },
    ...(png && { "image/png": png }),
  },
  metadata: {},
});

describe("outputDifference", () => {
  test("the static image of a figure is not compared, the figure is", () => {
    expect(outputDifference(figure(1, "stored"), figure(1), DEFAULT_TOLERANCE)).toBeUndefined();
    expect(outputDifference(figure(1), figure(2), DEFAULT_TOLERANCE)?.where).toContain("y[0]");
  });

  test("an image of its own is compared exactly", () => {
    const image = (png: string): Output => ({
      output_type: "display_data",
      data: { "image/png": png },
      metadata: {},
    });
    expect(outputDifference(image("a"), image("b"), DEFAULT_TOLERANCE)).toBeDefined();
  });

  test("streams compare by name and text, however they are split into lines", () => {
    const stream = (text: string | string[], name: "stdout" | "stderr" = "stdout"): Output => ({
      output_type: "stream",
      name,
      text,
    });
    expect(
      outputDifference(stream("a\nb\n"), stream(["a\n", "b\n"]), DEFAULT_TOLERANCE),
    ).toBeUndefined();
    expect(outputDifference(stream("a"), stream("a", "stderr"), DEFAULT_TOLERANCE)).toBeDefined();
  });

  test("an output too many or too few is a difference", () => {
    expect(outputDifference(figure(1), undefined, DEFAULT_TOLERANCE)?.got).toBe("no such output");
    expect(outputDifference(undefined, figure(1), DEFAULT_TOLERANCE)?.expected).toBe(
      "no such output",
    );
  });
});

describe("a cell's own tolerance", () => {
  const cell = (value: number, reproduce?: object): Cell => ({
    cell_type: "code",
    source: "",
    metadata: reproduce ? { reproduce } : {},
    outputs: [figure(value)],
  });

  test("widens what agrees", () => {
    expect(cellDifference(cell(1), cell(1.0001))).toBeDefined();
    const wide = { rtol: 1e-3, reason: "float32 training" };
    expect(cellDifference(cell(1, wide), cell(1.0001))).toBeUndefined();
    expect(toleranceOf(cell(1, wide))).toEqual({ rtol: 1e-3, atol: 0 });
  });

  test("must give its reason", () => {
    expect(() => toleranceOf(cell(1, { rtol: 1 }))).toThrow("must say why");
    expect(() => toleranceOf(cell(1, { rtol: 1, reason: "noise" }))).toThrow("nothing is compared");
  });
});
