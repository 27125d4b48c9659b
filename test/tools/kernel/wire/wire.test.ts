import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../../../tools/common/project";
import { Kernel, type Message, textOf } from "../client";
import { cell, standin } from "./standin";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start({ argv: standin });
});
afterAll(() => kernel.stop());

const states = (messages: readonly Message[]) =>
  messages.flatMap(({ content }) => content.execution_state ?? []);

describe("an execution", () => {
  test("is busy, its output in order, answered, and idle", async () => {
    const { iopub, reply } = await kernel.run(
      cell(["print", "a"], ["print", "b"], ["print", "c", "stderr"], ["display"], ["print", "d"]),
    );
    expect(reply.content.status).toBe("ok");
    expect(reply.msg_type).toBe("execute_reply");
    const seen = iopub.map((m) => m.content.execution_state ?? m.content.text ?? m.msg_type);
    expect(seen).toEqual(["busy", "ab", "c", "display_data", "d", "idle"]);
  });

  test("shows what it has printed while it goes on", async () => {
    const id = await kernel.execute(cell(["print", "early"], ["wait", 400], ["print", "late"]));
    await kernel.until(() => textOf(kernel.iopubOf(id)) === "early", "what was printed first");
    expect(kernel.answersTo(id)).toEqual([]);
    await kernel.finished(id);
    expect(textOf(kernel.iopubOf(id))).toBe("earlylate");
  });

  test("waits for the one before it, and requests of other kinds for both", async () => {
    const ids = [
      await kernel.execute(cell(["wait", 100], ["print", "1"])),
      await kernel.execute(cell(["print", "2"])),
      await kernel.send("history_request", { hist_access_type: "tail" }),
    ];
    await Promise.all(ids.map((id) => kernel.finished(id)));
    const order = kernel.messages
      .filter(({ parent_header: { msg_id } }) => ids.includes(msg_id ?? ""))
      .flatMap(({ parent_header, content }) =>
        content.execution_state
          ? `${content.execution_state} ${ids.indexOf(parent_header.msg_id!)}`
          : [],
      );
    expect(order).toEqual(["busy 0", "idle 0", "busy 1", "idle 1", "busy 2", "idle 2"]);
  });
});

describe("output", () => {
  test("of 100,000 lines arrives whole, in order, and in few messages", async () => {
    const { iopub } = await kernel.run(cell(["lines", 100_000]));
    const expected = Array.from({ length: 100_000 }, (_, i) => `line ${i}\n`).join("");
    expect(textOf(iopub) === expected).toBe(true);
    expect(iopub.length).toBeLessThan(200);
  });

  test("of one huge text is cut in messages, between characters", async () => {
    const text = "😀".repeat(300_000);
    const { iopub } = await kernel.run(cell(["repeat", "😀", 300_000]));
    expect(textOf(iopub) === text).toBe(true);
    expect(iopub.every(({ content }) => !/[\uD800-\uDBFF]$/.test(content.text ?? ""))).toBe(true);
  });

  test("of a loop that never ends is paced, and can be stopped at once", async () => {
    const id = await kernel.execute(cell(["flood"]));
    await kernel.interrupt(1000);
    const pressed = Date.now();
    const { reply } = await kernel.finished(id);
    expect(reply.content.ename).toBe("Interrupted");
    const late = kernel.iopubOf(id).filter(({ header }) => Date.parse(header.date) > pressed);
    expect(textOf(late).length).toBeLessThan(1_000_000);
    expect(textOf(kernel.iopubOf(id)).length).toBeLessThan(3_000_000);
  });
});

describe("while a cell runs, the kernel", () => {
  test("completes, and is busy again afterwards", async () => {
    const id = await kernel.execute(cell(["loop"]));
    await kernel.until(() => states(kernel.iopubOf(id)).includes("busy"), "the cell's start");
    const asked = { code: "x.", cursor_pos: 2 };
    const reply = await kernel.ask("complete_request", asked);
    expect(reply.content).toEqual({ ask: "complete", of: asked });
    await kernel.until(() => states(kernel.iopubOf(id)).length === 2, "the second busy");
    await kernel.interrupt();
    await kernel.finished(id);
    // once when it began, once after the completion, once after the interrupt's own idle
    expect(states(kernel.iopubOf(id))).toEqual(["busy", "busy", "busy", "idle"]);
  });

  test("its help leads to pages that are there", async () => {
    const { content } = await kernel.ask("kernel_info_request", {});
    const pages = content.help_links.map(({ url }: { url: string }) => url);
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) {
      expect(page).toMatch(/^\/lab\/tree\//);
      expect(existsSync(join(ROOT, page.slice("/lab/tree/".length))), page).toBe(true);
    }
  });

  test("says what it is, beats, and answers inspection and is_complete", async () => {
    const id = await kernel.execute(cell(["loop"]));
    expect((await kernel.ask("kernel_info_request", {})).content.status).toBe("ok");
    expect((await kernel.ask("kernel_info_request", {}, { channel: "control" })).channel).toBe(
      "control",
    );
    expect(await kernel.command("heartbeat", { ms: 5000 })).toBe(true);
    const inspect = { code: "x", cursor_pos: 1, detail_level: 1 };
    expect((await kernel.ask("inspect_request", inspect)).content.of).toEqual(inspect);
    expect((await kernel.ask("is_complete_request", { code: "(" })).content.of).toEqual({
      code: "(",
    });
    await kernel.interrupt();
    await kernel.finished(id);
  });
});

