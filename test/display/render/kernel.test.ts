import { createRequire } from "node:module";
import { afterEach, describe, expect, test } from "vitest";
import type { Bundle } from "../../../lib/display/render/bridge";
import { hasPage, newDisplayId, send } from "../../../lib/display/render/kernel";
import { displayingTo } from "../../../lib/display/render/sink";
import { fakeBridge, removeBridge } from "../bridge";
import { printed } from "../output";

const { cache } = createRequire(__filename);
const FILE = "/anywhere/node_modules/tslab/dist/jupyter.js";

/** Pretends that this process is a tslab kernel whose sender is `sender`. */
function pretend(sender: ((message: unknown, update: boolean) => void) | null): void {
  cache[FILE] = { exports: { lastWriteDisplayData: sender } } as NodeModule;
}

afterEach(() => {
  delete cache[FILE];
  removeBridge();
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

  test("replaces a display by its name", () => {
    const messages: unknown[] = [];
    pretend((message: unknown, update: boolean) => messages.push([message, update]));
    send(bundle, { displayId: "d" });
    send(bundle, { displayId: "d", update: true });
    const message = { data: bundle, metadata: {}, transient: { display_id: "d" } };
    expect(messages).toEqual([
      [message, false],
      [message, true],
    ]);
  });

  test("takes the bridge of the course's kernel, where there is one, before tslab's sender", () => {
    const { shown } = fakeBridge();
    const messages: unknown[] = [];
    pretend((message: unknown) => messages.push(message));
    send(bundle, { displayId: "d", update: true });
    expect(shown).toEqual([[bundle, { displayId: "d", update: true }]]);
    expect(messages).toEqual([]);
  });

  test("goes where displays are gathered, also after an await", async () => {
    const { shown } = fakeBridge();
    const gathered: Bundle[] = [];
    await displayingTo(
      (one) => gathered.push(one),
      async () => {
        send(bundle);
        await null;
        send(bundle);
      },
    );
    send({ "text/plain": "outside" });
    expect(gathered).toEqual([bundle, bundle]);
    expect(shown).toHaveLength(1);
  });
});

test("hasPage tells a kernel from a script", () => {
  expect(hasPage()).toBe(false);
  pretend(null);
  expect(hasPage()).toBe(false);
  pretend(() => {});
  expect(hasPage()).toBe(true);
  delete cache[FILE];
  fakeBridge();
  expect(hasPage()).toBe(true);
});

test("newDisplayId gives each name once", () => {
  expect(newDisplayId()).not.toBe(newDisplayId());
});
