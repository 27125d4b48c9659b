/** Figures on a phone: panels below each other, each with its title, ticks and colour bar; words that fit. */
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plot } from "../../lib/display";
import { clientScripts } from "../../tools/export/assets";
import { exportTo, scratch } from "../tools/export/course";
import { Reader, readThrough } from "../tools/export/reader";
import { executable, launch } from "./chromium";

const { folder, remove } = scratch();
let browser: Browser;
let reader: Reader;
let page: Page;

interface Note {
  text: string;
  x: number;
  y: number;
}
type Box = Record<"left" | "right" | "top" | "bottom", number>;
interface Drawn {
  data: { colorbar?: { x: number; y: number; len: number } }[];
  layout: {
    height: number;
    annotations: Note[];
    title: { text: string };
    [axis: string]: unknown;
  };
  frames: { layout: { title: { text: string } } }[];
}

/** The figure as the page would draw it in a column so wide. */
const fitted = async (figure: object, width: number): Promise<Drawn> =>
  JSON.parse(
    (await page.evaluate(
      `JSON.stringify(mml.narrowed(${JSON.stringify(figure)}, ${width}))`,
    )) as string,
  );
const domain = (drawn: Drawn, axis: string) =>
  (drawn.layout[axis] as { domain: [number, number] }).domain;

const line = (title: string) => plot.line([0, 1], [0, 1], { title, x: "time", y: "height" });
const map = (title: string) =>
  plot.heatmap(
    [
      [0, 1],
      [1, 0],
    ],
    { title },
  );

