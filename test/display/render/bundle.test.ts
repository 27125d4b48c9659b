import { expect, test } from "vitest";
import {
  figureBundle,
  joinMath,
  mathBundle,
  pairsBundle,
  tableBundle,
} from "../../../lib/display/render/bundle";
import { Table } from "../../../lib/display/table";

test("remarks stand in brackets, the note of what was cut last", () => {
  const written = { tex: "x", text: "x", note: "9 entries, 6 shown" };
  const bundle = mathBundle(written, { name: "v" }, "tensor 9, float32");
  expect(bundle["text/plain"]).toBe("v = x\n(tensor 9, float32; 9 entries, 6 shown)");
  expect(bundle["text/latex"]).toBe(
    "$\\displaystyle v = x\\quad{\\small\\text{(tensor 9, float32; 9 entries, 6 shown)}}$",
  );
});

test("pieces are joined in both forms", () => {
  const piece = (x: string) => ({ "text/plain": x, "text/latex": `$${x}$` });
  expect(joinMath([piece("a"), piece("b")])).toEqual({
    "text/plain": "a\nb",
    "text/latex": "$a$\n$\\qquad$ $b$",
  });
});

test("the caller's caption goes before the table's, a name stands in", () => {
  const own = new Table(["a"], [[1]], undefined, "own");
  expect(tableBundle(own, { caption: "said" })["text/plain"]).toMatch(/^said\n/);
  expect(tableBundle(own, { name: "T" })["text/plain"]).toMatch(/^own\n/);
  expect(tableBundle(new Table(["a"], [[1]]), { name: "T" })["text/plain"]).toMatch(/^T\n/);
});

test("values that are all numbers stand right", () => {
  expect(
    pairsBundle([
      ["a", "1"],
      ["b", "2.5e-9"],
    ])["text/html"],
  ).toContain("right");
  expect(
    pairsBundle([
      ["a", "1"],
      ["b", "word"],
    ])["text/html"],
  ).not.toContain("right");
});

test("a figure without a description says so", () => {
  expect(figureBundle({ data: [], layout: {} })).toEqual({
    "text/plain": "[Figure] without a description",
    "application/vnd.plotly.v1+json": { data: [], layout: {} },
  });
});
