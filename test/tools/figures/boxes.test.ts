import { describe, expect, test } from "vitest";
import { boxOf, lengthOf, placedBox } from "../../../tools/figures/boxes";
import type { SvgElement } from "../../../tools/figures/dom";
import { textReach, textWidth } from "../../../tools/figures/fonts";

const { JSDOM } = require("jsdom");

/** The first element inside of an <svg>. */
function svg(markup: string, selector = "svg > *"): SvgElement {
  const dom = new JSDOM(`<svg xmlns="http://www.w3.org/2000/svg">${markup}</svg>`);
  return dom.window.document.querySelector(selector);
}

describe("boxOf", () => {
  test("finds shapes by their coordinates", () => {
    expect(boxOf(svg('<rect x="1" y="2" width="3" height="4"/>'))).toEqual({
      left: 1,
      top: 2,
      right: 4,
      bottom: 6,
    });
    expect(boxOf(svg('<circle cx="5" cy="5" r="2"/>'))).toMatchObject({ left: 3, bottom: 7 });
    expect(boxOf(svg('<path d="M0,0h10v-5"/>'))).toEqual({
      left: 0,
      top: -5,
      right: 10,
      bottom: 0,
    });
    expect(boxOf(svg('<line x1="4" y1="1" x2="2" y2="3"/>'))).toMatchObject({ left: 2, right: 4 });
  });

  test("finds text by the font, and where it is anchored", () => {
    const size = 20;
    const width = textWidth("mean", { size });
    const text = (anchor: string) =>
      boxOf(
        svg(`<text x="100" y="50" text-anchor="${anchor}" style="font-size: 20px">mean</text>`),
      );
    expect(text("start")).toMatchObject({ left: 100, right: 100 + width });
    expect(text("middle")?.left).toBeCloseTo(100 - width / 2, 9);
    expect(text("end")?.left).toBeCloseTo(100 - width, 9);
    expect(text("end")?.top).toBeCloseTo(50 - textReach(size).ascent, 9);
  });

  test("finds lines of text one below the other", () => {
    const two = boxOf(
      svg(
        '<text x="0" y="0" style="font-size: 10px"><tspan class="line" dy="0em" x="0" y="0">a</tspan><tspan class="line" dy="1.3em" x="0" y="0">wider</tspan></text>',
      ),
    );
    expect(two?.right).toBeCloseTo(textWidth("wider", { size: 10 }), 9);
    expect(two?.bottom).toBeCloseTo(13 + textReach(10).descent, 9);
  });

  test("joins what a group holds, moved and turned, and skips what is not drawn", () => {
    const group = svg(
      '<g><rect width="10" height="2" transform="translate(5,5) rotate(90)"/><g style="display: none"><rect width="99" height="99"/></g><defs><rect width="99" height="99"/></defs></g>',
    );
    const box = boxOf(group);
    expect(box?.left).toBeCloseTo(3, 9);
    expect(box?.right).toBeCloseTo(5, 9);
    expect(box?.bottom).toBeCloseTo(15, 9);
    expect(boxOf(svg("<g></g>"))).toBeNull();
  });
});

test("placedBox counts the transforms of all that the element stands in", () => {
  const markup =
    '<g transform="translate(10 20)"><g transform="scale(2)"><rect id="r" transform="rotate(180, 1, 1)" width="2" height="2"/></g></g>';
  const box = placedBox(svg(markup, "#r"));
  expect(box?.left).toBeCloseTo(10, 9);
  expect(box?.bottom).toBeCloseTo(24, 9);
});

test("lengthOf sums the parts of a text, each in its style", () => {
  const text = svg(
    '<text style="font-size: 10px">x<tspan style="font-size: 70%">2</tspan><tspan style="font-weight: bold">b</tspan></text>',
  );
  const sum =
    textWidth("x", { size: 10 }) +
    textWidth("2", { size: 7 }) +
    textWidth("b", { size: 10, bold: true });
  expect(lengthOf(text)).toBeCloseTo(sum, 9);
});
