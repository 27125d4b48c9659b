import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { colophonHtml } from "../../../../tools/export/around/colophon";
import type { Edition } from "../../../../tools/export/edition";
import { chapter } from "../chapters";

const edition: Edition = {
  title: "The course",
  version: "0.1.0",
  licence: "MIT",
  licenceFile: "/x/LICENSE",
  authors: "The authors",
  year: "2026",
};
const chapters = [chapter("Resources/datasets.md")];
const made = (more: Partial<Edition> = {}, site = chapters) =>
  load(
    colophonHtml({
      page: "Notes/a.html",
      title: "A & B",
      edition: { ...edition, ...more },
      chapters: site,
    }),
  );

describe("colophonHtml", () => {
  test("says what the course is, whose, and under which licence", () => {
    const $ = made();
    expect($("p").first().text()).toBe(
      "The course, version 0.1.0. MIT licence; data sets under their own.",
    );
    expect(
      $("p")
        .first()
        .find("a")
        .toArray()
        .map((a) => $(a).attr("href")),
    ).toEqual(["../LICENSE.txt", "../Resources/datasets.html"]);
  });

  test("cites the page in the course, with its address if there is one", () => {
    expect(made()(".cite p").text()).toBe(
      "The authors (2026). “A & B”, in The course, version 0.1.0.",
    );
    expect(made({ base: "https://a.org/c/" })(".cite .address").text()).toBe(
      "https://a.org/c/Notes/a.html",
    );
  });

  test("sends errors where the course is kept, or says what to name", () => {
    expect(made().text()).toContain("Open an issue where you got the course from.");
    expect(made()("code").text()).toBe("Notes/a.html");
    const $ = made({ reports: "https://x.org/issues?a&b" });
    expect($("a[rel~=external]").attr("href")).toBe("https://x.org/issues?a&b");
  });

  test("links nothing on a page that stands alone", () => {
    expect(made({}, [])("a")).toHaveLength(0);
  });

  test("says no more than it knows", () => {
    const $ = load(
      colophonHtml({ page: "a.html", title: "C", edition: { title: "C" }, chapters: [] }),
    );
    expect($("p").first().text()).toBe("C.");
    expect($(".cite")).toHaveLength(0);
  });
});
