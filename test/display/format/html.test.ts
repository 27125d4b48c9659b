import { describe, expect, test } from "vitest";
import { escapeHtml, tableHtml, tableText } from "../../../lib/display/format/html";

const table = {
  head: ["", "<name>", "x"],
  rows: [
    ["first", 'a "b" & c', "1.5"],
    ["second", "<script>", "20.0"],
  ],
  numeric: [false, false, true],
  labelled: true,
  caption: "Two <things>",
  note: "9×2, 2 rows shown",
};

test("escapeHtml", () => {
  expect(escapeHtml('<a href="x">&</a>')).toBe("&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;");
});

describe("tableHtml", () => {
  test("heads have scopes, numbers stand right, texts are escaped", () => {
    expect(tableHtml(table)).toBe(
      [
        '<table class="mml-table">',
        '<caption style="text-align: left">Two &lt;things&gt; (9×2, 2 rows shown)</caption>',
        '<thead><tr><td></td><th scope="col" style="text-align: left">&lt;name&gt;</th><th scope="col" style="text-align: right">x</th></tr></thead>',
        "<tbody>",
        '<tr><th scope="row" style="text-align: left">first</th><td style="text-align: left">a &quot;b&quot; &amp; c</td><td style="text-align: right">1.5</td></tr>',
        '<tr><th scope="row" style="text-align: left">second</th><td style="text-align: left">&lt;script&gt;</td><td style="text-align: right">20.0</td></tr>',
        "</tbody>",
        "</table>",
      ].join("\n"),
    );
  });

  test("no caption where there is nothing to say", () => {
    const bare = { ...table, caption: undefined, note: null };
    expect(tableHtml(bare)).not.toContain("caption");
  });
});

test("tableText is aligned", () => {
  expect(tableText(table)).toBe(
    [
      "Two <things>",
      "        <name>        x",
      "-----------------------",
      'first   a "b" & c   1.5',
      "second  <script>   20.0",
      "(9×2, 2 rows shown)",
    ].join("\n"),
  );
});
