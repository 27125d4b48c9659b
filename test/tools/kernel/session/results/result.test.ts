import { expect, test, vi } from "vitest";
import { bundlesOf } from "../../../../../tools/kernel/session/results/result";

const DISPLAY = Symbol.for("Jupyter.display");
const drawn = { "text/plain": "drawn", "text/html": "<b>drawn</b>" };
const display = () => ({ bundles: () => [drawn] });
const none = () => undefined;

const figure = { data: [{ y: [1] }], layout: {} };
const frame = { $isSeries: false, $columns: [] };
const tensor = { dtype: "float32", shape: [2], dataSync: () => [1, 2] };

test.each([
  [
    "a matrix",
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ["a matrix of complex numbers", [[{ re: 1, im: 2 }]]],
  ["a figure", figure],
  ["a data frame", frame],
  ["a tensor", tensor],
  ["several figures", [figure, figure]],
])("%s is drawn by the library", async (_, value) => {
  expect(await bundlesOf(value, display)).toEqual([drawn]);
});

test.each([
  ["numbers", [1, 2, 3], "[ 1, 2, 3 ]"],
  ["an object", { a: 1, b: [[1, 2]] }, "{ a: 1, b: [ [ 1, 2 ] ] }"],
  ["rows of unequal length", [[1, 2], [3]], "[ [ 1, 2 ], [ 3 ] ]"],
  ["rows of words", [["a"], ["b"]], "[ [ 'a' ], [ 'b' ] ]"],
  ["nothing in a list", [], "[]"],
  ["a number", 0.1 + 0.2, "0.30000000000000004"],
  ["a text", "a'b", `"a'b"`],
  ["a symbol", Symbol("s"), "Symbol(s)"],
])("%s is text", async (_, value, text) => {
  expect(await bundlesOf(value, display)).toEqual([{ "text/plain": text }]);
});

test("without the library, or where it cannot draw, everything is text", async () => {
  const matrix = { "text/plain": "[ [ 1, 2 ] ]" };
  expect(await bundlesOf([[1, 2]], none)).toEqual([matrix]);
  const failing = () => ({
    bundles() {
      throw new Error("no");
    },
  });
  expect(await bundlesOf([[1, 2]], failing)).toEqual([matrix]);
});

test("the library is not loaded for what is text", async () => {
  const load = vi.fn(none);
  await bundlesOf([1, 2, 3], load);
  expect(load).not.toHaveBeenCalled();
});

test("what shows itself does so, with text beside, soon or later", async () => {
  const html = { "text/html": "x" };
  for (const own of [() => html, async () => html]) {
    const [bundle] = await bundlesOf({ [DISPLAY]: own }, display);
    expect(bundle).toMatchObject(html);
    expect(bundle!["text/plain"]).toContain("Jupyter.display");
  }
  const both = { ...html, "text/plain": "y" };
  expect(await bundlesOf({ [DISPLAY]: () => both }, none)).toEqual([both]);
});

test("what does so wrongly is an error", async () => {
  for (const wrong of [5, {}, [], { html: "x" }]) {
    await expect(bundlesOf({ [DISPLAY]: () => wrong }, none)).rejects.toThrow(/MIME types/);
  }
  const throwing = () => {
    throw new RangeError("own");
  };
  await expect(bundlesOf({ [DISPLAY]: throwing }, none)).rejects.toThrow("own");
});
