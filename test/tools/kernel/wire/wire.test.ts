import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "../../../../tools/common/project";
import { Kernel, textOf } from "../client";

const standin = [process.execPath, join(ROOT, "test/tools/kernel/wire/standin.cjs")];
const cell = (...actions: unknown[][]) => JSON.stringify(actions);

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start({ argv: standin });
});
afterAll(() => kernel.stop());

test("an execution is busy, its output in order, idle, and answered", async () => {
  const { iopub, reply } = await kernel.run(
    cell(["print", "a"], ["print", "b"], ["print", "c", "stderr"], ["display", {}], ["print", "d"]),
  );
  expect(reply.content.status).toBe("ok");
  expect(iopub.map((m) => m.content.execution_state ?? m.content.text ?? m.msg_type)).toEqual([
    "busy",
    "ab",
    "c",
    "display_data",
    "d",
    "idle",
  ]);
});

test("100,000 lines arrive whole, in order, and in few messages", async () => {
  const { iopub } = await kernel.run(cell(["lines", 100_000]));
  const expected = Array.from({ length: 100_000 }, (_, i) => `line ${i}\n`).join("");
  expect(textOf(iopub) === expected).toBe(true);
  expect(iopub.length).toBeLessThan(200);
});