describe.skipIf(!executable)("figures on a phone", { timeout: 120_000 }, () => {
  beforeAll(async () => {
    browser = await launch();
    await exportTo(folder);
    reader = await Reader.of(browser, { viewport: { width: 390, height: 800 } });
    page = await reader.open(join(folder, "site", "Assignments", "13-pca", "pca.html"));
    await readThrough(page);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    remove();
  });

  /** Where parts of the figure come to stand when it is drawn on the page, 340 px wide. */
  const boxesOf = async (figure: object, parts: string[]): Promise<Box[]> =>
    JSON.parse(
      (await page.evaluate(`(async () => {
        const box = document.querySelector("article").appendChild(document.createElement("div"));
        box.style.width = "340px";
        const { data, layout } = mml.dress(box, ${JSON.stringify(figure)});
        await Plotly.newPlot(box, data, { ...layout, width: 340 });
        const at = (part) => box.querySelector(part).getBoundingClientRect();
        const boxes = [box.getBoundingClientRect(), ...${JSON.stringify(parts)}.map(at)];
        box.remove();
        return JSON.stringify(boxes);
      })()`)) as string,
    );
  /** Parts of a figure inside its edges, each below the one before. */
  const expectBelowEachOther = async (figure: object, parts: string[]) => {
    const [frame, ...boxes] = await boxesOf(figure, parts);
    for (const box of boxes) {
      expect(box.top).toBeGreaterThanOrEqual(frame!.top);
      expect(box.left).toBeGreaterThanOrEqual(frame!.left);
      expect(box.right).toBeLessThanOrEqual(frame!.right + 1);
      expect(box.bottom).toBeLessThanOrEqual(frame!.bottom + 1);
    }
    boxes.slice(1).forEach(({ top }, k) => {
      expect(top).toBeGreaterThanOrEqual(boxes[k]!.bottom - 1);
    });
  };
  const LONG = "a name of the axis that is longer than the data are wide on any phone";

  test("have the legend above the data, and those above the name of the axis, none cut", async () => {
    const names = ["the first of four long names", "the second", "the third", "the fourth"];
    const lines = Object.fromEntries(names.map((name, k) => [name, [0, k]]));
    await expectBelowEachOther(plot.line([0, 1], lines, { x: LONG }), [
      ".legend",
      ".nsewdrag",
      ".xtitle",
    ]);
  });

  test("of bars that lie keep all names, the legend above them and the axis's name whole", async () => {
    const names = Array.from({ length: 15 }, (_, k) => `a group with a long name, ${k}`);
    const parts = {
      one: names.map((_, k) => k),
      two: names.map(() => 1),
      three: names.map(() => 2),
    };
    const options = { horizontal: true, stacked: true, height: 300, x: LONG };
    const figure = plot.bar(names, parts, options);
    expect((await fitted(figure, 340)).layout.height).toBeGreaterThan(15 * 18);
    await expectBelowEachOther(figure, [".legend", ".xtitle"]);
  });

  test("whose title is in the drawing, as in JupyterLab, have it in lines above the legend", async () => {
    await page.evaluate(clientScripts(["titles"]));
    const title = "A title that takes several lines on a phone, as many titles of figures do";
    const figure = plot.line([0, 1], { one: [0, 1], two: [1, 0] }, { title, x: "time" });
    await expectBelowEachOther(figure, [".gtitle", ".legend", ".nsewdrag", ".xtitle"]);
    const framed = plot.animate([
      figure,
      { ...figure, layout: { ...figure.layout, title: { text: `${title} ${title}` } } },
    ]);
    const { frames } = (await page.evaluate(`mml.titled(${JSON.stringify(framed)}, 340)`)) as Drawn;
    for (const { layout } of frames) expect(layout.title.text).toContain("<br>");
    await page.evaluate("delete mml.titled");
  });

  test("of several panels stand below each other over the whole width, in order, without overlap", async () => {
    const wide = plot.subplots(["one", "two", "three"].map(line));
    const drawn = await fitted(wide, 390);
    const rows = ["", "2", "3"].map((no) => domain(drawn, `yaxis${no}`));
    for (const no of ["", "2", "3"]) expect(domain(drawn, `xaxis${no}`)).toEqual([0, 1]);
    expect(rows[0]![1]).toBe(1);
    rows.slice(1).forEach(([, top], k) => {
      // ticks, the title of the axis and the next panel's title have their room
      expect((rows[k]![0] - top) * drawn.layout.height).toBeGreaterThan(60);
    });
    expect(drawn.layout.annotations.map(({ text }) => text)).toEqual(["one", "two", "three"]);
    drawn.layout.annotations.forEach(({ x, y }, k) => {
      expect([x, y]).toEqual([0, expect.closeTo(rows[k]![1], 6)]);
    });
  });

  test("are as wide as before where there is room", async () => {
    const wide = plot.subplots(["one", "two"].map(line));
    const drawn = await fitted(wide, 1000);
    expect(domain(drawn, "xaxis2")[0]).toBeGreaterThan(0.4);
  });

  test("small pictures stay in columns that their titles leave room for", async () => {
    const dot = (title: string) => plot.image([[0, 1]], { title });
    const few = await fitted(
      plot.subplots(["a 0", "a 1", "a 2", "a 3"].map(dot), { cols: 4 }),
      390,
    );
    expect(domain(few, "xaxis4")[0]).toBeGreaterThan(0.7);
    const title = "a title of several words that no quarter of a phone can hold in two lines";
    const long = await fitted(
      plot.subplots(
        [1, 2, 3, 4].map(() => dot(title)),
        { cols: 4 },
      ),
      390,
    );
    expect(domain(long, "xaxis4")[0]).toBeLessThan(0.6);
  });

  test("take their colour bars along", async () => {
    const drawn = await fitted(plot.subplots([map("first"), map("second")]), 390);
    const bars = drawn.data.flatMap(({ colorbar }) => (colorbar ? [colorbar] : []));
    expect(bars.length).toBe(2);
    bars.forEach((bar, k) => {
      const [low, high] = domain(drawn, k === 0 ? "yaxis" : "yaxis2");
      expect([bar.y, bar.len]).toEqual([
        expect.closeTo((low + high) / 2, 6),
        expect.closeTo(high - low, 6),
      ]);
      expect(bar.x).toBeGreaterThan(domain(drawn, k === 0 ? "xaxis" : "xaxis2")[1]);
      expect(bar.x).toBeLessThan(1);
    });
  });

  test("move with their frames", async () => {
    const step = (k: number) => plot.subplots([line(`left ${k}`), line(`right ${k}`)]);
    const drawn = await fitted(plot.animate([step(0), step(1)]), 390);
    const notes = drawn.frames.map((frame) => (frame.layout as Drawn["layout"]).annotations);
    expect(notes[1]!.map(({ x }) => x)).toEqual([0, 0]);
    expect(notes[1]![1]!.y).toBeLessThan(0.6);
  });

  test("leave the name of the axis, the buttons and what the slider says beside nothing else", async () => {
    const step = (k: number) => plot.line([0, 1], [0, k], { title: "t", x: "a name of the axis" });
    const figure = plot.animate([step(1), step(2)], { prefix: "a long word before the number: " });
    const parts = [".xtitle", ".updatemenu-container", ".slider-label", ".slider-rail-rect"];
    const [, ...boxes] = await boxesOf(figure, parts);
    boxes.slice(1).forEach(({ top }, k) => {
      expect(top).toBeGreaterThanOrEqual(boxes[k]!.bottom);
    });
  });

  test("a heatmap keeps a line for each row that has a name", async () => {
    const rows = Array.from({ length: 20 }, (_, k) => `row ${k}`);
    const values = rows.map((_, k) => [k, 1]);
    const named = plot.heatmap(values, { rows, columns: ["left", "right"], height: 560 });
    const drawn = await fitted(named, 320);
    expect(drawn.layout.height).toBeGreaterThan(20 * 18);
    const unnamed = await fitted(plot.heatmap(values, { height: 560 }), 320);
    expect(unnamed.layout.height).toBeLessThan(20 * 18);
  });

  test("no figure of the page is wider than the screen", async () => {
    const wide = await page.evaluate(
      `[...document.querySelectorAll("figure.plot")].filter((f) => f.scrollWidth > f.clientWidth + 1).length`,
    );
    expect(wide).toBe(0);
  });
});
