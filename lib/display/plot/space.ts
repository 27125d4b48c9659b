import { describeValue, type ReadonlyMatrix, type ReadonlyVector, requireVector } from "../../core";
import { markOurs } from "../plotly/ours";
import { describeFigure, kindOf, ofKind } from "./alt";
import { figure } from "./figure";
import type { Figure, FigureOptions, Trace } from "./spec";

/** What figures in space may be told beside the rest. */
export interface SpaceOptions extends FigureOptions {
  /** Title of the third axis. */
  z?: string;
  /** Where the eye stands, as [x, y, z], the figure being a cube of side 1. Default [1.4, -1.5, 0.9]. */
  eye?: ReadonlyVector;
}

/** Asserts that every row has three coordinates. */
export function requirePointsInSpace(caller: string, name: string, points: unknown): number[][] {
  if (!Array.isArray(points)) {
    throw new TypeError(
      `${caller}: ${name} must be an array of points [x, y, z], got ${describeValue(points)}`,
    );
  }
  const rule = { length: 3, lengthOf: "coordinates in space" };
  return points.map((point, i) => requireVector(caller, `${name}[${i}]`, point, rule));
}

/** The coordinates of points, each in its own list. */
export const along = (points: ReadonlyMatrix) => ({
  x: points.map((p) => p[0]),
  y: points.map((p) => p[1]),
  z: points.map((p) => p[2]),
});

/** The figure without the axes of the plane, which a scene does not have. */
export function withoutPlane(flat: Figure): Figure {
  const { xaxis, yaxis, ...layout } = flat.layout;
  const kind = kindOf(flat);
  const made = { ...flat, layout: markOurs(layout) };
  return kind === undefined ? made : ofKind(kind, made);
}

/** A figure with three axes around the traces of a helper. */
export function spatial(
  caller: string,
  kind: string,
  traces: readonly Trace[],
  options: SpaceOptions,
): Figure {
  const { x, y, z, eye = [1.4, -1.5, 0.9], equal = false, ...rest } = options;
  const [ex, ey, ez] = requireVector(caller, "eye", eye, { length: 3 });
  const title = (text = "") => ({ title: { text } });
  const scene = {
    xaxis: title(x),
    yaxis: title(y),
    zaxis: title(z),
    camera: { eye: { x: ex, y: ey, z: ez } },
    aspectmode: equal ? "data" : "cube",
  };
  const made = withoutPlane(figure(kind, traces, { height: 480, ...rest }, { scene }));
  const axes = [x, y, z].filter(Boolean).join(", ");
  const about = axes ? `${kind} over the axes ${axes}` : kind;
  made.alt = options.alt ?? describeFigure(about, rest);
  return made;
}
