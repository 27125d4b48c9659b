import { expect, test } from "vitest";
import { restoreGlobals } from "../../../../../tools/kernel/session/run/guard";

test("what the kernel stands on is put back, and named; the rest is the learner's", () => {
  const { JSON: json, Map: map, fetch } = globalThis;
  const world = globalThis as Record<string, unknown>;
  world.JSON = null;
  Reflect.deleteProperty(world, "Map");
  world.fetch = "mine";
  expect(restoreGlobals()).toEqual(["JSON", "Map"]);
  expect([globalThis.JSON, globalThis.Map]).toEqual([json, map]);
  expect(world.fetch).toBe("mine");
  world.fetch = fetch;
  expect(restoreGlobals()).toEqual([]);
});
