import { load } from "cheerio";
import { expect, test } from "vitest";
import { sitemap, socialHead } from "../../../../tools/export/around/social";

const base = "https://example.org/course/";

test("a page says where its place is and what others may show of it", () => {
  const $ = load(
    socialHead(base, {
      page: "Notes/a.html",
      title: 'A "title" <b>',
      course: "The course",
      description: "",
      picture: "Notes/a_files/figure-1.png",
    }),
  );
  expect($("link[rel=canonical]").attr("href")).toBe(`${base}Notes/a.html`);
  const said = (name: string) => $(`meta[property="og:${name}"]`).attr("content");
  expect(said("title")).toBe('A "title" <b>');
  expect(said("url")).toBe(`${base}Notes/a.html`);
  expect(said("image")).toBe(`${base}Notes/a_files/figure-1.png`);
  expect(said("description")).toBeUndefined();
});

test("the sitemap lists every page, and is the same every time", () => {
  const made = sitemap(base, ["index.html", "Notes/a&b.html"]);
  const $ = load(made, { xml: true });
  expect(
    $("url > loc")
      .toArray()
      .map((loc) => $(loc).text()),
  ).toEqual([base, `${base}Notes/a%26b.html`]);
  expect(sitemap(base, ["index.html", "Notes/a&b.html"])).toBe(made);
});
