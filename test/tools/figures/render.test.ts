import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { ROOT } from "../../../tools/common/project";
import * as browser from "../../../tools/figures/browser";
import { textWidth } from "../../../tools/figures/fonts";
import {
  type FigureSpec,
  isPictureOf,
  type Picture,
  renderFigure,
} from "../../../tools/figures/render";
import { figures } from "../export/fixtures/figures";
import { inkAtEdge, isWhite, pixelsOf, topOf } from "./ink";

vi.setConfig({ testTimeout: 120_000 });
afterEach(() => vi.restoreAllMocks());

async function paint(spec: FigureSpec): Promise<Picture> {
  const made = await renderFigure(spec);
  if (made.notice) throw new Error(made.notice);
  return made;
}

test("a curve that passes by its whole view leaves an empty plot, and the process alive", async () => {
  const curve = (...y: (number | null)[]) => ({ type: "scatter", mode: "lines", x: [0, 1, 2], y });
  const layout = { yaxis: { range: [0, 1] }, xaxis: { range: [0, 2] } };
  const [away, none] = [
    pixelsOf(await paint({ data: [curve(1e300, 2e300, 1e300)], layout })),
    pixelsOf(await paint({ data: [curve(null, null, null)], layout })),
  ];
  const places = Array.from(
    { length: 720 * 450 },
    (_, k) => [k % 720, Math.floor(k / 720)] as const,
  );
  expect(places.filter(([x, y]) => `${away(x, y)}` !== `${none(x, y)}`)).toEqual([]);
});

test("bars that are seen through and lie outside of the view leave the process alive", async () => {
  const bars = (y: number[], opacity = 1) => ({
    data: [{ type: "bar", y, opacity, marker: { opacity: 0.85 } }],
    layout: { yaxis: { type: "log", range: [0, 1] } },
  });
  const [some, none] = [await paint(bars([5, 0])), await paint(bars([0, 0], 0.5))];
  expect(inkAtEdge(some, 200)).toBeGreaterThan(inkAtEdge(none, 200));
});

