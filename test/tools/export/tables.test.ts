/** Tables of Markdown: which bars end a cell. */
import type * as cheerio from "cheerio";
import { describe, expect } from "vitest";
import { pages } from "./pages";

const { markdown, pageTest } = pages();

/** The cells of a table, each with its formulas between dollars again. */
const rowsOf = ($: cheerio.CheerioAPI) => {
  $(".math").each((_, e) => void $(e).replaceWith(`$${$(e).text()}$`));
  return $("tr")
    .toArray()
    .map((row) =>
      $(row)
        .children()
        .toArray()
        .map((cell) => $(cell).text()),
    );
};

const tableTest = (name: string, text: string, rows: string[][]) =>
  pageTest(name, markdown(`# T\n\n${text}\n`), ($) => expect(rowsOf($)).toEqual(rows));

describe("a row of a table", () => {
  tableTest(
    "is not cut within a formula, whose bars stay what they are",
    "| rule | formula |\n|---|:-:|\n| Bayes | $P(A|B) = P(B|A) P(A) / P(B)$ |\n| norm | $\\|x\\|_2 = |x|$ |\n| given | $P(A\\mid B)$ and $\\left|x\\right|$ |",
    [
      ["rule", "formula"],
      ["Bayes", "$P(A|B) = P(B|A) P(A) / P(B)$"],
      ["norm", "$\\|x\\|_2 = |x|$"],
      ["given", "$P(A\\mid B)$ and $\\left|x\\right|$"],
    ],
  );
  tableTest(
    "nor in its head, nor in a formula between parentheses, nor without bars around",
    "$|x|$ | b\n---|---\n\\\\(|y|\\\\) | $\\displaystyle |z|$",
    [
      ["$|x|$", "b"],
      ["$|y|$", "$\\displaystyle |z|$"],
    ],
  );
  tableTest(
    "is cut between prices, and dollars in code or escaped begin no formula",
    "| a | b | c |\n|---|---|---|\n| apples | $5 | $6 |\n| `$x` | `y$` | `a\\|b` |\n| \\$1 | \\| | $z$ |",
    [
      ["a", "b", "c"],
      ["apples", "$5", "$6"],
      ["$x", "y$", "a|b"],
      ["$1", "|", "$z$"],
    ],
  );
  tableTest(
    "has as many cells as the head, whatever is missing",
    "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n||",
    [
      ["a", "b"],
      ["1", ""],
      ["1", "2"],
      ["", ""],
    ],
  );
});

describe("a table", () => {
  pageTest(
    "stands in quotes and lists too, and ends where its rows do",
    markdown(
      "# T\n\n> | a | $|b|$ |\n> |---|---|\n> | 1 | 2 |\n\n- item\n\n  | c | d |\n  |---|---|\n  | 3 | 4 |\n\nText | with a bar.\n",
    ),
    ($) => {
      expect($("blockquote td").length).toBe(2);
      expect($("li td").length).toBe(2);
      expect($("p").last().text()).toBe("Text | with a bar.");
    },
  );
  pageTest(
    "is none without a rule of as many parts, and keeps its alignment",
    markdown("# T\n\n| a | b |\n|---|\n| 1 | 2 |\n\n| l | c | r |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n"),
    ($) => {
      expect($("table").length).toBe(1);
      expect(
        $("td")
          .toArray()
          .map((e) => $(e).attr("style")),
      ).toEqual(["text-align:left", "text-align:center", "text-align:right"]);
    },
  );
});
