import { describeValue, requireNumber, requireOneOf, requireOptions } from "../../core";
import { modernised } from "../plotly/older";
import { isFigure } from "../render/kinds";
import { FIGURE_OPTIONS, type Figure, type FigureOptions } from "./spec";
import { texIn } from "./spelling";

/** Checks the options that all figures share, and that there are no others but the helper's own. */
export function requireFigureOptions<T extends FigureOptions>(
  caller: string,
  options: T,
  own: readonly string[],
): T {
  requireOptions(caller, options, [...FIGURE_OPTIONS, ...own] as (keyof T & string)[]);
  for (const key of ["title", "x", "y", "alt"] as const) {
    const text: unknown = options[key];
    if (text === undefined) continue;
    if (typeof text !== "string") {
      throw new TypeError(`${caller}: ${key} must be a string, got ${describeValue(text)}`);
    }
    const tex = texIn(text);
    if (tex) {
      throw new RangeError(
        `${caller}: ${key} must be plain text, got TeX in it, ${tex}; write λ₁, x², ‖r‖, or x<sup>2</sup>`,
      );
    }
  }
  for (const key of ["width", "height"] as const) {
    const size = options[key];
    if (size !== undefined) requireNumber(caller, key, size, { min: 50, max: 4000 });
  }
  for (const key of ["xRange", "yRange"] as const) {
    const range = options[key];
    if (range === undefined) continue;
    if (!Array.isArray(range) || range.length !== 2) {
      throw new TypeError(`${caller}: ${key} must be [from, to], got ${describeValue(range)}`);
    }
    const log = key === "xRange" ? options.xLog : options.yLog;
    range.forEach((end, i) => {
      requireNumber(caller, `${key}[${i}]`, end, log ? { above: 0 } : {});
    });
  }
  for (const key of ["xTicks", "yTicks"] as const) {
    const ticks = options[key];
    if (ticks === undefined) continue;
    if (typeof ticks !== "object" || ticks === null || Array.isArray(ticks)) {
      const got = describeValue(ticks);
      throw new TypeError(`${caller}: ${key} must be places by name, got ${got}`);
    }
    const log = key === "xTicks" ? options.xLog : options.yLog;
    for (const [name, place] of Object.entries(ticks)) {
      requireNumber(caller, `${key}["${name}"]`, place, log ? { above: 0 } : {});
    }
  }
  if (options.legend !== undefined) {
    requireOneOf(caller, "legend", options.legend, ["top", "right", "none"]);
  }
  return options;
}

/** Asserts that `figures` is a list of figures, at least one; older forms of Plotly's become those of today. */
export function requireFigures(
  caller: string,
  name: string,
  figures: readonly unknown[],
): Figure[] {
  if (!Array.isArray(figures) || figures.length === 0) {
    throw new TypeError(
      `${caller}: ${name} must be an array of figures, got ${describeValue(figures)}`,
    );
  }
  figures.forEach((f, i) => {
    if (!isFigure(f)) {
      throw new TypeError(`${caller}: ${name}[${i}] must be a figure, got ${describeValue(f)}`);
    }
  });
  return (figures as Figure[]).map((f) => modernised(f).figure);
}