describe("renderFigure", () => {
  test("is as large as the figure says, and twice as fine", async () => {
    const own = await paint({ data: [{ y: [1, 2] }], layout: { width: 300, height: 200 } });
    expect([own.width, own.height]).toEqual([300, 200]);
    expect([own.png.readUInt32BE(16), own.png.readUInt32BE(20)]).toEqual([600, 400]);
    const { width, height } = await paint({ data: [] });
    expect([width, height]).toEqual([720, 450]);
  });

  test("gives the same bytes in another process, and stays small", async () => {
    const names = ["scree", "heatmap", "contour"] as const;
    const own = await Promise.all(names.map((name) => paint(figures[name])));
    const script = join(__dirname, "fixtures", "digest.ts");
    const args = ["--import", "tsx", script, ...[...names].reverse()];
    const { stdout } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
    const digest = ({ png }: Picture) => createHash("sha256").update(png).digest("hex");
    expect(stdout.trim().split("\n").reverse()).toEqual(own.map(digest));
    for (const { png } of own) expect(png.length).toBeLessThan(100_000);
  });

  test("leaves room for titles, labels and numbers, however long", async () => {
    const long = await paint({
      data: [{ type: "bar", x: ["a very long category indeed", "b"], y: [1e9, 2e9] }],
      layout: {
        width: 500,
        height: 400,
        margin: { l: 10, r: 10, t: 40, b: 10 },
        title: { text: "A title of some length" },
        xaxis: { automargin: true, title: { text: "horizontal (m)" } },
        yaxis: { automargin: true, title: { text: "vertical (kg·m/s²)" }, tickformat: ",.0f" },
      },
    });
    expect(inkAtEdge(long, 2)).toBe(0);
  });

  test("paints the cells of a heatmap in their colours", async () => {
    const z = [
      [0, 1],
      [1, 0],
    ];
    const colorscale = [
      [0, "#0000ff"],
      [1, "#ff0000"],
    ];
    const layout = { width: 300, height: 300, margin: { l: 50, r: 50, t: 50, b: 50 } };
    const picture = await paint({
      data: [{ type: "heatmap", z, colorscale, showscale: false }],
      layout,
    });
    const at = pixelsOf(picture);
    expect(at(100, 200)).toEqual([0, 0, 255]);
    expect(at(200, 200)).toEqual([255, 0, 0]);
    expect(at(148, 148)).toEqual([255, 0, 0]); // up to the middle: squares, no blur
    expect(at(152, 148)).toEqual([0, 0, 255]);
  });

  test("writes in its own font, whatever the figure asks for", async () => {
    const titled = (family: string) => ({
      data: [],
      layout: { font: { family }, title: { text: "λ₁ ≥ λ₂", font: { family } } },
    });
    const one = await paint(titled("Comic Sans MS"));
    const other = await paint(titled("Times New Roman"));
    expect(pixelsOf(one)(360, 45)).toEqual(pixelsOf(other)(360, 45));
    const bytes = (p: Picture) => p.png.subarray(p.png.indexOf("PLTE"));
    expect(bytes(one).equals(bytes(other))).toBe(true);
    expect(inkAtEdge(one, 200)).toBeGreaterThan(50);
  });

  test.each([
    "b = a₁ + ¼a₂",
    "λ₁ ≥ λ₂ → ∞",
    "‖Ax − b‖² = σ²(n − 1)",
    "<b>bold</b> and plain",
    "left coefficient of λ₂",
    "y − ȳ, after x₁ − x̄",
  ])("paints text as wide as it measures it: %s", async (text) => {
    const note = { text, showarrow: false, x: 0, y: 0.5, xref: "paper", yref: "paper" };
    const font = { size: 20 };
    const picture = await paint({
      data: [],
      layout: {
        width: 500,
        height: 100,
        margin: { l: 50, r: 0, t: 0, b: 0 },
        annotations: [{ ...note, xanchor: "left", font }],
        xaxis: { visible: false },
        yaxis: { visible: false },
      },
    });
    const at = pixelsOf(picture);
    const inked = Array.from({ length: 500 }, (_, x) => x).filter((x) =>
      Array.from({ length: 100 }, (_, y) => y).some((y) => !isWhite(at(x, y))),
    );
    const parts = text.split(/<\/?b>/);
    const width = parts.reduce(
      (sum, t, i) => sum + textWidth(t, { size: 20, bold: i === 1 && parts.length > 1 }),
      0,
    );
    expect(Math.abs((inked.at(-1) as number) - 51 - width)).toBeLessThan(3);
  });

  test("thins clouds in the picture only", async () => {
    const n = 20_000;
    const at = Array.from({ length: n }, (_, i) => i % 10);
    const spec = { data: [{ type: "scatter", mode: "markers", x: at, y: at }], layout: {} };
    const few = at.slice(-10);
    const same = { data: [{ type: "scatter", mode: "markers", x: few, y: few }], layout: {} };
    const bytes = (p: Picture) => p.png.subarray(p.png.indexOf("PLTE"));
    expect(bytes(await paint(spec)).equals(bytes(await paint(same)))).toBe(true);
    expect(spec.data[0]?.x).toHaveLength(n);
  });

  test("remembers which figure it was made from", async () => {
    const { png } = await paint(figures.scree);
    expect(isPictureOf(png, figures.scree)).toBe(true);
    expect(isPictureOf(png, figures.scores)).toBe(false);
    expect(isPictureOf(Buffer.from("no png"), figures.scree)).toBe(false);
  });

  test("says so when a figure in space finds no browser", async () => {
    vi.spyOn(browser, "findChromium").mockReturnValue(null);
    const { png, notice } = await renderFigure(figures.surface);
    expect(notice).toBe(
      "This figure (surface) has no static picture: WebGL draws it, which needs Chromium, and none was found.",
    );
    expect(isPictureOf(png, figures.surface)).toBe(false); // drawn where there is one
  });

  test("sets the first line of a title where the title of one line stands", async () => {
    const pad = { t: 12 };
    const titled = (text: string) => ({
      data: [],
      layout: {
        title: { text, x: 0, xref: "paper", xanchor: "left", y: 1, yanchor: "top", pad },
        margin: { t: 80 },
        xaxis: { visible: false },
        yaxis: { visible: false },
      },
    });
    const [one, two] = [await paint(titled("Hill")), await paint(titled("Hill<br>vale"))];
    expect(topOf(two)).toBe(topOf(one));
    expect(topOf(one)).toBeGreaterThan(8);
  });

  test.skipIf(!browser.findChromium())("draws a figure in space with Chromium", async () => {
    const picture = await paint(figures.surface);
    const at = pixelsOf(picture);
    const colors = new Set<string>();
    for (let x = 150; x < 600; x += 3) {
      for (let y = 100; y < 400; y += 3) colors.add(at(x, y).join());
    }
    expect(colors.size).toBeGreaterThan(60);
    expect(isPictureOf(picture.png, figures.surface)).toBe(true);
  });
});
