import { createRequire } from "node:module";
import { afterEach, describe, expect, test } from "vitest";
import { type Bundle, send } from "../../../lib/display/render/kernel";
import { printed } from "../output";

const { cache } = createRequire(__filename);
const FILE = "/anywhere/node_modules/tslab/dist/jupyter.js";

/** Pretends that this process is a tslab kernel whose sender is `sender`. */
function pretend(sender: unknown): void {
  cache[FILE] = { exports: { lastWriteDisplayData: sender } } as NodeModule;
}

afterEach(() => {
  delete cache[FILE];
});

const bundle: Bundle = { "text/plain": "x", "text/latex": "$x$" };

describe("send", () => {
  test("prints the plain text outside a kernel", () => {
    expect(printed(() => send(bundle))).toBe("x\n");
  });

  test("hands the whole bundle to the kernel", () => {
    const messages: unknown[] = [];
    pretend((message: unknown) => messages.push(message));
    expect(printed(() => send(bundle))).toBe("");
    expect(messages).toEqual([{ data: bundle, metadata: {}, transient: {} }]);
  });

  test("asks for the sender anew each time, since every cell has its own", () => {
    const seen: string[] = [];
    pretend(() => seen.push("first"));
    send(bundle);
    pretend(() => seen.push("second"));
    send(bundle);
    expect(seen).toEqual(["first", "second"]);
  });

  test("prints while no cell has run yet", () => {
    pretend(null);
    expect(printed(() => send(bundle))).toBe("x\n");
  });
});
