import { describe, expect, test } from "vitest";
import { grad } from "../../../lib/calculus";
import { bundles } from "../../../lib/display/show";
import { table } from "../../../lib/display/table";

const textOf = (...things: unknown[]) => bundles(...things).map((b) => b["text/plain"]);

class Point {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
}

class Hidden {
  readonly #x = 1;
  get x() {
    return this.#x;
  }
}

describe("show of things that are no mathematics", () => {
  test.each<[string, unknown, string[]]>([
    [
      "a map",
      new Map<unknown, unknown>([
        ["a", 1],
        [2, "b"],
      ]),
      ["   value\n--------\na  1\n2  b"],
    ],
    ["a map of vectors", new Map([["a", [1, 2]]]), ["a = [ 1 ]\n    [ 2 ]"]],
    ["an empty map", new Map(), ["{ } (empty)"]],
    ["a set", new Set([1, 0.123456, "w"]), ["{1, 0.1235, w}"]],
    ["a date", new Date(Date.UTC(2024, 0, 31)), ["2024-01-31"]],
    ["a date with time", new Date(5), ["1970-01-01T00:00:00.005Z"]],
    ["no date", new Date(Number.NaN), ["invalid date"]],
    ["an error", new RangeError("too large"), ["RangeError: too large"]],
    ["a regular expression", /a+/g, ["/a+/g"]],
    ["a promise", Promise.resolve(1), ["a Promise (await it to see what comes)"]],
    ["a boxed number", Object(3), ["3"]],
    ["whole numbers of 64 bits", new BigInt64Array([1n, -2n]), ["1, -2"]],
    ["bytes", new Uint8Array([1, 2]), ["[ 1 ]\n[ 2 ]"]],
    ["raw memory", new DataView(new ArrayBuffer(8)), ["a DataView"]],
    ["an instance", new Point(1, 2), ["   value\n--------\nx      1\ny      2"]],
    ["an instance without fields", new Hidden(), ["a Hidden"]],
    [
      "an object without a prototype",
      Object.assign(Object.create(null), { a: 1, b: 2 }),
      ["   value\n--------\na      1\nb      2"],
    ],
    ["dates by name", { a: 1, d: new Date(0) }, ["   value\n-------------\na  1\nd  1970-01-01"]],
    ["nothing by name", { a: 1, b: undefined }, ["   value\n--------\na      1\nb      –"]],
    ["an empty object within", { a: [1], b: {} }, ["a = [ 1 ]", "b = { } (empty)"]],
    ["holes", new Array(2), ["undefined, undefined"]],
    [
      "a matrix with holes",
      [
        [1, 2],
        [undefined, 3],
      ],
      ["0  1\n----\n1  2\n–  3"],
    ],
    ["a function within", [Math.sin, [1]], ["a function", "[ 1 ]"]],
  ])("%s", (_, thing, texts) => {
    expect(textOf(thing)).toEqual(texts);
  });

  test("values that grad follows", () => {
    const seen: string[] = [];
    grad((x: never) => {
      seen.push(...textOf(x), ...textOf({ x }), ...textOf([x, x]));
      return x;
    })(3 as never);
    expect(seen).toEqual(["Tracked(3)", "x = Tracked(3)", "Tracked(3)", "Tracked(3)"]);
  });

  test("columns called as what every object has", () => {
    expect(textOf([{ constructor: 1, toString: 2 }])).toEqual([
      "constructor  toString\n---------------------\n          1         2",
    ]);
    expect(textOf(table([{ a: 1 }, { constructor: 5 } as never]))[0]).toContain("1            –");
    expect(textOf(table({ constructor: [1.23456] }, { digits: { x: 2 } }))[0]).toContain("1.235");
    expect(() => table([{ a: 1 }], { columns: ["constructor"] })).toThrow(
      'no row has a column "constructor"',
    );
    expect(() => table({ a: [1] }, { columns: ["toString"] })).toThrow(
      'data has no column "toString"',
    );
  });
});

