import { expect, test } from "vitest";
import { dateText, describeValue, selfDescription } from "../../lib/core";

const SAY = Symbol.for("nodejs.util.inspect.custom");

test.each<[unknown, string]>([
  [null, "null"],
  [undefined, "undefined"],
  [Number.NaN, "NaN"],
  ["abc", '"abc" (string)'],
  ["x".repeat(1e6), `"${"x".repeat(24)}…" (string)`],
  [10n, "10n (bigint)"],
  [-(10n ** 30n) - 1n, "a bigint of more than 30 digits"],
  [Symbol("q"), "Symbol(q)"],
  [Math.sin, "a function"],
  [[1, 2], "an array of length 2"],
  [[[1], [2]], "an array of 2 arrays"],
  [{}, "an Object"],
  [{ length: 3 }, "an Object"],
  [Object.create(null), "an Object"],
  [{ constructor: "Ferrari" }, "an Object"],
  [new Float64Array(3), "a Float64Array of length 3"],
  [Buffer.from("ab"), "a Buffer of length 2"],
  [new Map([[1, 2]]), "a Map of size 1"],
  [new Set(), "a Set of size 0"],
  [new Date(0), "1970-01-01 (Date)"],
  [new Date(Number.NaN), "invalid date (Date)"],
  [new TypeError("bad"), "TypeError: bad (an error)"],
  [new (class Own {})(), "an Own"],
  [{ [SAY]: () => "Tracked(3)" }, "Tracked(3)"],
  [{ [SAY]: () => 3 }, "an Object"],
])("%#: %s", (value, text) => {
  expect(describeValue(value)).toBe(text);
});

test("what cannot be read", () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  expect(describeValue(proxy)).toBe("an object that cannot be read");
  const trap = new Proxy(
    {},
    {
      get: () => {
        throw new Error("no");
      },
    },
  );
  expect(describeValue(trap)).toBe("an object that cannot be read");
});

test("a thing that holds itself, a long one, a deep one", () => {
  const list: unknown[] = [];
  list.push(list);
  expect(describeValue(list)).toBe("an array of 1 arrays");
  expect(describeValue(new Array(1e6))).toBe("an array of length 1000000");
});

test("selfDescription and dateText", () => {
  expect(selfDescription({})).toBe(undefined);
  expect(selfDescription({ [SAY]: () => "me" })).toBe("me");
  expect(dateText(new Date(Date.UTC(2024, 1, 29)))).toBe("2024-02-29");
  expect(dateText(new Date(5))).toBe("1970-01-01T00:00:00.005Z");
});
