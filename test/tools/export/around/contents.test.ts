import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { bookChapter, contentsNav } from "../../../../tools/export/around/contents";
import type { Heading } from "../../../../tools/export/headings";

const heading = (level: number, text: string): Heading => ({
  level,
  id: text.toLowerCase().replaceAll(" ", "-"),
  html: text,
  text,
});

describe("contentsNav", () => {
  test("sets sections into each other, without title and fourth level", () => {
    const $ = load(
      contentsNav([
        heading(1, "Title"),
        heading(2, "One"),
        heading(3, "One a"),
        heading(4, "deep"),
        heading(3, "One b"),
        heading(2, "Two"),
      ]),
    );
    const outer = $(".headings > li > a").toArray();
    expect(outer.map((a) => $(a).attr("href"))).toEqual(["#one", "#two"]);
    const inner = $(".headings > li:first-child > ol > li > a").toArray();
    expect(inner.map((a) => $(a).text())).toEqual(["One a", "One b"]);
    expect($("a")).toHaveLength(4);
  });

  test("lets a third level stand by itself where no second comes before", () => {
    const $ = load(contentsNav([heading(3, "Early"), heading(2, "One")]));
    expect($(".headings > li")).toHaveLength(1 + 1);
  });

  test("is nothing for a page without sections", () => {
    expect(contentsNav([heading(1, "Title")])).toBe("");
  });
});

describe("bookChapter", () => {
  const page = (...titles: string[]) => bookChapter(titles.map((title) => heading(2, title)));

  test("reads the chapter that sections carry in their numbers", () => {
    expect(page("4.1 Determinant", "4.2 Eigenvalues", "Summary")).toBe(4);
    expect(page("10.1 Problem setting")).toBe(10);
  });

  test("finds none without numbers, or with those of two chapters", () => {
    expect(page("Summary", "4 things to know")).toBeNull();
    expect(page("4.1 Determinant", "5.1 Derivatives")).toBeNull();
  });
});
