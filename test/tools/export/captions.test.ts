/** Titles of figures as captions: what Plotly reads as markup, what they leave of the drawing, their numbers. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as cheerio from "cheerio";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { VENV } from "../../../tools/common/project";
import { convert } from "../../../tools/export/convert";
import { scratch } from "./course";
import { notebookOf } from "./figureCourse";

const { folder, remove } = scratch();
afterAll(remove);

const titled = (title: unknown, layout: object = {}) => ({
  data: [{ y: [1, 2] }],
  layout: { title, height: 400, margin: { t: 60 }, ...layout },
});
const atTop = { y: 1, yref: "container" };

const figures = {
  broken: titled({ ...atTop, text: "A finding<br>in two lines" }),
  marked: titled({ ...atTop, text: "<b>x<sub>1</b> &lt; &amp; R&sup2;" }),
  wild: titled({ ...atTop, text: '<img src=x onerror=alert(1)> <a href="javascript:1">a</a> < b' }),
  bare: { data: [{ y: [1] }], layout: { height: 300 } },
  old: titled("as Plotly once had it"),
  below: titled({ text: "inside", y: 0.1 }),
  moving: {
    ...titled({ ...atTop, text: "first" }),
    frames: [
      { name: "0", layout: { title: { text: "first" }, shapes: [] } },
      { name: "1", layout: { title: { text: "second" } } },
      { name: "2" },
    ],
  },
  same: {
    ...titled({ ...atTop, text: "always" }),
    frames: [{ name: "0", layout: { title: { text: "always" } } }, { name: "1" }],
  },
  both: titled({ ...atTop, text: "finding", subtitle: { text: "of 30 runs" } }),
};
type Name = keyof typeof figures;
const names = Object.keys(figures) as Name[];
let $: cheerio.CheerioAPI;
let plain: cheerio.CheerioAPI;

beforeAll(async () => {
  mkdirSync(join(folder, "07-shapes"));
  const files = [join(folder, "07-shapes", "shapes.ipynb"), join(folder, "unnumbered.ipynb")];
  for (const path of files) writeFileSync(path, notebookOf(Object.values(figures)));
  const bodies: string[] = [];
  await convert(
    VENV,
    files.map((path) => ({ path })),
    async ({ body, error }) => void bodies.push(body ?? String(error)),
  );
  [$, plain] = bodies.map((body) => cheerio.load(body)) as [cheerio.CheerioAPI, cheerio.CheerioAPI];
}, 120_000);

const figure = (name: Name) => $(`#figure-${names.indexOf(name) + 1}`);
const finding = (name: Name) => figure(name).find(".finding").html();
const spec = (name: Name) => JSON.parse(figure(name).children("script").text());

describe("captions", () => {
  test.each([
    ["broken", "A finding in two lines"],
    ["marked", "<b>x<sub>1</sub></b> &lt; &amp; R²"],
    ["wild", "&lt;img src=x onerror=alert(1)&gt; a &lt; b"],
    ["bare", ""],
    ["old", "as Plotly once had it"],
    ["both", "finding – of 30 runs"],
  ] as const)("say what the title says, as safe HTML: %s", (name, said) => {
    expect(finding(name)).toBe(said);
  });

  test("are numbered through the page, after its chapter if it has a number", () => {
    const numbers = (of: cheerio.CheerioAPI) =>
      of("a.number")
        .toArray()
        .map((a) => of(a).text());
    expect(numbers($)).toEqual(names.map((_, k) => `Figure 7.${k + 1}`));
    expect(numbers(plain)).toEqual(names.map((_, k) => `Figure ${k + 1}`));
    expect($("#figure-2 a.number").attr("href")).toBe("#figure-2");
    expect($("a.number").attr("tabindex")).toBe("-1");
  });

  test("follow the frames, where these find something each", () => {
    const others = (name: Name) =>
      figure(name)
        .find("[data-number]")
        .toArray()
        .map((e) => $(e).text());
    expect(others("moving")).toEqual(["first", "second", "first"]);
    expect(others("same")).toEqual([]);
    expect(figure("moving").find("[data-number]").attr("aria-hidden")).toBe("true");
  });
});

describe("the drawing", () => {
  test.each(names)("has no title: %s", (name) => {
    expect(spec(name).layout.title).toBeUndefined();
    for (const { layout } of spec(name).frames ?? []) expect(layout?.title).toBeUndefined();
  });

  test("is less high by the lines of the title, and keeps what else frames bring", () => {
    const [one, two] = [spec("both"), spec("broken")].map(({ layout }) => layout);
    expect(one.height).toBeLessThan(400 - 20);
    expect(two.height).toBe(one.height); // a subtitle is a line too
    expect(400 - two.height).toBe(60 - two.margin.t);
    expect(two.margin.t).toBeGreaterThanOrEqual(12);
    expect(figure("broken").attr("style")).toContain(`--height: ${two.height}px`);
    expect(spec("moving").frames[0].layout).toEqual({ shapes: [] });
  });

  test("is as it was where the title stands elsewhere, or there is none", () => {
    expect(spec("below").layout).toMatchObject({ height: 400, margin: { t: 60 } });
    expect(spec("bare").layout).toEqual({ height: 300 });
    expect(figure("bare").attr("style")).toBe("--height: 300px; --still: 720 / 300");
  });

  test("has a still picture that is cut where the title was", () => {
    const { height } = spec("broken").layout;
    expect(figure("broken").attr("style")).toContain(`--still: 720 / ${height}`);
  });
});
