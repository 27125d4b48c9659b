import type { SvgElement } from "./dom";
import { textReach, textWidth } from "./fonts";
import { flatten, numbersIn } from "./path";

/**
 * Where the elements of an SVG stand, which jsdom does not know: it draws nothing. Text is measured by
 * the fonts, shapes by their coordinates.
 */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** x′ = a·x + c·y + e, y′ = b·x + d·y + f. */
type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const IDENTITY: Affine = [1, 0, 0, 1, 0, 0];

function times(m: Affine, n: Affine): Affine {
  const [a, b, c, d, e, f] = m;
  const [p, q, r, s, t, u] = n;
  return [
    a * p + c * q,
    b * p + d * q,
    a * r + c * s,
    b * r + d * s,
    a * t + c * u + e,
    b * t + d * u + f,
  ];
}

function step(name: string, v: readonly number[]): Affine {
  const [x = 0, y] = v;
  if (name === "translate") return [1, 0, 0, 1, x, y ?? 0];
  if (name === "scale") return [x, 0, 0, y ?? x, 0, 0];
  if (name === "matrix") return v as unknown as Affine;
  if (name !== "rotate") return IDENTITY;
  const [cx = 0, cy = 0] = v.slice(1);
  const turn = (x * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const round: Affine = [cos, sin, -sin, cos, 0, 0];
  return times(times([1, 0, 0, 1, cx, cy], round), [1, 0, 0, 1, -cx, -cy]);
}

function transformOf(element: SvgElement): Affine {
  const text = element.getAttribute("transform");
  if (!text) return IDENTITY;
  return [...text.matchAll(/(\w+)\(([^)]*)\)/g)].reduce<Affine>(
    (whole, [, name, values]) => times(whole, step(name as string, numbersIn(values as string))),
    IDENTITY,
  );
}

function moved(box: Box, [a, b, c, d, e, f]: Affine): Box {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const x of [box.left, box.right]) {
    for (const y of [box.top, box.bottom]) {
      xs.push(a * x + c * y + e);
      ys.push(b * x + d * y + f);
    }
  }
  return around(xs, ys) as Box;
}

function around(xs: readonly number[], ys: readonly number[]): Box | null {
  if (xs.length === 0) return null;
  const least = (v: readonly number[]) => v.reduce((a, b) => Math.min(a, b));
  const greatest = (v: readonly number[]) => v.reduce((a, b) => Math.max(a, b));
  return { left: least(xs), right: greatest(xs), top: least(ys), bottom: greatest(ys) };
}

function union(boxes: readonly (Box | null)[]): Box | null {
  const there = boxes.filter((box) => box !== null);
  return around(
    there.flatMap(({ left, right }) => [left, right]),
    there.flatMap(({ top, bottom }) => [top, bottom]),
  );
}

/** A property from the style of an element or of what it stands in. */
function styled(element: SvgElement | null, name: string): string {
  for (let at = element; at; at = at.parentElement) {
    const style = at.style?.getPropertyValue(name);
    const value = style || at.getAttribute(name);
    if (value && value !== "inherit") return value;
  }
  return "";
}

const number = (element: SvgElement, name: string, otherwise = 0) =>
  Number.parseFloat(element.getAttribute(name) ?? "") || otherwise;

/** Size of the font in pixels; in Plotly's <sub> and <sup> it is a share of that around it. */
function fontSize(element: SvgElement): number {
  const own =
    element.style?.getPropertyValue("font-size") || element.getAttribute("font-size") || "";
  const value = Number.parseFloat(own);
  if (!(value > 0)) return element.parentElement ? fontSize(element.parentElement) : 12;
  if (!own.endsWith("%")) return value;
  return (value / 100) * (element.parentElement ? fontSize(element.parentElement) : 12);
}

/** Width of the text in an element, its parts each in their own style. */
export function lengthOf(element: SvgElement): number {
  let width = 0;
  for (const node of Array.from(element.childNodes)) {
    if (node.nodeType === 1) width += lengthOf(node as SvgElement);
    if (node.nodeType !== 3) continue;
    const weight = styled(element, "font-weight");
    width += textWidth((node.textContent ?? "").replace(/\u200b/g, ""), {
      size: fontSize(element),
      bold: weight === "bold" || Number(weight) >= 600,
      italic: styled(element, "font-style") === "italic",
    });
  }
  return width;
}

function lineBox(line: SvgElement, x: number, y: number): Box {
  const width = lengthOf(line);
  const { ascent, descent } = textReach(fontSize(line));
  const anchor = styled(line, "text-anchor");
  const left = x - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
  return { left, right: left + width, top: y - ascent, bottom: y + descent };
}

/** Text of one line, or of several in <tspan class="line"> with dy in ems from the line before. */
function textBox(text: SvgElement): Box | null {
  const [x, y] = [number(text, "x"), number(text, "y")];
  const lines = Array.from(text.children).filter((child) => child.classList.contains("line"));
  if (lines.length === 0) return text.textContent ? lineBox(text, x, y) : null;
  return union(
    lines.map((line) => {
      const dy = Number.parseFloat(line.getAttribute("dy") ?? "0") * fontSize(line);
      return lineBox(line, number(line, "x", x), number(line, "y", y) + dy);
    }),
  );
}

const NOT_DRAWN = new Set(["defs", "clipPath", "title", "style", "linearGradient", "pattern"]);

/** The box of an element in its own coordinates, or null if nothing of it is to be seen. */
export function boxOf(element: SvgElement): Box | null {
  const { tagName } = element;
  if (NOT_DRAWN.has(tagName) || styled(element, "display") === "none") return null;
  if (tagName === "text") return textBox(element);
  if (tagName === "path") {
    const points = flatten(element.getAttribute("d") ?? "").flat();
    return around(
      points.map(([x]) => x),
      points.map(([, y]) => y),
    );
  }
  if (tagName === "rect" || tagName === "image") {
    const [left, top] = [number(element, "x"), number(element, "y")];
    const [width, height] = [number(element, "width"), number(element, "height")];
    return { left, top, right: left + width, bottom: top + height };
  }
  if (tagName === "circle") {
    const [x, y, r] = [number(element, "cx"), number(element, "cy"), number(element, "r")];
    return { left: x - r, right: x + r, top: y - r, bottom: y + r };
  }
  if (tagName === "line") {
    return around(
      [number(element, "x1"), number(element, "x2")],
      [number(element, "y1"), number(element, "y2")],
    );
  }
  return union(
    Array.from(element.children).map((child) => {
      const box = boxOf(child);
      return box && moved(box, transformOf(child));
    }),
  );
}

/** The box of an element on the page that its <svg> stands on. */
export function placedBox(element: SvgElement): Box | null {
  let box = boxOf(element);
  for (
    let at: SvgElement | null = element;
    box && at && at.tagName !== "svg";
    at = at.parentElement
  ) {
    box = moved(box, transformOf(at));
  }
  return box;
}
