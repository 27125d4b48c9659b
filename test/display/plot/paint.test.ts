import { expect, test } from "vitest";
import { colored, keepPaint, restyle, slotsOf } from "../../../lib/display/plot/paint";
import type { Trace } from "../../../lib/display/plot/spec";
import { PALETTE, type Style } from "../../../lib/display/plot/theme";

const build = ({ color, dash }: Style): Trace => ({ type: "scatter", line: { color, dash } });

test("a trace without a colour takes the look of its place, and moves on with it", () => {
  const trace = colored(undefined, 1, build);
  expect(trace.line).toEqual({ color: PALETTE[1], dash: "dash" });
  expect(slotsOf([trace])).toBe(2);
  expect(restyle(trace, 2).line).toEqual({ color: PALETTE[3], dash: "dashdot" });
  expect(slotsOf([restyle(trace, 2)])).toBe(4);
  expect(restyle(trace, 0)).toBe(trace);
});

test("a chosen colour stays", () => {
  const named = colored("hotpink", 1, build);
  const placed = colored(3, 0, build);
  expect(named.line).toEqual({ color: "hotpink", dash: "dash" });
  expect(placed.line).toEqual({ color: PALETTE[3], dash: "dashdot" });
  expect(restyle(named, 2)).toBe(named);
  expect(slotsOf([named, placed])).toBe(0);
});

test("the palette begins anew when it is used up", () => {
  expect(colored(undefined, PALETTE.length, build).line).toMatchObject({ color: PALETTE[0] });
});

test("a changed copy keeps its paint, which is not in it", () => {
  const copy = keepPaint(colored(undefined, 0, build), (trace) => ({ ...trace, name: "x" }));
  expect(restyle(copy, 1).line).toMatchObject({ color: PALETTE[1] });
  expect(Reflect.ownKeys(copy)).toEqual(["type", "line", "name"]);
});
