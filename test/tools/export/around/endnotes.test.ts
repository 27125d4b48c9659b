import { load } from "cheerio";
import { expect, test } from "vitest";
import { withEndnotes } from "../../../../tools/export/around/endnotes";

const outside = (href: string, words: string) =>
  `<a href="${href}" rel="external noopener">${words}</a>`;

test("numbers links that leave the course, the same address with the same number", () => {
  const $ = load(
    withEndnotes(
      `<p>${outside("https://a.org/?x=1&amp;y=2", "a")} <a href="b.html">b</a> ${outside("https://c.org", "<em>c</em>")} ${outside("https://a.org/?x=1&amp;y=2", "again")}</p>`,
    ),
  );
  expect($("p").first().text()).toBe("a[1] b c[2] again[1]");
  expect(
    $(".links li")
      .toArray()
      .map((li) => $(li).text()),
  ).toEqual(["https://a.org/?x=1&y=2", "https://c.org"]);
  expect($("sup:not(.on-paper), .links:not(.on-paper)")).toHaveLength(0);
});

test("leaves a page without such links as it is", () => {
  const page = '<p><a href="b.html">b</a></p>';
  expect(withEndnotes(page)).toBe(page);
});
