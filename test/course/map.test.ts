/** The distribution map: picture, statements and tests are of the same arrows, and nothing covers anything. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as cheerio from "cheerio";
import { describe, expect, test } from "vitest";
import { type Output, readNotebook, textOf } from "../../tools/common/notebook";
import { ROOT } from "../../tools/common/project";
import { isMarkdown, sourceOf } from "./rules/cells";

const { cells } = readNotebook(join(ROOT, "Resources", "distribution-map.ipynb"));
const outputs = cells.flatMap((cell): Output[] => cell.outputs ?? []);
const dataOf = (type: string) =>
  outputs.flatMap(({ data = {} }) => (type in data ? [data[type] as string | string[]] : []));

const STATEMENT = /^\*\*(.+?) → \[[^\]]*\]\(#([\w-]+)\)\*\* /gm;
const LINK = /\]\(#([\w-]+)\)/g;
/** "gamma exponential" for each arrow of a statement. */
const statements = dataOf("text/markdown").flatMap((text) =>
  [...textOf(text).matchAll(STATEMENT)].map(([, from = "", to]) =>
    [...from.matchAll(LINK)].map(([, one]) => `${one} ${to}`),
  ),
);
const [wide] = dataOf("image/svg+xml").map(textOf);
const [{ narrow }] = dataOf("application/vnd.course.diagram+json") as unknown as {
  narrow: string;
}[];

test("the reference tells how many arrows there are, and all are tested", () => {
  const said = readFileSync(join(ROOT, "Resources", "README.md"), "utf8");
  const count = statements.length;
  expect(count).toBeGreaterThanOrEqual(40);
  expect(said).toContain(`${count} arrows`);
  const checks = outputs.map(({ data = {} }) => textOf(data["text/plain"] as string));
  for (const what of ["arrows that hold", "neighbours refused"]) {
    expect(
      checks.filter((text) => text.startsWith(`✓ ${what}: ${count} `)),
      what,
    ).toHaveLength(1);
  }
});

interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

const rectOf = (node: cheerio.Cheerio<never>): Rect => {
  const [x, y, width, height] = ["x", "y", "width", "height"].map((name) =>
    Number(node.attr(name)),
  ) as [number, number, number, number];
  return { x, y, width, height };
};
const meet = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
/** Points along the straight line of an arrow's path. */
const along = (path: string) => {
  const [x = 0, y = 0, u = 0, v = 0] = (path.match(/-?[\d.]+/g) ?? []).map(Number);
  return Array.from({ length: 101 }, (_, i) => ({
    x: x + ((u - x) * i) / 100,
    y: y + ((v - y) * i) / 100,
    width: 0,
    height: 0,
  }));
};

describe.each([
  ["wide", wide],
  ["narrow", narrow],
])("the %s map", (_, svg = "") => {
  const $ = cheerio.load(svg, { xml: true });
  const boxes = $("a.node")
    .toArray()
    .map((a) => ({
      id: $(a).attr("data-node") ?? "",
      ...rectOf($(a).children("rect") as unknown as cheerio.Cheerio<never>),
    }));
  const arrows = $("g.arrow")
    .toArray()
    .map((g) => ({
      from: $(g).attr("data-from") ?? "",
      to: $(g).attr("data-to") ?? "",
      path: $(g).children("path.line").attr("d") ?? "",
      sign: rectOf($(g).children("rect") as unknown as cheerio.Cheerio<never>),
    }));

  test("holds the arrows of the statements", () => {
    const pairs = arrows.map(({ from, to }) => `${from} ${to}`);
    expect(pairs.sort()).toEqual(statements.flat().sort());
  });

  test("leads to a heading for each law", () => {
    const headings = cells
      .filter(isMarkdown)
      .flatMap((cell) => /^### (.+)/m.exec(sourceOf(cell))?.[1] ?? [])
      .map((title) => title.toLowerCase().replaceAll(" ", "-"));
    expect(headings).toEqual(expect.arrayContaining(boxes.map(({ id }) => id)));
  });

  test("has no two signs, and no sign and box, on each other", () => {
    const faults = arrows.flatMap(({ from, to, sign }, i) => [
      ...boxes.filter((box) => meet(box, sign)).map(({ id }) => `${from} → ${to} on ${id}`),
      ...arrows
        .slice(0, i)
        .filter((other) => meet(other.sign, sign))
        .map((other) => `${from} → ${to} on ${other.from} → ${other.to}`),
    ]);
    expect(faults).toEqual([]);
  });

  test("has no arrow that crosses the box of a law it does not join", () => {
    const faults = arrows
      .filter(({ path }) => path.includes("L"))
      .flatMap(({ from, to, path }) =>
        boxes
          .filter(({ id }) => id !== from && id !== to)
          .filter((box) => along(path).some((point) => meet(box, point)))
          .map(({ id }) => `${from} → ${to} through ${id}`),
      );
    expect(faults).toEqual([]);
  });
});
