import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { readingMinutes, timeWords } from "../../../tools/export/reading";

const minutes = (html: string) => readingMinutes(load(html));

describe("readingMinutes", () => {
  const words = `<p>${"word ".repeat(300)}</p>`;

  test("grows with words, formulas, lines of code and figures", () => {
    const bare = minutes(words);
    const more = [
      '<p><span class="math inline">x</span></p>',
      '<p><span class="math display">x</span></p>',
      '<div class="source"><pre>a;\n\nb;\n</pre></div>',
      '<figure class="plot"></figure>',
    ];
    for (const part of more) expect(minutes(words + part), part).toBeGreaterThan(bare);
    const code = (text: string) => minutes(`${words}<div class="source"><pre>${text}</pre></div>`);
    expect(code("a;\n\nb;\n")).toBe(code("a;\nb;"));
  });

  test("does not count what is folded, what is printed, nor the LaTeX of a formula", () => {
    const bare = minutes(words);
    expect(minutes(`${words}<details>${words}</details>`)).toBe(bare);
    expect(minutes(`${words}<div class="outputs"><pre>${words}</pre></div>`)).toBe(bare);
    const formula = (tex: string) => minutes(`<span class="math inline">${tex}</span>`);
    expect(formula("a")).toBe(formula("a + b + c + d"));
  });
});

test.each([
  [1, "about 5 minutes"],
  [47, "about 45 minutes"],
  [54, "about 55 minutes"],
  [56, "about an hour"],
  [80, "about 1½ hours"],
  [130, "about 2 hours"],
])("%d minutes are %s", (given, said) => {
  expect(timeWords(given)).toBe(said);
});