describe("a failing cell", () => {
  const fail = cell(["wait", 150], ["fail"]);

  test("aborts those sent before its answer, each answered, and nothing else", async () => {
    const ids = [await kernel.execute(fail)];
    for (let k = 0; k < 3; k++) ids.push(await kernel.execute(cell(["print", "no"])));
    const info = await kernel.send("comm_info_request", {});
    const runs = await Promise.all(ids.map((id) => kernel.finished(id)));
    expect(runs.map(({ reply }) => reply.content.status)).toEqual([
      "error",
      "aborted",
      "aborted",
      "aborted",
    ]);
    expect(runs.slice(1).flatMap(({ iopub }) => states(iopub))).toEqual([
      "busy",
      "idle",
      "busy",
      "idle",
      "busy",
      "idle",
    ]);
    expect((await kernel.finished(info)).reply.content.status).toBe("ok");
  });

  test("does not touch those sent once it is answered", async () => {
    for (let k = 0; k < 5; k++) {
      expect((await kernel.run(cell(["fail"]))).reply.content.status).toBe("error");
      expect((await kernel.run(cell(["print", "yes"]))).reply.content.status).toBe("ok");
    }
  });

  test("aborts nothing where stop_on_error is false", async () => {
    const id = await kernel.execute(fail, { stop_on_error: false });
    const next = await kernel.execute(cell(["print", "yes"]));
    expect((await kernel.finished(id)).reply.content.status).toBe("error");
    expect((await kernel.finished(next)).reply.content.status).toBe("ok");
  });
});

describe("an interrupt", () => {
  test.each([
    ["a loop", cell(["loop"])],
    ["a loop after an await", cell(["wait", 1], ["loop"])],
    ["a wait", cell(["wait", 60_000])],
    ["a promise that never settles", cell(["never"])],
    ["a question", cell(["ask", "name?"])],
  ])("stops %s, and the next cell runs", async (_, code) => {
    const id = await kernel.execute(code);
    await kernel.interrupt(300);
    const { reply } = await kernel.finished(id);
    expect(reply.content.status).toBe("error");
    expect(textOf((await kernel.run(cell(["print", "on"]))).iopub)).toBe("on");
  });

  test("pressed again and again, or when nothing runs, does no harm", async () => {
    await kernel.interruptAndWait();
    expect(textOf((await kernel.run(cell(["print", "a"]))).iopub)).toBe("a");
    const id = await kernel.execute(cell(["loop"]));
    await kernel.interruptAndWait(5);
    await kernel.finished(id);
    for (let k = 0; k < 20; k++) {
      await kernel.interruptAndWait();
      expect(textOf((await kernel.run(cell(["print", `${k}`]))).iopub)).toBe(`${k}`);
    }
  });

  test("aborts the cells that wait", async () => {
    const ids = [await kernel.execute(cell(["loop"])), await kernel.execute(cell(["print", "no"]))];
    await kernel.interrupt(300);
    const runs = await Promise.all(ids.map((id) => kernel.finished(id)));
    expect(runs.map(({ reply }) => reply.content.status)).toEqual(["error", "aborted"]);
  });
});

test("a question goes to its client and the answer comes back; answers to none are left out", async () => {
  await kernel.send("input_reply", { value: "stale" }, { channel: "stdin" });
  const id = await kernel.execute(cell(["ask", "name?"]));
  const asked = () => kernel.answersTo(id).find(({ msg_type }) => msg_type === "input_request");
  await kernel.until(() => asked() !== undefined, "the question");
  expect(asked()!.content).toEqual({ prompt: "name?", password: false });
  await kernel.send("input_reply", { value: "Ada" }, { channel: "stdin" });
  expect(textOf((await kernel.finished(id)).iopub)).toBe("Ada");
});

