import { describe, expect, test } from "vitest";
import { bundles } from "../../lib/display";
import { diagram } from "../../lib/display/diagram";
import type { Arrow, Node } from "../../lib/display/diagram/drawing";
import { linesOf, pointAt } from "../../lib/display/diagram/lines";
import { placeSigns } from "../../lib/display/diagram/signs";

const node = (id: string, column: number, row = 0, more: Partial<Node> = {}): Node => ({
  id,
  label: id.toUpperCase(),
  wide: [column, row],
  narrow: [row, column],
  ...more,
});
const kinds = {
  sum: { name: "a sum of it", sign: "Σ" },
  limit: { name: "its limit", sign: "lim" },
};
const options = { kinds, title: "Two things", alt: "A and B <joined>." };
const made = (arrows: Arrow[], nodes = [node("a", 0), node("b", 2, 0, { shape: "round" })]) =>
  bundles(diagram(nodes, arrows, options))[0];

describe("what is shown", () => {
  const bundle = made([{ from: "a", to: "b", kind: "sum" }]);
  const wide = bundle["image/svg+xml"] as string;

  test("is a picture for a wide page and one for a narrow page, and words", () => {
    expect(wide).toMatch(/^<svg [^>]*class="wide"/);
    const { narrow } = bundle["application/vnd.course.diagram+json"] as { narrow: string };
    expect(narrow).toMatch(/^<svg [^>]*class="narrow"/);
    expect(bundle["text/plain"]).toContain("a → b: a sum of it");
  });

  test("leads from each box to the heading of its name, in the order given", () => {
    expect([...wide.matchAll(/<a class="node" href="#(\w)"/g)].map(([, id]) => id)).toEqual([
      "a",
      "b",
    ]);
  });

  test("tells boxes apart by their ends, arrows by sign and dash, and lists the kinds", () => {
    expect(wide).toMatch(/rx="0"[\s\S]*rx="17"/);
    expect(wide).toContain(">Σ</text>");
    expect(wide).toContain("its limit");
    expect(wide).toContain("stroke-dasharray");
  });

  test("describes itself, with words escaped", () => {
    expect(wide).toContain("<desc>A and B &lt;joined&gt;.</desc>");
  });

  test("of another kind of arrow differs in sign, dash and colour", () => {
    const other = made([{ from: "a", to: "b", kind: "limit" }])["image/svg+xml"] as string;
    const arrow = (svg: string) => /<g class="arrow[\s\S]*?<\/g>/.exec(svg)?.[0];
    expect(arrow(other)).not.toBe(arrow(wide));
    expect(arrow(other)).toContain(">lim</text>");
  });
});

describe("lines", () => {
  const box = (x: number, y: number) => ({ x, y, hw: 20, hh: 10 });
  const boxes = [box(0, 0), box(100, 0), box(0, 100)];

  test("begin and end just outside of the boxes", () => {
    const [across, down] = linesOf(boxes, [
      [0, 1],
      [0, 2],
    ]);
    expect([across.a, across.b]).toEqual([
      { x: 22, y: 0 },
      { x: 78, y: 0 },
    ]);
    expect([down.a.y, down.b.y]).toEqual([12, 88]);
  });

  test("of the same two boxes run beside each other, whichever way they lead", () => {
    const lines = linesOf(boxes, [
      [0, 1],
      [1, 0],
      [0, 1],
    ]);
    expect(lines.map(({ a }) => a.y)).toEqual([-13, 0, 13]);
    expect(lines.map(({ a, b }) => a.y === b.y)).toEqual([true, true, true]);
  });

  test("back to their own box go round corners of it that are free, and not beyond all boxes", () => {
    const [across, first, second] = linesOf(boxes, [
      [0, 1],
      [0, 0],
      [0, 0],
    ]);
    const middles = [first, second].map((line) => pointAt(line, 0.5));
    for (const { x, y } of middles) {
      expect(Math.abs(x) > 20 || Math.abs(y) > 10).toBe(true);
      expect(x).toBeGreaterThan(-20);
      expect(Math.abs(y - across.a.y)).toBeGreaterThan(10);
    }
    expect(middles[0].y * middles[1].y).toBeLessThan(0); // one above, one below
  });
});

test("signs keep clear of boxes, of each other and of other arrows", () => {
  const box = (x: number, y: number) => ({ x, y, hw: 10, hh: 10 });
  const boxes = [box(0, 0), box(200, 0), box(100, -100), box(100, 100)];
  const lines = linesOf(boxes, [
    [0, 1],
    [2, 3],
  ]);
  const [first, second] = placeSigns(boxes, lines, [8, 8], 7);
  expect(Math.hypot(first.x - second.x, first.y - second.y)).toBeGreaterThan(15);
  expect(first.y).toBe(0);
  expect(second.x).toBe(100);
});

test.each<[() => unknown, string]>([
  [() => made([{ from: "a", to: "c", kind: "sum" }]), 'arrows[0].to must be a node, got "c"'],
  [
    () => made([{ from: "a", to: "b", kind: "ratio" }]),
    'arrows[0].kind must be one of sum, limit, got "ratio"',
  ],
  [() => made([], [node("a", 0), node("a", 1)]), 'nodes[1].id must be new, "a" comes twice'],
  [
    () => made([], [node("a", 0), node("b", 0)]),
    'nodes[1].wide must be free, [0,0] is taken by "a"',
  ],
  [() => diagram([], [], { ...options, size: 3 } as never), 'diagram: options has no "size"'],
])("refuse: %#", (run, message) => {
  expect(run).toThrow(message);
});
