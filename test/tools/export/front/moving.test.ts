import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { load } from "cheerio";
import { afterAll, beforeEach, expect, test } from "vitest";
import { CHOICE, findMoving } from "../../../../tools/export/front/moving";
import { chapter } from "../chapters";
import { scratch } from "../course";

const { folder, remove } = scratch();
afterAll(remove);
const choose = (titled: string, page = "Notes/07-a.ipynb") => {
  mkdirSync(dirname(join(folder, CHOICE)), { recursive: true });
  writeFileSync(join(folder, CHOICE), JSON.stringify({ page, titled }));
};
beforeEach(() => choose("Down the valley"));

const figure = (n: number, title: string, frames: string) =>
  `<figure class="plot" id="f-${n}" data-alt="It &lt; that"><img class="still" src="mmlstill${n}"><script type="application/json">{"title":"${title}"${frames}}</script><figcaption><a href="#f-${n}">Figure</a></figcaption></figure>`;
const note = chapter("Notes/07-a.ipynb", {
  title: "Note 07 · Optimisation",
  stills: ["figure-1.png", "figure-2.png"].map((name) => ({ name, base64: "" })),
  html: figure(0, "Down the valley", "") + figure(1, "Down the valley, step", ',"frames":[]'),
});

test("finds the figure that moves, and leads to where it stands", () => {
  const { moving, problems } = findMoving(folder, [note]);
  expect(problems).toEqual([]);
  expect(moving?.picture).toBe("Notes/07-a_files/figure-2.png");
  const $ = load(moving?.html ?? "");
  expect($(".moving > img").attr()).toEqual({
    src: "Notes/07-a_files/figure-2.png",
    alt: "It < that",
  });
  expect($("details .still").attr("src")).toBe("Notes/07-a_files/figure-2.png");
  expect($("figcaption a").attr("href")).toBe("Notes/07-a.html#f-1");
  expect($(".moving > p a").attr("href")).toBe("Notes/07-a.html#f-1");
});

test("says when there is no such figure", () => {
  choose("Up the hill");
  expect(findMoving(folder, [note]).problems).toEqual([
    {
      page: CHOICE,
      cause: 'no figure of Notes/07-a.ipynb moves, has a picture and is titled "Up the hill"',
    },
  ]);
});

test("has none where the course chooses none, or the notebook is not exported", () => {
  expect(findMoving(join(folder, "none"), [note])).toEqual({ problems: [] });
  expect(findMoving(folder, [])).toEqual({ problems: [] });
});
