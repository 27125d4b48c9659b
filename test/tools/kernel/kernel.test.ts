/** The whole kernel, as JupyterLab and nbclient have it. What each part promises is tested beside its file. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Kernel, type Message, textOf } from "./client";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
});
afterAll(() => kernel.stop());

const resultOf = (iopub: readonly Message[]): string | undefined =>
  iopub.find(({ msg_type }) => msg_type === "execute_result")?.content.data["text/plain"];
const errorsOf = (iopub: readonly Message[]) =>
  iopub.filter(({ msg_type }) => msg_type === "error");

test("a cell, its result, its count; a failing one, its error once, and the next as if nothing were", async () => {
  const first = await kernel.run("const seen = [1]; seen");
  expect(resultOf(first.iopub)).toBe("[ 1 ]");
  const failing = await kernel.run('throw new RangeError("on purpose")');
  expect(failing.reply.content).toMatchObject({
    status: "error",
    ename: "RangeError",
    evalue: "on purpose",
    execution_count: first.reply.content.execution_count + 1,
  });
  expect(errorsOf(failing.iopub).length).toBe(1);
  // sent as soon as the error was answered, as Run All does after a cell that may fail
  const next = await kernel.run("seen.push(2); seen.length");
  expect(next.reply.content.status).toBe("ok");
  expect(resultOf(next.iopub)).toBe("2");
});

test("documentation is found with the cursor on a name and inside the brackets of its call", async () => {
  await kernel.run('import { linalg } from "../lib";');
  for (const code of ["linalg.svd", "linalg.svd("]) {
    const asked = { code, cursor_pos: code.length, detail_level: 0 };
    const { content } = await kernel.ask("inspect_request", asked);
    expect(content.found).toBe(true);
    expect(content.data["text/plain"]).toMatch(/svd/);
  }
});

test("100,000 printed lines arrive whole and in order", async () => {
  const { iopub } = await kernel.run('for (let i = 0; i < 1e5; i++) console.log("line " + i);');
  const expected = Array.from({ length: 100_000 }, (_, i) => `line ${i}\n`).join("");
  expect(textOf(iopub) === expected).toBe(true);
});

describe("an interrupt", () => {
  test.each([
    ["a loop", "while (true) {}"],
    ["a loop after an await", "await Promise.resolve(); while (true) {}"],
    ["a loop after a timer", "await new Promise((r) => setTimeout(r, 10)); while (true) {}"],
    [
      "a loop in a callback",
      "await Promise.all([1, 2].map(async () => { await null; for (;;) {} }));",
    ],
    [
      "a loop that catches everything",
      "for (;;) { try { while (true) {} } catch {} finally { continue; } }",
    ],
    ["a loop of awaits", "for (;;) await null;"],
    ["a loop of awaits that catches everything", "for (;;) { try { await null; } catch {} }"],
    ["an await that never ends", "await new Promise(() => {});"],
    [
      "a loop over what never ends",
      "for await (const x of (async function* () { for (;;) yield 1; })()) {}",
    ],
    ["a long sleep", "await new Promise((r) => setTimeout(r, 1e6));"],
    ["a wait of the thread", "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);"],
    ["a loop that prints", 'for (;;) console.log("x");'],
    [
      "a deep recursion",
      "const f = (n: number): number => (n < 5000 ? f(n + 1) : n); for (;;) f(0);",
    ],
    ["a question", 'input("name? ")'],
  ])("stops %s, with names and values kept", async (_, loop) => {
    await kernel.run("let before = 1;");
    const id = await kernel.execute(`before = 2; let after = 3; ${loop}`);
    await kernel.interrupt(400);
    const { reply, iopub } = await kernel.finished(id);
    expect(reply.content).toMatchObject({ status: "error", ename: "Interrupted" });
    expect(errorsOf(iopub).length).toBe(1);
    expect(resultOf((await kernel.run("[before, after]")).iopub)).toBe("[ 2, 3 ]");
  });

  test("stops a training run between its batches", async () => {
    const id = await kernel.execute(`
      import * as tf from "@tensorflow/tfjs-node";
      const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
      model.compile({ loss: "meanSquaredError", optimizer: "sgd" });
      let epochs = 0;
      await model.fit(tf.ones([64, 1]), tf.ones([64, 1]), {
        epochs: 1e6, verbose: 0, callbacks: { onEpochEnd: () => { epochs++; if (epochs === 1) console.log("trains"); } },
      });`);
    await kernel.until(() => textOf(kernel.iopubOf(id)) !== "", "the first epoch");
    await kernel.interrupt(200);
    expect((await kernel.finished(id)).reply.content.status).toBe("error");
    const [first, later] = [await kernel.run("epochs"), await kernel.run("epochs")];
    expect(Number(resultOf(first.iopub))).toBeGreaterThan(0);
    expect(resultOf(later.iopub)).toBe(resultOf(first.iopub));
  });

  test("during an import leaves it to be done again", async () => {
    const other = await Kernel.start();
    try {
      const id = await other.execute(
        'import * as dfd from "danfojs-node"; new dfd.Series([1]).size',
      );
      await other.interrupt(150);
      await other.finished(id);
      const again = await other.run(
        'import * as dfd from "danfojs-node"; new dfd.Series([1, 2]).size',
      );
      expect(again.reply.content).toMatchObject({ status: "ok" });
      expect(resultOf(again.iopub)).toBe("2");
    } finally {
      await other.stop();
    }
  });

  test("does nothing to a kernel that is idle, and stops its timers' output", async () => {
    await kernel.interruptAndWait();
    expect(resultOf((await kernel.run("1 + 1")).iopub)).toBe("2");
    await kernel.run(
      "let ticks = 0; setInterval(() => { ticks++; }, 5); await new Promise((r) => setTimeout(r, 50));",
    );
    await kernel.interruptAndWait();
    const first = resultOf((await kernel.run("ticks")).iopub);
    await kernel.run("await new Promise((r) => setTimeout(r, 100));");
    expect(resultOf((await kernel.run("ticks")).iopub)).toBe(first);
  });

  test("pressed many times in a row leaves a kernel that works", async () => {
    for (let round = 0; round < 10; round++) {
      const id = await kernel.execute(
        round % 2 ? "while (true) {}" : "await null; while (true) {}",
      );
      await sleep(50 * (round % 4));
      await kernel.interruptAndWait(3);
      await kernel.finished(id);
      expect(resultOf((await kernel.run(`${round}`)).iopub)).toBe(`${round}`);
    }
  });
});

test("input asks its client, and what is typed comes back", async () => {
  const id = await kernel.execute('const name = input("name? "); "hello " + name');
  const asked = () => kernel.answersTo(id).find(({ msg_type }) => msg_type === "input_request");
  await kernel.until(() => asked() !== undefined, "the question");
  expect(asked()!.content).toEqual({ prompt: "name? ", password: false });
  await kernel.send("input_reply", { value: "Ada" }, { channel: "stdin" });
  expect(resultOf((await kernel.finished(id)).iopub)).toBe("'hello Ada'");
});

test("silent cells are not counted and show no result; stored counts go up by one", async () => {
  const first = (await kernel.run("1")).reply.content.execution_count;
  const silent = await kernel.run("2", { silent: true, store_history: false });
  expect(silent.iopub.map(({ msg_type }) => msg_type)).toEqual(["status", "status"]);
  const last = await kernel.run("3");
  expect(last.reply.content.execution_count).toBe(first + 1);
  const tail = { hist_access_type: "tail", n: 2, output: false, raw: true };
  const { history } = (await kernel.ask("history_request", tail)).content;
  expect(history.map(([, , code]: [number, number, string]) => code)).toEqual(["1", "3"]);
});

test("a restart forgets names and begins to count anew", async () => {
  await kernel.run("const forgotten = 1;");
  await kernel.restart();
  const { reply } = await kernel.run("forgotten");
  expect(reply.content).toMatchObject({ status: "error", execution_count: 1 });
  expect(reply.content.evalue).toMatch(/forgotten/);
});
