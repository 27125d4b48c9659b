import { expect, test } from "vitest";
import { toBundle, toObject } from "../../../../../tools/kernel/session/output/json";

test("a bundle holds what JSON holds, and binary data in base64", () => {
  const bundle = toBundle({
    "text/plain": "x",
    "image/png": new Uint8Array([1, 2, 3]),
    "application/json": { big: 10n, list: new Float64Array([1, 2]), nan: Number.NaN, f() {} },
    "text/html": undefined,
    "x/function": () => {},
  });
  expect(bundle).toEqual({
    "text/plain": "x",
    "image/png": "AQID",
    "application/json": { big: "10", list: [1, 2], nan: null },
  });
});

test("a circle is refused, not sent", () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  expect(() => toBundle({ "application/json": circle })).toThrow(/circular/);
});

test("no metadata is an empty object", () => {
  expect(toObject(undefined)).toEqual({});
});
