import { expect, test } from "vitest";
import { neededFor } from "./slice";

/** The cells that the last one stands on, by their first words. */
const needed = (...cells: string[]) => {
  const wanted = cells.map((_, i) => i === cells.length - 1);
  const isNeeded = neededFor(cells, wanted);
  return cells.filter((_, i) => isNeeded[i]).map((cell) => cell.split(" ")[1]);
};

test("what is declared and used, through several cells, and nothing else", () => {
  expect(
    needed(
      "const a = 1;",
      "const b = a + 1;",
      "const other = 3;",
      "const { c, d: [e] } = f(b);",
      "const z = e;",
    ),
  ).toEqual(["a", "b", "{", "z"]);
  expect(needed("function f() {}", "class C {}", "type T = C;", "const z: T = f();")).toHaveLength(
    4,
  );
});

test("what changes a needed name: assigned, counted up, filled by a method", () => {
  for (const change of [
    "total = 3;",
    "total += 1;",
    "total++;",
    "total.push(1);",
    "total[0] = 2;",
  ]) {
    const cells = ["let total = 0;", change, "const z = total;"];
    expect(neededFor(cells, [false, false, true]), change).toEqual([true, true, true]);
  }
});

test("names of properties, parameters and variables within a cell are not those of the notebook", () => {
  expect(
    needed("const a = 1;", "const b = 2;", "const z = ((a: number) => ({ b: a }).b)(3);"),
  ).toEqual(["z"]);
  expect(needed("const i = 1;", "for (const i of [1]) f(i);")).toEqual(["(const"]);
});

test("functions of imports do not change them, and cells that only show are left out", () => {
  expect(
    needed('import { plot, show } from "lib";', "show(plot.line([1]));", "const z = plot;"),
  ).toEqual(["{", "z"]);
});

test("a generator is further on for every cell that draws from it", () => {
  expect(
    needed(
      "const random = rng(1);",
      "const draws = random.normal(0, 1, 3);",
      "const z = random.normal();",
    ),
  ).toEqual(["random", "draws", "z"]);
});
