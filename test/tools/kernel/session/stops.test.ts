/** Kernel › Interrupt ends whatever a cell does, and the session goes on with all its values. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { Kernel } from "../client";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
  await kernel.run('const kept = { value: 1 };\nimport * as nodeFs from "node:fs";');
});
afterAll(() => kernel?.stop());

const sleep = (ms: number) => `await new Promise((r) => setTimeout(r, ${ms}))`;

async function stop(code: string): Promise<Record<string, unknown>> {
  const id = await kernel.execute(code);
  const began = () => kernel.iopubOf(id).some(({ msg_type }) => msg_type === "execute_input");
  await kernel.until(began, "the cell's start");
  await kernel.interrupt(400);
  const { reply } = await kernel.finished(id, 20_000);
  const after = await kernel.run("kept.value", {}, 20_000);
  const result = after.iopub.find(({ msg_type }) => msg_type === "execute_result");
  expect(result?.content.data["text/plain"]).toBe("1");
  return reply.content;
}

test.each([
  ["a loop", "while (true) {}"],
  ["a loop after an await", "await null; while (true) {}"],
  ["a loop of awaits", "while (true) await null;"],
  ["an await without end", "await new Promise(() => {});"],
  ["a loop of waits that catches all", `while (true) { try { ${sleep(1)} } catch {} }`],
  ["a loop of failing promises", "while (true) { try { await Promise.reject(1) } catch {} }"],
  ["a loop that makes promises", "const make = async () => {}; while (true) make();"],
  ["a chain without an await", "const f = () => Promise.resolve().then(f); await f();"],
  ["a loop in a timer", "setTimeout(() => { while (true); }, 1); await new Promise(() => {});"],
  ["a loop in an immediate", "setImmediate(() => { while (true); }); await new Promise(() => {});"],
  ["a loop in a tick", "process.nextTick(() => { while (true); }); await new Promise(() => {});"],
  [
    "a loop in a callback",
    'nodeFs.readdir(".", () => { while (true); }); await new Promise(() => {});',
  ],
  [
    "a loop that is looking for itself",
    "while (true) { try { throw new Error() } catch (e) { e.stack } }",
  ],
  ["a regular expression without end", "/(x+x+)+y/.test('x'.repeat(60));"],
  ["a result that never shows", '({ [Symbol.for("Jupyter.display")]() { while (true); } })'],
  ["a question", 'input("? ")'],
  ["questions asked again and again", "while (true) { try { input() } catch {} }"],
  [
    "a loop in a storage of Node's",
    `import { AsyncLocalStorage } from "node:async_hooks";
     await new AsyncLocalStorage().run(1, async () => { await null; while (true); });`,
  ],
])("%s", async (_, code) => {
  const { status, ename, evalue } = await stop(code);
  expect({ status, ename, evalue }).toEqual({
    status: "error",
    ename: "Interrupted",
    evalue: "stopped by the user; names and values are kept",
  });
});

test("where it waited is shown, and what stands in finally comes", async () => {
  const id = await kernel.execute(
    `try {\n  for (;;) ${sleep(5)};\n} finally {\n  console.log("end");\n}`,
  );
  await kernel.interrupt(500);
  const { reply, iopub } = await kernel.finished(id);
  expect(reply.content.traceback.join("\n")).toMatch(/line 2/);
  expect(iopub.some(({ content }) => content.text === "end\n")).toBe(true);
});

test("an interrupt with nothing running ends the intervals of earlier cells", async () => {
  const id = await kernel.execute("let ticks = 0; setInterval(() => console.log(++ticks), 20); 0;");
  const printed = () => kernel.iopubOf(id).filter(({ msg_type }) => msg_type === "stream").length;
  await kernel.until(() => printed() > 1, "ticks");
  await kernel.interruptAndWait();
  await kernel.run(sleep(200));
  const before = printed();
  await kernel.run(sleep(200));
  expect(printed()).toBe(before);
});

test("a training ends between batches, and its model can be trained on", async () => {
  await kernel.run(
    `import * as tf from "@tensorflow/tfjs-node";
     const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [4] })] });
     model.compile({ loss: "meanSquaredError", optimizer: "sgd" });
     const [X, Y] = [tf.ones([400, 4]), tf.ones([400, 1])];`,
  );
  const { ename } = await stop(
    "await model.fit(X, Y, { epochs: 1e6, batchSize: 10, verbose: 0 });",
  );
  expect(ename).toBe("Interrupted");
  const again = await kernel.run("(await model.fit(X, Y, { epochs: 1, verbose: 0 })).epoch");
  const result = again.iopub.find(({ msg_type }) => msg_type === "execute_result");
  expect(result?.content.data["text/plain"]).toBe("[ 0 ]");
});

test("an import that was broken off can be made again", async () => {
  const fresh = await Kernel.start();
  try {
    const id = await fresh.execute('import * as dfd from "danfojs-node";');
    const began = () => fresh.iopubOf(id).some(({ msg_type }) => msg_type === "execute_input");
    await fresh.until(began, "the cell's start");
    await fresh.interrupt(50);
    await fresh.finished(id);
    const run = await fresh.run(
      'import * as dfd from "danfojs-node";\nnew dfd.Series([1, 2]).values',
    );
    expect(run.reply.content).toMatchObject({ status: "ok" });
  } finally {
    await fresh.stop();
  }
});

test.each([
  ["waits", "await new Promise((done) => setTimeout(done, 20));"],
  ["computes", "for (const end = Date.now() + 20; Date.now() < end; );"],
  ["computes for ever", "if (i === 3) while (true);"],
])("a progress bar whose loop %s ends with the line of one that was left", async (_, body) => {
  await kernel.run('import { progress } from "course";');
  const id = await kernel.execute(`for (const i of progress(1000, "items")) { ${body} }`);
  const shown = () =>
    kernel.iopubOf(id).filter(({ msg_type }) => /^(update_)?display_data$/.test(msg_type));
  await kernel.until(() => shown().length > 0, "the bar");
  await kernel.interrupt(400);
  const { reply } = await kernel.finished(id);
  expect(reply.content.ename).toBe("Interrupted");
  const data = shown().at(-1)!.content.data;
  expect(data["text/plain"]).toMatch(/^items: stopped after \d+ of 1000$/);
  expect(data["text/html"]).toBe(`<div>${data["text/plain"]}</div>`);
});