describe("show of things that would not let themselves be shown", () => {
  test("things that hold themselves", () => {
    const thing: Record<string, unknown> = { a: 1, b: [1, 2] };
    thing.self = thing;
    expect(textOf(thing)).toEqual(["a = 1\nb = [ 1 ]\n    [ 2 ]", "self = (itself again)"]);
    const list: unknown[] = [1];
    list.push(list);
    expect(textOf(list)).toEqual(["1", "(itself again)"]);
    const [a, b]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
    a.b = b;
    b.a = a;
    expect(textOf(a)).toEqual(["a = (itself again)"]);
    const map = new Map<string, unknown>();
    map.set("map", map);
    expect(textOf(map)).toEqual(["map = (itself again)"]);
  });

  test("the same thing twice is no circle", () => {
    const x = [1];
    expect(textOf({ a: x, b: x })).toEqual(["a = [ 1 ]\nb = [ 1 ]"]);
  });

  test("things deep within things", () => {
    let list: unknown = 1;
    let object: unknown = {};
    for (let i = 0; i < 100_000; i++) [list, object] = [[list], { x: object }];
    expect(textOf(list)).toEqual(["an array of 1 arrays"]);
    expect(textOf(object)).toEqual(["x = an Object"]);
  });

  test("getters and proxies that throw", () => {
    const getter = {
      get x() {
        throw new Error("boom");
      },
      y: [2],
    };
    expect(textOf(getter)).toEqual(["x = (unreadable: boom)", "y = [ 2 ]"]);
    const list = [1, 2];
    Object.defineProperty(list, 1, {
      get() {
        throw new Error("no");
      },
    });
    expect(textOf(list)).toEqual(["1", "(unreadable: no)"]);
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    expect(textOf(revoked.proxy)[0]).toMatch(/^\(unreadable: .*revoked\)$/);
    expect(textOf([1], revoked.proxy)).toHaveLength(2);
    expect(textOf(new Proxy([1, 2], {}))).toEqual(["[ 1 ]\n[ 2 ]"]);
  });
});

describe("show of what is long", () => {
  test("texts and numbers of many digits are cut", () => {
    const [text] = textOf("x".repeat(1e6));
    expect(text).toBe(`${"x".repeat(10_000)}… (1000000 characters)`);
    expect(textOf(10n ** 400n)).toEqual(["100000000000…000000000000 (401 digits)"]);
    expect(textOf(-(10n ** 20n))).toEqual(["-100000000000000000000"]);
    expect(textOf([{ a: "x".repeat(1e6) }])[0].length).toBeLessThan(2000);
  });

  test.each<[string, unknown, RegExp]>([
    [
      "words",
      Array.from({ length: 1e5 }, (_, i) => `w${i}`),
      /^w0, .*, w49, …, w99950, .* \(100000 entries, 100 shown\)$/,
    ],
    [
      "things",
      Array.from({ length: 1e5 }, (_, i) => (i % 2 ? [1] : { a: 1 })),
      /^\(100000 things, 20 shown\)$/,
    ],
    [
      "names",
      Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => [`k${i}`, i])),
      /\nk99 +99\n\(100000 entries, 100 shown\)$/,
    ],
    [
      "a set",
      new Set(Array.from({ length: 1e5 }, (_, i) => i)),
      /\(100000 entries, 100 shown\)\}$/,
    ],
    ["a vector", new Float64Array(1e6), /\(1000000 entries, 6 shown\)$/],
    ["rows", Array.from({ length: 1e5 }, (_, i) => ({ i })), /\(100000×1, 10 rows shown\)$/],
  ])("%s", (_, thing, end) => {
    const texts = textOf(thing);
    expect(texts.length).toBeLessThan(30);
    expect(texts[texts.length - 1]).toMatch(end);
    expect(texts.join("").length).toBeLessThan(10_000);
  });

  test("maxRows lets more be seen", () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`k${i}`, i]));
    expect(textOf(many, { maxRows: 150 })[0]).toMatch(/k149 +149$/);
    expect(textOf(many, { maxRows: 2 })[0]).toMatch(/k1 +1\n\(150 entries, 2 shown\)$/);
  });
});
