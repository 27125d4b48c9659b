import { expect, test } from "vitest";
import { type BinRule, equalEdges, givenEdges } from "../../../lib/stats/bins/edges";
import { expectNear, thrown } from "../helpers";

const x = Array.from({ length: 64 }, (_, i) => i / 63);

test("rules: Sturges' log₂n + 1, Scott's and Freedman's widths", () => {
  const count = (rule: BinRule) => equalEdges(x, rule).length - 1;
  expect(count("sturges")).toBe(7);
  const sd = Math.sqrt((64 ** 2 - 1) / 12) / 63;
  expect(count("scott")).toBe(Math.ceil(1 / (Math.cbrt((24 * Math.sqrt(Math.PI)) / 64) * sd)));
  expect(count("fd")).toBe(4);
  expect(count("auto")).toBe(7);
});

test("edges are evenly spaced from the least entry to the largest", () => {
  const edges = equalEdges([-1, 0.2, 5], 6);
  expectNear(edges, [-1, 0, 1, 2, 3, 4, 5], 1e-15, 1);
  expect([edges[0], edges[6]]).toEqual([-1, 5]);
});

test("given edges are copied", () => {
  const mine = [0, 0.5, 2];
  const edges = givenEdges(x, mine);
  expect(edges).toEqual(mine);
  expect(edges).not.toBe(mine);
  expect(thrown(() => givenEdges(x, [0.1, 2])).message).toBe(
    "histogram: bins must cover x, 0 is not in [0.1, 2]",
  );
});
