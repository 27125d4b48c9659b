import { expect, test } from "vitest";
import { drawable } from "../../../tools/figures/families";

test("drawable sets each piece of text in the family that has its signs", () => {
  expect(drawable("<text>a fit of x²</text>")).toBe("<text>a fit of x²</text>");
  expect(drawable('<text data-of="λ">if λ₂ fits</text>')).toBe(
    '<text data-of="λ">if <tspan font-family="Third">λ</tspan><tspan font-family="Signs">₂</tspan> fits</text>',
  );
  // a sign and its accent stay together
  expect(drawable("<text>θ̂ ≤ ŷ</text>")).toBe(
    '<text><tspan font-family="Signs">θ̂</tspan> <tspan font-family="Signs">≤</tspan> <tspan font-family="Accented">y\u0302</tspan></text>',
  );
});

test("drawable puts a sign that looks alike, or a box, where no face has one", () => {
  const last = (text: string) => `<tspan font-family="Signs">${text}</tspan>`;
  expect(drawable("<text>u ⟂ v</text>")).toBe(`<text>u ${last("⊥")} v</text>`);
  expect(drawable("<text>漢 🧮</text>")).toBe(`<text>${last("□")} ${last("□")}</text>`);
});
