import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { progress } from "../../lib/display/progress";
import { type FakeKernel, fakeBridge, removeBridge } from "./bridge";

let kernel: FakeKernel;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout"] });
  kernel = fakeBridge();
});
afterEach(() => {
  removeBridge();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const pass = (ms: number) => vi.advanceTimersByTime(ms);

/** What each display says at last, in the order in which they came. */
const left = (): string[] => {
  const last = new Map<string, string>();
  for (const [bundle, options] of kernel.shown) last.set(options!.displayId!, bundle["text/plain"]);
  return [...last.values()];
};
const texts = () => kernel.shown.map(([bundle]) => bundle["text/plain"]);

describe("a loop with a bar", () => {
  test("gives every item and leaves one line", () => {
    const seen: string[] = [];
    for (const x of progress(["a", "b", "c"], "letters")) {
      seen.push(x);
      pass(10);
    }
    expect(seen).toEqual(["a", "b", "c"]);
    expect(left()).toEqual(["letters: 3 of 3 done"]);
    expect(kernel.shown.map(([, options]) => options?.update)).toEqual([false, true]);
    expect(kernel.shown[1][0]["text/html"]).toBe("<div>letters: 3 of 3 done</div>");
  });

  test("is drawn ten times a second at most", () => {
    for (const _ of progress(1000, "")) pass(7);
    expect(kernel.shown.length).toBeGreaterThan(60);
    expect(kernel.shown.length).toBeLessThanOrEqual(2 + 70);
    expect(texts()[41]).toMatch(/^ \d+% ▕[█░]{24}▏ \d+ of 1000 · 14\d(\.\d)?\/s · \d+ s left$/);
  });

  test.each([
    [new Set([1, 2]), "2 of 2 done"],
    [new Map([["a", 1]]), "1 of 1 done"],
    [new Float64Array(3), "3 of 3 done"],
    [[], "0 of 0 done"],
    [[1, 2].values(), "2 done"],
  ] as [Iterable<unknown>, string][])("counts what it loops over: %#", (xs, text) => {
    for (const _ of progress(xs)) pass(1);
    expect(left()).toEqual([text]);
  });

  test("has a last line ready for the kernel, should the cell be stopped", () => {
    const items = progress(100, "items");
    for (let i = 0; i < 3; i++) {
      items.next();
      pass(200);
    }
    const [id] = kernel.stopped.keys();
    expect(id).toBe(kernel.shown[0][1]!.displayId);
    expect(kernel.stopped.get(id)!()).toMatchObject({
      "text/plain": "items: stopped after 2 of 100",
    });
    items.return!();
    expect(left()).toEqual(["items: stopped after 2 of 100"]);
    expect(kernel.stopped.size).toBe(0);
  });

  test("takes the number from outside where an iterable does not know it", () => {
    for (const _ of progress([1, 2].values(), { label: "v", total: 4 })) pass(1);
    expect(left()).toEqual(["v: 2 of 4 done"]);
  });

  test("left by break, by return and by an error it says where", () => {
    for (const i of progress(9, "break")) if (i === 4) break;
    const search = () => {
      for (const i of progress(9, "return")) if (i === 2) return i;
      return -1;
    };
    expect(search()).toBe(2);
    expect(() => {
      for (const i of progress(9, "error")) if (i === 0) throw new Error("x");
    }).toThrow("x");
    expect(left()).toEqual([
      "break: stopped after 4 of 9",
      "return: stopped after 2 of 9",
      "error: stopped after 0 of 9",
    ]);
  });

  test("closes what it loops over, and passes on what that throws", () => {
    const closed: string[] = [];
    function* source() {
      try {
        yield 1;
        yield 2;
        throw new RangeError("dry");
      } finally {
        closed.push("closed");
      }
    }
    for (const _ of progress(source(), "left")) break;
    expect(() => [...progress(source(), "dry")]).toThrow(new RangeError("dry"));
    expect(closed).toEqual(["closed", "closed"]);
    expect(left()).toEqual(["left: stopped after 0", "dry: failed after 2"]);
  });

  test("draws nothing before it begins", () => {
    progress([1, 2]);
    expect(kernel.shown).toEqual([]);
  });
});

describe("loops within loops", () => {
  test("are lines below the outermost, which alone leaves one", () => {
    for (const _ of progress(3, "outer")) {
      for (const _ of progress(4, "inner")) pass(60);
    }
    expect(left()).toEqual(["outer: 3 of 3 done"]);
    const [outer, inner] = texts()[4].split("\n");
    expect(outer).toMatch(/^outer: .* of 3/);
    expect(inner).toMatch(/^ {2}inner: .* of 4/);
  });

  test("one after another leave a line each, also when the first was broken off", () => {
    for (const _ of progress(3, "first")) break;
    for (const _ of progress(2, "second")) pass(1);
    expect(left()).toEqual(["first: stopped after 0 of 3", "second: 2 of 2 done"]);
  });

  test("after an inner loop the body is within the outer one again", () => {
    for (const _ of progress(2, "outer")) {
      for (const _ of progress(2, "a")) pass(1);
      for (const _ of progress(2, "b")) pass(1);
    }
    expect(left()).toEqual(["outer: 2 of 2 done"]);
  });

  test("that go on beyond the outer one come into their own", async () => {
    async function* ticks(n: number) {
      for (let i = 0; i < n; i++) yield i;
    }
    const long = async () => {
      for await (const _ of progress(ticks(9), "long")) pass(60);
    };
    let pending: Promise<void> | undefined;
    for await (const _ of progress(ticks(2), "short")) pending ??= long();
    await pending;
    expect(left()).toEqual(["short: 2 done", "long: 9 done"]);
  });
});

describe("an async loop with a bar", () => {
  async function* source(n: number) {
    for (let i = 0; i < n; i++) {
      await null;
      yield i;
    }
  }

  test("gives every item and leaves one line", async () => {
    const seen: number[] = [];
    for await (const i of progress(source(3), { label: "epochs", total: 3 })) seen.push(i);
    expect(seen).toEqual([0, 1, 2]);
    expect(left()).toEqual(["epochs: 3 of 3 done"]);
  });

  test("has loops in its body as lines of its own, after awaits too", async () => {
    for await (const _ of progress(source(2), "outer")) {
      await null;
      for (const _ of progress(2, "inner")) pass(150);
    }
    expect(left()).toEqual(["outer: 2 done"]);
  });

  test("closes what it loops over when it is left, and passes on what that throws", async () => {
    const closed: string[] = [];
    async function* failing() {
      try {
        yield 1;
        throw new Error("dry");
      } finally {
        closed.push("closed");
      }
    }
    for await (const _ of progress(failing(), "left")) break;
    await expect(async () => {
      for await (const _ of progress(failing(), "dry")) pass(1);
    }).rejects.toThrow("dry");
    expect(closed).toEqual(["closed", "closed"]);
    expect(left()).toEqual(["left: stopped after 0", "dry: failed after 1"]);
  });

  test("two at a time do not mix", async () => {
    const loop = async (label: string) => {
      await null; // what comes before the first await still belongs to the caller
      for await (const _ of progress(source(3), label)) await null;
    };
    await Promise.all([loop("a"), loop("b")]);
    expect(left().sort()).toEqual(["a: 3 done", "b: 3 done"]);
  });
});

describe("progress.handler", () => {
  test("leaves iterations and value as soon as the method is over", async () => {
    const onProgress = progress.handler("descent");
    for (let k = 1; k <= 50; k++) {
      onProgress({ iteration: k, of: 1000, value: 1 / k });
      pass(10);
    }
    expect(texts().at(-1)).toMatch(/^descent: .*iteration \d+ of at most 1000 · value 0\.02/);
    expect(kernel.shown.length).toBeLessThan(8);
    await null;
    expect(left()).toEqual(["descent: 50 iterations, value 0.02"]);
  });

  test("within a loop is a line of it, for as long as the body", async () => {
    for (const _ of progress(3, "folds")) {
      const onProgress = progress.handler("fit");
      for (let k = 1; k <= 5; k++) {
        onProgress({ iteration: k, of: 5, value: k });
        pass(50);
      }
      expect(texts().at(-1)?.split("\n")).toHaveLength(2);
    }
    await null;
    expect(left()).toEqual(["folds: 3 of 3 done"]);
  });

  test("goes on where a method lets others run between its iterations, a few lines a second", async () => {
    const onProgress = progress.handler("fit");
    for (let k = 1; k <= 100; k++) {
      onProgress({ iteration: k, of: 100, value: k });
      await null;
      pass(5);
    }
    expect(left()).toEqual(["fit: 100 iterations, value 100"]);
    expect(kernel.shown.length).toBeLessThan(15);
  });

  test("two of them have a line each", async () => {
    for (const label of ["a", "b"]) progress.handler(label)({ iteration: 1, of: 1, value: 0 });
    await null;
    expect(left()).toEqual(["a: 1 iteration, value 0", "b: 1 iteration, value 0"]);
  });
});

describe("in a script", () => {
  const written = (run: () => void, isTTY: boolean) => {
    removeBridge();
    const before = process.stderr.isTTY;
    const spy = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    process.stderr.isTTY = isTTY;
    try {
      run();
    } finally {
      process.stderr.isTTY = before;
    }
    return spy.mock.calls.map(([text]) => String(text));
  };
  const loop = () => {
    for (const _ of progress(3, "n")) pass(100);
  };

  test("a terminal's line is written over", () => {
    const lines = written(loop, true);
    expect(lines.length).toBe(5);
    expect(lines[1]).toBe(
      `\r\u001b[Kn:  33% ▕${"█".repeat(8)}${"░".repeat(16)}▏ 1 of 3 · 10/s · 0 s left`,
    );
    expect(lines.at(-1)).toBe("\r\u001b[Kn: 3 of 3 done\n");
  });

  test("a file gets the last line alone", () => {
    expect(written(loop, false)).toEqual(["n: 3 of 3 done\n"]);
  });
});

test.each<[() => unknown, string]>([
  [() => progress(-1), "progress: xs must be an integer ≥ 0, got -1"],
  [() => progress(1.5), "progress: xs must be an integer ≥ 0, got 1.5"],
  [() => progress("label" as never), 'an async iterable or a number, got "label" (string)'],
  [() => progress({} as never), "an async iterable or a number, got an Object"],
  [() => progress(null as never), "an async iterable or a number, got null"],
  [() => progress(3, { name: "x" } as never), 'progress: options has no "name"'],
  [() => progress(3, { label: 3 } as never), "progress: label must be a string, got 3"],
  [() => progress(3, { total: -3 }), "progress: total must be an integer ≥ 0, got -3"],
  [() => progress.handler(3 as never), "progress.handler: label must be a string, got 3"],
  [
    () => progress.handler("x")({ iteration: "a", of: 1, value: 0 } as never),
    'progress.handler: iteration must be a number ≥ 0, got "a" (string)',
  ],
])("refuse: %#", (run, message) => {
  expect(run).toThrow(message);
});