test("a comm message reaches the session with its buffers and has no answer", async () => {
  const buffers = [Buffer.from("one"), Buffer.from([0, 255])].map((b) => b.toString("base64"));
  const id = await kernel.send("comm_msg", { comm_id: "c", data: {} }, { buffers });
  await kernel.until(() => states(kernel.iopubOf(id)).includes("idle"), "idle");
  expect(kernel.answersTo(id)).toEqual([]);
  const echo = kernel.iopubOf(id).find(({ msg_type }) => msg_type === "comm_msg")!;
  expect(echo.buffers).toEqual(buffers);
});

test("the ports are told, and a request without its code is refused with the reason", async () => {
  const ports = await kernel.ask("connect_request", {});
  expect(Object.keys(ports.content).sort()).toEqual([
    "control_port",
    "hb_port",
    "iopub_port",
    "shell_port",
    "status",
    "stdin_port",
  ]);
  const { content } = await kernel.ask("execute_request", { code: 3 });
  expect(content).toMatchObject({ status: "error", ename: "TypeError" });
  expect(content.evalue).toBe("execute_request: code must be a string, got 3");
  const wrong = await kernel.ask("complete_request", { code: "x", cursor_pos: -1 });
  expect(wrong.content.evalue).toMatch(/cursor_pos must be an integer ≥ 0, got -1/);
  const failed = await kernel.ask("is_complete_request", { code: "fail" });
  expect(failed.content).toMatchObject({ status: "error", evalue: "on purpose" });
});

test("rubbish is refused with a line on the log, and the kernel lives on", async () => {
  const raw = async (...frames: string[]) =>
    kernel.command("raw", {
      channel: "shell",
      frames: frames.map((frame) => Buffer.from(frame).toString("base64")),
    });
  const header = JSON.stringify({ msg_id: "1", msg_type: "execute_request" });
  const content = JSON.stringify({ code: cell(["print", "forged"]) });
  await raw("");
  await raw("no delimiter");
  await raw("<IDS|MSG>");
  await raw("<IDS|MSG>", "0".repeat(64), header, "{}", "{}", content);
  await raw("<IDS|MSG>", "", header, "{}", "{}", content);
  await raw("<IDS|MSG>", "short", "{", "}", "\xff", "");
  await kernel.send("what_request", {});
  const { iopub } = await kernel.run(cell(["print", "lives"]));
  expect(textOf(iopub)).toBe("lives");
  expect(kernel.messages.some((m) => m.content.text?.includes("forged"))).toBe(false);
  const lines = kernel.log.split("\n").filter((line) => line.includes("refused"));
  expect(lines.length).toBe(6);
  expect(kernel.log).toMatch(/a message on shell was refused: its signature is wrong/);
  expect(kernel.log).toMatch(/no answer to what_request/);
});

test("a client hears its greeting before anything else, also while a cell prints", async () => {
  const id = await kernel.execute(cell(["patter"]));
  for (let k = 0; k < 5; k++) {
    const other = await Kernel.attach(kernel);
    await other.until(() => other.iopubOf(id).length > 0, "what the cell prints");
    const heard = other.messages.filter(({ channel }) => channel === "iopub");
    expect(heard[0]!.msg_type).toBe("iopub_welcome");
    expect(heard.filter(({ msg_type }) => msg_type === "iopub_welcome").length).toBe(1);
    await other.stop();
  }
  await kernel.interrupt();
  await kernel.finished(id);
});

test("clients at once: each has its own answers and questions, all see what is published", async () => {
  const other = await Kernel.attach(kernel);
  try {
    const [mine, theirs] = [
      await kernel.execute(cell(["print", "mine"])),
      await other.execute(cell(["ask", "whose?"])),
    ];
    await kernel.finished(mine);
    await other.until(() => other.answersTo(theirs).length === 1, "the question");
    expect(kernel.messages.some(({ content }) => content.prompt === "whose?")).toBe(false);
    await other.send("input_reply", { value: "theirs" }, { channel: "stdin" });
    await other.finished(theirs);
    await kernel.until(
      () => states(kernel.iopubOf(theirs)).includes("idle"),
      "idle of the other's",
    );
    expect(textOf(kernel.iopubOf(theirs))).toBe("theirs");
    expect(textOf(other.iopubOf(mine))).toBe("mine");
    expect(kernel.answersTo(theirs)).toEqual([]);
    expect(other.answersTo(mine)).toEqual([]);
  } finally {
    await other.stop();
  }
  expect(textOf((await kernel.run(cell(["print", "still"]))).iopub)).toBe("still");
});
