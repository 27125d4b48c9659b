import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { Kernel, textOf } from "../client";
import { cell, standin } from "./standin";

let kernel: Kernel;
afterEach(() => kernel.stop());

/** Whether a process has ended, be it that nobody has asked for its exit code yet. */
function ended(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).startsWith("Z");
  } catch {
    try {
      process.kill(pid, 0);
      return false;
    } catch {
      return true;
    }
  }
}

async function until(holds: () => boolean, ms = 20_000): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(50)) if (holds()) return true;
  return holds();
}

describe("shutdown", () => {
  test.each(["control", "shell"] as const)(
    "on %s is answered, told to all, and ends the process",
    async (channel) => {
      kernel = await Kernel.start({ argv: standin });
      const id = await kernel.send("shutdown_request", { restart: true }, { channel });
      const { reply, iopub } = await kernel.finished(id);
      expect(reply).toMatchObject({ channel, content: { status: "ok", restart: true } });
      expect(iopub.some(({ msg_type }) => msg_type === "shutdown_reply")).toBe(true);
      expect(await kernel.command("exit code")).toBe(0);
      expect(kernel.log).toBe("");
    },
  );

  test.each(["loop", "flood"])("ends a process in a %s", async (action) => {
    kernel = await Kernel.start({ argv: standin });
    await kernel.execute(cell([action]));
    await kernel.execute(cell([action]));
    await sleep(300);
    await kernel.send("shutdown_request", { restart: false }, { channel: "control" });
    expect(await kernel.command("exit code")).toBe(0);
    expect(kernel.log).toBe("");
  });

  test("ends a process whose session does not listen", async () => {
    kernel = await Kernel.start({ argv: standin });
    await kernel.run(cell(["deaf"]));
    await kernel.send("shutdown_request", { restart: false }, { channel: "control" });
    expect(await kernel.command("exit code")).toBe(-9);
  });
});

test("a restart gives a new process on the same ports", async () => {
  kernel = await Kernel.start({ argv: standin });
  const id = await kernel.execute(cell(["loop"]));
  // what the old process has not received, ZeroMQ would deliver to the new one
  await kernel.until(() => kernel.iopubOf(id).length > 0, "the loop's start");
  await kernel.restart();
  expect(textOf((await kernel.run(cell(["print", "anew"]))).iopub)).toBe("anew");
});

test("the process ends when the one that started it is killed", async () => {
  kernel = await Kernel.start({ argv: standin });
  await kernel.execute(cell(["loop"]));
  kernel.kill();
  expect(await until(() => ended(kernel.pid))).toBe(true);
});
