import { describe, expect, test } from "vitest";
import * as plot from "../../../lib/display/plot";
import { literal, spelled, texIn } from "../../../lib/display/plot/spelling";

describe("literal", () => {
  test.each([
    ["0<x<1, y>2", "0&lt;x&lt;1, y>2"],
    ["the <y> that is meant", "the &lt;y> that is meant"],
    ["a<b and c>d", "a&lt;b and c>d"],
    ["p < 0.05", "p < 0.05"],
    ["R&D", "R&D"],
  ])("lets brackets stand for themselves: %s", (text, meant) => {
    expect(literal(text)).toBe(meant);
    expect(literal(meant)).toBe(meant);
  });

  test.each([
    "x<sup>2</sup> and a<sub>1</sub>",
    "two<br>lines<br/>or<br />three",
    "<b>bold</b>, <i>slanted</i>",
    '<span style="color: red">red</span>, <a href="https://example.org">there</a>',
  ])("lets be what Plotly knows: %s", (text) => {
    expect(literal(text)).toBe(text);
  });
});

test("spelled changes what is drawn, and nothing else", () => {
  const trace = {
    name: "if <y>",
    x: ["<q>", 1],
    y: [1, 2],
    text: [["<z>"]],
    hovertemplate: "%{x}<extra></extra>",
    marker: { color: "<c>" },
  };
  expect(spelled(trace)).toEqual({
    ...trace,
    name: "if &lt;y>",
    x: ["&lt;q>", 1],
    text: [["&lt;z>"]],
  });
});

test("long names are broken into lines, once", () => {
  const name = "a long name of a group, with all that belongs to it and more";
  const broken = "a long name of a group, with all that belongs to<br>it and more";
  const trace = spelled({ name, x: [name, "short"], text: name });
  expect(trace).toEqual({ name: broken, x: [broken, "short"], text: name });
  expect(spelled(trace)).toEqual(trace);
});

test("texIn finds formulas and no prices", () => {
  expect(texIn("the rate $\\lambda$ of decay")).toBe("$\\lambda$");
  expect(texIn("the index $x_1$")).toBe("$x_1$");
  expect(texIn("from $5 to $10")).toBeUndefined();
});

describe("figures", () => {
  test("titles, names and categories are drawn as they are meant", () => {
    const { data, layout } = plot.bar(["<5>", "R&D"], [1, 2], {
      title: "if x<y and z>0",
      x: "the <group>",
      name: "<n>",
    });
    expect(layout.title).toEqual({ text: "if x&lt;y and z>0" });
    expect(layout.xaxis).toMatchObject({ title: { text: "the &lt;group>" }, type: "category" });
    expect(data[0]).toMatchObject({ x: ["&lt;5>", "R&D"], name: "&lt;n>" });
    const twice = plot.layers(plot.line([0, 1], [0, 1], { title: "if x<y and z>0" }));
    expect(twice.layout.title).toEqual({ text: "if x&lt;y and z>0" });
  });

  test("TeX in a title is an error that says what to write", () => {
    expect(() => plot.line([0, 1], [0, 1], { title: "with $\\alpha_1$" })).toThrow(
      "plot.line: title must be plain text, got TeX in it, $\\alpha_1$; write λ₁, x², ‖r‖, or x<sup>2</sup>",
    );
    expect(plot.line([0, 1], [0, 1], { y: "price ($)" }).layout.yaxis).toMatchObject({
      title: { text: "price ($)" },
    });
  });
});
